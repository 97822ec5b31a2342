#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
# Every shell script parses, is executable and stops at the first error.
set -euo pipefail
cd "$(dirname "$0")/../.."
bad=0
while IFS= read -r -d '' file; do
    bash -n "$file" || bad=1
    [ -x "$file" ] || { echo "$file is not executable"; bad=1; }
    grep -q '^set -[a-z]*u' "$file" || { echo "$file does not begin with set -euo pipefail"; bad=1; }
done < <(git ls-files -co --exclude-standard -z '*.sh' .ci/run)
exit "$bad"
