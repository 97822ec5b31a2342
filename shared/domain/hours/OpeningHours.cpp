// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/hours/OpeningHours.h"

#include <algorithm>
#include <limits>

namespace sprechtag::hours {
namespace {

bool between(QDate from, QDate day, QDate until)
{
    return (!from.isValid() || from <= day) && (!until.isValid() || day <= until);
}

qint64 beginning(QDate from)
{
    return from.isValid() ? from.toJulianDay() : std::numeric_limits<qint64>::min();
}

bool holds(const ClosedDays &closed, QDate day)
{
    if (!closed.everyYear)
        return between(closed.first, day, closed.last);
    const auto inYear = [](QDate date) { return date.month() * 100 + date.day(); };
    const bool afterFirst = inYear(closed.first) <= inYear(day);
    const bool beforeLast = inYear(day) <= inYear(closed.last);
    return inYear(closed.first) <= inYear(closed.last) ? afterFirst && beforeLast : afterFirst || beforeLast;
}

bool concerns(const Exception &exception, QDate day, Meeting meeting)
{
    return between(exception.from, day, exception.until) && exception.meeting.value_or(meeting) == meeting;
}

// In days; an exception without an end is longer than any other.
qint64 lengthOf(const Exception &exception)
{
    return exception.from.isValid() && exception.until.isValid() ? exception.from.daysTo(exception.until)
                                                                 : std::numeric_limits<qint64>::max();
}

// The ranges that concern a day, in order; those that touch are one.
QList<Range> tidied(const QList<Range> &ranges, QDate date)
{
    QList<Range> ordered;
    for (const Range &range : ranges) {
        const bool today = range.day == 0 || range.day == date.dayOfWeek();
        if (today && range.fromMinute < range.toMinute)
            ordered.append({date.dayOfWeek(), range.fromMinute, range.toMinute});
    }
    std::ranges::sort(ordered, {}, &Range::fromMinute);
    QList<Range> apart;
    for (const Range &range : ordered) {
        if (!apart.isEmpty() && range.fromMinute <= apart.last().toMinute)
            apart.last().toMinute = std::max(apart.last().toMinute, range.toMinute);
        else
            apart.append(range);
    }
    return apart;
}

void closeFrom(int minute, QList<Range> &ranges)
{
    for (Range &range : ranges)
        range.toMinute = std::min(range.toMinute, minute);
}

void applyCalendar(const Calendar &calendar, const Day &day, DayHours &result)
{
    if (day.holiday) {
        result = {{}, Reason::PublicHoliday, {}};
        return;
    }
    for (const ClosedDays &closed : calendar.closedDays) {
        if (!holds(closed, day.date))
            continue;
        closeFrom(closed.fromMinute, result.ranges);
        result.reason = Reason::ClosedDay;
        result.note = closed.note;
    }
}

void applyExceptions(const OpeningHours &hours, QDate date, Meeting meeting, DayHours &result)
{
    const Exception *instead = nullptr;
    QList<const Exception *> extras;
    for (const Exception &exception : hours.exceptions) {
        if (!concerns(exception, date, meeting))
            continue;
        if (exception.effect == Exception::Effect::Extra)
            extras.append(&exception);
        else if (instead == nullptr || lengthOf(exception) <= lengthOf(*instead))
            instead = &exception;
    }
    if (instead != nullptr)
        result = {instead->ranges, Reason::Exception, instead->note};
    for (const Exception *extra : std::as_const(extras))
        result = {result.ranges + extra->ranges, Reason::Exception, extra->note};
}

DayHours hoursOf(const OpeningHours &hours, const Calendar &calendar, const Day &day, Meeting meeting)
{
    DayHours result;
    if (const Period *period = periodOn(hours, day.date))
        result.ranges = meeting == Meeting::Virtual ? period->virtualRanges : period->inPersonRanges;
    if (!day.holiday || !hours.openOnHolidays)
        applyCalendar(calendar, day, result);
    applyExceptions(hours, day.date, meeting, result);
    result.ranges = tidied(result.ranges, day.date);
    return result;
}

} // namespace

OpeningHours everyWeek(const QList<Range> &virtualRanges)
{
    return {.periods = {{.from = {}, .until = {}, .virtualRanges = virtualRanges, .inPersonRanges = {}}},
            .exceptions = {},
            .openOnHolidays = false};
}

const Period *periodOn(const OpeningHours &hours, QDate day)
{
    const Period *found = nullptr;
    for (const Period &period : hours.periods) {
        const bool later = found == nullptr || beginning(period.from) >= beginning(found->from);
        if (between(period.from, day, period.until) && later)
            found = &period;
    }
    return found;
}

Day dayOf(const OpeningHours &hours, const Calendar &calendar, QDate date)
{
    Day day{date, holidayOn(date, calendar.land, calendar.rules), {}, {}};
    day.virtualHours = hoursOf(hours, calendar, day, Meeting::Virtual);
    day.inPersonHours = hoursOf(hours, calendar, day, Meeting::InPerson);
    return day;
}

QList<Day> preview(const OpeningHours &hours, const Calendar &calendar, QDate first, int days)
{
    QList<Day> list;
    for (int ahead = 0; ahead < days; ++ahead)
        list.append(dayOf(hours, calendar, first.addDays(ahead)));
    return list;
}

QList<Window> virtualWindowsOn(const OpeningHours &hours, const Calendar &calendar, QDate day)
{
    QList<Window> windows;
    for (const Range &range : dayOf(hours, calendar, day).virtualHours.ranges) {
        if (const auto window = windowOn(day, range, calendar.zone))
            windows.append(*window);
    }
    return windows;
}

std::optional<Window> virtualWindowAt(const OpeningHours &hours, const Calendar &calendar, Instant at)
{
    const QDate today = localDay(at, calendar.zone);
    std::optional<Window> found;
    // From yesterday on: a window may have begun before midnight.
    for (int ahead = -1; ahead <= kDaysAhead; ++ahead) {
        const QList<Window> windows = virtualWindowsOn(hours, calendar, today.addDays(ahead));
        for (const Window &window : windows) {
            if (found && window.opens <= found->closes) {
                found->closes = std::max(found->closes, window.closes);
                continue;
            }
            if (found && at < found->closes)
                return found;
            found = window;
        }
    }
    return found && at < found->closes ? found : std::nullopt;
}

std::optional<Instant> nextOpening(const OpeningHours &hours, const Calendar &calendar, Instant at)
{
    const auto window = virtualWindowAt(hours, calendar, at);
    if (!window || window->opens > at)
        return window ? std::optional(window->opens) : std::nullopt;
    // What begins where this one was cut is no opening.
    const auto next = virtualWindowAt(hours, calendar, window->closes);
    return next && next->opens > window->closes ? std::optional(next->opens) : std::nullopt;
}

} // namespace sprechtag::hours
