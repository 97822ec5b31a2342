-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO sessions (token_hash, clerk, created, last_used, expires)
SELECT :token_hash, id, :created, :last_used, :expires FROM clerks
WHERE id = :clerk AND password_hash = :password_hash AND disabled = 0 AND must_change = 0
RETURNING clerk;
