-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT id, office, position, sha256, bytes, fields, version FROM forms ORDER BY office, position, id;
