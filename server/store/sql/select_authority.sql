-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT name, time_zone, consent_version, land, corpus_christi, assumption, peace_festival, languages, version,
    factor_of_clerks, factor_of_heads, factor_of_administrators
FROM authority
WHERE one = 1;
