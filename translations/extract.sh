#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
# Takes the words out of the sources: of the clerk app into sprechtag_de.ts and sprechtag_en.ts (English: plurals
# alone), of the server into sprechtag_server_de.ts (English, without plurals, lies in the sources).
# `extract.sh --check` writes nothing and fails when a word is missing, left over or not translated.
set -euo pipefail
cd "$(dirname "$0")/.."
lupdate=${LUPDATE:-/usr/lib/qt6/bin/lupdate}
files=(sprechtag_de.ts sprechtag_en.ts sprechtag_server_de.ts)
target=translations
if [ "${1:-}" = --check ]; then
    target=$(mktemp -d)
    trap 'rm -rf "$target"' EXIT
    cp "${files[@]/#/translations/}" "$target"
fi
extract() { # folder, file, language, further options
    "$lupdate" -silent -no-obsolete -locations none -no-ui-lines -I . "$1" -target-language "$3" "${@:4}" \
        -ts "$target/$2" 2>/dev/null
}
extract clerk-app sprechtag_de.ts de
extract clerk-app sprechtag_en.ts en -pluralonly
extract server sprechtag_server_de.ts de
if [ "${1:-}" = --check ]; then
    for file in "${files[@]}"; do
        diff -u "translations/$file" "$target/$file" ||
            { echo "Run translations/extract.sh and translate what is new."; exit 1; }
        if grep -n 'type="unfinished"' "translations/$file"; then
            echo "$file has words without a translation."
            exit 1
        fi
    done
    words=0
    for file in "${files[@]/#/translations/}"; do
        words=$((words + $(grep -c '<message' "$file")))
    done
    echo "$words words are translated"
fi
