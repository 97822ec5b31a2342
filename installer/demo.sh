#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Installs what is missing, builds and shows the main job: a server with a made-up Landkreis, the clerk app signed in,
# the citizen page. Runs until Ctrl-C. A second start is quick and keeps its data.
#
#   installer/demo.sh [--headless] [--reset] [--port N]
#       --headless   the clerk app on a virtual display with a made-up camera (also when there is no desktop)
#       --reset      begin anew: forget the demo's data
#       --port N     of the citizen page (default 8480)
set -euo pipefail
cd "$(dirname "$0")/.."

headless=
reset=
port=8480
while [ $# -gt 0 ]; do
    case "$1" in
    --headless) headless=1 ;;
    --reset) reset=1 ;;
    --port)
        port=${2:?--port takes a number}
        shift
        ;;
    *)
        sed -n '5,12s/^# \{0,1\}//p' "$0"
        exit 2
        ;;
    esac
    shift
done
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ -z "$headless" ]; then
    echo "There is no desktop here: the clerk app goes to a virtual display (--headless)."
    headless=1
fi

home=${SPRECHTAG_DEMO_HOME:-${XDG_DATA_HOME:-$HOME/.local/share}/sprechtag-demo}
build=$PWD/build/dev
turn_port=$((port + 1))
server=$build/server/app/sprechtag-server
clerk=$build/clerk-app/app/sprechtag-clerk

installer/setup.sh
[ -f "$build/build.ninja" ] || cmake --preset dev >/dev/null
cmake --build "$build" --target sprechtag-server sprechtag-clerk sprechtag-web -j "$(nproc)"

[ -z "$reset" ] || rm -rf "$home"
mkdir -p "$home"
chmod 700 "$home"

children=()
display_pid=
stop() {
    # A second Ctrl-C must not leave programs behind.
    trap - EXIT
    trap '' INT TERM
    echo
    echo "Stopping ..."
    for ((i = ${#children[@]} - 1; i >= 0; i--)); do kill "${children[i]}" 2>/dev/null || true; done
    for _ in $(seq 50); do
        [ -n "$(jobs -rp)" ] && [ "$(jobs -rp)" != "$display_pid" ] || break
        sleep 0.1
    done
    for pid in $(jobs -rp); do kill -KILL "$pid" 2>/dev/null || true; done
}
trap stop EXIT
trap 'exit 0' INT TERM

# The TURN server and the Sprechtag server share a secret that only this demo knows.
if [ ! -f "$home/turn.secret" ]; then
    (umask 077 && head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$home/turn.secret")
fi
resources/coturn/start.sh --secret-file "$home/turn.secret" --port "$turn_port" --loopback \
    --directory "$home" >"$home/turn.log" 2>&1 &
children+=($!)

cat >"$home/sprechtag.toml" <<CONFIG
[listen]
address = "127.0.0.1"
port = $port
[data]
directory = "$home/data"
key_file = "$home/database.key"
[public]
origin = "http://localhost:$port"
web_directory = "$PWD/resources/web/dist/citizen"
[turn]
urls = ["turn:127.0.0.1:$turn_port?transport=udp", "turn:127.0.0.1:$turn_port?transport=tcp"]
secret_file = "$home/turn.secret"
CONFIG
if [ ! -f "$home/data/sprechtag.db" ]; then
    "$server" --config "$home/sprechtag.toml" init
    "$server" --config "$home/sprechtag.toml" admin import resources/demo/town.toml
    for interpreter in gebaerden sprachen; do
        "$server" --config "$home/sprechtag.toml" admin save interpreter "resources/demo/$interpreter.json"
    done
    # The form is the one that tests/e2e/lib/forms.mjs makes.
    "$server" --config "$home/sprechtag.toml" admin forms add B resources/demo/bewohnerparkausweis.pdf "Bewohnerparkausweis"
fi
rm -f "$home/port"
"$server" --config "$home/sprechtag.toml" --port-file "$home/port" run >"$home/server.log" 2>&1 &
children+=($!)
server_pid=$!
for _ in $(seq 100); do
    [ -s "$home/port" ] && break
    kill -0 "$server_pid" 2>/dev/null || { cat "$home/server.log" >&2; exit 1; }
    sleep 0.1
done
address=http://localhost:$port

if [ -n "$headless" ]; then
    exec 7<> <(:)
    Xvfb -displayfd 7 -screen 0 1600x1000x24 -nolisten tcp >/dev/null 2>&1 &
    display_pid=$!
    read -r -t 10 number <&7
    export DISPLAY=:$number QT_QPA_PLATFORM=xcb
    export QTWEBENGINE_CHROMIUM_FLAGS="--use-fake-device-for-media-stream --use-fake-ui-for-media-stream"
fi
# Chromium's sandbox refuses to work for root.
[ "$(id -u)" != 0 ] || export QTWEBENGINE_DISABLE_SANDBOX=1
printf 'Musterland-Rathaus-1' >"$home/password"
"$clerk" --profile "$home/clerk" --server "$address" --login schmidt --password-file "$home/password" \
    >"$home/clerk.log" 2>&1 &
children+=($!)

echo
echo "Citizen page:  $address"
echo "Clerk app:     signed in as Frau Schmidt${headless:+ on the virtual display $DISPLAY}"
echo "Other clerks:  yilmaz, weber (passwords in resources/demo/town.toml)"
echo "Stop with Ctrl-C; begin anew with installer/demo.sh --reset."
if [ -z "$headless" ] && command -v xdg-open >/dev/null; then xdg-open "$address" >/dev/null 2>&1 || true; fi
wait -n "${children[@]}" || true
echo "One of the programs has ended; its log is in $home." >&2
exit 1
