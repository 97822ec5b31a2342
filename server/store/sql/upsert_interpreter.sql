-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO interpreters (id, name, languages, phone, email, note, version)
VALUES (:id, :name, :languages, :phone, :email, :note, :version)
ON CONFLICT (id) DO UPDATE
SET name = excluded.name, languages = excluded.languages, phone = excluded.phone, email = excluded.email,
    note = excluded.note, version = excluded.version;
