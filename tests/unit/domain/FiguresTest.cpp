// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Figures.h"

#include <QTest>

#include <random>

using namespace sprechtag;
using namespace sprechtag::office;
using namespace Qt::StringLiterals;

namespace {

constexpr ServiceDay kMonday = 20260302;

QString textOf(const Told &told)
{
    return told ? QString::number(*told) : u"-"_s;
}

//! issued: served left aborted missed closed
QString textOf(const DayFigures &day)
{
    return u"%1: %2 %3 %4 %5 %6"_s.arg(textOf(day.issued), textOf(day.served), textOf(day.left), textOf(day.aborted),
                                       textOf(day.missed), textOf(day.closed));
}

DayTotals dayWith(const QList<int> &counts)
{
    DayTotals day;
    const auto count = [&counts](qsizetype at) { return static_cast<std::uint64_t>(counts.value(at)); };
    day.issued = count(0);
    day.served = count(1);
    day.left = count(2);
    day.aborted = count(3);
    day.missed = count(4);
    day.closed = count(5);
    return day;
}

Figures allOf(const Totals &totals)
{
    return figuresOf(totals, 0, 99991231);
}

ConcernId concern(std::uint64_t number)
{
    return ConcernId::fromBits({0, number});
}

} // namespace

//! Figures of few cases are nobody's business (D-04).
class FiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayTellsNoSmallNumber_data();
    void aDayTellsNoSmallNumber();
    void daysAndConcernsDoNotGiveEachOtherAway_data();
    void daysAndConcernsDoNotGiveEachOtherAway();
    void noSmallNumberCanBeComputedFromAnySum();
    void lengthsAreToldOfFiveVisitsOrMore();
    void onlyTheDaysThatWereAskedForCount();
};

void FiguresTest::aDayTellsNoSmallNumber_data()
{
    QTest::addColumn<QList<int>>("counts");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *sentence, const QList<int> &counts, const QString &told) {
        QTest::newRow(sentence) << counts << told;
    };
    row("nothing happened", {0}, u"0: 0 0 0 0 0"_s);
    row("large numbers alone", {30, 20, 10}, u"30: 20 10 0 0 0"_s);
    row("five are enough", {10, 5, 5}, u"10: 5 5 0 0 0"_s);
    row("four are not, and the rest would give them away", {24, 20, 4}, u"24: - - 0 0 0"_s);
    row("the smallest of the others goes with it", {31, 20, 4, 7}, u"31: 20 - - 0 0"_s);
    row("two that hide each other", {26, 20, 3, 3}, u"26: 20 - - 0 0"_s);
    row("two that are few together do not", {22, 10, 1, 1, 10}, u"22: - - - 10 0"_s);
    row("a day of few tells nothing at all", {4, 3, 1}, u"-: - - - - -"_s);
    row("few of many that are not over yet", {9, 2}, u"9: - - - - -"_s);
}

void FiguresTest::aDayTellsNoSmallNumber()
{
    QFETCH(QList<int>, counts);
    QFETCH(QString, told);
    const Figures figures = allOf({{{kMonday, {}}, dayWith(counts)}});
    QCOMPARE(figures.days.size(), std::size_t(1));
    QCOMPARE(textOf(figures.days[0]), told);
}

void FiguresTest::daysAndConcernsDoNotGiveEachOtherAway_data()
{
    using Table = QList<QList<int>>; // a row for each day: how many of each concern
    QTest::addColumn<Table>("issued");
    QTest::addColumn<QString>("days");
    QTest::addColumn<QString>("concerns");
    QTest::newRow("all are many") << Table{{10, 10}, {10, 10}} << u"20 20"_s << u"20 20"_s;
    QTest::newRow("a small day takes another one with it")
        << Table{{10, 10}, {2, 1}, {5, 5}} << u"20 - -"_s << u"17 16"_s;
    QTest::newRow("a small concern takes another one with it")
        << Table{{10, 6, 2}, {10, 6, 2}} << u"18 18"_s << u"20 - -"_s;
    QTest::newRow("a day without anybody hides nobody") << Table{{3, 0}, {0, 0}, {9, 9}} << u"- 0 -"_s << u"12 9"_s;
    QTest::newRow("few in all") << Table{{2, 1}} << u"-"_s << u"- -"_s;
}

void FiguresTest::daysAndConcernsDoNotGiveEachOtherAway()
{
    QFETCH(QList<QList<int>>, issued);
    QFETCH(QString, days);
    QFETCH(QString, concerns);
    Totals totals;
    for (qsizetype day = 0; day < issued.size(); ++day) {
        for (qsizetype which = 0; which < issued[day].size(); ++which)
            totals[{kMonday + static_cast<ServiceDay>(day), concern(static_cast<std::uint64_t>(which) + 1)}].issued =
                static_cast<std::uint64_t>(issued[day][which]);
    }
    const Figures figures = allOf(totals);
    QStringList ofDays;
    for (const DayFigures &day : figures.days)
        ofDays.append(textOf(day.issued));
    QStringList ofConcerns;
    for (const ConcernFigures &one : figures.concerns)
        ofConcerns.append(textOf(one.issued));
    QCOMPARE(ofDays.join(u' '), days);
    QCOMPARE(ofConcerns.join(u' '), concerns);
}

// Of days as they may be: whoever knows all sums finds what is missing to be nothing, or several and not few.
void FiguresTest::noSmallNumberCanBeComputedFromAnySum()
{
    std::mt19937 random(20260302);
    const auto anyCount = [&random] { return static_cast<int>(random() % 3 == 0 ? 0 : random() % 12); };
    int hiddenDays = 0;
    for (int round = 0; round < 20'000; ++round) {
        const QList<int> counts{0, anyCount(), anyCount(), anyCount(), anyCount(), anyCount()};
        DayTotals day = dayWith(counts);
        day.issued = day.served + day.left + day.aborted + day.missed + day.closed;
        const Figures figures = allOf({{{kMonday, {}}, day}});
        const DayFigures &told = figures.days[0];
        const std::array parts{std::pair(told.served, day.served), std::pair(told.left, day.left),
                               std::pair(told.aborted, day.aborted), std::pair(told.missed, day.missed),
                               std::pair(told.closed, day.closed)};
        std::uint64_t missing = 0;
        int hidden = 0;
        for (const auto &[shown, count] : parts) {
            QVERIFY(!shown || *shown == count);
            QVERIFY(!shown || count == 0 || count >= kFewestCases);
            hidden += shown ? 0 : 1;
            missing += shown ? 0 : count;
        }
        QVERIFY(told.issued || hidden == 5);
        QVERIFY(!told.issued || hidden == 0 || (hidden > 1 && missing >= kFewestCases));
        hiddenDays += hidden > 0 ? 1 : 0;
    }
    QVERIFY(hiddenDays > 1000 && hiddenDays < 20'000);
}

void FiguresTest::lengthsAreToldOfFiveVisitsOrMore()
{
    DayTotals day = dayWith({10, 10});
    for (int i = 0; i < 4; ++i)
        day.waits.add(minutes{4});
    for (int i = 0; i < 5; ++i)
        day.services.add(minutes{8});
    day.foretold = 5;
    day.foretoldRight = 4;
    const DayFigures told = allOf({{{kMonday, {}}, day}}).days[0];
    QVERIFY(!told.waits.median && !told.waits.ninetieth);
    QVERIFY(told.services.median == minutes{10});
    QVERIFY(told.services.ninetieth == minutes{10});
    QVERIFY(told.forecastsRightPercent == 80U);
}

void FiguresTest::onlyTheDaysThatWereAskedForCount()
{
    Totals totals;
    for (ServiceDay day = kMonday; day < kMonday + 5; ++day)
        totals[{day, {}}] = dayWith({10, 10});
    const Figures figures = figuresOf(totals, kMonday + 1, kMonday + 3);
    QCOMPARE(figures.days.size(), std::size_t(3));
    QCOMPARE(figures.days.front().day, kMonday + 1);
    QCOMPARE(textOf(figures.concerns[0].issued), u"30"_s);
}

QTEST_GUILESS_MAIN(FiguresTest)
#include "FiguresTest.moc"
