-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
-- Times are milliseconds since 1970 in UTC, ids the text that Id::text() writes. What concerns a person stands in
-- visits alone, apart from the facts, and is erased with the visit.
CREATE TABLE authority (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    time_zone TEXT NOT NULL CHECK (length(time_zone) BETWEEN 1 AND 64),
    consent_version TEXT NOT NULL CHECK (length(consent_version) BETWEEN 1 AND 64)
) STRICT;

CREATE TABLE offices (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 30),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    department TEXT NOT NULL CHECK (length(department) <= 200),
    letter TEXT NOT NULL CHECK (length(letter) BETWEEN 1 AND 4),
    relay_only INTEGER NOT NULL CHECK (relay_only IN (0, 1)),
    enter_within_s INTEGER NOT NULL CHECK (enter_within_s > 0),
    clerk_grace_s INTEGER NOT NULL CHECK (clerk_grace_s >= 0),
    citizen_grace_s INTEGER NOT NULL CHECK (citizen_grace_s >= 0),
    unreachable_until_s INTEGER NOT NULL CHECK (unreachable_until_s >= 0),
    not_called_after_miss_s INTEGER NOT NULL CHECK (not_called_after_miss_s >= 0),
    max_calls INTEGER NOT NULL CHECK (max_calls > 0),
    queue_limit INTEGER CHECK (queue_limit >= 0),
    last_number INTEGER NOT NULL CHECK (last_number > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE office_hours (
    office TEXT NOT NULL REFERENCES offices (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 7),
    from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
    to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN 1 AND 1440),
    PRIMARY KEY (office, position),
    CHECK (from_minute < to_minute)
) STRICT, WITHOUT ROWID;

CREATE TABLE clerks (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 30),
    login TEXT NOT NULL UNIQUE CHECK (length(login) BETWEEN 1 AND 64),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    password_hash TEXT NOT NULL,
    is_clerk INTEGER NOT NULL CHECK (is_clerk IN (0, 1)),
    is_head INTEGER NOT NULL CHECK (is_head IN (0, 1)),
    is_administrator INTEGER NOT NULL CHECK (is_administrator IN (0, 1)),
    disabled INTEGER NOT NULL CHECK (disabled IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE office_clerks (
    office TEXT NOT NULL REFERENCES offices (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    clerk TEXT NOT NULL REFERENCES clerks (id) ON DELETE CASCADE,
    PRIMARY KEY (office, clerk)
) STRICT, WITHOUT ROWID;

CREATE TABLE facts (
    office TEXT NOT NULL REFERENCES offices (id),
    seq INTEGER NOT NULL CHECK (seq > 0),
    at INTEGER NOT NULL,
    body TEXT NOT NULL CHECK (length(body) > 0),
    PRIMARY KEY (office, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER facts_have_no_gaps BEFORE INSERT ON facts
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM facts WHERE office = NEW.office)
BEGIN
    SELECT raise(ABORT, 'the number of a fact follows the last one');
END;

CREATE TRIGGER facts_never_change BEFORE UPDATE ON facts
BEGIN
    SELECT raise(ABORT, 'a fact never changes');
END;

CREATE TABLE visits (
    ticket TEXT NOT NULL UNIQUE CHECK (length(ticket) = 30),
    office TEXT NOT NULL REFERENCES offices (id),
    token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    name TEXT NOT NULL,
    concern TEXT NOT NULL,
    lang TEXT NOT NULL CHECK (length(lang) BETWEEN 2 AND 8),
    consent_version TEXT NOT NULL
) STRICT;

CREATE TABLE answers (
    key BLOB NOT NULL PRIMARY KEY CHECK (length(key) > 0),
    digest INTEGER NOT NULL,
    refusal TEXT CHECK (length(refusal) > 0),
    clerk TEXT CHECK (length(clerk) = 30),
    refused_ticket TEXT CHECK (length(refused_ticket) = 30),
    ticket TEXT CHECK (length(ticket) = 30),
    epoch INTEGER CHECK (epoch >= 0),
    at INTEGER NOT NULL,
    CHECK (refusal IS NOT NULL OR (clerk IS NULL AND refused_ticket IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX answers_by_age ON answers (at);

CREATE TABLE sessions (
    token_hash BLOB NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
    clerk TEXT NOT NULL REFERENCES clerks (id) ON DELETE CASCADE,
    created INTEGER NOT NULL,
    last_used INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    CHECK (created <= last_used AND created < expires)
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_by_clerk ON sessions (clerk);

CREATE TABLE setup_tokens (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    token_hash BLOB NOT NULL CHECK (length(token_hash) = 32),
    expires INTEGER NOT NULL
) STRICT;
