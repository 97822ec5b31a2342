-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
-- Facts go after some time, and totals of their days stay. So that nothing of them is left in the gaps of pages, facts lie
-- in the order in which they came: rows that are only ever appended are not moved between pages, and the oldest ones
-- free theirs.
DROP TRIGGER facts_have_no_gaps;
DROP TRIGGER facts_never_change;
ALTER TABLE facts RENAME TO earlier_facts;

CREATE TABLE facts (
    place INTEGER PRIMARY KEY,
    office TEXT NOT NULL REFERENCES offices (id),
    seq INTEGER NOT NULL CHECK (seq > 0),
    at INTEGER NOT NULL,
    body TEXT NOT NULL CHECK (length(body) > 0),
    UNIQUE (office, seq)
) STRICT;

INSERT INTO facts (office, seq, at, body) SELECT office, seq, at, body FROM earlier_facts ORDER BY at, office, seq;
DROP TABLE earlier_facts;

-- An office behind its newest erased fact: those that are left go on from here.
CREATE TABLE office_states (
    office TEXT NOT NULL PRIMARY KEY REFERENCES offices (id),
    seq INTEGER NOT NULL CHECK (seq > 0),
    state TEXT NOT NULL CHECK (length(state) > 0)
) STRICT, WITHOUT ROWID;

-- What is moved aside while its pages are cleared; empty but within one transaction.
CREATE TABLE facts_aside (
    place INTEGER PRIMARY KEY,
    office TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TRIGGER facts_have_no_gaps BEFORE INSERT ON facts
WHEN NEW.seq <> coalesce((SELECT max(seq) FROM facts WHERE office = NEW.office),
                         (SELECT seq FROM office_states WHERE office = NEW.office), 0) + 1
    AND NOT EXISTS (SELECT 1 FROM facts_aside WHERE place = NEW.place AND office = NEW.office AND seq = NEW.seq)
BEGIN
    SELECT raise(ABORT, 'the number of a fact follows the last one');
END;

CREATE TRIGGER facts_never_change BEFORE UPDATE ON facts
BEGIN
    SELECT raise(ABORT, 'a fact never changes');
END;

CREATE TRIGGER facts_go_behind_their_office BEFORE DELETE ON facts
WHEN OLD.seq > coalesce((SELECT seq FROM office_states WHERE office = OLD.office), 0)
    AND NOT EXISTS (SELECT 1 FROM facts_aside WHERE place = OLD.place)
BEGIN
    SELECT raise(ABORT, 'a fact that an office still needs stays');
END;

-- Days as yyyymmdd; the empty concern is that of visits without one.
CREATE TABLE day_totals (
    office TEXT NOT NULL REFERENCES offices (id),
    day INTEGER NOT NULL CHECK (day BETWEEN 19700101 AND 99991231),
    concern TEXT NOT NULL CHECK (length(concern) IN (0, 30)),
    issued INTEGER NOT NULL CHECK (issued >= 0),
    received INTEGER NOT NULL CHECK (received >= 0),
    served INTEGER NOT NULL CHECK (served >= 0),
    transferred INTEGER NOT NULL CHECK (transferred >= 0),
    gone INTEGER NOT NULL CHECK (gone >= 0),
    aborted INTEGER NOT NULL CHECK (aborted >= 0),
    missed INTEGER NOT NULL CHECK (missed >= 0),
    closed INTEGER NOT NULL CHECK (closed >= 0),
    foretold INTEGER NOT NULL CHECK (foretold >= 0),
    foretold_right INTEGER NOT NULL CHECK (foretold_right BETWEEN 0 AND foretold),
    PRIMARY KEY (office, day, concern)
) STRICT, WITHOUT ROWID;

-- How often a wait or a service lay in a bucket of Spread (shared/domain/office/DayTotals.h), counted from 0.
CREATE TABLE day_lengths (
    office TEXT NOT NULL,
    day INTEGER NOT NULL,
    concern TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('wait', 'service')),
    bucket INTEGER NOT NULL CHECK (bucket >= 0),
    count INTEGER NOT NULL CHECK (count > 0),
    PRIMARY KEY (office, day, concern, kind, bucket),
    FOREIGN KEY (office, day, concern) REFERENCES day_totals (office, day, concern) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
