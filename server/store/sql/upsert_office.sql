-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO offices (id, name, department_id, letter, relay_only, hide_position, ask_name, archived, version)
VALUES (:id, :name, :department, :letter, :relay_only, :hide_position, :ask_name, 0, :version)
ON CONFLICT (id) DO UPDATE
SET name = excluded.name, department_id = excluded.department_id, letter = excluded.letter,
    relay_only = excluded.relay_only, hide_position = excluded.hide_position, ask_name = excluded.ask_name,
    archived = 0, version = excluded.version;
