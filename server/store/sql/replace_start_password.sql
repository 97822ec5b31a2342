-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
UPDATE clerks SET password_hash = :password_hash, must_change = 0
WHERE id = :id AND password_hash = :before AND must_change = 1 AND disabled = 0
RETURNING id;
