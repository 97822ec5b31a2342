-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT clerk FROM office_clerks WHERE office = :office ORDER BY position;
