-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO office_exception_ranges (office, exception, position, day, from_minute, to_minute)
VALUES (:office, :exception, :position, :day, :from_minute, :to_minute);
