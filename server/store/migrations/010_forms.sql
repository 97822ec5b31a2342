-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
-- What an office has ready for its visitors. What a form holds lies apart from what is said of it: it is read only when
-- somebody wants it. Its names are among the words, under its id.
CREATE TABLE forms (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 30),
    office TEXT NOT NULL REFERENCES offices (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    fields INTEGER NOT NULL CHECK (fields >= 0),
    version INTEGER NOT NULL CHECK (version > 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX forms_by_office ON forms (office);

CREATE TABLE form_files (
    form TEXT NOT NULL PRIMARY KEY REFERENCES forms (id) ON DELETE CASCADE,
    content BLOB NOT NULL
) STRICT;

-- The log of changes tells of forms, too, and of interpreters (011). Its entries and their hashes stay as they are; the table of the fields goes
-- first, for it refers to the other.
CREATE TABLE wider_log (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    at INTEGER NOT NULL,
    clerk TEXT CHECK (length(clerk) = 30),
    kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 6),
    id TEXT NOT NULL CHECK (length(id) IN (0, 30)),
    version INTEGER NOT NULL CHECK (version > 0),
    action INTEGER NOT NULL CHECK (action BETWEEN 0 AND 2),
    chain BLOB NOT NULL CHECK (length(chain) = 32)
) STRICT;
INSERT INTO wider_log (seq, at, clerk, kind, id, version, action, chain)
SELECT seq, at, clerk, kind, id, version, action, chain FROM change_log ORDER BY seq;

CREATE TABLE wider_fields (
    seq INTEGER NOT NULL REFERENCES wider_log (seq),
    position INTEGER NOT NULL CHECK (position >= 0),
    field TEXT NOT NULL CHECK (length(field) > 0),
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    PRIMARY KEY (seq, position)
) STRICT, WITHOUT ROWID;
INSERT INTO wider_fields (seq, position, field, before, after)
SELECT seq, position, field, before, after FROM changed_fields;

DROP TABLE changed_fields;
DROP TABLE change_log;
ALTER TABLE wider_log RENAME TO change_log;
ALTER TABLE wider_fields RENAME TO changed_fields;

CREATE INDEX change_log_by_value ON change_log (kind, id, seq);

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
