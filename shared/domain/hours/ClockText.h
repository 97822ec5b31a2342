// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>

namespace sprechtag::hours {

//! `08:00`, of minutes since midnight; the end of a day is `24:00`.
[[nodiscard]] QString clockText(int minuteOfDay);

} // namespace sprechtag::hours
