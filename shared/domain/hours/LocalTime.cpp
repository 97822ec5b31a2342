// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/hours/LocalTime.h"

#include <QDateTime>

#include <algorithm>

namespace sprechtag::hours {
namespace {

constexpr qint64 kMsPerMinute = 60'000;
constexpr qint64 kMsPerDay = kMinutesPerDay * kMsPerMinute;

QDateTime utc(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc());
}

qint64 offsetMs(qint64 at, const QTimeZone &zone)
{
    return qint64{zone.offsetFromUtc(utc(at))} * 1000;
}

// A wall clock of some zone: where its hands stand, as milliseconds since 1970-01-01 00:00 of that clock.
qint64 wallClock(QDate day, int minute)
{
    return QDateTime(day, QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch() + minute * kMsPerMinute;
}

// How the clock goes around a time that it shows: until the change by the one offset, from then on by the other.
struct Change
{
    qint64 at;
    qint64 before;
    qint64 after;
};

// A day to either side of it, offset or not, is safely before and after any change that matters to `wall`.
Change changeAround(qint64 wall, const QTimeZone &zone)
{
    const qint64 before = offsetMs(wall - kMsPerDay, zone);
    const qint64 after = offsetMs(wall + kMsPerDay, zone);
    if (before == after)
        return {wall - before, before, after};
    return {zone.nextTransition(utc(wall - kMsPerDay)).atUtc.toMSecsSinceEpoch(), before, after};
}

// The first instant at which the clock has come to `wall`.
qint64 firstAt(qint64 wall, const QTimeZone &zone)
{
    const Change change = changeAround(wall, zone);
    const qint64 early = wall - change.before;
    return early < change.at ? early : std::max(change.at, wall - change.after);
}

// The instant after which the clock never shows a time before `wall` again.
qint64 lastBefore(qint64 wall, const QTimeZone &zone)
{
    const Change change = changeAround(wall, zone);
    const qint64 late = wall - change.after;
    return late > change.at ? late : std::min(change.at, wall - change.before);
}

} // namespace

QDate localDay(Instant now, const QTimeZone &zone)
{
    const qint64 at = now.time_since_epoch().count();
    return utc(at + offsetMs(at, zone)).date();
}

std::optional<Window> windowOn(QDate day, const Range &range, const QTimeZone &zone)
{
    const Window window{Instant(milliseconds(firstAt(wallClock(day, range.fromMinute), zone))),
                        Instant(milliseconds(lastBefore(wallClock(day, range.toMinute), zone)))};
    return window.opens < window.closes ? std::optional(window) : std::nullopt;
}

} // namespace sprechtag::hours
