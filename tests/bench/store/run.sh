#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Durable tickets a second through the whole server with 200 citizens at once, and the p99 from draw to number; see
# store.mjs. The data lies on the disk of the repository. SPRECHTAG_BENCH_ROUNDS makes it shorter or longer.
set -euo pipefail
cd "$(dirname "$0")/../../.."

cmake --preset release -B build/bench -DSPRECHTAG_WITH_CLERK_APP=OFF >&2
cmake --build build/bench --target sprechtag-server >&2
(cd tests/bench && npm ci --no-audit --no-fund --silent >&2)

work=$(mktemp -d -p "$PWD/build/bench" store.XXXXXX)
trap 'rm -rf "$work"' EXIT
mkdir "$work/pages"
echo '<!doctype html><title>Amt</title>' >"$work/pages/index.html"
node tests/bench/store/store.mjs "$work" "$work/pages"
