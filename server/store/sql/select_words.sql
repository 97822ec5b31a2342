-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT field, position, language, text FROM words WHERE owner = :owner ORDER BY field, position, language;
