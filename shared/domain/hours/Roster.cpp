// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/hours/Roster.h"

#include <algorithm>
#include <tuple>

namespace sprechtag::hours {
namespace {

bool holds(const Shift &shift, const Roster &roster, QDate day)
{
    if (shift.date.isValid())
        return shift.date == day;
    return shift.range.day == day.dayOfWeek() && std::ranges::none_of(roster, [&](const Shift &other) {
               return other.clerk == shift.clerk && other.date == day;
           });
}

std::optional<Window> common(const Window &a, const Window &b)
{
    const Window both{std::max(a.opens, b.opens), std::min(a.closes, b.closes)};
    return both.opens < both.closes ? std::optional(both) : std::nullopt;
}

// What is left of a window when nobody of `duties`, which are in order of time, is there.
QList<Window> unstaffed(const Window &window, const QList<Duty> &duties)
{
    QList<Window> left;
    Instant staffedUntil = window.opens;
    for (const Duty &duty : duties) {
        if (staffedUntil < duty.window.opens)
            left.append({staffedUntil, duty.window.opens});
        staffedUntil = std::max(staffedUntil, duty.window.closes);
    }
    if (staffedUntil < window.closes)
        left.append({staffedUntil, window.closes});
    return left;
}

} // namespace

QList<Duty> staffedBy(const Roster &roster, OfficeId office, const Window &window, const QTimeZone &zone)
{
    QList<Duty> duties;
    const QDate last = localDay(window.closes, zone);
    // From the day before on: in zones that change their clocks at midnight a day may reach into the next.
    for (QDate day = localDay(window.opens, zone).addDays(-1); day <= last; day = day.addDays(1)) {
        for (const Shift &shift : roster) {
            if (shift.office != office || !holds(shift, roster, day))
                continue;
            const auto whole = windowOn(day, shift.range, zone);
            const auto part = whole ? common(*whole, window) : std::nullopt;
            if (part)
                duties.append({shift.clerk, *part});
        }
    }
    std::ranges::sort(duties, {},
                      [](const Duty &duty) { return std::tuple(duty.window.opens, duty.window.closes, duty.clerk); });
    return duties;
}

QList<Window> gaps(const OpeningHours &hours, const Calendar &calendar, const Roster &roster, OfficeId office,
                   QDate first, int days)
{
    QList<Window> found;
    for (int ahead = 0; ahead < days; ++ahead) {
        const QList<Window> windows = virtualWindowsOn(hours, calendar, first.addDays(ahead));
        for (const Window &window : windows)
            found += unstaffed(window, staffedBy(roster, office, window, calendar.zone));
    }
    return found;
}

} // namespace sprechtag::hours
