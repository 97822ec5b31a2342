// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/hours/Roster.h"

#include <QDateTime>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::hours;
using namespace Qt::StringLiterals;

//! Who staffs an office when, and the hours that nobody staffs.
class RosterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staffsAWindow_data();
    void staffsAWindow();
    void showsTheGaps_data();
    void showsTheGaps();
    void anOfficeWithoutRosterIsOneGapPerRange();
    void aHolidayNeedsNobody();
};

namespace {

constexpr int kHour = 60;
constexpr OfficeId kCars = OfficeId::fromBits({1, 1});
constexpr OfficeId kHousing = OfficeId::fromBits({1, 2});
constexpr ClerkId kAdler = ClerkId::fromBits({2, 1});
constexpr ClerkId kBraun = ClerkId::fromBits({2, 2});

Shift weekly(ClerkId clerk, int day, int from, int to, OfficeId office = kCars)
{
    return {office, clerk, {}, {day, from, to}};
}

Shift dated(ClerkId clerk, QDate date, int from, int to, OfficeId office = kCars)
{
    return {office, clerk, date, {0, from, to}};
}

Calendar hamburg()
{
    return {.zone = QTimeZone("Europe/Berlin"), .land = Land::HH, .rules = {}, .closedDays = {}};
}

Instant local(QDate day, int minute)
{
    return Instant(milliseconds(QDateTime(day, QTime(0, 0).addSecs(minute * 60), hamburg().zone).toMSecsSinceEpoch()));
}

QString clock(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), hamburg().zone).toString(u"ddHH:mm"_s);
}

QString text(const Window &window)
{
    return clock(window.opens) + u'-' + clock(window.closes).sliced(2);
}

// 2026-03-02 is a Monday.
const QDate kMonday(2026, 3, 2);

} // namespace

void RosterTest::staffsAWindow_data()
{
    QTest::addColumn<Roster>("roster");
    QTest::addColumn<QStringList>("duties");
    const auto row = [](const char *sentence, const Roster &roster, const QStringList &duties) {
        QTest::newRow(sentence) << roster << duties;
    };
    const QDate other = kMonday.addDays(7);
    row("nobody", {}, {});
    row("one all the time", {weekly(kAdler, 1, 480, 720)}, {u"A 0208:00-12:00"_s});
    row("longer than the window is cut to it", {weekly(kAdler, 1, 420, 900)}, {u"A 0208:00-12:00"_s});
    row("two that overlap", {weekly(kBraun, 1, 600, 720), weekly(kAdler, 1, 480, 660)},
        {u"A 0208:00-11:00"_s, u"B 0210:00-12:00"_s});
    row("two at once", {weekly(kBraun, 1, 480, 720), weekly(kAdler, 1, 480, 720)},
        {u"A 0208:00-12:00"_s, u"B 0208:00-12:00"_s});
    row("another weekday does not count", {weekly(kAdler, 2, 480, 720)}, {});
    row("another office does not count", {weekly(kAdler, 1, 480, 720, kHousing)}, {});
    row("who ends when the window begins is not there", {weekly(kAdler, 1, 420, 480)}, {});
    row("who begins when the window ends is not there", {weekly(kAdler, 1, 720, 780)}, {});
    row("a date", {dated(kAdler, kMonday, 540, 600)}, {u"A 0209:00-10:00"_s});
    row("another date", {dated(kAdler, other, 540, 600)}, {});
    row("a date wins over the week", {weekly(kAdler, 1, 480, 720), dated(kAdler, kMonday, 540, 600)},
        {u"A 0209:00-10:00"_s});
    row("away on a date", {weekly(kAdler, 1, 480, 720), dated(kAdler, kMonday, 0, 0)}, {});
    row("away on another date", {weekly(kAdler, 1, 480, 720), dated(kAdler, other, 0, 0)}, {u"A 0208:00-12:00"_s});
    row("in another office on a date", {weekly(kAdler, 1, 480, 720), dated(kAdler, kMonday, 480, 720, kHousing)}, {});
    row("a colleague's date changes nothing", {weekly(kAdler, 1, 480, 720), dated(kBraun, kMonday, 0, 0)},
        {u"A 0208:00-12:00"_s});
}

void RosterTest::staffsAWindow()
{
    QFETCH(const Roster, roster);
    const Window morning{local(kMonday, 8 * kHour), local(kMonday, 12 * kHour)};
    QStringList duties;
    const auto found = staffedBy(roster, kCars, morning, hamburg().zone);
    for (const Duty &duty : found)
        duties.append((duty.clerk == kAdler ? u"A "_s : u"B "_s) + text(duty.window));
    QTEST(duties, "duties");
}

void RosterTest::showsTheGaps_data()
{
    QTest::addColumn<Roster>("roster");
    QTest::addColumn<QStringList>("gaps");
    const auto row = [](const char *sentence, const Roster &roster, const QStringList &gaps) {
        QTest::newRow(sentence) << roster << gaps;
    };
    // Hours: Monday 8 to 12 and 13 to 16.
    const QString afternoon = u"0213:00-16:00"_s;
    row("nobody at all", {}, {u"0208:00-12:00"_s, afternoon});
    row("the morning is staffed", {weekly(kAdler, 1, 480, 720)}, {afternoon});
    row("all day, over the break", {weekly(kAdler, 1, 480, 960)}, {});
    row("the beginning is missing", {weekly(kAdler, 1, 510, 960)}, {u"0208:00-08:30"_s});
    row("the end is missing", {weekly(kAdler, 1, 480, 930)}, {u"0215:30-16:00"_s});
    row("the middle is missing", {weekly(kAdler, 1, 480, 540), weekly(kBraun, 1, 600, 960)}, {u"0209:00-10:00"_s});
    row("one takes over from the other", {weekly(kAdler, 1, 480, 600), weekly(kBraun, 1, 600, 960)}, {});
    row("two overlap", {weekly(kAdler, 1, 480, 660), weekly(kBraun, 1, 600, 960)}, {});
    row("one inside the other", {weekly(kAdler, 1, 480, 720), weekly(kBraun, 1, 500, 510), weekly(kBraun, 1, 780, 960)},
        {});
    row("away on this date", {weekly(kAdler, 1, 480, 960), dated(kAdler, kMonday, 0, 0)},
        {u"0208:00-12:00"_s, afternoon});
}

void RosterTest::showsTheGaps()
{
    QFETCH(const Roster, roster);
    const OpeningHours hours = everyWeek({{1, 480, 720}, {1, 780, 960}});
    QStringList found;
    const auto windows = gaps(hours, hamburg(), roster, kCars, kMonday, 7);
    for (const Window &window : windows)
        found.append(text(window));
    QTEST(found, "gaps");
}

void RosterTest::anOfficeWithoutRosterIsOneGapPerRange()
{
    const OpeningHours hours = everyWeek({{1, 480, 720}, {4, 480, 720}});
    QCOMPARE(gaps(hours, hamburg(), {}, kCars, kMonday, 14).size(), 4);
    QCOMPARE(gaps(hours, hamburg(), {}, kCars, kMonday, 3).size(), 1);
    QCOMPARE(gaps(hours, hamburg(), {}, kCars, kMonday, 0).size(), 0);
}

void RosterTest::aHolidayNeedsNobody()
{
    const OpeningHours hours = everyWeek({{1, 480, 720}});
    const QDate easterMonday(2026, 4, 6);
    QVERIFY(gaps(hours, hamburg(), {}, kCars, easterMonday, 1).isEmpty());
    QCOMPARE(gaps(hours, hamburg(), {}, kCars, easterMonday.addDays(7), 1).size(), 1);
}

QTEST_GUILESS_MAIN(RosterTest)
#include "RosterTest.moc"
