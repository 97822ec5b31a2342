// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Time.h"

#include <QDate>
#include <QTimeZone>

#include <optional>

//! When an office is meant to be open. Wall-clock rules of one authority, both DST nights included.
namespace sprechtag::hours {

//! The half-open interval [from, to) of a day, in minutes since local midnight; day 1 is Monday, 0 is any day.
struct Range
{
    int day{};
    int fromMinute{};
    int toMinute{};
    friend bool operator==(const Range &, const Range &) = default;
};

//! The half-open interval [opens, closes) of real time.
struct Window
{
    Instant opens;
    Instant closes;
    friend bool operator==(const Window &, const Window &) = default;
};

inline constexpr int kMinutesPerDay = 24 * 60;

//! The local calendar day of the authority.
[[nodiscard]] QDate localDay(Instant now, const QTimeZone &zone);

//! The real time that a range takes on a day: from the first instant at which the clock of the zone is past its
//! beginning until the last one at which it is not past its end. In the night of the missing hour a beginning in it
//! moves to the first instant after it; nullopt if nothing is left. The repeated hour is in it from its first instant
//! to its last, once.
[[nodiscard]] std::optional<Window> windowOn(QDate day, const Range &range, const QTimeZone &zone);

} // namespace sprechtag::hours
