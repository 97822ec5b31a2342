// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Id.h"
#include "shared/domain/hours/OpeningHours.h"

namespace sprechtag::hours {

//! A clerk staffs an office: every week on the weekday of the range, or on one date. What a clerk's shifts say for a
//! date replaces the clerk's whole week on it, in every office; an empty range there means away.
struct Shift
{
    OfficeId office = OfficeId::fromBits({});
    ClerkId clerk = ClerkId::fromBits({});
    QDate date; //!< not valid: every week
    Range range;
    friend bool operator==(const Shift &, const Shift &) = default;
};

//! Who staffs which office when.
using Roster = QList<Shift>;

//! A clerk at an office, in real time.
struct Duty
{
    ClerkId clerk;
    Window window;
    friend bool operator==(const Duty &, const Duty &) = default;
};

//! Who staffs an office during a window, cut to it, in order of time; two of one clerk may overlap.
[[nodiscard]] QList<Duty> staffedBy(const Roster &roster, OfficeId office, const Window &window, const QTimeZone &zone);

//! The parts of an office's virtual hours that nobody staffs, from the day `first` on.
[[nodiscard]] QList<Window> gaps(const OpeningHours &hours, const Calendar &calendar, const Roster &roster,
                                 OfficeId office, QDate first, int days);

} // namespace sprechtag::hours
