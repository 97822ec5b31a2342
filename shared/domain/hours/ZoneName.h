// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>
#include <QTimeZone>

namespace sprechtag::hours {

//! The time zone of this name, such as Europe/Berlin; none that is valid for a name that nobody knows, or none at all.
[[nodiscard]] QTimeZone zoneNamed(const QString &name);

} // namespace sprechtag::hours
