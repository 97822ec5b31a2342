-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO visits (ticket, office, token_hash, name, concern, lang, consent_version)
VALUES (:ticket, :office, :token_hash, :name, :concern, :lang, :consent_version);
