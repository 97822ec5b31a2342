// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/clerk-app/CallKit.h"

#include "clerk-app/view/Announce.h"

#include <utility>

namespace sprechtag::clerk {

namespace {

QStringList said;

} // namespace

QStringList test::heard()
{
    return std::exchange(said, {});
}

//! In the place of the one that speaks, which is left out of these programs: writes down.
void view::announce(QLabel *label)
{
    said.append(label->text());
}

void view::announce(QWidget * /*from*/, const QString &words)
{
    said.append(words);
}

} // namespace sprechtag::clerk
