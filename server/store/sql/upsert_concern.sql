-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO concerns (id, leika_key, length_min, version)
VALUES (:id, :leika_key, :length_min, :version)
ON CONFLICT (id) DO UPDATE
SET leika_key = excluded.leika_key, length_min = excluded.length_min, version = excluded.version;
