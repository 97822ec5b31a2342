-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO setup_tokens (one, token_hash, expires)
VALUES (1, :token_hash, :expires)
ON CONFLICT (one) DO UPDATE SET token_hash = excluded.token_hash, expires = excluded.expires;
