-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
-- Everything that administrators change, with the number of its changes, and the log of them.
ALTER TABLE authority ADD COLUMN languages TEXT NOT NULL DEFAULT 'de' CHECK (length(languages) BETWEEN 1 AND 400);
ALTER TABLE authority ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);
ALTER TABLE clerks ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);

CREATE TABLE departments (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 30),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    version INTEGER NOT NULL CHECK (version > 0)
) STRICT, WITHOUT ROWID;

-- Digits of base 16 are digits of base 32 as well, and 25 of them leave the id within its 128 bits.
INSERT INTO departments (id, name, version)
SELECT 'dep_0' || substr(lower(hex(randomblob(13))), 1, 25), department, 1
FROM (SELECT DISTINCT department FROM offices WHERE department <> '');

CREATE TABLE concerns (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 30),
    leika_key TEXT NOT NULL CHECK (length(leika_key) IN (0, 14)),
    length_min INTEGER CHECK (length_min > 0),
    version INTEGER NOT NULL CHECK (version > 0)
) STRICT, WITHOUT ROWID;

-- The owner is the id of an office or a concern, or empty: the authority.
CREATE TABLE words (
    owner TEXT NOT NULL,
    field TEXT NOT NULL CHECK (length(field) > 0),
    position INTEGER NOT NULL CHECK (position >= 0),
    language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 16),
    text TEXT NOT NULL CHECK (length(text) <= 2000),
    PRIMARY KEY (owner, field, position, language)
) STRICT, WITHOUT ROWID;

ALTER TABLE offices ADD COLUMN department_id TEXT REFERENCES departments (id);
ALTER TABLE offices ADD COLUMN hide_position INTEGER NOT NULL DEFAULT 0 CHECK (hide_position IN (0, 1));
ALTER TABLE offices ADD COLUMN ask_name INTEGER NOT NULL DEFAULT 1 CHECK (ask_name IN (0, 1));
-- Facts never go, and so the row of an office that is taken away stays.
ALTER TABLE offices ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));
ALTER TABLE offices ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);
UPDATE offices SET department_id = (SELECT id FROM departments WHERE name = offices.department);
ALTER TABLE offices DROP COLUMN department;

-- A threshold that is not here is as the program has it.
CREATE TABLE office_settings (
    office TEXT NOT NULL REFERENCES offices (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (length(name) > 0),
    value INTEGER NOT NULL CHECK (value >= 0),
    PRIMARY KEY (office, name)
) STRICT, WITHOUT ROWID;

INSERT INTO office_settings (office, name, value)
SELECT id, 'enter_within_s', enter_within_s FROM offices
UNION ALL SELECT id, 'clerk_grace_s', clerk_grace_s FROM offices
UNION ALL SELECT id, 'citizen_grace_s', citizen_grace_s FROM offices
UNION ALL SELECT id, 'unreachable_until_s', unreachable_until_s FROM offices
UNION ALL SELECT id, 'not_called_after_miss_s', not_called_after_miss_s FROM offices
UNION ALL SELECT id, 'max_calls', max_calls FROM offices
UNION ALL SELECT id, 'queue_limit', queue_limit FROM offices WHERE queue_limit IS NOT NULL
UNION ALL SELECT id, 'last_number', last_number FROM offices;
ALTER TABLE offices DROP COLUMN enter_within_s;
ALTER TABLE offices DROP COLUMN clerk_grace_s;
ALTER TABLE offices DROP COLUMN citizen_grace_s;
ALTER TABLE offices DROP COLUMN unreachable_until_s;
ALTER TABLE offices DROP COLUMN not_called_after_miss_s;
ALTER TABLE offices DROP COLUMN max_calls;
ALTER TABLE offices DROP COLUMN queue_limit;
ALTER TABLE offices DROP COLUMN last_number;

ALTER TABLE office_clerks ADD COLUMN may_call_named INTEGER NOT NULL DEFAULT 0 CHECK (may_call_named IN (0, 1));
ALTER TABLE office_clerks ADD COLUMN is_head INTEGER NOT NULL DEFAULT 0 CHECK (is_head IN (0, 1));

CREATE TABLE office_concerns (
    office TEXT NOT NULL REFERENCES offices (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    concern TEXT NOT NULL REFERENCES concerns (id),
    PRIMARY KEY (office, concern)
) STRICT, WITHOUT ROWID;

CREATE TABLE office_shifts (
    office TEXT NOT NULL REFERENCES offices (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    clerk TEXT NOT NULL REFERENCES clerks (id),
    date TEXT CHECK (length(date) = 10),
    day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 7),
    from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1440),
    to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN from_minute AND 1440),
    PRIMARY KEY (office, position)
) STRICT, WITHOUT ROWID;

-- Each row carries the hash of the one before it and of its own content: nobody takes a line out unseen.
CREATE TABLE change_log (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    at INTEGER NOT NULL,
    clerk TEXT CHECK (length(clerk) = 30),
    kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 4),
    id TEXT NOT NULL CHECK (length(id) IN (0, 30)),
    version INTEGER NOT NULL CHECK (version > 0),
    action INTEGER NOT NULL CHECK (action BETWEEN 0 AND 2),
    chain BLOB NOT NULL CHECK (length(chain) = 32)
) STRICT;

CREATE INDEX change_log_by_value ON change_log (kind, id, seq);

CREATE TABLE changed_fields (
    seq INTEGER NOT NULL REFERENCES change_log (seq),
    position INTEGER NOT NULL CHECK (position >= 0),
    field TEXT NOT NULL CHECK (length(field) > 0),
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    PRIMARY KEY (seq, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER changes_never_change BEFORE UPDATE ON change_log
BEGIN
    SELECT raise(ABORT, 'the log of changes is only written on');
END;

CREATE TRIGGER changes_never_go BEFORE DELETE ON change_log
BEGIN
    SELECT raise(ABORT, 'the log of changes is only written on');
END;

CREATE TRIGGER changed_fields_never_change BEFORE UPDATE ON changed_fields
BEGIN
    SELECT raise(ABORT, 'the log of changes is only written on');
END;

CREATE TRIGGER changed_fields_never_go BEFORE DELETE ON changed_fields
BEGIN
    SELECT raise(ABORT, 'the log of changes is only written on');
END;
