-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO office_exceptions (office, position, from_day, until_day, meeting, extra, note)
VALUES (:office, :position, :from_day, :until_day, :meeting, :extra, :note);
