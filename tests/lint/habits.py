#!/usr/bin/env python3
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
"""Habits that a compiler does not hold: headers, logging, clocks, connects, budgets, finished work."""
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
CODE = (".h", ".cpp", ".ts", ".tsx", ".mjs", ".py", ".sh", ".sql", ".cmake", ".c")
FILE_LINES, HEADER_LINES, MAIN_LINES = 450, 200, 60

RULES = [  # (name, pattern, files that it is about, files that are excused)
    ("qDebug() and friends without a category", r"\bq(Debug|Info|Warning|Critical)\s*\(\s*\)", r"^(shared|server|clerk-app)/.*\.(h|cpp)$", None),
    ("no exceptions of ours", r"\bthrow\b(?!\w)", r"^(shared|server|clerk-app)/.*\.(h|cpp)$", None),
    ("the time is told, not asked for (only SystemClock asks)", r"currentDateTime|system_clock::now|steady_clock::now|QTime::currentTime|QDate::currentDate",
     r"^(shared|server|clerk-app)/.*\.(h|cpp)$", r"shared/base/SystemClock\.cpp"),
    ("a lambda in connect needs a context object", r"connect\(\s*[^,()]+,\s*&[\w:]+,\s*\[", r"^(shared|server|clerk-app)/.*\.(h|cpp)$", None),
    ("string-based connect", r"\b(SIGNAL|SLOT)\(", r"\.(h|cpp)$", None),
    ("work that is not finished", r"\b(TODO|FIXME|XXX)\b", r"\.(h|cpp|ts|tsx|mjs|sh|sql|md)$", None),
    ("innerHTML", r"\.(inner|outer)HTML\b|insertAdjacentHTML|dangerouslySetInnerHTML", r"^resources/web/src/", None),
    ("JSON.parse outside src/protocol", r"JSON\.parse", r"^resources/web/src/", r"^resources/web/src/protocol/"),
    ("document in the connection", r"\bdocument\b\.", r"^resources/web/src/(connection|state)/", None),
    ("no SELECT *", r"select\s+\*", r"\.sql$", None),
    ("machine paths", r"/(home|root|Users)/\w", r".", r"^tests/lint/"),
]


def tracked():
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True)
    return [name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def strip_comments(text, name):
    if name.endswith((".h", ".cpp", ".ts", ".tsx", ".c")):
        text = re.sub(r"/\*.*?\*/", lambda m: "\n" * m.group().count("\n"), text, flags=re.S)
        text = re.sub(r"//[^\n]*", "", text)
    return text


def problems_of(name):
    try:
        text = (ROOT / name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return
    if (name.endswith(CODE) or name.endswith("CMakeLists.txt")) and "fixtures/" not in name:
        head = "\n".join(text.splitlines()[:4])
        if "SPDX-FileCopyrightText:" not in head or "SPDX-License-Identifier: EUPL-1.2" not in head:
            yield f"{name}: the two SPDX lines are missing at the top"
    lines = text.count("\n")
    if name.endswith((".cpp", ".ts", ".tsx")) and lines > FILE_LINES:
        yield f"{name}: {lines} lines, more than {FILE_LINES}: is it still one room?"
    if name.endswith(".h") and lines > HEADER_LINES:
        yield f"{name}: {lines} lines, a header has at most {HEADER_LINES}"
    if name.endswith("/main.cpp") and lines > MAIN_LINES:
        yield f"{name}: {lines} lines, a main has at most {MAIN_LINES}"
    bare = strip_comments(text, name)
    for title, pattern, about, excused in RULES:
        if not re.search(about, name) or (excused and re.search(excused, name)):
            continue
        where = text if title.startswith("work that") else bare
        for match in re.finditer(pattern, where, re.I if name.endswith(".sql") else 0):
            yield f"{name}:{where.count(chr(10), 0, match.start()) + 1}: {title}"


def main():
    names = [n for n in tracked() if n != "LICENSE" and not n.startswith("tests/lint/") and not n.endswith("package-lock.json")
             and not n.startswith("translations/sprechtag_")]  # Qt Linguist's, not TypeScript
    found = [problem for name in names for problem in problems_of(name)]
    print("\n".join(found) or f"{len(names)} files keep the habits")
    sys.exit(1 if found else 0)


main()
