#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
#
# An office of 100 among 1 000 and 10 000 connections: server CPU per delivered message and the time until the last of
# the 100 has it, on the edge, on Node ws and on Socket.IO. The three run side by side and take turns of 50 rounds, so
# that whatever else the machine does meets all of them. SPRECHTAG_BENCH_TURNS makes it shorter or longer.
set -euo pipefail
cd "$(dirname "$0")/../../.."

turns=${SPRECHTAG_BENCH_TURNS:-12}
pause_us=10000
ulimit -n "$(ulimit -Hn)"

cmake --preset release -B build/bench -DSPRECHTAG_WITH_CLERK_APP=OFF -DSPRECHTAG_WITH_WEB=OFF >&2
cmake --build build/bench --target sprechtag-edge-bench sprechtag-fanout-client >&2
(cd tests/bench && npm ci --no-audit --no-fund --silent >&2)

work=$(mktemp -d)
pids=()
cleanup() {
    [ "${#pids[@]}" -eq 0 ] || kill "${pids[@]}" 2>/dev/null || true
    wait || true
    rm -rf "$work"
}
trap cleanup EXIT

programs=build/bench/tests/bench/fanout
names=(edge ws socketio)
declare -A server=([edge]="$programs/sprechtag-edge-bench" [ws]="node tests/bench/fanout/ws.js"
    [socketio]="node tests/bench/fanout/socketio.js")
declare -A dialect=([edge]=plain [ws]=plain [socketio]=socketio) to=() from=()
export NODE_ENV=production

expect() { # name, word: what its client says next
    local said
    read -r -t 120 said <&"${from[$1]}" && [ "$said" = "$2" ] || { echo "fanout: $1 said '${said:-}'" >&2; exit 1; }
}
begin() { # name, connections
    local port="$work/$1.port" pid
    rm -f "$port" "$work/$1.in" "$work/$1.out"
    mkfifo "$work/$1.in" "$work/$1.out"
    ${server[$1]} >"$port" 2>"$work/$1.log" &
    pid=$!
    pids+=("$pid")
    for _ in $(seq 100); do
        [ -s "$port" ] && break
        sleep 0.1
    done
    "$programs/sprechtag-fanout-client" "$(head -n1 "$port")" "$pid" "${dialect[$1]}" "$2" "$pause_us" \
        <"$work/$1.in" >"$work/$1.out" &
    exec {to[$1]}>"$work/$1.in" {from[$1]}<"$work/$1.out"
    expect "$1" ready
}
finish() { # name, connections
    exec {to[$1]}>&-
    read -r -t 120 result <&"${from[$1]}"
    exec {from[$1]}<&-
    echo "$result" >"$work/$1.$2"
    echo "$1 with $2: $result (CPU us a message, last of 100 p50 and p99 ms, KiB a connection)" >&2
}

for connections in 1000 10000; do
    for name in "${names[@]}"; do begin "$name" "$connections"; done
    for turn in warm_up $(for _ in $(seq "$turns"); do echo cpu time; done); do
        for name in "${names[@]}"; do
            echo "$turn" >&"${to[$name]}"
            expect "$name" done
        done
    done
    for name in "${names[@]}"; do finish "$name" "$connections"; done
    kill "${pids[@]}"
    wait
    pids=()
done

of() { # name, connections, column
    cut -d' ' -f"$3" "$work/$1.$2"
}
line() { # metric, unit, value, reference
    awk -v m="$1" -v u="$2" -v v="$3" -v r="$4" 'BEGIN {
        printf "{\"bench\":\"fanout\",\"metric\":\"%s\",\"value\":%.3f,\"unit\":\"%s\",\"reference\":%.3f,\"ratio\":%.3f}\n", m, v, u, r, v / r }'
}
for connections in 10000 1000; do
    suffix=
    [ "$connections" -eq 10000 ] || suffix=_at_$connections
    for other in ws socketio; do
        line "cpu_per_message_vs_$other$suffix" us "$(of edge "$connections" 1)" "$(of $other "$connections" 1)"
    done
    line "last_of_100_ms$suffix" ms "$(of edge "$connections" 3)" "$(of ws "$connections" 3)"
done
