-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT clerk, date, day, from_minute, to_minute FROM office_shifts WHERE office = :office ORDER BY position;
