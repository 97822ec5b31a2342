-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO office_shifts (office, position, clerk, date, day, from_minute, to_minute)
VALUES (:office, :position, :clerk, :date, :day, :from_minute, :to_minute);
