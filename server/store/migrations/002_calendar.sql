-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
-- Holidays, closed days, hours in periods and exceptions. Days are ISO 8601 (2026-12-24), times of a day minutes since
-- its local midnight, a null day leaves that side of a period unbounded.
ALTER TABLE authority ADD COLUMN land TEXT CHECK (length(land) = 2);
ALTER TABLE authority ADD COLUMN corpus_christi INTEGER NOT NULL DEFAULT 0 CHECK (corpus_christi IN (0, 1));
ALTER TABLE authority ADD COLUMN assumption INTEGER NOT NULL DEFAULT 0 CHECK (assumption IN (0, 1));
ALTER TABLE authority ADD COLUMN peace_festival INTEGER NOT NULL DEFAULT 0 CHECK (peace_festival IN (0, 1));

CREATE TABLE closed_days (
    position INTEGER PRIMARY KEY CHECK (position >= 0),
    first_day TEXT NOT NULL CHECK (length(first_day) = 10),
    last_day TEXT NOT NULL CHECK (length(last_day) = 10),
    every_year INTEGER NOT NULL CHECK (every_year IN (0, 1)),
    from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
    note TEXT NOT NULL CHECK (length(note) <= 200)
) STRICT;

ALTER TABLE offices ADD COLUMN open_on_holidays INTEGER NOT NULL DEFAULT 0 CHECK (open_on_holidays IN (0, 1));

CREATE TABLE office_periods (
    office TEXT NOT NULL REFERENCES offices (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    from_day TEXT CHECK (length(from_day) = 10),
    until_day TEXT CHECK (length(until_day) = 10),
    PRIMARY KEY (office, position)
) STRICT, WITHOUT ROWID;

-- The hours until now are the one period without ends.
INSERT INTO office_periods (office, position) SELECT id, 0 FROM offices;

CREATE TABLE office_ranges (
    office TEXT NOT NULL,
    period INTEGER NOT NULL,
    in_person INTEGER NOT NULL CHECK (in_person IN (0, 1)),
    position INTEGER NOT NULL CHECK (position >= 0),
    day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 7),
    from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
    to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN 1 AND 1440),
    PRIMARY KEY (office, period, in_person, position),
    FOREIGN KEY (office, period) REFERENCES office_periods (office, position) ON DELETE CASCADE,
    CHECK (from_minute < to_minute)
) STRICT, WITHOUT ROWID;

INSERT INTO office_ranges (office, period, in_person, position, day, from_minute, to_minute)
SELECT office, 0, 0, position, day, from_minute, to_minute FROM office_hours;

DROP TABLE office_hours;

CREATE TABLE office_exceptions (
    office TEXT NOT NULL REFERENCES offices (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    from_day TEXT CHECK (length(from_day) = 10),
    until_day TEXT CHECK (length(until_day) = 10),
    meeting TEXT CHECK (meeting IN ('virtual', 'in_person')),
    extra INTEGER NOT NULL CHECK (extra IN (0, 1)),
    note TEXT NOT NULL CHECK (length(note) <= 200),
    PRIMARY KEY (office, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE office_exception_ranges (
    office TEXT NOT NULL,
    exception INTEGER NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 7),
    from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
    to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN 1 AND 1440),
    PRIMARY KEY (office, exception, position),
    FOREIGN KEY (office, exception) REFERENCES office_exceptions (office, position) ON DELETE CASCADE,
    CHECK (from_minute < to_minute)
) STRICT, WITHOUT ROWID;
