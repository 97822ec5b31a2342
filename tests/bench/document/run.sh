#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
#
# From the press of "Zeigen" in the clerk app to the first page of a PDF of 30 pages, sharp on the citizen's page
# (first_page_citizen) and on the clerk's (first_page_clerk): median of 15 times (SPRECHTAG_DOCUMENT_ROUNDS), everything on
# this machine. Reference in the same run: the citizen's browser opens the same file alone, asked by nobody.
set -euo pipefail
cd "$(dirname "$0")"
[ -d ../../e2e/node_modules ] || npm --prefix ../../e2e ci --no-audit --no-fund --ignore-scripts >&2
exec node document.mjs
