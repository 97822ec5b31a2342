-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
-- Who puts into another language what is said in a conversation, and when they can be reached. Languages are tags, with
-- a blank between them.
CREATE TABLE interpreters (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 30),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    languages TEXT NOT NULL CHECK (length(languages) BETWEEN 2 AND 400),
    phone TEXT NOT NULL CHECK (length(phone) <= 40),
    email TEXT NOT NULL CHECK (length(email) <= 200),
    note TEXT NOT NULL CHECK (length(note) <= 200),
    version INTEGER NOT NULL CHECK (version > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE interpreter_hours (
    interpreter TEXT NOT NULL REFERENCES interpreters (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 7),
    from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1440),
    to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN from_minute AND 1440),
    PRIMARY KEY (interpreter, position)
) STRICT, WITHOUT ROWID;
