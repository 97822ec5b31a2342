// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/hours/ZoneName.h"

namespace sprechtag::hours {

// Without a name Qt takes the zone of the computer that it runs on.
QTimeZone zoneNamed(const QString &name)
{
    return name.isEmpty() ? QTimeZone() : QTimeZone(name.toUtf8());
}

} // namespace sprechtag::hours
