-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT c.id, c.login, c.name, c.password_hash, c.is_clerk, c.is_head, c.is_administrator, c.disabled, c.must_change,
    s.token_hash, s.created, s.last_used, s.expires
FROM sessions s
JOIN clerks c ON c.id = s.clerk
ORDER BY s.created;
