-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO forms (id, office, position, sha256, bytes, fields, version)
VALUES (:id, :office, :position, :sha256, :bytes, :fields, :version)
ON CONFLICT (id) DO UPDATE
SET office = excluded.office, position = excluded.position, sha256 = excluded.sha256, bytes = excluded.bytes,
    fields = excluded.fields, version = excluded.version;
