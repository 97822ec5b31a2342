// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/hours/OpeningHours.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::hours;
using namespace Qt::StringLiterals;

//! What a day of an office looks like: week, holidays, closed days, exceptions, and which of them wins.
class DayPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayIs_data();
    void aDayIs();
    void thePeriodThatBeganLastCounts_data();
    void thePeriodThatBeganLastCounts();
    void closedDaysComeBackEveryYear_data();
    void closedDaysComeBackEveryYear();
    void theShorterExceptionWins();
    void ofTwoAsShortTheLaterWins();
    void extraRangesJoinThoseOfTheDay();
    void anOfficeMayBeOpenOnHolidays();
    void rangesAreInOrderAndApart();
    void thePreviewHasFourteenDaysWithReasons();
};

namespace {

constexpr int kHour = 60;
constexpr auto kInstead = Exception::Effect::Instead;
constexpr auto kExtra = Exception::Effect::Extra;

Range span(int from, int to)
{
    return {0, from * kHour, to * kHour};
}

// On the screen 8 to 12 from Monday to Friday and Thursday 14 to 18; at the counter 9 to 11 on Tuesday.
Period usualWeek()
{
    Period week;
    for (int day = 1; day <= 5; ++day)
        week.virtualRanges.append({day, 8 * kHour, 12 * kHour});
    week.virtualRanges.append({4, 14 * kHour, 18 * kHour});
    week.inPersonRanges = {{2, 9 * kHour, 11 * kHour}};
    return week;
}

Calendar augsburg()
{
    const auto everyYear = [](QDate day, int fromMinute, const QString &note) {
        return ClosedDays{.first = day, .last = day, .everyYear = true, .fromMinute = fromMinute, .note = note};
    };
    return {.zone = QTimeZone("Europe/Berlin"),
            .land = Land::BY,
            .rules = {.corpusChristi = false, .assumption = true, .peaceFestival = true},
            .closedDays = {everyYear({2000, 12, 24}, 0, u"Heiligabend"_s),
                           everyYear({2000, 12, 31}, 10 * kHour, u"Silvester"_s)}};
}

OpeningHours usualHours()
{
    return {.periods = {usualWeek()},
            .exceptions = {{.from = {2026, 5, 15},
                            .until = {2026, 5, 15},
                            .meeting = {},
                            .effect = kInstead,
                            .ranges = {},
                            .note = u"Brückentag"_s},
                           {.from = {2026, 5, 5},
                            .until = {2026, 5, 5},
                            .meeting = Meeting::InPerson,
                            .effect = kInstead,
                            .ranges = {},
                            .note = u"Umbau"_s},
                           {.from = {2026, 5, 14},
                            .until = {2026, 5, 14},
                            .meeting = Meeting::Virtual,
                            .effect = kInstead,
                            .ranges = {span(10, 12)},
                            .note = u"Notdienst"_s},
                           {.from = {2026, 5, 9},
                            .until = {2026, 5, 9},
                            .meeting = Meeting::Virtual,
                            .effect = kExtra,
                            .ranges = {span(9, 13)},
                            .note = u"Wahlsamstag"_s},
                           {.from = {2026, 12, 24},
                            .until = {2026, 12, 24},
                            .meeting = Meeting::Virtual,
                            .effect = kInstead,
                            .ranges = {span(8, 9)},
                            .note = u"Eilfälle"_s}},
            .openOnHolidays = false};
}

QString text(const QList<Range> &ranges)
{
    QStringList parts;
    for (const Range &range : ranges)
        parts.append(u"%1-%2"_s.arg(QTime(0, 0).addSecs(range.fromMinute * 60).toString(u"HH:mm"_s),
                                    QTime(0, 0).addSecs(range.toMinute * 60).toString(u"HH:mm"_s)));
    return parts.join(u' ');
}

QString text(const DayHours &hours)
{
    static const QHash<Reason, QString> reasons{{Reason::Week, u"week"_s},
                                                {Reason::PublicHoliday, u"holiday"_s},
                                                {Reason::ClosedDay, u"closed day"_s},
                                                {Reason::Exception, u"exception"_s}};
    return QStringList{text(hours.ranges), reasons.value(hours.reason), hours.note}.join(u" | "_s);
}

OpeningHours with(QList<Exception> exceptions)
{
    OpeningHours hours = usualHours();
    hours.exceptions = std::move(exceptions);
    return hours;
}

Exception closed(QDate from, QDate until, const QString &note)
{
    return {.from = from, .until = until, .meeting = {}, .effect = kInstead, .ranges = {}, .note = note};
}

QString virtualText(const OpeningHours &hours, QDate day)
{
    return text(dayOf(hours, augsburg(), day).virtualHours);
}

} // namespace

void DayPlanTest::aDayIs_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("onScreen");
    QTest::addColumn<QString>("inPerson");
    QTest::addColumn<std::optional<Holiday>>("holiday");
    const auto row = [](const char *sentence, QDate day, const QString &onScreen, const QString &inPerson,
                        std::optional<Holiday> holiday = {}) {
        QTest::newRow(sentence) << day << onScreen << inPerson << holiday;
    };
    row("a usual Monday", {2026, 5, 4}, u"08:00-12:00 | week | "_s, u" | week | "_s);
    row("a usual Tuesday has hours at the counter, too", {2026, 5, 12}, u"08:00-12:00 | week | "_s,
        u"09:00-11:00 | week | "_s);
    row("a usual Thursday", {2026, 5, 7}, u"08:00-12:00 14:00-18:00 | week | "_s, u" | week | "_s);
    row("a Sunday", {2026, 5, 10}, u" | week | "_s, u" | week | "_s);
    row("a holiday of all Länder", {2026, 5, 1}, u" | holiday | "_s, u" | holiday | "_s, Holiday::LabourDay);
    row("a holiday of the town", {2025, 8, 8}, u" | holiday | "_s, u" | holiday | "_s, Holiday::PeaceFestival);
    row("a leap day is a Tuesday like any", {2028, 2, 29}, u"08:00-12:00 | week | "_s, u"09:00-11:00 | week | "_s);
    row("an exception closes a bridge day", {2026, 5, 15}, u" | exception | Brückentag"_s,
        u" | exception | Brückentag"_s);
    row("an exception for the counter leaves the screen alone", {2026, 5, 5}, u"08:00-12:00 | week | "_s,
        u" | exception | Umbau"_s);
    row("an exception wins over a holiday, which is still named", {2026, 5, 14},
        u"10:00-12:00 | exception | Notdienst"_s, u" | holiday | "_s, Holiday::AscensionDay);
    row("an extra opening on a Saturday", {2026, 5, 9}, u"09:00-13:00 | exception | Wahlsamstag"_s, u" | week | "_s);
    row("Christmas Eve is closed by custom", {2027, 12, 24}, u" | closed day | Heiligabend"_s,
        u" | closed day | Heiligabend"_s);
    row("an exception wins over a closed day", {2026, 12, 24}, u"08:00-09:00 | exception | Eilfälle"_s,
        u" | closed day | Heiligabend"_s);
    row("a half day ends early", {2026, 12, 31}, u"08:00-10:00 | closed day | Silvester"_s,
        u" | closed day | Silvester"_s);
    row("the first day of the year", {2027, 1, 1}, u" | holiday | "_s, u" | holiday | "_s, Holiday::NewYear);
    row("the Monday after week 53", {2027, 1, 4}, u"08:00-12:00 | week | "_s, u" | week | "_s);
}

void DayPlanTest::aDayIs()
{
    QFETCH(const QDate, day);
    const Day plan = dayOf(usualHours(), augsburg(), day);
    QCOMPARE(plan.date, day);
    QTEST(text(plan.virtualHours), "onScreen");
    QTEST(text(plan.inPersonHours), "inPerson");
    QTEST(plan.holiday, "holiday");
}

void DayPlanTest::thePeriodThatBeganLastCounts_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("ranges");
    QTest::newRow("before any change") << QDate(2026, 6, 30) << u"08:00-12:00"_s;
    QTest::newRow("the first day of summer hours") << QDate(2026, 7, 1) << u"07:00-11:00"_s;
    QTest::newRow("the last day of summer hours") << QDate(2026, 8, 31) << u"07:00-11:00"_s;
    QTest::newRow("the day after summer hours") << QDate(2026, 9, 1) << u"08:00-12:00"_s;
    QTest::newRow("the last day of the old hours") << QDate(2026, 12, 30) << u"08:00-12:00"_s;
    QTest::newRow("the first day of the new hours") << QDate(2027, 1, 4) << u"09:00-10:00"_s;
    QTest::newRow("summer hours are not every year's") << QDate(2027, 7, 1) << u"09:00-10:00"_s;
}

void DayPlanTest::thePeriodThatBeganLastCounts()
{
    QFETCH(const QDate, day);
    const auto period = [](QDate from, QDate until, Range range) {
        return Period{.from = from, .until = until, .virtualRanges = {range}, .inPersonRanges = {}};
    };
    const OpeningHours hours{.periods = {period({2027, 1, 1}, {}, span(9, 10)),
                                         period({2026, 7, 1}, {2026, 8, 31}, span(7, 11)), period({}, {}, span(8, 12))},
                             .exceptions = {},
                             .openOnHolidays = false};
    QTEST(text(dayOf(hours, augsburg(), day).virtualHours.ranges), "ranges");
    const OpeningHours past{.periods = {hours.periods[1]}, .exceptions = {}, .openOnHolidays = false};
    QCOMPARE(periodOn(past, day) != nullptr, day >= QDate(2026, 7, 1) && day <= QDate(2026, 8, 31));
}

void DayPlanTest::closedDaysComeBackEveryYear_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<bool>("closed");
    const auto row = [](const char *sentence, QDate day, bool closed) { QTest::newRow(sentence) << day << closed; };
    row("the day before", {2026, 12, 28}, false);
    row("the first day", {2026, 12, 29}, true);
    row("New Year's Eve", {2026, 12, 31}, true);
    row("the last day, in another year", {2027, 1, 7}, true);
    row("the day after", {2027, 1, 8}, false);
    row("in the years to come", {2029, 1, 4}, true);
    row("once, in its year", {2026, 3, 12}, true);
    row("once, not the year after", {2027, 3, 12}, false);
    row("a leap day", {2028, 2, 29}, true);
    row("the day before a leap day", {2028, 2, 28}, false);
    row("the end of February in a common year", {2027, 3, 1}, false);
}

void DayPlanTest::closedDaysComeBackEveryYear()
{
    QFETCH(const QDate, day);
    Calendar calendar = augsburg();
    calendar.closedDays = {
        {.first = {2000, 12, 29}, .last = {2000, 1, 7}, .everyYear = true, .fromMinute = 0, .note = {}},
        {.first = {2000, 2, 29}, .last = {2000, 2, 29}, .everyYear = true, .fromMinute = 0, .note = {}},
        {.first = {2026, 3, 12}, .last = {2026, 3, 12}, .everyYear = false, .fromMinute = 0, .note = {}}};
    QTEST(dayOf(usualHours(), calendar, day).virtualHours.reason != Reason::Week, "closed");
}

void DayPlanTest::theShorterExceptionWins()
{
    const Exception holidays = closed({2026, 7, 20}, {2026, 7, 31}, u"Betriebsferien"_s);
    Exception open = closed({2026, 7, 22}, {2026, 7, 22}, u"Notdienst"_s);
    open.ranges = {span(9, 10)};
    const Exception forEver = closed({}, {}, u"zu"_s);
    for (const QList<Exception> &exceptions : {QList{forEver, holidays, open}, QList{open, holidays, forEver}}) {
        QCOMPARE(virtualText(with(exceptions), {2026, 7, 22}), u"09:00-10:00 | exception | Notdienst"_s);
        QCOMPARE(virtualText(with(exceptions), {2026, 7, 20}), u" | exception | Betriebsferien"_s);
        QCOMPARE(virtualText(with(exceptions), {2026, 7, 31}), u" | exception | Betriebsferien"_s);
        QCOMPARE(virtualText(with(exceptions), {2026, 8, 3}), u" | exception | zu"_s);
    }
}

void DayPlanTest::ofTwoAsShortTheLaterWins()
{
    const QDate day(2026, 7, 22);
    QCOMPARE(virtualText(with({closed(day, day, u"A"_s), closed(day, day, u"B"_s)}), day), u" | exception | B"_s);
}

void DayPlanTest::extraRangesJoinThoseOfTheDay()
{
    const auto extra = [](QDate day, Range range) {
        return Exception{.from = day, .until = day, .meeting = {}, .effect = kExtra, .ranges = {range}, .note = u"+"_s};
    };
    const QDate thursday(2026, 7, 23);
    QCOMPARE(virtualText(with({extra(thursday, span(11, 14))}), thursday), u"08:00-18:00 | exception | +"_s);
    QCOMPARE(virtualText(with({extra(thursday, span(19, 20)), closed(thursday, thursday, u"zu"_s)}), thursday),
             u"19:00-20:00 | exception | +"_s);
    const QDate labourDay(2026, 5, 1);
    QCOMPARE(virtualText(with({extra(labourDay, span(19, 20))}), labourDay), u"19:00-20:00 | exception | +"_s);
    // A range with a weekday is for that weekday alone.
    Exception evenings = extra({2026, 7, 20}, {2, 18 * kHour, 20 * kHour});
    evenings.until = {2026, 7, 31};
    QCOMPARE(text(dayOf(with({evenings}), augsburg(), {2026, 7, 28}).virtualHours.ranges),
             u"08:00-12:00 18:00-20:00"_s);
    QCOMPARE(text(dayOf(with({evenings}), augsburg(), {2026, 7, 29}).virtualHours.ranges), u"08:00-12:00"_s);
}

void DayPlanTest::anOfficeMayBeOpenOnHolidays()
{
    OpeningHours hours = with({});
    hours.openOnHolidays = true;
    const Day labourDay = dayOf(hours, augsburg(), {2026, 5, 1});
    QCOMPARE(text(labourDay.virtualHours), u"08:00-12:00 | week | "_s);
    QCOMPARE(labourDay.holiday, std::optional(Holiday::LabourDay));
}

void DayPlanTest::rangesAreInOrderAndApart()
{
    const QDate monday(2026, 3, 2);
    const auto ranges = [&](const QList<Range> &week) {
        return text(dayOf(everyWeek(week), augsburg(), monday).virtualHours.ranges);
    };
    QCOMPARE(ranges({{1, 780, 960}, {1, 480, 720}}), u"08:00-12:00 13:00-16:00"_s);
    QCOMPARE(ranges({{1, 480, 720}, {1, 540, 600}}), u"08:00-12:00"_s);
    QCOMPARE(ranges({{1, 480, 720}, {1, 720, 780}}), u"08:00-13:00"_s);
    QCOMPARE(ranges({{1, 480, 720}, {1, 600, 780}}), u"08:00-13:00"_s);
    QCOMPARE(ranges({{1, 600, 600}, {1, 700, 600}}), QString());
}

void DayPlanTest::thePreviewHasFourteenDaysWithReasons()
{
    const QList<Day> days = preview(usualHours(), augsburg(), {2026, 12, 21}, kPreviewDays);
    QStringList lines;
    for (const Day &day : days)
        lines.append(day.date.toString(u"MM-dd "_s) + text(day.virtualHours));
    const QStringList expected{u"12-21 08:00-12:00 | week | "_s,
                               u"12-22 08:00-12:00 | week | "_s,
                               u"12-23 08:00-12:00 | week | "_s,
                               u"12-24 08:00-09:00 | exception | Eilfälle"_s,
                               u"12-25  | holiday | "_s,
                               u"12-26  | holiday | "_s,
                               u"12-27  | week | "_s,
                               u"12-28 08:00-12:00 | week | "_s,
                               u"12-29 08:00-12:00 | week | "_s,
                               u"12-30 08:00-12:00 | week | "_s,
                               u"12-31 08:00-10:00 | closed day | Silvester"_s,
                               u"01-01  | holiday | "_s,
                               u"01-02  | week | "_s,
                               u"01-03  | week | "_s};
    QCOMPARE(lines, expected);
}

QTEST_GUILESS_MAIN(DayPlanTest)
#include "DayPlanTest.moc"
