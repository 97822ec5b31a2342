-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO form_files (form, content) VALUES (:form, :content)
ON CONFLICT (form) DO UPDATE SET content = excluded.content;
