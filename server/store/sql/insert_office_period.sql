-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO office_periods (office, position, from_day, until_day)
VALUES (:office, :position, :from_day, :until_day);
