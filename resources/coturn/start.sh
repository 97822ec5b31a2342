#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Runs coturn with Sprechtag's configuration in the foreground, for the demo and the tests.
#
#   resources/coturn/start.sh --secret-file FILE --port N --directory DIR [--loopback]
#                             [--tls-port N --certificate FILE --key FILE]
#       --secret-file  the secret that sprechtag-server shares (turn.secret_file)
#       --directory    where the complete configuration and coturn's own files go; only the caller can read them
#       --tls-port     for turns:, with the certificate (PEM) and its key; without: UDP and TCP on --port alone
#       --loopback     clerk, citizen and relay are this one machine (see loopback.conf)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

secret_file=
port=
directory=
loopback=
tls_port=
certificate=
key=
while [ $# -gt 0 ]; do
    case "$1" in
    --secret-file) secret_file=${2:?} && shift ;;
    --port) port=${2:?} && shift ;;
    --directory) directory=${2:?} && shift ;;
    --loopback) loopback=1 ;;
    --tls-port) tls_port=${2:?} && shift ;;
    --certificate) certificate=${2:?} && shift ;;
    --key) key=${2:?} && shift ;;
    *)
        sed -n '5,13s/^# \{0,1\}//p' "$0" >&2
        exit 2
        ;;
    esac
    shift
done
if [ -z "$secret_file" ] || [ -z "$port" ] || [ -z "$directory" ]; then
    echo "start.sh: --secret-file, --port and --directory are needed" >&2
    exit 2
fi

if [ -n "$tls_port" ] && { [ -z "$certificate" ] || [ -z "$key" ]; }; then
    echo "start.sh: --tls-port needs --certificate and --key" >&2
    exit 2
fi

# The secret goes through a file: what stands on the command line every user of the machine can read.
umask 077
{
    cat "$here/turnserver.conf"
    [ -z "$loopback" ] || cat "$here/loopback.conf"
    printf 'listening-port=%s\npidfile=%s\nuserdb=%s\nlog-file=stdout\nsimple-log\n' \
        "$port" "$directory/turnserver.pid" "$directory/turnserver.db"
    if [ -n "$tls_port" ]; then
        printf 'tls-listening-port=%s\ncert=%s\npkey=%s\nno-dtls\n' "$tls_port" "$certificate" "$key"
    else
        printf 'no-tls\nno-dtls\n'
    fi
    printf 'static-auth-secret=%s\n' "$(cat "$secret_file")"
} >"$directory/turnserver.conf"
exec turnserver -c "$directory/turnserver.conf"
