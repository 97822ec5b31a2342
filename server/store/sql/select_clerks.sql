-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT id, login, name, password_hash, is_clerk, is_head, is_administrator, disabled, must_change
FROM clerks ORDER BY login;
