// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/hours/OpeningHours.h"

#include <QDateTime>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::hours;
using namespace Qt::StringLiterals;

//! Hours by the authority's wall clock, in the nights when it jumps, too.
class OpeningHoursTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOpenInsideARange_data();
    void isOpenInsideARange();
    void findsTheNextOpening_data();
    void findsTheNextOpening();
    void listsTheRangesOfADay();
    void knowsTheLocalDay_data();
    void knowsTheLocalDay();
};

namespace {

constexpr int kHour = 60;

// Monday to Friday 8 to 12, Thursday also 13:30 to 18; Sunday night hours for the nights when the clock jumps.
const QList<Range> kWeek{{1, 8 * kHour, 12 * kHour},       {2, 8 * kHour, 12 * kHour}, {3, 8 * kHour, 12 * kHour},
                         {4, 13 * kHour + 30, 18 * kHour}, {4, 8 * kHour, 12 * kHour}, {5, 8 * kHour, 12 * kHour}};
const QList<Range> kNight{{7, 2 * kHour + 30, 4 * kHour}};
const QList<Range> kMissingHour{{7, 2 * kHour, 3 * kHour}};
const QList<Range> kWholeDay{{3, 0, 24 * kHour}};

QTimeZone berlin()
{
    return QTimeZone("Europe/Berlin");
}

Instant at(const QString &utc)
{
    return Instant(milliseconds(QDateTime::fromString(utc, Qt::ISODateWithMs).toMSecsSinceEpoch()));
}

QString text(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace

void OpeningHoursTest::isOpenInsideARange_data()
{
    QTest::addColumn<QList<Range>>("week");
    QTest::addColumn<QString>("utc");
    QTest::addColumn<bool>("open");
    const auto row = [](const char *sentence, const QList<Range> &week, const QString &utc, bool open) {
        QTest::newRow(sentence) << week << utc << open;
    };
    row("one millisecond before opening", kWeek, u"2026-03-02T06:59:59.999Z"_s, false);
    row("at the stroke of opening", kWeek, u"2026-03-02T07:00:00.000Z"_s, true);
    row("one millisecond before closing", kWeek, u"2026-03-02T10:59:59.999Z"_s, true);
    row("at the stroke of closing", kWeek, u"2026-03-02T11:00:00.000Z"_s, false);
    row("in summer the same wall clock is an hour earlier in UTC", kWeek, u"2026-07-06T06:00:00.000Z"_s, true);
    row("in summer the winter hour is over", kWeek, u"2026-07-06T10:30:00.000Z"_s, false);
    row("between two ranges of a day", kWeek, u"2026-03-05T12:00:00.000Z"_s, false);
    row("in the second range of a day", kWeek, u"2026-03-05T12:30:00.000Z"_s, true);
    row("on a Saturday", kWeek, u"2026-03-07T09:00:00.000Z"_s, false);
    row("on a Sunday", kWeek, u"2026-03-08T09:00:00.000Z"_s, false);
    row("without hours", {}, u"2026-03-02T09:00:00.000Z"_s, false);
    row("a whole day begins at midnight", kWholeDay, u"2026-03-03T23:00:00.000Z"_s, true);
    row("a whole day ends at midnight", kWholeDay, u"2026-03-04T23:00:00.000Z"_s, false);
    row("spring night, before the jump", kNight, u"2026-03-29T00:59:59.999Z"_s, false);
    row("spring night: at the jump it is three o'clock", kNight, u"2026-03-29T01:00:00.000Z"_s, true);
    row("spring night, end", kNight, u"2026-03-29T02:00:00.000Z"_s, false);
    row("spring night: the missing hour never is", kMissingHour, u"2026-03-29T01:00:00.000Z"_s, false);
    row("autumn night, the first half past two", kNight, u"2026-10-25T00:30:00.000Z"_s, true);
    row("autumn night, the clock is back at two", kNight, u"2026-10-25T01:00:00.000Z"_s, false);
    row("autumn night, the second half past two", kNight, u"2026-10-25T01:30:00.000Z"_s, true);
    row("autumn night, end", kNight, u"2026-10-25T03:00:00.000Z"_s, false);
}

void OpeningHoursTest::isOpenInsideARange()
{
    QFETCH(QList<Range>, week);
    QFETCH(QString, utc);
    QFETCH(bool, open);
    QCOMPARE(openAt(week, at(utc), berlin()), open);
}

void OpeningHoursTest::findsTheNextOpening_data()
{
    QTest::addColumn<QList<Range>>("week");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("next"); // empty: none
    const auto row = [](const char *sentence, const QList<Range> &week, const QString &now, const QString &next) {
        QTest::newRow(sentence) << week << now << next;
    };
    row("early in the morning", kWeek, u"2026-03-02T05:00:00.000Z"_s, u"2026-03-02T07:00:00.000Z"_s);
    row("after the stroke of opening it is the next one", kWeek, u"2026-03-02T07:00:00.000Z"_s,
        u"2026-03-03T07:00:00.000Z"_s);
    row("the second range of the day", kWeek, u"2026-03-05T11:00:00.000Z"_s, u"2026-03-05T12:30:00.000Z"_s);
    row("over the weekend", kWeek, u"2026-03-06T11:00:00.000Z"_s, u"2026-03-09T07:00:00.000Z"_s);
    row("over the weekend into summer time", kWeek, u"2026-03-27T11:00:00.000Z"_s, u"2026-03-30T06:00:00.000Z"_s);
    row("over the weekend out of summer time", kWeek, u"2026-10-23T11:00:00.000Z"_s, u"2026-10-26T07:00:00.000Z"_s);
    row("a week ahead", kWholeDay, u"2026-03-04T00:00:00.000Z"_s, u"2026-03-10T23:00:00.000Z"_s);
    row("without hours never", {}, u"2026-03-02T05:00:00.000Z"_s, QString());
    row("spring night: half past two begins when the clock has jumped", kNight, u"2026-03-29T00:00:00.000Z"_s,
        u"2026-03-29T01:00:00.000Z"_s);
    row("spring night: the missing hour waits a week", kMissingHour, u"2026-03-29T00:00:00.000Z"_s,
        u"2026-04-05T00:00:00.000Z"_s);
    row("autumn night: the first half past two", kNight, u"2026-10-25T00:00:00.000Z"_s, u"2026-10-25T00:30:00.000Z"_s);
    row("autumn night: after the clock went back, the second", kNight, u"2026-10-25T01:00:00.000Z"_s,
        u"2026-10-25T01:30:00.000Z"_s);
}

void OpeningHoursTest::findsTheNextOpening()
{
    QFETCH(QList<Range>, week);
    QFETCH(QString, now);
    QFETCH(QString, next);
    const auto found = nextOpening(week, at(now), berlin());
    QCOMPARE(found ? text(*found) : QString(), next);
    QVERIFY(!found || openAt(week, *found, berlin()));
}

void OpeningHoursTest::listsTheRangesOfADay()
{
    const QDate thursday(2026, 3, 5);
    const QList<Range> expected{{4, 8 * kHour, 12 * kHour}, {4, 13 * kHour + 30, 18 * kHour}};
    QVERIFY(rangesOn(kWeek, thursday) == expected);
    QVERIFY(rangesOn(kWeek, thursday.addDays(2)).isEmpty());
    QVERIFY(rangesOn({{4, 600, 600}}, thursday).isEmpty());
}

void OpeningHoursTest::knowsTheLocalDay_data()
{
    QTest::addColumn<QString>("utc");
    QTest::addColumn<QDate>("day");
    QTest::newRow("before midnight in winter") << u"2026-03-01T22:59:59.999Z"_s << QDate(2026, 3, 1);
    QTest::newRow("at midnight in winter") << u"2026-03-01T23:00:00.000Z"_s << QDate(2026, 3, 2);
    QTest::newRow("before midnight in summer") << u"2026-07-01T21:59:59.999Z"_s << QDate(2026, 7, 1);
    QTest::newRow("at midnight in summer") << u"2026-07-01T22:00:00.000Z"_s << QDate(2026, 7, 2);
}

void OpeningHoursTest::knowsTheLocalDay()
{
    QFETCH(QString, utc);
    QFETCH(QDate, day);
    QCOMPARE(localDay(at(utc), berlin()), day);
}

QTEST_GUILESS_MAIN(OpeningHoursTest)
#include "OpeningHoursTest.moc"
