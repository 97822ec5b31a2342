#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
#
# From the press of "Nächste Person" in the clerk app to the first picture on each side, on the screen (first_frame_*) and
# decoded (first_decoded_*), median of 20 visits (SPRECHTAG_FACE_ROUNDS), everything on this machine, camera and sound
# allowed. Reference in the same run: two Chromium processes that build a connection after the click.
set -euo pipefail
cd "$(dirname "$0")"
[ -d ../../e2e/node_modules ] || npm --prefix ../../e2e ci --no-audit --no-fund --ignore-scripts >&2
exec node face.mjs
