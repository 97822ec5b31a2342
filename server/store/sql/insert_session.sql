-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO sessions (token_hash, clerk, created, last_used, expires)
VALUES (:token_hash, :clerk, :created, :last_used, :expires);
