#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
# A lint that cannot fail proves nothing: each is shown one small offence of every kind and must refuse it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
spdx=$'// SPDX-FileCopyrightText: x\n// SPDX-License-Identifier: EUPL-1.2\n'
missed=0

offence() { # lint, path, text
    rm -rf "${tree:?}"/*
    [ -d "$tree/.git" ] || git -C "$tree" init -q
    mkdir -p "$tree/$(dirname "$2")"
    printf '%s%s\n' "$spdx" "$3" >"$tree/$2"
    if python3 "$here/$1" "$tree" >/dev/null; then
        echo "$1 lets pass: $3"
        missed=$((missed + 1))
    fi
}

offence layers.py shared/base/A.h '#include "server/store/Store.h"'
offence layers.py server/gateway/A.cpp '#include "server/edge/Edge.h"'
offence layers.py shared/domain/office/A.cpp '#include <QString>'
offence layers.py server/app/A.cpp '#include <sqlcipher/sqlite3.h>'
offence layers.py server/gateway/A.cpp '#include <QJsonObject>'
offence layers.py clerk-app/model/A.cpp '#include <QWidget>'
offence layers.py server/new/A.cpp 'int a;'
offence habits.py server/app/A.cpp 'void f() { qDebug() << 1; }'
offence habits.py server/app/A.cpp 'void f() { throw 1; }'
offence habits.py server/app/A.cpp 'auto t = QDateTime::currentDateTimeUtc();'
offence habits.py clerk-app/app/A.cpp 'auto c = connect(a, &A::b, [this] {});'
offence habits.py server/app/A.cpp "// TO""DO: later"
offence habits.py resources/web/src/pages/a.ts 'e.innerHTML = name;'
offence habits.py resources/web/src/pages/a.ts 'const a = JSON.parse(b);'
offence habits.py server/store/a.sql 'SELECT * FROM facts;'
spdx=
offence habits.py server/app/A.cpp 'int a;'
lost='<TS><context><message><source>%1 of %2</source><translation>%1</translation></message></context></TS>'
offence placeholders.py translations/a_de.ts "$lost"
offence placeholders.py translations/a_de.ts "${lost/'<translation>%1'/<translation>%1 %2 %3}"
offence placeholders.py translations/a_de.ts "${lost//%1 of %2/{db\}}"
offence placeholders.py README.md 'no translation at all'
offence cases.py README.md 'no cases at all'
cases=$(for kind in Q:27 A:19 C:20 T:6 D:7; do
    seq -f "| ${kind%:*}-%02g | a | does not apply: b |" "${kind#*:}"
done)
offence cases.py tests/CASES.md "${cases/does not apply: b/}"
offence cases.py tests/CASES.md "${cases/| Q-07/| Q-08}"
offence cases.py tests/CASES.md "${cases/does not apply: b/\`unit/ATest.cpp:aTest\`}"
[ "$missed" -eq 0 ] && echo "every offence was refused"
