#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
#
# The simulation for a night, by hand: many seeds on all processors.
#
#   tests/simulation/long.sh [--steps N] [--seeds N] [--first SEED] [PROGRAM]
#
# Without options a thousand million steps over ten thousand seeds. PROGRAM is sprechtag-simulate of build/ci, or of
# build/release for speed. Stops at the first seed that breaks an invariant and says how to see it again.
set -euo pipefail
cd "$(dirname "$0")/../.."

steps=1000000000
seeds=10000
first=1
program=build/ci/tests/simulation/sprechtag-simulate
while [ $# -gt 0 ]; do
    case "$1" in
    --steps) steps=${2:?}; shift 2 ;;
    --seeds) seeds=${2:?}; shift 2 ;;
    --first) first=${2:?}; shift 2 ;;
    -*) echo "usage: tests/simulation/long.sh [--steps N] [--seeds N] [--first SEED] [PROGRAM]" >&2; exit 2 ;;
    *) program=$1; shift ;;
    esac
done
[ -x "$program" ] || { echo "long.sh: $program is not built" >&2; exit 2; }

each=$((steps / seeds))
done_steps=$(mktemp)
trap 'rm -f "$done_steps"' EXIT
began=$(date +%s)
one_seed() { # seed, steps, program, file of the sums
    local told
    if ! told=$("$3" --seed "$1" --steps "$2" 2>&1); then
        printf '%s\nbroken: %s --seed %s --steps %s\n' "$told" "$3" "$1" "$2" >&2
        exit 255 # xargs begins nothing more
    fi
    echo "${told%% *}" >>"$4"
}
export -f one_seed
status=0
# shellcheck disable=SC2016 # expanded by the inner shell
seq "$first" $((first + seeds - 1)) |
    xargs -P "$(nproc)" -I '{}' bash -c 'one_seed "$@"' _ '{}' "$each" "$program" "$done_steps" || status=1
took=$(($(date +%s) - began))
awk -v took="$took" '{n += $1} END {printf "%d commands over %d seeds in %d s, %.0f a second\n", n, NR, took, n / (took ? took : 1)}' "$done_steps"
exit "$status"
