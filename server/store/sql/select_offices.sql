-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT o.id, o.name, o.department_id, o.letter, o.relay_only, o.hide_position, o.ask_name, o.version
FROM offices o
LEFT JOIN departments d ON d.id = o.department_id
WHERE o.archived = 0
ORDER BY d.name, o.name, o.id;
