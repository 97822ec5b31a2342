-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO closed_days (position, first_day, last_day, every_year, from_minute, note)
VALUES (:position, :first_day, :last_day, :every_year, :from_minute, :note);
