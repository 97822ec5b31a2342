-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO visits (ticket, office, token_hash, name, concern, lang, consent_version, file_key)
VALUES (:ticket, :office, :token_hash, :name, :concern, :lang, :consent_version, :file_key);
