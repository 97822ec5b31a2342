-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO office_ranges (office, period, in_person, position, day, from_minute, to_minute)
VALUES (:office, :period, :in_person, :position, :day, :from_minute, :to_minute);
