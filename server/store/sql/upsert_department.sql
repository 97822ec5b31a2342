-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO departments (id, name, version)
VALUES (:id, :name, :version)
ON CONFLICT (id) DO UPDATE
SET name = excluded.name, version = excluded.version;
