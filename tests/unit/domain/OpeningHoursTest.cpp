// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/hours/OpeningHours.h"

#include <QDateTime>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::hours;
using namespace Qt::StringLiterals;

//! Hours in real time: the authority's wall clock, in the nights when it jumps, too.
class OpeningHoursTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rangesTakeRealTime_data();
    void rangesTakeRealTime();
    void theWindowIsThisOneOrTheNext_data();
    void theWindowIsThisOneOrTheNext();
    void theNextOpeningIsAhead_data();
    void theNextOpeningIsAhead();
    void aWindowHoldsFromItsFirstInstantUntilItsLast();
    void anOfficeThatNeverClosesHasOneWindow();
    void knowsTheLocalDay_data();
    void knowsTheLocalDay();
};

namespace {

constexpr int kHour = 60;

// Monday to Friday 8 to 12, Thursday also 13:30 to 18.
const QList<Range> kWeek{{1, 8 * kHour, 12 * kHour},       {2, 8 * kHour, 12 * kHour}, {3, 8 * kHour, 12 * kHour},
                         {4, 13 * kHour + 30, 18 * kHour}, {4, 8 * kHour, 12 * kHour}, {5, 8 * kHour, 12 * kHour}};
// Sunday night, when the clock jumps.
const QList<Range> kNight{{7, 2 * kHour + 30, 4 * kHour}};
const QList<Range> kMissingHour{{7, 2 * kHour, 3 * kHour}};
const QList<Range> kWholeDay{{3, 0, 24 * kHour}};
const QList<Range> kOverMidnight{{5, 20 * kHour, 24 * kHour}, {6, 0, 2 * kHour}};
const QList<Range> kTwoThatMeet{{1, 8 * kHour, 12 * kHour}, {1, 12 * kHour, 13 * kHour}};

Calendar berlin()
{
    return {.zone = QTimeZone("Europe/Berlin"), .land = Land::HE, .rules = {}, .closedDays = {}};
}

Instant at(const QString &utc)
{
    return Instant(milliseconds(QDateTime::fromString(utc, Qt::ISODateWithMs).toMSecsSinceEpoch()));
}

QString text(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), QTimeZone::utc())
        .toString(u"yyyy-MM-ddTHH:mmZ"_s);
}

QString text(const std::optional<Window> &window)
{
    return window ? text(window->opens) + u' ' + text(window->closes) : QString();
}

// 02:30 as 150
int minute(const QString &clock)
{
    return clock.first(2).toInt() * kHour + clock.last(2).toInt();
}

} // namespace

void OpeningHoursTest::rangesTakeRealTime_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("range");
    QTest::addColumn<QString>("window"); // empty: none
    const auto row = [](const char *sentence, const QByteArray &zone, QDate day, const QString &range,
                        const QString &window) { QTest::newRow(sentence) << zone << day << range << window; };
    const QByteArray berlin = "Europe/Berlin";
    const QDate spring(2026, 3, 29);
    const QDate autumn(2026, 10, 25);
    row("winter", berlin, {2026, 1, 5}, u"08:00-12:00"_s, u"2026-01-05T07:00Z 2026-01-05T11:00Z"_s);
    row("summer", berlin, {2026, 7, 6}, u"08:00-12:00"_s, u"2026-07-06T06:00Z 2026-07-06T10:00Z"_s);
    row("leap day", berlin, {2028, 2, 29}, u"08:00-12:00"_s, u"2028-02-29T07:00Z 2028-02-29T11:00Z"_s);
    row("the last minutes of a year", berlin, {2026, 12, 31}, u"23:00-24:00"_s,
        u"2026-12-31T22:00Z 2026-12-31T23:00Z"_s);
    row("the first minutes of a year", berlin, {2027, 1, 1}, u"00:00-01:00"_s,
        u"2026-12-31T23:00Z 2027-01-01T00:00Z"_s);

    row("spring: before the missing hour", berlin, spring, u"01:00-02:00"_s, u"2026-03-29T00:00Z 2026-03-29T01:00Z"_s);
    row("spring: after the missing hour", berlin, spring, u"03:00-04:00"_s, u"2026-03-29T01:00Z 2026-03-29T02:00Z"_s);
    row("spring: over the missing hour", berlin, spring, u"01:00-04:00"_s, u"2026-03-29T00:00Z 2026-03-29T02:00Z"_s);
    row("spring: into the missing hour", berlin, spring, u"01:00-02:30"_s, u"2026-03-29T00:00Z 2026-03-29T01:00Z"_s);
    row("spring: out of the missing hour", berlin, spring, u"02:30-04:00"_s, u"2026-03-29T01:00Z 2026-03-29T02:00Z"_s);
    row("spring: the missing hour itself", berlin, spring, u"02:00-03:00"_s, {});
    row("spring: inside the missing hour", berlin, spring, u"02:15-02:45"_s, {});
    row("spring: the whole day has 23 hours", berlin, spring, u"00:00-24:00"_s,
        u"2026-03-28T23:00Z 2026-03-29T22:00Z"_s);

    row("autumn: before the repeated hour", berlin, autumn, u"01:00-02:00"_s, u"2026-10-24T23:00Z 2026-10-25T00:00Z"_s);
    row("autumn: after the repeated hour", berlin, autumn, u"03:00-04:00"_s, u"2026-10-25T02:00Z 2026-10-25T03:00Z"_s);
    row("autumn: over the repeated hour", berlin, autumn, u"01:00-04:00"_s, u"2026-10-24T23:00Z 2026-10-25T03:00Z"_s);
    row("autumn: into the repeated hour, until its last", berlin, autumn, u"01:00-02:30"_s,
        u"2026-10-24T23:00Z 2026-10-25T01:30Z"_s);
    row("autumn: out of the repeated hour, from its first", berlin, autumn, u"02:30-04:00"_s,
        u"2026-10-25T00:30Z 2026-10-25T03:00Z"_s);
    row("autumn: the repeated hour itself is two", berlin, autumn, u"02:00-03:00"_s,
        u"2026-10-25T00:00Z 2026-10-25T02:00Z"_s);
    row("autumn: inside the repeated hour, once", berlin, autumn, u"02:15-02:45"_s,
        u"2026-10-25T00:15Z 2026-10-25T01:45Z"_s);
    row("autumn: the whole day has 25 hours", berlin, autumn, u"00:00-24:00"_s,
        u"2026-10-24T22:00Z 2026-10-25T23:00Z"_s);

    row("a zone without summer time", "Asia/Kolkata", spring, u"08:00-12:00"_s,
        u"2026-03-29T02:30Z 2026-03-29T06:30Z"_s);
    row("a zone west of Greenwich", "America/New_York", {2026, 3, 8}, u"02:30-04:00"_s,
        u"2026-03-08T07:00Z 2026-03-08T08:00Z"_s);
    row("a clock that jumps half an hour", "Australia/Lord_Howe", {2026, 4, 5}, u"01:45-03:00"_s,
        u"2026-04-04T14:45Z 2026-04-04T16:30Z"_s);
    row("a clock that jumps at midnight: the first hour is missing", "Asia/Beirut", spring, u"00:00-02:00"_s,
        u"2026-03-28T22:00Z 2026-03-28T23:00Z"_s);
    row("a clock that goes back at midnight: the last hour is two", "Asia/Beirut", {2026, 10, 24}, u"23:00-24:00"_s,
        u"2026-10-24T20:00Z 2026-10-24T22:00Z"_s);
}

void OpeningHoursTest::rangesTakeRealTime()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QDate, day);
    QFETCH(const QString, range);
    const Range read{0, minute(range.first(5)), minute(range.last(5))};
    QTEST(text(windowOn(day, read, QTimeZone(zone))), "window");
}

void OpeningHoursTest::theWindowIsThisOneOrTheNext_data()
{
    QTest::addColumn<QList<Range>>("week");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("window");
    const auto row = [](const char *sentence, const QList<Range> &week, const QString &now, const QString &window) {
        QTest::newRow(sentence) << week << now << window;
    };
    const QString monday = u"2026-03-02T07:00Z 2026-03-02T11:00Z"_s;
    const QString tuesday = u"2026-03-03T07:00Z 2026-03-03T11:00Z"_s;
    row("one millisecond before opening it is the next", kWeek, u"2026-03-02T06:59:59.999Z"_s, monday);
    row("at the stroke of opening it is this one", kWeek, u"2026-03-02T07:00:00.000Z"_s, monday);
    row("one millisecond before closing it is this one", kWeek, u"2026-03-02T10:59:59.999Z"_s, monday);
    row("at the stroke of closing it is the next", kWeek, u"2026-03-02T11:00:00.000Z"_s, tuesday);
    row("between two ranges of a day", kWeek, u"2026-03-05T12:00:00.000Z"_s, u"2026-03-05T12:30Z 2026-03-05T17:00Z"_s);
    row("on a Saturday", kWeek, u"2026-03-07T09:00:00.000Z"_s, u"2026-03-09T07:00Z 2026-03-09T11:00Z"_s);
    row("on a Saturday before summer time", kWeek, u"2026-03-28T09:00:00.000Z"_s,
        u"2026-03-30T06:00Z 2026-03-30T10:00Z"_s);
    row("over New Year and week 53", kWeek, u"2026-12-31T17:00:00.000Z"_s, u"2027-01-04T07:00Z 2027-01-04T11:00Z"_s);
    row("without hours", {}, u"2026-03-02T09:00:00.000Z"_s, {});
    row("ranges that meet are one", kTwoThatMeet, u"2026-03-02T09:00:00.000Z"_s,
        u"2026-03-02T07:00Z 2026-03-02T12:00Z"_s);
    row("ranges that meet at midnight are one, in the evening", kOverMidnight, u"2026-03-06T22:00:00.000Z"_s,
        u"2026-03-06T19:00Z 2026-03-07T01:00Z"_s);
    row("ranges that meet at midnight are one, in the morning", kOverMidnight, u"2026-03-07T00:30:00.000Z"_s,
        u"2026-03-06T19:00Z 2026-03-07T01:00Z"_s);
    row("a whole day from midnight on", kWholeDay, u"2026-03-03T23:00:00.000Z"_s,
        u"2026-03-03T23:00Z 2026-03-04T23:00Z"_s);
    row("spring night: half past two begins when the clock has jumped", kNight, u"2026-03-29T00:59:59.999Z"_s,
        u"2026-03-29T01:00Z 2026-03-29T02:00Z"_s);
    row("spring night: the missing hour waits a week", kMissingHour, u"2026-03-29T00:00:00.000Z"_s,
        u"2026-04-05T00:00Z 2026-04-05T01:00Z"_s);
    row("autumn night: in the first half past two", kNight, u"2026-10-25T00:30:00.000Z"_s,
        u"2026-10-25T00:30Z 2026-10-25T03:00Z"_s);
    row("autumn night: the clock is back at two and nobody is sent away", kNight, u"2026-10-25T01:00:00.000Z"_s,
        u"2026-10-25T00:30Z 2026-10-25T03:00Z"_s);
    row("autumn night: over", kNight, u"2026-10-25T03:00:00.000Z"_s, u"2026-11-01T01:30Z 2026-11-01T03:00Z"_s);
}

void OpeningHoursTest::theWindowIsThisOneOrTheNext()
{
    QFETCH(const QList<Range>, week);
    QFETCH(const QString, now);
    QTEST(text(virtualWindowAt(everyWeek(week), berlin(), at(now))), "window");
}

void OpeningHoursTest::theNextOpeningIsAhead_data()
{
    QTest::addColumn<QList<Range>>("week");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("next"); // empty: none
    const auto row = [](const char *sentence, const QList<Range> &week, const QString &now, const QString &next) {
        QTest::newRow(sentence) << week << now << next;
    };
    row("early in the morning", kWeek, u"2026-03-02T05:00:00.000Z"_s, u"2026-03-02T07:00Z"_s);
    row("after the stroke of opening it is the next one", kWeek, u"2026-03-02T07:00:00.000Z"_s, u"2026-03-03T07:00Z"_s);
    row("the second range of the day", kWeek, u"2026-03-05T10:00:00.000Z"_s, u"2026-03-05T12:30Z"_s);
    row("over the weekend", kWeek, u"2026-03-06T11:00:00.000Z"_s, u"2026-03-09T07:00Z"_s);
    row("over the weekend into summer time", kWeek, u"2026-03-27T11:00:00.000Z"_s, u"2026-03-30T06:00Z"_s);
    row("over the weekend out of summer time", kWeek, u"2026-10-23T11:00:00.000Z"_s, u"2026-10-26T07:00Z"_s);
    row("over Good Friday and Easter Monday", kWeek, u"2026-04-02T16:00:00.000Z"_s, u"2026-04-07T06:00Z"_s);
    row("a week ahead", kWholeDay, u"2026-03-04T00:00:00.000Z"_s, u"2026-03-10T23:00Z"_s);
    row("without hours never", {}, u"2026-03-02T05:00:00.000Z"_s, QString());
    row("autumn night: the second half past two opens nothing", kNight, u"2026-10-25T01:00:00.000Z"_s,
        u"2026-11-01T01:30Z"_s);
}

void OpeningHoursTest::theNextOpeningIsAhead()
{
    QFETCH(const QList<Range>, week);
    QFETCH(const QString, now);
    const auto found = nextOpening(everyWeek(week), berlin(), at(now));
    QTEST(found ? text(*found) : QString(), "next");
    QVERIFY(!found || *found > at(now));
}

// A year of hours, a quarter of an hour at a time: the window of an instant is never past, and those of two instants
// never overlap without being the same.
void OpeningHoursTest::aWindowHoldsFromItsFirstInstantUntilItsLast()
{
    const OpeningHours hours = everyWeek(kWeek + kNight + kOverMidnight);
    const Instant end = at(u"2026-12-31T00:00:00.000Z"_s);
    auto before = virtualWindowAt(hours, berlin(), at(u"2026-01-01T00:00:00.000Z"_s));
    for (Instant now = at(u"2026-01-01T00:00:00.000Z"_s); now < end; now += minutes(15)) {
        const auto window = virtualWindowAt(hours, berlin(), now);
        QVERIFY(window && window->opens < window->closes && now < window->closes);
        QVERIFY2(now < before->closes ? window == before : before->closes < window->opens, qPrintable(text(now)));
        before = window;
    }
}

void OpeningHoursTest::anOfficeThatNeverClosesHasOneWindow()
{
    const OpeningHours always{
        .periods = {{{}, {}, {{0, 0, 24 * kHour}}, {}}}, .exceptions = {}, .openOnHolidays = true};
    const Instant now = at(u"2026-03-02T05:00:00.000Z"_s);
    const auto window = virtualWindowAt(always, berlin(), now);
    QVERIFY(window && window->opens < now && now + std::chrono::hours(24 * kDaysAhead) < window->closes);
    QVERIFY(!nextOpening(always, berlin(), now));
}

void OpeningHoursTest::knowsTheLocalDay_data()
{
    QTest::addColumn<QString>("utc");
    QTest::addColumn<QDate>("day");
    QTest::newRow("before midnight in winter") << u"2026-03-01T22:59:59.999Z"_s << QDate(2026, 3, 1);
    QTest::newRow("at midnight in winter") << u"2026-03-01T23:00:00.000Z"_s << QDate(2026, 3, 2);
    QTest::newRow("before midnight in summer") << u"2026-07-01T21:59:59.999Z"_s << QDate(2026, 7, 1);
    QTest::newRow("at midnight in summer") << u"2026-07-01T22:00:00.000Z"_s << QDate(2026, 7, 2);
    QTest::newRow("before midnight of New Year's Eve") << u"2026-12-31T22:59:59.999Z"_s << QDate(2026, 12, 31);
    QTest::newRow("at midnight of New Year's Eve") << u"2026-12-31T23:00:00.000Z"_s << QDate(2027, 1, 1);
    QTest::newRow("before midnight of a leap day") << u"2028-02-29T22:59:59.999Z"_s << QDate(2028, 2, 29);
    QTest::newRow("at midnight of a leap day") << u"2028-02-29T23:00:00.000Z"_s << QDate(2028, 3, 1);
}

void OpeningHoursTest::knowsTheLocalDay()
{
    QFETCH(QString, utc);
    QFETCH(QDate, day);
    QCOMPARE(localDay(at(utc), berlin().zone), day);
}

QTEST_GUILESS_MAIN(OpeningHoursTest)
#include "OpeningHoursTest.moc"
