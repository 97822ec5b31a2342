#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
# Takes the clerk app's words out of the sources into sprechtag_de.ts and sprechtag_en.ts (English: plurals alone).
# `extract.sh --check` writes nothing and fails when a word is missing, left over or not translated.
set -euo pipefail
cd "$(dirname "$0")/.."
lupdate=${LUPDATE:-/usr/lib/qt6/bin/lupdate}
target=translations
if [ "${1:-}" = --check ]; then
    target=$(mktemp -d)
    trap 'rm -rf "$target"' EXIT
    cp translations/sprechtag_de.ts translations/sprechtag_en.ts "$target"
fi
extract() { # language, further options
    "$lupdate" -silent -no-obsolete -locations none -no-ui-lines -I . clerk-app -target-language "$@" 2>/dev/null
}
extract de -ts "$target/sprechtag_de.ts"
extract en -pluralonly -ts "$target/sprechtag_en.ts"
if [ "${1:-}" = --check ]; then
    for language in de en; do
        diff -u "translations/sprechtag_$language.ts" "$target/sprechtag_$language.ts" ||
            { echo "Run translations/extract.sh and translate what is new."; exit 1; }
        if grep -n 'type="unfinished"' "translations/sprechtag_$language.ts"; then
            echo "sprechtag_$language.ts has words without a translation."
            exit 1
        fi
    done
    echo "$(grep -c '<message' translations/sprechtag_de.ts) words are translated"
fi
