-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
-- In their old order: rows that are only ever appended are not moved between pages.
INSERT INTO visits (rowid, ticket, office, token_hash, name, concern, lang, consent_version, note, proposed_note, ticked, file_key)
SELECT place, ticket, office, token_hash, name, concern, lang, consent_version, note, proposed_note, ticked, file_key
FROM kept_visits ORDER BY place;
