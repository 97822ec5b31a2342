-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
-- The second factor of clerks: the secret shared with a phone, the step (30 s since 1970) of the code used last, and
-- the SHA-256 of each recovery code that is not used yet. Which roles must have one stands with the authority.
ALTER TABLE authority ADD COLUMN factor_of_clerks INTEGER NOT NULL DEFAULT 0 CHECK (factor_of_clerks IN (0, 1));
ALTER TABLE authority ADD COLUMN factor_of_heads INTEGER NOT NULL DEFAULT 0 CHECK (factor_of_heads IN (0, 1));
ALTER TABLE authority ADD COLUMN factor_of_administrators INTEGER NOT NULL DEFAULT 0
    CHECK (factor_of_administrators IN (0, 1));

CREATE TABLE second_factors (
    clerk TEXT NOT NULL PRIMARY KEY REFERENCES clerks (id) ON DELETE CASCADE,
    secret BLOB NOT NULL CHECK (length(secret) = 20),
    last_step INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE recovery_codes (
    clerk TEXT NOT NULL REFERENCES second_factors (clerk) ON DELETE CASCADE,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (clerk, hash)
) STRICT, WITHOUT ROWID;
