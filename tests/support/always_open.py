#!/usr/bin/env python3
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demo's town without a calendar, on standard output: its offices are open day and night.

A test that opens an office must come out the same at closing time, on a public holiday and on a Sunday.

usage: always_open.py TOWN.TOML
"""
import pathlib
import re
import sys

CALENDAR = re.compile(r"^\[\[(closed_days|offices\.periods|offices\.exceptions)\]\]\n(?:(?!\[).*\n?)*", re.MULTILINE)
HOLIDAYS = re.compile(r"^(land|holidays) = .*\n", re.MULTILINE)
HOURS = re.compile(r"^(hours|in_person) = .*$", re.MULTILINE)

text = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
offices = text.count("[[offices]]")
text = HOLIDAYS.sub("", CALENDAR.sub("", text))
text, opened = HOURS.subn(r'\1 = ["mo-so 00:00-24:00"]', text)
if not offices or opened < offices:
    sys.exit("always_open.py: not every office of this file has hours")
sys.stdout.write(text)
