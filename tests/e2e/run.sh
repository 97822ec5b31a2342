#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
#
# End to end, on the real programs: server, clerk app on a virtual display, browsers with made-up cameras, TURN server.
#
#   tests/e2e/run.sh [JOURNEY]...     names of files in tests/e2e/journeys without .test.mjs; none: all
#
# SPRECHTAG_BUILD names the build to test (default: build/ci, build/dev or build/release, the first with a server).
# What a failed journey leaves (logs, screenshots) is in build/e2e-artifacts.
set -euo pipefail
cd "$(dirname "$0")"

if [ ! -d node_modules ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    npm ci --no-audit --no-fund --ignore-scripts >&2
fi

files=()
for journey in "$@"; do
    [ -f "journeys/$journey.test.mjs" ] || { echo "run.sh: there is no journey $journey" >&2; exit 2; }
    files+=("journeys/$journey.test.mjs")
done
[ "${#files[@]}" -gt 0 ] || files=(journeys/*.test.mjs)

# One journey at a time: each measures, and two would measure each other. A journey that leaves something open ends
# all the same, and what it started with it; Debian 12's Node.js cannot enforce that, there the time limit does.
force=()
if node --test-force-exit --version >/dev/null 2>&1; then force=(--test-force-exit); fi
status=0
for file in "${files[@]}"; do
    timeout --kill-after=10 900 node --test "${force[@]}" --test-reporter=tap "$file" || status=1
done
exit "$status"
