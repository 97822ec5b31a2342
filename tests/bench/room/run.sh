#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
#
# The clerk app in a call: share of a core and memory of all its processes, and pictures a second that each side sees (EN
# 301 549 asks for 20). Of two and three at 720p, as the room is, blurred and behind the authority's picture; of five with 4
# pictures a second, for everything runs on this machine, the citizens' browsers too, so a small one measures how little it
# is. References: of the plain call the app that waits with its camera open, of a background the plain call, of pictures
# the 20.
#
# A background that this machine is too slow for ends by itself: then `…_ended_by_itself` is 1, and what was measured is
# no background. SPRECHTAG_ROOM_SECONDS: how long each is measured (default 10). SPRECHTAG_ROOM_PEOPLE: `two`, `three` or
# `five` alone.
set -euo pipefail
cd "$(dirname "$0")"
[ -d ../../e2e/node_modules ] || npm --prefix ../../e2e ci --no-audit --no-fund --ignore-scripts >&2
exec node room.mjs
