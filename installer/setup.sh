#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Installs what building, testing and showing Sprechtag needs on Debian 12/13 or Ubuntu 24.04. Safe to run again:
# it asks the package manager only for what is missing. Mirrors come from the machine's own configuration.
#
#   installer/setup.sh [--build-only]      --build-only: without browsers, virtual display and TURN server
set -euo pipefail

build=(
    build-essential cmake ninja-build ccache pkg-config git ca-certificates
    qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-websockets-dev
    qt6-webengine-dev qt6-webengine-dev-tools qt6-webchannel-dev qt6-multimedia-dev 'qt6-svg-dev|libqt6svg6-dev'
    qtkeychain-qt6-dev libqrencode-dev libsodium-dev libqpdf-dev libtomlplusplus-dev libboost-dev libssl-dev zlib1g-dev libgl-dev
)
lint=('clang-format-14|clang-format' 'clang-tidy-14|clang-tidy')
run=(
    coturn xvfb xauth x11-utils openbox dbus dbus-x11 at-spi2-core xdotool imagemagick pulseaudio pulseaudio-utils python3 python3-gi
    chromium firefox-esr fonts-noto-core openssl procps
)

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

installed_version() {
    dpkg-query -W -f='${db:Status-Status} ${Version}' "$1" 2>/dev/null | sed -n 's/^installed //p'
}

candidate_version() {
    apt-cache policy "$1" 2>/dev/null | awk '/Candidate:/ && $2 != "(none)" {print $2}'
}

# An entry a|b means: either, the first that is there or can be had.
missing_of() {
    local entry name choice
    for entry in "$@"; do
        choice=
        for name in ${entry//|/ }; do
            [ -z "$(installed_version "$name")" ] || continue 2
        done
        for name in ${entry//|/ }; do
            if [ -z "$choice" ] && [ -n "$(candidate_version "$name")" ]; then choice=$name; fi
        done
        printf '%s\n' "${choice:-${entry%%|*}}"
    done
}

sqlcipher_is_new_enough() {
    [ -n "$1" ] && dpkg --compare-versions "$1" ge 4.6
}

# Debian 12 has SQLCipher 3.4.1, an SQLite of 2016: 4.6 comes from the backports of the very mirror in use.
install_sqlcipher() {
    local codename uri
    if sqlcipher_is_new_enough "$(installed_version libsqlcipher-dev)"; then return; fi
    if sqlcipher_is_new_enough "$(candidate_version libsqlcipher-dev)"; then
        as_root apt-get install -y --no-install-recommends libsqlcipher-dev
        return
    fi
    codename=$(. /etc/os-release && printf '%s' "$VERSION_CODENAME")
    if ! apt-get indextargets --format '$(CODENAME)' 'Created-By: Packages' | grep -qx "$codename-backports"; then
        uri=$(apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' |
            awk -v c="$codename" '$1 == c {print $2; exit}')
        if [ -z "$uri" ]; then
            echo "setup.sh: no apt source of $codename found; add its backports and run this again" >&2
            exit 1
        fi
        printf 'Types: deb\nURIs: %s\nSuites: %s-backports\nComponents: main\nSigned-By: %s\n' "$uri" "$codename" \
            /usr/share/keyrings/debian-archive-keyring.gpg |
            as_root tee /etc/apt/sources.list.d/sprechtag-backports.sources >/dev/null
        as_root apt-get update -q
    fi
    as_root apt-get install -y --no-install-recommends -t "$codename-backports" libsqlcipher-dev
}

# The web build needs Node 18 or newer; a newer one that the machine has already is kept.
node_is_new_enough() {
    command -v npm >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 18 ]
}

wanted=("${build[@]}")
[ "${1:-}" = --build-only ] || wanted+=("${lint[@]}" "${run[@]}")

export DEBIAN_FRONTEND=noninteractive
mapfile -t missing < <(missing_of "${wanted[@]}")
node_is_new_enough || missing+=(nodejs npm)
if [ "${#missing[@]}" -gt 0 ] || ! sqlcipher_is_new_enough "$(installed_version libsqlcipher-dev)"; then
    as_root apt-get update -q
    # Asked again: what can be had is known only after the update.
    mapfile -t missing < <(missing_of "${wanted[@]}")
    node_is_new_enough || missing+=(nodejs npm)
    [ "${#missing[@]}" -eq 0 ] || as_root apt-get install -y --no-install-recommends "${missing[@]}"
    install_sqlcipher
fi
