-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT name, time_zone, consent_version, land, corpus_christi, assumption, peace_festival, languages, version
FROM authority
WHERE one = 1;
