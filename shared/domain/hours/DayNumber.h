// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QDate>

#include <cstdint>

namespace sprechtag::hours {

//! The day as yyyymmdd.
[[nodiscard]] inline std::uint32_t dayNumber(QDate day)
{
    return static_cast<std::uint32_t>((day.year() * 100 + day.month()) * 100 + day.day());
}

} // namespace sprechtag::hours
