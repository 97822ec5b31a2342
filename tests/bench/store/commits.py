# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
"""Commits rows of a ticket's size into a plain SQLite file, WAL and FULL, one after another; prints the
milliseconds of each, one a line."""
import os
import sqlite3
import sys
import time

path, count = sys.argv[1], int(sys.argv[2])
connection = sqlite3.connect(path, isolation_level=None)
connection.execute("PRAGMA journal_mode = WAL")
connection.execute("PRAGMA synchronous = FULL")
if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",) or connection.execute("PRAGMA synchronous").fetchone() != (2,):
    sys.exit("the reference does not keep to WAL and FULL")
connection.execute("CREATE TABLE IF NOT EXISTS tickets (id BLOB PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID")
for _ in range(count):
    row = (os.urandom(16), "x" * 300)
    begin = time.perf_counter()
    connection.execute("INSERT INTO tickets VALUES (?, ?)", row)
    print(f"{(time.perf_counter() - begin) * 1000:.4f}")
