-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT day, from_minute, to_minute
FROM office_ranges
WHERE office = :office AND period = :period AND in_person = :in_person
ORDER BY position;
