// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Time.h"

#include <QDate>
#include <QList>
#include <QTimeZone>

#include <optional>

//! When an office is meant to be open. Wall-clock rules of one authority, both DST nights included.
namespace sprechtag::hours {

//! Open in the half-open interval [from, to) of a weekday; day 1 is Monday, times are minutes since local midnight.
struct Range
{
    int day{};
    int fromMinute{};
    int toMinute{};
    friend bool operator==(const Range &, const Range &) = default;
};

//! The ranges of a local day, in order.
[[nodiscard]] QList<Range> rangesOn(const QList<Range> &week, QDate day);

//! Whether `now` is inside a range.
[[nodiscard]] bool openAt(const QList<Range> &week, Instant now, const QTimeZone &zone);

//! The next beginning of a range after `now`, at most 14 days ahead.
[[nodiscard]] std::optional<Instant> nextOpening(const QList<Range> &week, Instant now, const QTimeZone &zone);

//! The local calendar day of the authority.
[[nodiscard]] QDate localDay(Instant now, const QTimeZone &zone);

} // namespace sprechtag::hours
