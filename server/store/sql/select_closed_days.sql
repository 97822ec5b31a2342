-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT first_day, last_day, every_year, from_minute, note FROM closed_days ORDER BY position;
