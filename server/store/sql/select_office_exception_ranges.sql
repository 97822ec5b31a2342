-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT day, from_minute, to_minute
FROM office_exception_ranges
WHERE office = :office AND exception = :exception
ORDER BY position;
