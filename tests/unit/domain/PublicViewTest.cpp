// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/domain/Script.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::office;
using namespace sprechtag::office::script;
using namespace Qt::StringLiterals;

//! What every passer-by may know about an office.
class PublicViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysHowItStands_data();
    void saysHowItStands();
    void countsSeats_data();
    void countsSeats();
    void tellsWhoeverComesWhatTheOfficeWouldSay_data();
    void tellsWhoeverComesWhatTheOfficeWouldSay();
    void whoIsBusyElsewhereIsNotIdle();
    void averagesServices_data();
    void averagesServices();
    void countsWhatBothSidesHadOfAVisit_data();
    void countsWhatBothSidesHadOfAVisit();
    void remembersTwentyServices();
    void aClockThatIsSetBackMakesNoNegativeService();
};

void PublicViewTest::saysHowItStands_data()
{
    using enum PublicState;
    QTest::addColumn<QString>("story");
    QTest::addColumn<PublicState>("state");
    QTest::addColumn<QList<int>>("counts"); // waiting, serving, idle
    const auto row = [](const char *sentence, const QString &story, PublicState state, const QList<int> &counts) {
        QTest::newRow(sentence) << story << state << counts;
    };
    row("never opened", QString(), Closed, {0, 0, 0});
    row("closed with a clerk at the desk", u"arrive A"_s, Closed, {0, 1, 1});
    row("a clerk is free", u"open A"_s, Free, {0, 1, 1});
    row("somebody waits although a clerk is free", u"open A; draw 1"_s, Occupied, {1, 1, 1});
    row("the only clerk has a visitor", u"open A; draw 1; next A"_s, Occupied, {0, 1, 0});
    row("one of two clerks is free", u"open A; arrive B; draw 1; next A"_s, Free, {0, 2, 1});
    row("no new numbers", u"open A; suspend A"_s, IntakeSuspended, {0, 1, 1});
    row("closing", u"open A; draw 1; close A"_s, IntakeSuspended, {1, 1, 1});
    row("no clerk at all", u"open A; draw 1; depart A"_s, Interrupted, {1, 0, 0});
    row("every clerk on a pause", u"open A; pause A"_s, Away, {0, 0, 0});
    row("a clerk lost for a moment", u"open A; lose A"_s, Occupied, {0, 0, 0});
    row("a clerk lost in a pause", u"open A; pause A; lose A"_s, Away, {0, 0, 0});
    row("a clerk lost for good", u"open A; lose A; wait 90; tick"_s, Interrupted, {0, 0, 0});
    row("given-up people are not counted", u"open A; draw 1; disconnect 1; wait 120; tick"_s, Free, {0, 1, 1});
}

void PublicViewTest::saysHowItStands()
{
    QFETCH(QString, story);
    QFETCH(PublicState, state);
    QFETCH(QList<int>, counts);
    const Story told(story);
    QCOMPARE(told.error(), QString());
    const PublicView view = publicView(told.state());
    QCOMPARE(view.state, state);
    const QList<int> found{static_cast<int>(view.waiting), static_cast<int>(view.serving), static_cast<int>(view.idle)};
    QCOMPARE(found, counts);
}

void PublicViewTest::countsSeats_data()
{
    using Seats = std::optional<std::uint32_t>;
    QTest::addColumn<QString>("story");
    QTest::addColumn<Seats>("seats");
    QTest::newRow("no limit, no number") << u"open A; draw 1"_s << Seats();
    QTest::newRow("an empty lobby") << u"limit 5; open A"_s << Seats(5);
    QTest::newRow("two of five are taken") << u"limit 5; open A; draw 1; draw 2"_s << Seats(3);
    QTest::newRow("a full lobby") << u"limit 1; open A; draw 1"_s << Seats(0);
    QTest::newRow("more people than seats after a return")
        << u"limit 1; open A; draw 1; next A; enter 1; draw 2; return A 1 front"_s << Seats(0);
    QTest::newRow("limit 0 with a free clerk") << u"limit 0; open A"_s << Seats(1);
    QTest::newRow("limit 0 with a busy clerk") << u"limit 0; open A; draw 1; next A"_s << Seats(0);
}

void PublicViewTest::tellsWhoeverComesWhatTheOfficeWouldSay_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<bool>("taken");
    QTest::newRow("never opened") << QString() << false;
    QTest::newRow("open and free") << u"open A"_s << true;
    QTest::newRow("nobody at the desk") << u"open A; depart A"_s << true;
    QTest::newRow("everybody on a pause") << u"open A; pause A"_s << true;
    QTest::newRow("no new numbers") << u"open A; suspend A"_s << false;
    QTest::newRow("closing") << u"open A; draw 1; close A"_s << false;
    QTest::newRow("a full lobby") << u"limit 1; open A; draw 1"_s << false;
    QTest::newRow("the last seat") << u"limit 2; open A; draw 1"_s << true;
    QTest::newRow("the last second of the hours") << u"window -60 3600; open A; wait 3599"_s << true;
    QTest::newRow("closing time, before anybody has looked at the clock")
        << u"window -60 3600; open A; wait 3600"_s << false;
}

void PublicViewTest::tellsWhoeverComesWhatTheOfficeWouldSay()
{
    QFETCH(QString, story);
    QFETCH(bool, taken);
    const Story told(story);
    QCOMPARE(told.error(), QString());
    QCOMPARE(takesPeople(publicView(told.state()), told.now()), taken);
    QCOMPARE(!mayNotReceive(told.state(), {}, told.now()), taken);
}

void PublicViewTest::whoIsBusyElsewhereIsNotIdle()
{
    const Story told(u"limit 0; open A; arrive B"_s);
    QCOMPARE(told.error(), QString());
    const auto viewWithout = [&](std::size_t clerks) {
        Elsewhere elsewhere;
        for (const auto &[clerk, desk] : told.state().clerks) {
            if (elsewhere.size() < clerks)
                elsewhere.insert(clerk);
        }
        return publicView(told.state(), elsewhere);
    };
    QCOMPARE(viewWithout(1).state, PublicState::Free);
    QCOMPARE(viewWithout(1).idle, 1U);
    QVERIFY(viewWithout(1).seats == 1U);
    QCOMPARE(viewWithout(2).state, PublicState::Occupied);
    QCOMPARE(viewWithout(2).idle, 0U);
    QCOMPARE(viewWithout(2).serving, 2U);
    QVERIFY(viewWithout(2).seats == 0U);
}

void PublicViewTest::countsSeats()
{
    QFETCH(QString, story);
    QFETCH(std::optional<std::uint32_t>, seats);
    const Story told(story);
    QCOMPARE(told.error(), QString());
    QVERIFY(publicView(told.state()).seats == seats);
}

namespace {

// Visits of these lengths, one after the other.
QString visits(const QList<int> &lengths)
{
    QString story = u"open A"_s;
    for (int i = 0; i < lengths.size(); ++i)
        story += u"; draw %1; next A; wait 5; enter %1; wait %2; finish A %1"_s.arg(i + 1).arg(lengths[i]);
    return story;
}

} // namespace

void PublicViewTest::averagesServices_data()
{
    QTest::addColumn<QList<int>>("lengths");
    QTest::addColumn<std::optional<int>>("average");
    using Average = std::optional<int>;
    QTest::newRow("no visit says nothing") << QList<int>{} << Average();
    QTest::newRow("four visits say nothing") << QList<int>{60, 60, 60, 60} << Average();
    QTest::newRow("five equal visits") << QList<int>{60, 60, 60, 60, 60} << Average(60);
    QTest::newRow("the newest weighs most") << QList<int>{0, 0, 0, 0, 300} << Average(100);
    QTest::newRow("the oldest weighs least") << QList<int>{300, 0, 0, 0, 0} << Average(20);
    QTest::newRow("rounded to the nearest second") << QList<int>{0, 0, 0, 0, 10} << Average(3);
    QTest::newRow("rounded up from the half") << QList<int>{0, 0, 3, 3, 3} << Average(2);
}

void PublicViewTest::averagesServices()
{
    QFETCH(QList<int>, lengths);
    QFETCH(std::optional<int>, average);
    const Story told(visits(lengths));
    QCOMPARE(told.error(), QString());
    const auto found = publicView(told.state()).averageService;
    QCOMPARE(found.has_value(), average.has_value());
    if (found)
        QCOMPARE(found->count(), *average);
}

void PublicViewTest::countsWhatBothSidesHadOfAVisit_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<QList<int>>("lengths");
    const auto row = [](const char *name, const char *story, const QList<int> &lengths) {
        QTest::newRow(name) << u"open A; draw 1; next A; wait 5; "_s + QString::fromLatin1(story) << lengths;
    };
    row("the clerk ends it", "enter 1; wait 60; finish A 1", {60});
    row("the citizen ends it", "enter 1; wait 60; leave 1", {60});
    row("a second conversation counts from its own beginning",
        "enter 1; wait 600; return A 1 front; next A; enter 1; wait 60; leave 1", {60});
    row("a citizen who leaves before coming in", "leave 1", {});
    row("a citizen who leaves after being sent back", "enter 1; wait 60; return A 1 end; leave 1", {});
    row("a citizen who gives up while the clerk is lost", "enter 1; wait 60; lose A; wait 60; leave 1", {});
}

void PublicViewTest::countsWhatBothSidesHadOfAVisit()
{
    QFETCH(QString, story);
    QFETCH(QList<int>, lengths);
    const Story told(story);
    QCOMPARE(told.error(), QString());
    QList<int> found;
    for (const seconds length : told.state().services)
        found.append(static_cast<int>(length.count()));
    QCOMPARE(found, lengths);
}

void PublicViewTest::remembersTwentyServices()
{
    const Story told(visits(QList<int>(25, 60)));
    QCOMPARE(told.error(), QString());
    QCOMPARE(told.state().services.size(), kServicesRemembered);
    QCOMPARE(told.state().counts.finished, 25U);
}

void PublicViewTest::aClockThatIsSetBackMakesNoNegativeService()
{
    const Story told(visits({-3600, 60}));
    QCOMPARE(told.error(), QString());
    QCOMPARE(told.state().services.front().count(), 0);
}

QTEST_GUILESS_MAIN(PublicViewTest)
#include "PublicViewTest.moc"
