-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO words (owner, field, position, language, text)
VALUES (:owner, :field, :position, :language, :text);
