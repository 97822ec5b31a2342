#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
#
# From a key pressed in a field of a form on one side to the letter on the screen of the other side, from the clerk app to
# the citizen's page and back, in a call: median and 99th percentile of 60 letters each way (SPRECHTAG_FORM_LETTERS).
# loopback_*: everything on this machine; delay100_*: the citizen's line takes 100 ms each way. Reference in the same run:
# two pages of Chromium, a field each, and the plainest relay between them, over the same lines.
set -euo pipefail
cd "$(dirname "$0")"
[ -d ../../e2e/node_modules ] || npm --prefix ../../e2e ci --no-audit --no-fund --ignore-scripts >&2
exec node form.mjs
