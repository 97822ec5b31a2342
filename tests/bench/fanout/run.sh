#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
#
# An office of 100 among 1 000 and 10 000 connections: server CPU per delivered message and the time until the last of
# the 100 has it, on the edge, on Node ws and on Socket.IO, one after the other, several times; medians are printed.
# SPRECHTAG_BENCH_ROUNDS and SPRECHTAG_BENCH_REPEATS shorten or lengthen it.
set -euo pipefail
cd "$(dirname "$0")/../../.."

rounds=${SPRECHTAG_BENCH_ROUNDS:-400}
repeats=${SPRECHTAG_BENCH_REPEATS:-3}
pause_us=10000
ulimit -n "$(ulimit -Hn)"

cmake --preset release -B build/bench -DSPRECHTAG_WITH_CLERK_APP=OFF -DSPRECHTAG_WITH_WEB=OFF >&2
cmake --build build/bench --target sprechtag-edge-bench sprechtag-fanout-client >&2
(cd tests/bench && npm ci --no-audit --no-fund --silent >&2)

work=$(mktemp -d)
server=
cleanup() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT

programs=build/bench/tests/bench/fanout
measure() { # name, dialect, connections, command...
    local name=$1 dialect=$2 connections=$3
    shift 3
    "$@" >"$work/port" 2>"$work/log" &
    server=$!
    for _ in $(seq 100); do
        [ -s "$work/port" ] && break
        sleep 0.1
    done
    [ -s "$work/port" ] || { cat "$work/log" >&2; exit 1; }
    "$programs/sprechtag-fanout-client" "$(head -n1 "$work/port")" "$server" "$dialect" "$connections" "$rounds" "$pause_us" \
        | tee -a "$work/$name.$connections" | sed "s/^/$name $connections: /" >&2
    kill "$server"
    wait "$server" 2>/dev/null || true
    server=
    : >"$work/port"
}

for connections in 1000 10000; do
    for _ in $(seq "$repeats"); do
        measure edge plain "$connections" "$programs/sprechtag-edge-bench"
        measure ws plain "$connections" env NODE_ENV=production node tests/bench/fanout/ws.js
        measure socketio socketio "$connections" env NODE_ENV=production node tests/bench/fanout/socketio.js
    done
done

median() { # name, connections, column
    cut -d' ' -f"$3" "$work/$1.$2" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}
line() { # metric, unit, value, reference
    awk -v m="$1" -v u="$2" -v v="$3" -v r="$4" 'BEGIN {
        printf "{\"bench\":\"fanout\",\"metric\":\"%s\",\"value\":%.3f,\"unit\":\"%s\",\"reference\":%.3f,\"ratio\":%.3f}\n", m, v, u, r, v / r }'
}
for connections in 10000 1000; do
    suffix=
    [ "$connections" -eq 10000 ] || suffix=_at_$connections
    for other in ws socketio; do
        line "cpu_per_message_vs_$other$suffix" us "$(median edge "$connections" 1)" "$(median $other "$connections" 1)"
    done
    line "last_of_100_ms$suffix" ms "$(median edge "$connections" 3)" "$(median ws "$connections" 3)"
done
