#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Runs one benchmark and prints one JSON object a line: {"bench","metric","value","unit","reference","ratio"}; ratio is
# value / reference, both measured in the same run. Builds what it needs in build/bench.
#
#   tests/bench/run.sh NAME      NAME: a folder beside this script
set -euo pipefail
cd "$(dirname "$0")"

name=${1:-}
if [ "$#" -ne 1 ] || [ ! -x "$name/run.sh" ]; then
    echo "usage: tests/bench/run.sh NAME   benchmarks: $(for f in */run.sh; do printf '%s ' "${f%/run.sh}"; done)" >&2
    exit 2
fi
exec "$name/run.sh"
