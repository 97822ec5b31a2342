-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO authority (one, name, time_zone, consent_version, land, corpus_christi, assumption, peace_festival,
    languages, version, factor_of_clerks, factor_of_heads, factor_of_administrators)
VALUES (1, :name, :time_zone, :consent_version, :land, :corpus_christi, :assumption, :peace_festival, :languages,
    :version, :factor_of_clerks, :factor_of_heads, :factor_of_administrators)
ON CONFLICT (one) DO UPDATE
SET name = excluded.name, time_zone = excluded.time_zone, consent_version = excluded.consent_version,
    land = excluded.land, corpus_christi = excluded.corpus_christi, assumption = excluded.assumption,
    peace_festival = excluded.peace_festival, languages = excluded.languages, version = excluded.version,
    factor_of_clerks = excluded.factor_of_clerks, factor_of_heads = excluded.factor_of_heads,
    factor_of_administrators = excluded.factor_of_administrators;
