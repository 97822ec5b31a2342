#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
#
# From the launch of the clerk app to the live lobby, as a screen reader sees it: warm (median of 10), and cold, with
# the files of the disk forgotten (median of 3, only where this may be done). Then the memory before the first call.
# The reference is a plain launch of a Qt program on the same machine: the app with --version.
set -euo pipefail
cd "$(dirname "$0")"
[ -d ../../e2e/node_modules ] || npm --prefix ../../e2e ci --no-audit --no-fund --ignore-scripts >&2
exec node start.mjs
