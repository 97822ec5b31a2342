-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT id, name, languages, phone, email, note, version FROM interpreters ORDER BY name, id;
