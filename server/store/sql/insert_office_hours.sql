-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO office_hours (office, position, day, from_minute, to_minute)
VALUES (:office, :position, :day, :from_minute, :to_minute);
