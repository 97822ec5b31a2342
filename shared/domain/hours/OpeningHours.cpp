// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/hours/OpeningHours.h"

#include <QDateTime>

#include <algorithm>

namespace sprechtag::hours {
namespace {

constexpr int kDaysAhead = 14;
constexpr qint64 kMsPerMinute = 60'000;

// A wall clock of some zone: where its hands stand, as milliseconds since 1970-01-01 00:00 of that clock.
qint64 wallClock(Instant at, const QTimeZone &zone)
{
    const qint64 utc = at.time_since_epoch().count();
    const auto stamp = QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC);
    return utc + qint64{zone.offsetFromUtc(stamp)} * 1000;
}

Instant fromUtc(qint64 ms)
{
    return Instant(milliseconds(ms));
}

// All instants at which the wall clock shows this: two in the night of the repeated hour, none in that of the missing.
QList<Instant> instantsOf(qint64 wall, const QTimeZone &zone)
{
    constexpr qint64 kDay = 24 * 60 * kMsPerMinute;
    QList<Instant> found;
    for (const qint64 around : {wall - kDay, wall + kDay}) {
        const auto stamp = QDateTime::fromMSecsSinceEpoch(around, Qt::UTC);
        const Instant candidate = fromUtc(wall - qint64{zone.offsetFromUtc(stamp)} * 1000);
        if (wallClock(candidate, zone) == wall && !found.contains(candidate))
            found.append(candidate);
    }
    std::ranges::sort(found);
    return found;
}

qint64 wallClock(QDate day, int minute)
{
    return QDateTime(day, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch() + minute * kMsPerMinute;
}

// The beginnings of a range on a day. One that falls into the missing hour begins when that hour would have ended.
QList<Instant> beginnings(const Range &range, QDate day, const QTimeZone &zone)
{
    const qint64 wall = wallClock(day, range.fromMinute);
    auto found = instantsOf(wall, zone);
    if (!found.isEmpty())
        return found;
    constexpr qint64 kHalfDay = 12 * 60 * kMsPerMinute;
    const auto before = QDateTime::fromMSecsSinceEpoch(wall - kHalfDay, Qt::UTC);
    const qint64 jumpedTo =
        zone.nextTransition(before.addMSecs(-qint64{zone.offsetFromUtc(before)} * 1000)).atUtc.toMSecsSinceEpoch();
    const Instant jump = fromUtc(jumpedTo);
    if (wallClock(jump, zone) < wallClock(day, range.toMinute))
        found.append(jump);
    return found;
}

} // namespace

QList<Range> rangesOn(const QList<Range> &week, QDate day)
{
    QList<Range> ranges;
    std::ranges::copy_if(week, std::back_inserter(ranges), [day](const Range &range) {
        return range.day == day.dayOfWeek() && range.fromMinute < range.toMinute;
    });
    std::ranges::sort(ranges, {}, &Range::fromMinute);
    return ranges;
}

QDate localDay(Instant now, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(wallClock(now, zone), Qt::UTC).date();
}

bool openAt(const QList<Range> &week, Instant now, const QTimeZone &zone)
{
    const QDate day = localDay(now, zone);
    const qint64 wall = wallClock(now, zone);
    return std::ranges::any_of(rangesOn(week, day), [&](const Range &range) {
        return wallClock(day, range.fromMinute) <= wall && wall < wallClock(day, range.toMinute);
    });
}

std::optional<Instant> nextOpening(const QList<Range> &week, Instant now, const QTimeZone &zone)
{
    const QDate today = localDay(now, zone);
    for (int ahead = 0; ahead <= kDaysAhead; ++ahead) {
        const QDate day = today.addDays(ahead);
        QList<Instant> found;
        for (const Range &range : rangesOn(week, day))
            found.append(beginnings(range, day, zone));
        std::ranges::sort(found);
        const auto next = std::ranges::upper_bound(found, now);
        if (next != found.end())
            return *next;
    }
    return std::nullopt;
}

} // namespace sprechtag::hours
