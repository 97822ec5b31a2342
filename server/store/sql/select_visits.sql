-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT ticket, office, token_hash, name, concern, lang, consent_version, note, proposed_note, ticked, file_key FROM visits ORDER BY rowid;
