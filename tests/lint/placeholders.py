#!/usr/bin/env python3
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
"""A translation fills in what its source fills in: the same %1, %n and {marks}, none lost and none made up."""
import re
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

ROOT = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
MARK = re.compile(r"%L?[0-9]+|%n|\{\w+\}")


def marks(text):
    return sorted(set(MARK.findall(text)))


def problems_of(path):
    for message in xml.parse(path).getroot().iter("message"):
        source = message.find("source").text
        translation = message.find("translation")
        for text in [form.text for form in translation.findall("numerusform")] or [translation.text]:
            if marks(text or "") != marks(source):
                yield f"{path.relative_to(ROOT)}: {source!r} and {text!r} do not fill in the same"


def main():
    files = sorted((ROOT / "translations").glob("*.ts"))
    found = [problem for path in files for problem in problems_of(path)]
    print("\n".join(found) or f"{len(files)} files fill in what their sources do")
    sys.exit(1 if found or not files else 0)


main()
