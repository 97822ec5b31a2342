-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT day, from_minute, to_minute FROM office_hours WHERE office = :office ORDER BY position;
