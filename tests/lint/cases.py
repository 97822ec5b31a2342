#!/usr/bin/env python3
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
"""tests/CASES.md: every case has its one row, every test that a row names is there, and a row without one says why."""
import re
import sys
from pathlib import Path

ROOT = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
HOW_MANY = {"Q": 27, "A": 19, "C": 20, "T": 6, "D": 7, "F": 12, "M": 15, "R": 6}
# Of these two, what a conversation needs; the rest follows.
ALSO = ["P-09", "P-10", "E-01", "E-02", "E-03", "E-04", "E-06"]
ROW = re.compile(r"^\| ([QACTDFMRPE]-\d\d) \| [^|]+ \| (.+) \|$")
TEST = re.compile(r"`([^`:]+\.\w+):([^`]+)`")


def file_of(path):
    name = path.removeprefix("web/")
    return ROOT / ("resources/web/tests" if name != path else "tests") / name


def problems_of(case, text):
    tests = TEST.findall(text)
    if not tests and not re.match(r"(open|does not apply): \w", text):
        yield f"{case}: neither a test nor why there is none"
    for path, function in tests:
        file = file_of(path)
        if not file.is_file():
            yield f"{case}: there is no {path}"
        elif not re.search(rf"(?<!\w){re.escape(function)}", file.read_text()):
            yield f"{case}: {path} has no {function}"


def main():
    file = ROOT / "tests/CASES.md"
    rows = [row.groups() for row in map(ROW.match, file.read_text().splitlines() if file.is_file() else []) if row]
    wanted = [f"{kind}-{number:02}" for kind, count in HOW_MANY.items() for number in range(1, count + 1)] + ALSO
    found = [problem for case, text in rows for problem in problems_of(case, text)]
    for case in wanted:
        if (times := [row[0] for row in rows].count(case)) != 1:
            found.append(f"{case} has {times} rows")
    opened = sum(text.startswith("open:") for _, text in rows)
    print("\n".join(found) or f"{len(rows)} cases, {opened} without a test as yet")
    sys.exit(1 if found else 0)


main()
