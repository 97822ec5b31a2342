-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO interpreter_hours (interpreter, position, day, from_minute, to_minute)
VALUES (:interpreter, :position, :day, :from_minute, :to_minute);
