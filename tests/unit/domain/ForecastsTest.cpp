// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Forecasts.h"
#include "tests/unit/domain/Script.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::office;
using namespace sprechtag::office::script;
using namespace Qt::StringLiterals;

namespace {

constexpr ServiceDay kToday = 20260302;

QString textOf(const std::optional<std::uint64_t> &percent)
{
    return percent ? QString::number(*percent) : u"-"_s;
}

//! One word for each wait that was named and is over.
QString outcomesOf(const Story &story)
{
    OfficeState state;
    state.settings = story.state().settings;
    Foretelling foretelling;
    QStringList outcomes;
    for (const Fact &fact : story.facts()) {
        if (const auto cameTrue = foretelling.judge(state, fact))
            outcomes.append(*cameTrue ? u"right"_s : u"wrong"_s);
        evolve(state, fact);
        foretelling.foretell(state, fact);
    }
    return outcomes.join(u' ');
}

//! Tickets are served one after the other, each for so long.
QString served(int first, int last, int about, int seconds)
{
    QString story;
    for (int i = first; i <= last; ++i)
        story += u"draw %1 about %2; next A; enter %1; wait %3; finish A %1; "_s.arg(i).arg(about).arg(seconds);
    return story;
}

} // namespace

//! Whether people were called when they had been told that they would be.
class ForecastsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsHowMuchCameTrue_data();
    void tellsHowMuchCameTrue();
    void judgesAWaitByWhatWasSaid_data();
    void judgesAWaitByWhatWasSaid();
    void addsTheConcernsOfADayUp();
};

void ForecastsTest::tellsHowMuchCameTrue_data()
{
    QTest::addColumn<QList<QList<int>>>("days"); // day, named, right
    QTest::addColumn<int>("today");
    QTest::addColumn<QString>("told"); // today, week, month
    const auto row = [](const char *sentence, const QList<QList<int>> &days, const QString &told,
                        ServiceDay today = kToday) { QTest::newRow(sentence) << days << int(today) << told; };
    row("nobody was told anything", {}, u"- - -"_s);
    row("four are too few", {{20260302, 4, 4}}, u"- - -"_s);
    row("five are enough", {{20260302, 5, 4}}, u"80 80 80"_s);
    row("all of them", {{20260302, 5, 5}}, u"100 100 100"_s);
    row("none of them", {{20260302, 5, 0}}, u"0 0 0"_s);
    row("nearly is not enough", {{20260302, 1000, 799}}, u"79 79 79"_s);
    row("few of a day count in the week", {{20260301, 2, 1}, {20260302, 3, 3}}, u"- 80 80"_s);
    row("six days before, over the end of a month", {{20260224, 5, 5}}, u"- 100 100"_s);
    row("seven days before", {{20260223, 5, 5}}, u"- - 100"_s);
    row("29 days before", {{20260201, 5, 5}}, u"- - 100"_s);
    row("30 days before", {{20260131, 5, 5}}, u"- - -"_s);
    row("over the end of a year", {{20251227, 5, 5}}, u"- 100 100"_s, 20260102);
    row("over the 29th of February", {{20280224, 5, 5}}, u"- 100 100"_s, 20280301);
    row("a day that is not there yet", {{20260303, 5, 5}}, u"- - -"_s);
    row("weeks of different luck", {{20260210, 10, 10}, {20260301, 10, 5}}, u"- 50 75"_s);
}

void ForecastsTest::tellsHowMuchCameTrue()
{
    QFETCH(QList<QList<int>>, days);
    QFETCH(int, today);
    QFETCH(QString, told);
    ForecastDays forecasts;
    for (const QList<int> &day : std::as_const(days))
        forecasts[ServiceDay(day[0])] = {.made = std::uint64_t(day[1]), .right = std::uint64_t(day[2])};
    const Accuracy accuracy = accuracyOf(forecasts, ServiceDay(today));
    QCOMPARE(u"%1 %2 %3"_s.arg(textOf(accuracy.today), textOf(accuracy.week), textOf(accuracy.month)), told);
}

void ForecastsTest::judgesAWaitByWhatWasSaid_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<QString>("outcomes");
    const auto row = [](const char *sentence, const QString &story, const QString &outcomes) {
        QTest::newRow(sentence) << story << outcomes;
    };
    const QString busy = u"service 600; open A; draw 1; next A; enter 1; "_s;
    row("nothing was said: nobody knows how long", u"open A; draw 1; next A; enter 1; draw 2; finish A 1; next A"_s,
        {});
    row("who is called at once was told no range", u"service 600; open A; draw 1; next A"_s, {});
    row("within the range", busy + u"draw 2; wait 500; finish A 1; next A"_s, u"right"_s);
    row("the last second of it", busy + u"draw 2; wait 600; finish A 1; next A"_s, u"right"_s);
    row("a second too late", busy + u"draw 2; wait 601; finish A 1; next A"_s, u"wrong"_s);
    row("too early is wrong as well", busy + u"draw 2; draw 3; draw 4; wait 10; finish A 1; name A 4"_s, u"wrong"_s);
    row("the first call counts alone",
        busy + u"draw 2; wait 500; finish A 1; next A; wait 60; tick; wait 3000; next A"_s, u"right"_s);
    row("who leaves proves nothing", busy + u"draw 2; draw 3; leave 2; wait 500; finish A 1; next A"_s, u"right"_s);
    // The office takes long, but visits about concern 1 do not: 5 minutes at most were said.
    row("about a concern its own length was said",
        u"open A; "_s + served(1, 5, 1, 100) + served(6, 10, 2, 1200) +
            u"draw 11 about 2; next A; enter 11; draw 12 about 1; wait 500; finish A 11; next A"_s,
        u"wrong"_s);
    row("about another one that of the office",
        u"open A; "_s + served(1, 5, 1, 100) + served(6, 10, 2, 1200) +
            u"draw 11 about 2; next A; enter 11; draw 12 about 3; wait 500; finish A 11; next A"_s,
        u"right"_s);
}

void ForecastsTest::judgesAWaitByWhatWasSaid()
{
    QFETCH(QString, story);
    QFETCH(QString, outcomes);
    const Story told(story);
    QCOMPARE(told.error(), QString());
    QCOMPARE(outcomesOf(told), outcomes);
}

void ForecastsTest::addsTheConcernsOfADayUp()
{
    Totals totals;
    totals[{20260301, concern(1)}].foretold = 3;
    totals[{20260301, concern(1)}].foretoldRight = 1;
    totals[{20260301, std::nullopt}].foretold = 2;
    totals[{20260301, std::nullopt}].foretoldRight = 2;
    totals[{20260302, concern(1)}].issued = 7;
    const ForecastDays days = forecastsOf(totals);
    QCOMPARE(days.size(), std::size_t(1));
    QVERIFY((days.at(20260301) == Forecasts{.made = 5, .right = 3}));
}

QTEST_GUILESS_MAIN(ForecastsTest)
#include "ForecastsTest.moc"
