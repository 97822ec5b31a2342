-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT id, login, name, is_clerk, is_head, is_administrator, disabled, version FROM clerks ORDER BY login;
