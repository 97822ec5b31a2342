-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT concern FROM office_concerns WHERE office = :office ORDER BY position;
