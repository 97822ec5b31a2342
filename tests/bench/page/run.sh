#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Bytes of a first visit with the real Chromium and the real server; see page.mjs.
set -euo pipefail
cd "$(dirname "$0")/../../.."

cmake --preset release -B build/bench -DSPRECHTAG_WITH_CLERK_APP=OFF -DSPRECHTAG_WITH_WEB=ON >&2
cmake --build build/bench --target sprechtag-server sprechtag-web >&2
(cd tests/bench && npm ci --no-audit --no-fund --silent >&2)
(cd tests/e2e && npm ci --no-audit --no-fund --silent >&2)

work=$(mktemp -d -p "$PWD/build/bench" page.XXXXXX)
trap 'rm -rf "$work"' EXIT
node tests/bench/page/page.mjs "$work" "$PWD/resources/web/dist/citizen"
