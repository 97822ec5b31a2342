// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/DayTotals.h"
#include "tests/unit/domain/Script.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::office;
using namespace sprechtag::office::script;
using namespace Qt::StringLiterals;

namespace {

// Days of the stories: 24 hours each, from the beginning of the first one.
ServiceDay dayOf(Instant at)
{
    return static_cast<ServiceDay>(std::chrono::floor<std::chrono::days>(at - kStoryBegins).count() + 1);
}

Totals totalsOf(OfficeState before, const Facts &facts)
{
    return office::totalsOf(before, facts, dayOf);
}

OfficeState beginningOf(const Story &story)
{
    OfficeState state;
    state.settings = story.state().settings;
    return state;
}

QString textOf(const Spread &spread)
{
    QStringList lengths;
    for (std::size_t i = 0; i < spread.counts.size(); ++i) {
        for (std::uint64_t n = 0; n < spread.counts.at(i); ++n)
            lengths.append(i < Spread::kBounds.size() ? u"<%1"_s.arg(Spread::kBounds.at(i).count()) : u"long"_s);
    }
    return lengths.join(u' ');
}

//! What is not zero, in the order of DayTotals.
QString textOf(const DayTotals &day)
{
    QStringList words;
    const auto number = [&words](const char *name, std::uint64_t count) {
        if (count > 0)
            words.append(u"%1 %2"_s.arg(QLatin1String(name)).arg(count));
    };
    number("issued", day.issued);
    number("received", day.received);
    number("served", day.served);
    number("transferred", day.transferred);
    number("left", day.left);
    number("aborted", day.aborted);
    number("missed", day.missed);
    number("closed", day.closed);
    number("foretold", day.foretold);
    number("right", day.foretoldRight);
    if (day.waits.total() > 0)
        words.append(u"waits %1"_s.arg(textOf(day.waits)));
    if (day.services.total() > 0)
        words.append(u"services %1"_s.arg(textOf(day.services)));
    return words.join(u", "_s);
}

QString textOf(const Totals &totals)
{
    QStringList lines;
    for (const auto &[key, day] : totals) {
        const QString concern =
            key.concern ? u" concern %1"_s.arg(static_cast<qulonglong>(key.concern->bits()[1])) : QString();
        lines.append(u"day %1%2: %3"_s.arg(key.day).arg(concern, textOf(day)));
    }
    return lines.join(u"; "_s);
}

void row(const char *sentence, const QString &story, const QString &totals)
{
    QTest::newRow(sentence) << story << totals;
}

} // namespace

//! What is left of a day when its facts go.
class DayTotalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsADay_data();
    void countsADay();
    void anyCutGivesTheSameStateAndTheSameTotals_data() { countsADay_data(); }
    void anyCutGivesTheSameStateAndTheSameTotals();
    void lengthsFallIntoBuckets_data();
    void lengthsFallIntoBuckets();
    void percentilesAreBoundsOfBuckets_data();
    void percentilesAreBoundsOfBuckets();
};

void DayTotalsTest::countsADay_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<QString>("totals");
    row("nothing happened", {}, {});
    row("an office that only opened and closed", u"open A; wait 60; close A"_s, {});
    row("somebody who waits", u"open A; draw 1"_s, u"day 1: issued 1"_s);
    row("somebody who is served", u"open A; draw 1; wait 90; next A; wait 10; enter 1; wait 400; finish A 1"_s,
        u"day 1: issued 1, served 1, waits <2, services <7"_s);
    row("a wait ends with the first call", u"open A; draw 1; wait 90; next A; wait 60; tick; wait 3000; next A"_s,
        u"day 1: issued 1, waits <2"_s);
    row("somebody who leaves", u"open A; draw 1; leave 1"_s, u"day 1: issued 1, left 1"_s);
    row("somebody who is brought into the visit of somebody else", u"open A; draw 1; wait 90; join 1"_s,
        u"day 1: issued 1, served 1, waits <2"_s);
    row("who was called before has waited before",
        u"open A; draw 1; wait 90; next A; wait 60; tick; wait 3000; join 1"_s,
        u"day 1: issued 1, served 1, waits <2"_s);
    row("somebody whose line is lost for good", u"open A; draw 1; disconnect 1; wait 120; tick; wait 600; tick"_s,
        u"day 1: issued 1, aborted 1"_s);
    row("somebody who never comes in",
        u"max-calls 1; missed-listed 30; open A; draw 1; wait 5; next A; wait 60; tick; wait 1800; tick"_s,
        u"day 1: issued 1, missed 1, waits <1"_s);
    row("somebody whom the office sends home", u"open A; draw 1; close A now"_s, u"day 1: issued 1, closed 1"_s);
    row("the next day", u"open A; draw 1; wait 86390; next A; wait 20; enter 1; wait 30; finish A 1"_s,
        u"day 1: issued 1, waits long; day 2: served 1, services <1"_s);
    row("told a range that was right",
        u"service 600; open A; draw 1; next A; enter 1; draw 2; wait 500; finish A 1; next A"_s,
        u"day 1: issued 2, served 1, foretold 1, right 1, waits <1 <10, services <10"_s);
    row("told a range that was wrong",
        u"service 600; open A; draw 1; next A; enter 1; draw 2; wait 3000; finish A 1; next A"_s,
        u"day 1: issued 2, served 1, foretold 1, waits <1 <60, services <60"_s);
}

void DayTotalsTest::countsADay()
{
    QFETCH(QString, story);
    QFETCH(QString, totals);
    const Story told(story);
    QCOMPARE(told.error(), QString());
    QCOMPARE(textOf(totalsOf(beginningOf(told), told.facts())), totals);
}

// Facts are erased up to any of them, and those that are left go on from a stored state.
void DayTotalsTest::anyCutGivesTheSameStateAndTheSameTotals()
{
    QFETCH(QString, story);
    const Story told(story);
    const auto withoutForesight = [](Totals totals) {
        // What was foretold before a cut is not remembered behind it.
        for (auto &[key, day] : totals)
            day.foretold = day.foretoldRight = 0;
        return totals;
    };
    const Totals all = withoutForesight(totalsOf(beginningOf(told), told.facts()));
    for (std::size_t cut = 0; cut <= told.facts().size(); ++cut) {
        const auto middle = told.facts().begin() + static_cast<std::ptrdiff_t>(cut);
        OfficeState state = beginningOf(told);
        Totals sum = office::totalsOf(state, Facts(told.facts().begin(), middle), dayOf);
        add(sum, office::totalsOf(state, Facts(middle, told.facts().end()), dayOf));
        QCOMPARE(textOf(withoutForesight(sum)), textOf(all));
        QVERIFY(state == told.state());
    }
}

void DayTotalsTest::lengthsFallIntoBuckets_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("bucket");
    QTest::newRow("nothing at all") << 0 << u"<1"_s;
    QTest::newRow("the last second of a bucket") << 59 << u"<1"_s;
    QTest::newRow("a bound belongs to the next bucket") << 60 << u"<2"_s;
    QTest::newRow("the last second that has a bound") << 4 * 3600 - 1 << u"<240"_s;
    QTest::newRow("longer than any bound") << 4 * 3600 << u"long"_s;
}

void DayTotalsTest::lengthsFallIntoBuckets()
{
    QFETCH(int, length);
    QFETCH(QString, bucket);
    Spread spread;
    spread.add(seconds(length));
    QCOMPARE(textOf(spread), bucket);
}

void DayTotalsTest::percentilesAreBoundsOfBuckets_data()
{
    using Bound = std::optional<minutes>;
    QTest::addColumn<QList<int>>("minutes");
    QTest::addColumn<int>("percent");
    QTest::addColumn<Bound>("bound");
    QTest::newRow("of nothing there is none") << QList<int>{} << 50 << Bound();
    QTest::newRow("of one it is that one") << QList<int>{4} << 50 << Bound(5);
    QTest::newRow("the lower half of two") << QList<int>{4, 100} << 50 << Bound(5);
    QTest::newRow("more than half") << QList<int>{4, 100} << 51 << Bound(120);
    QTest::newRow("nine of ten") << QList<int>{0, 0, 0, 0, 0, 0, 0, 0, 8, 300} << 90 << Bound(10);
    QTest::newRow("the last bucket has no bound") << QList<int>{0, 300} << 90 << Bound();
}

void DayTotalsTest::percentilesAreBoundsOfBuckets()
{
    QFETCH(QList<int>, minutes);
    QFETCH(int, percent);
    QFETCH(std::optional<sprechtag::minutes>, bound);
    Spread spread;
    for (const int length : std::as_const(minutes))
        spread.add(sprechtag::minutes(length));
    QVERIFY(spread.percentile(static_cast<unsigned>(percent)) == bound);
}

QTEST_GUILESS_MAIN(DayTotalsTest)
#include "DayTotalsTest.moc"
