#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Installs what is missing, builds with warnings as errors and runs the tests.
#
#   tests/run.sh [--only unit|contract|simulation|integration|fault|mutants|e2e|web|lint|asan]...
#
# The last line is `N passed, N failed` over all suites that were asked for. A suite that ran no test has failed.
set -euo pipefail
cd "$(dirname "$0")/.."

all=(lint unit contract simulation integration fault mutants web e2e asan)
suites=()
while [ $# -gt 0 ]; do
    case "$1" in
    --only)
        [[ " ${all[*]} " == *" ${2:-} "* ]] || { echo "run.sh: --only takes one of: ${all[*]}" >&2; exit 2; }
        suites+=("$2")
        shift 2
        ;;
    *)
        echo "usage: tests/run.sh [--only SUITE]...   suites: ${all[*]}" >&2
        exit 2
        ;;
    esac
done
[ "${#suites[@]}" -gt 0 ] || suites=("${all[@]}")

installer/setup.sh
jobs=$(nproc)
passed=0
failed=0
summary=()

count() { # suite, passed, failed
    if [ $(($2 + $3)) -eq 0 ]; then
        summary+=("$1: no test ran")
        failed=$((failed + 1))
        return
    fi
    summary+=("$1: $2 passed, $3 failed")
    passed=$((passed + $2))
    failed=$((failed + $3))
}

build() { # preset, then cmake arguments
    local preset=$1
    shift
    cmake --preset "$preset" "$@" >"build/configure-$preset.log" 2>&1 || { cat "build/configure-$preset.log"; return 1; }
    cmake --build "build/$preset" -j "$jobs"
}

attribute() { # file, attribute of the testsuite element
    sed -n "s/.*<testsuite[^>]*[^a-z]$2=\"\([0-9]*\)\".*/\1/p; s/^[[:space:]]*$2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1
}

run_ctest() { # suite, preset, further ctest arguments
    local suite=$1 preset=$2 report total broken
    shift 2
    report=$PWD/build/$preset/report-$suite.xml
    rm -f "$report"
    ctest --test-dir "build/$preset" "$@" --output-on-failure -j "$jobs" --no-tests=error \
        --output-junit "$report" 2>&1 | tee "build/report-$suite.log" || true
    if [ ! -s "$report" ]; then count "$suite" 0 0; return; fi
    total=$(attribute "$report" tests)
    broken=$(($(attribute "$report" failures) + $(attribute "$report" disabled) + $(attribute "$report" skipped)))
    count "$suite" $((total - broken)) "$broken"
}

run_tap() { # suite, command...
    local suite=$1 log
    shift
    mkdir -p build
    log=$PWD/build/report-$suite.log
    local status=0
    "$@" 2>&1 | tee "$log" || status=$?
    local ok bad
    ok=$(awk '/^(#|ℹ) pass [0-9]+$/ {n += $3} END {print n + 0}' "$log")
    bad=$(awk '/^(#|ℹ) (fail|cancelled) [0-9]+$/ {n += $3} END {print n + 0}' "$log")
    if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
    count "$suite" "$ok" "$bad"
}

run_mutants() {
    local log=$PWD/build/report-mutants.log status=0
    tests/mutants/run.sh 2>&1 | tee "$log" || status=$?
    local caught missed
    caught=$(sed -n 's/^\([0-9]*\) caught, [0-9]* missed$/\1/p' "$log")
    missed=$(sed -n 's/^[0-9]* caught, \([0-9]*\) missed$/\1/p' "$log")
    if [ "$status" -ne 0 ] && [ "${missed:-0}" -eq 0 ]; then missed=1; fi
    count mutants "${caught:-0}" "${missed:-0}"
}

run_suite() {
    case "$1" in
    lint | unit | contract | simulation | integration | fault) run_ctest "$1" ci -L "^$1\$" ;;
    mutants) run_mutants ;;
    web) run_tap web npm --prefix resources/web run --silent check ;;
    e2e) run_tap e2e tests/e2e/run.sh ;;
    asan)
        # Without the clerk's windows: they would double the time, and what they show comes from the model that is there.
        if build asan -DSPRECHTAG_WITH_CLERK_APP=OFF; then run_ctest asan asan -L '^(unit|contract|integration)$'; else count asan 0 1; fi
        ;;
    esac
}

# Once more at the end, where it is read: which tests failed, and what they said of it.
tell_failures() {
    local suite
    for suite in "${suites[@]}"; do
        [ ! -f "build/report-$suite.log" ] ||
            grep -E -A 8 '\*\*\*[A-Z]|FAIL!|^ *not ok |^ *✖ |^MISSED ' "build/report-$suite.log" | head -n 80 | sed "s/^/$suite: /" || true
    done
}

mkdir -p build
rm -f build/report-*.log
if ! build ci; then
    echo "the build failed"
    echo "0 passed, 1 failed"
    exit 1
fi
for suite in "${suites[@]}"; do
    echo "== $suite"
    run_suite "$suite"
done

[ "$failed" -eq 0 ] || tell_failures
printf '%s\n' "" "${summary[@]}"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
