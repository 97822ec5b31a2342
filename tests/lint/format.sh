#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
# Refuses C++ that clang-format 14 would write otherwise. `format.sh --fix` writes it.
set -euo pipefail
cd "$(dirname "$0")/../.."
tool=$(command -v clang-format-14 || command -v clang-format)
mapfile -d '' -t files < <(git ls-files -co --exclude-standard -z '*.h' '*.cpp')
[ "${#files[@]}" -gt 0 ] || { echo "no files to look at"; exit 1; }
if [ "${1:-}" = --fix ]; then exec "$tool" -i "${files[@]}"; fi
"$tool" --version
"$tool" --dry-run --Werror "${files[@]}"
echo "${#files[@]} files are well formed"
