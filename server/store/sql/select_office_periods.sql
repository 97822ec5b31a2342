-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT from_day, until_day FROM office_periods WHERE office = :office ORDER BY position;
