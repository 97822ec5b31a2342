#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Builds deliberate faults into the real code, one at a time, and sees that a named test finds each.
#
#   tests/mutants/run.sh [--build DIRECTORY] [NAME]...
#
# Needs the built preset `ci`. The last line is `N caught, N missed`. A fault whose place in the code is gone, or that
# does not compile, is missed as well: whoever changes that code says anew what must not break.
set -euo pipefail
cd "$(dirname "$0")/../.."
exec python3 tests/mutants/mutants.py "$@"
