-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
-- In memory: see temp_store.
CREATE TEMP TABLE kept_visits AS
SELECT rowid AS place, ticket, office, token_hash, name, concern, lang, consent_version, note, proposed_note, ticked, file_key FROM visits;
