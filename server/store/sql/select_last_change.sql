-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT l.version, l.clerk, c.name, l.at
FROM change_log l
LEFT JOIN clerks c ON c.id = l.clerk
WHERE l.kind = :kind AND l.id = :id
ORDER BY l.seq DESC
LIMIT 1;
