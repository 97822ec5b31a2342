-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
DELETE FROM words WHERE owner IN (SELECT id FROM forms WHERE office = :office);
