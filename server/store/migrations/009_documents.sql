-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
-- What seals the files of a visit, which lie beside the database: they are gone with this row, whatever is left of them.
ALTER TABLE visits ADD COLUMN file_key BLOB NOT NULL DEFAULT x'';
UPDATE visits SET file_key = randomblob(32);
