-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT l.seq, l.at, l.clerk, c.name, l.kind, l.id, l.version, l.action, l.chain
FROM change_log l
LEFT JOIN clerks c ON c.id = l.clerk
WHERE l.seq < :before
ORDER BY l.seq DESC
LIMIT :most;
