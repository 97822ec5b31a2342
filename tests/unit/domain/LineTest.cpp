// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/domain/Script.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::office;
using namespace sprechtag::office::script;
using namespace Qt::StringLiterals;

//! What the waiting are told: places, the public feed, and when the clock must be asked.
class LineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsPeopleAhead_data();
    void countsPeopleAhead();
    void feedsTheChangesOfTheLine_data();
    void feedsTheChangesOfTheLine();
    void namesTheNextDeadline_data();
    void namesTheNextDeadline();
    void takesFactsAboutStrangers();
    void numbersFactsWithoutGaps();
};

void LineTest::countsPeopleAhead_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<int>("ticketNumber");
    QTest::addColumn<std::optional<int>>("ahead"); // none: not in line
    QTest::newRow("the first has nobody ahead") << u"open A; draw 1; draw 2"_s << 1 << std::optional(0);
    QTest::newRow("the third has two ahead") << u"open A; draw 1; draw 2; draw 3"_s << 3 << std::optional(2);
    QTest::newRow("whoever is called is not in line") << u"open A; draw 1; next A"_s << 1 << std::optional<int>();
    QTest::newRow("whoever is called is ahead of nobody")
        << u"open A; draw 1; draw 2; next A"_s << 2 << std::optional(0);
    QTest::newRow("whoever left is ahead of nobody") << u"open A; draw 1; draw 2; leave 1"_s << 2 << std::optional(0);
    QTest::newRow("a line that is just lost counts")
        << u"open A; draw 1; draw 2; disconnect 1"_s << 2 << std::optional(1);
    QTest::newRow("a line that was given up does not count")
        << u"open A; draw 1; draw 2; disconnect 1; wait 120; tick"_s << 2 << std::optional(0);
    QTest::newRow("a line that was given up has no place")
        << u"open A; draw 1; disconnect 1; wait 120; tick"_s << 1 << std::optional<int>();
    QTest::newRow("whoever was sent to the front is ahead of all")
        << u"open A; draw 1; draw 2; name A 2; return A 2 front"_s << 1 << std::optional(1);
    QTest::newRow("an unknown ticket has no place") << u"open A"_s << 9 << std::optional<int>();
}

void LineTest::countsPeopleAhead()
{
    QFETCH(QString, story);
    QFETCH(int, ticketNumber);
    QFETCH(std::optional<int>, ahead);
    const Story told(story);
    QCOMPARE(told.error(), QString());
    const auto found = peopleAhead(told.state(), ticket(ticketNumber));
    QCOMPARE(found.has_value(), ahead.has_value());
    QCOMPARE(found.value_or(0), static_cast<std::uint32_t>(ahead.value_or(0)));
}

namespace {

QString word(MoveReason reason)
{
    static const QStringList kWords{u"drawn"_s,    u"priority"_s, u"appointment"_s,
                                    u"returned"_s, u"received"_s, u"promoted"_s};
    return kWords.value(static_cast<qsizetype>(reason));
}

// The key of seniority of the n-th that comes at the beginning of a story.
std::int64_t rankAt(int place)
{
    return std::chrono::microseconds(kStoryBegins.time_since_epoch()).count() + place;
}

QString textOf(const std::vector<LineChange> &changes)
{
    QStringList texts;
    for (const LineChange &change : changes) {
        texts.append(std::visit(
            Overloaded{[](LineLeft left) { return u"left %1"_s.arg(left.rank); },
                       [](LineInserted in) { return u"inserted %1 %2"_s.arg(in.rank).arg(word(in.reason)); }},
            change));
    }
    return texts.join(u", "_s);
}

} // namespace

void LineTest::feedsTheChangesOfTheLine_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<FactBody>("fact");
    QTest::addColumn<QString>("changes");
    const auto row = [](const char *sentence, const QString &story, FactBody fact, const QString &changes) {
        QTest::newRow(sentence) << story << fact << changes;
    };
    const QString three = u"open A; draw 1; draw 2; draw 3; "_s;
    const Instant never{};
    row("a new ticket is last", three, TicketDrawn{ticket(4), 4, 20260302, Standing::Walkin, {}, {}},
        u"inserted 3 drawn"_s);
    row("a new ticket behind people who were given up", three + u"disconnect 1; wait 120; tick"_s,
        TicketDrawn{ticket(4), 4, 20260302, Standing::Walkin, {}, {}}, u"inserted 2 drawn"_s);
    row("the next leaves the front", three, TicketCalled{ticket(1), clerk('A'), 1, false, never}, u"left 0"_s);
    row("a named person leaves the middle", three, TicketCalled{ticket(2), clerk('A'), 1, true, never}, u"left 1"_s);
    row("whoever leaves while waiting", three, TicketLeft{ticket(3), LeaveReason::Citizen}, u"left 2"_s);
    row("whoever goes into the visit of somebody else", three, TicketLeft{ticket(3), LeaveReason::JoinedVisit},
        u"left 2"_s);
    row("whoever leaves out of a call", three + u"next A"_s, TicketLeft{ticket(1), LeaveReason::Citizen}, QString());
    row("whoever leaves after being given up", three + u"disconnect 1; wait 120; tick"_s,
        TicketLeft{ticket(1), LeaveReason::Unreachable}, QString());
    row("whoever is given up", three, TicketUnreachable{ticket(2)}, u"left 1"_s);
    row("a lost line changes nothing", three, TicketDisconnected{ticket(2)}, QString());
    row("a line that is back in time changes nothing", three + u"disconnect 2"_s, TicketConnected{ticket(2)},
        QString());
    row("whoever was given up is back", three + u"disconnect 2; wait 120; tick"_s, TicketConnected{ticket(2)},
        u"inserted 1 returned"_s);
    row("whoever was given up is back with the server", three + u"disconnect 2; wait 120; tick"_s,
        TicketDisconnected{ticket(2)}, u"inserted 1 returned"_s);
    row("sent back to the front", three + u"name A 2"_s,
        TicketReturned{ticket(2), ReturnReason::SentBack, Standing::Front, -1, false, {}}, u"inserted 0 returned"_s);
    row("sent back to the end", three + u"name A 2"_s,
        TicketReturned{ticket(2), ReturnReason::SentBack, Standing::Walkin, rankAt(3), false, {}},
        u"inserted 2 returned"_s);
    row("away for a while", three, TicketAway{ticket(2), never}, u"left 1"_s);
    row("back from being away", three + u"away 2"_s, TicketBack{ticket(2)}, u"inserted 1 returned"_s);
    row("a lost line while away changes nothing", three + u"away 2"_s, TicketDisconnected{ticket(2)}, QString());
    row("priority moves forward", three,
        TicketPrioritised{ticket(3), clerk('A'), Standing::Priority1, PriorityReason::Other},
        u"left 2, inserted 0 priority"_s);
    row("priority of the first changes nothing for others", three,
        TicketPrioritised{ticket(1), clerk('A'), Standing::Priority1, PriorityReason::Other},
        u"left 0, inserted 0 priority"_s);
    row("priority of somebody who is away moves nobody", three + u"away 3"_s,
        TicketPrioritised{ticket(3), clerk('A'), Standing::Priority1, PriorityReason::Other}, QString());
    row("an appointment stands before walk-ins", three,
        TicketDrawn{ticket(4), 4, 20260302, Standing::Appointment, {}, never}, u"inserted 0 appointment"_s);
    row("somebody overtaken too often is next", three, TicketPromoted{ticket(2)}, u"left 1, inserted 0 promoted"_s);
    row("somebody who was received stands where the arrival belongs", three,
        TicketReceived{ticket(4), 4, 20260302, never, 5, 0, {}, {}, {}, {}}, u"inserted 0 received"_s);
    row("a parked visitor is in no line", three + u"next A; enter 1"_s,
        TicketParked{ticket(1), clerk('A'), ParkReason::Other, never}, QString());
    row("a missed call is in no line", three + u"next A"_s, TicketMissed{ticket(1), never}, QString());
    row("finished", three + u"next A; enter 1"_s, TicketFinished{ticket(1), clerk('A'), Outcome::Done}, QString());
    row("a stranger comes back", three, TicketConnected{ticket(9)}, QString());
    row("a stranger returns", three,
        TicketReturned{ticket(9), ReturnReason::SentBack, Standing::Walkin, rankAt(4), false, {}}, QString());
    row("entering", three + u"next A"_s, TicketEntered{ticket(1)}, QString());
    row("holding", three + u"next A; lose A"_s, TicketHeld{ticket(1), never}, QString());
    row("resuming", three + u"next A; lose A"_s, TicketResumed{ticket(1), 2, {}}, QString());
    row("opening", three, OfficeOpened{clerk('A')}, QString());
    row("closing", three, OfficeClosed{CloseReason::Clerk}, QString());
    row("suspending", three, IntakeSuspended{clerk('A'), false, {}}, QString());
    row("taking numbers again", three, IntakeResumed{clerk('A')}, QString());
    row("a clerk who arrives", three, ClerkArrived{clerk('B')}, QString());
    row("a clerk who departs", three, ClerkDeparted{clerk('A')}, QString());
    row("a clerk on a pause", three, ClerkPaused{clerk('A'), PauseReason::Break, {}}, QString());
    row("a clerk after the pause", three, ClerkResumed{clerk('A')}, QString());
    row("a clerk who is lost", three, ClerkLost{clerk('A')}, QString());
    row("a stranger", three, TicketLeft{ticket(9), LeaveReason::Citizen}, QString());
}

void LineTest::feedsTheChangesOfTheLine()
{
    QFETCH(QString, story);
    QFETCH(FactBody, fact);
    QFETCH(QString, changes);
    const Story told(story);
    QCOMPARE(told.error(), QString());
    const Fact numbered{told.state().seq + 1, told.now(), fact};
    QCOMPARE(textOf(lineChanges(told.state(), numbered)), changes);
}

void LineTest::namesTheNextDeadline_data()
{
    const std::optional<int> kNever;
    QTest::addColumn<QString>("story");
    QTest::addColumn<std::optional<int>>("after"); // seconds from the end of the story
    QTest::newRow("a quiet office needs no clock") << u"open A; draw 1"_s << kNever;
    QTest::newRow("a call lapses") << u"open A; draw 1; next A; wait 10"_s << std::optional<int>(50);
    QTest::newRow("a visit has no end of its own") << u"open A; draw 1; next A; enter 1"_s << kNever;
    QTest::newRow("a lost line is given up") << u"open A; draw 1; disconnect 1; wait 20"_s << std::optional<int>(100);
    QTest::newRow("an unreachable ticket leaves")
        << u"open A; draw 1; disconnect 1; wait 120; tick"_s << std::optional<int>(480);
    QTest::newRow("a lost line in a visit needs no clock")
        << u"open A; draw 1; next A; enter 1; disconnect 1"_s << kNever;
    QTest::newRow("a lost clerk departs") << u"arrive A; lose A; wait 30"_s << std::optional<int>(60);
    QTest::newRow("a held visit ends") << u"open A; draw 1; next A; enter 1; lose A; wait 30"_s
                                       << std::optional<int>(60);
    QTest::newRow("the earliest counts") << u"open A; draw 1; draw 2; next A; disconnect 2; wait 30"_s
                                         << std::optional<int>(30);
    QTest::newRow("what is overdue keeps its time") << u"open A; draw 1; next A; wait 61"_s << std::optional<int>(-1);
}

void LineTest::namesTheNextDeadline()
{
    QFETCH(QString, story);
    QFETCH(std::optional<int>, after);
    const Story told(story);
    QCOMPARE(told.error(), QString());
    const auto at = due(told.state());
    QCOMPARE(at.has_value(), after.has_value());
    if (at)
        QCOMPARE(std::chrono::duration_cast<seconds>(*at - told.now()).count(), *after);
}

void LineTest::takesFactsAboutStrangers()
{
    const Story told(u"open A; draw 1; next A"_s);
    const std::vector<FactBody> strange{
        ClerkDeparted{clerk('Z')},
        ClerkPaused{clerk('Z'), PauseReason::Break, {}},
        ClerkResumed{clerk('Z')},
        ClerkLost{clerk('Z')},
        TicketConnected{ticket(9)},
        TicketDisconnected{ticket(9)},
        TicketUnreachable{ticket(9)},
        TicketEntered{ticket(9)},
        TicketHeld{ticket(9), {}},
        TicketResumed{ticket(9), 2, {}},
        TicketLeft{ticket(9), LeaveReason::Citizen},
        TicketAway{ticket(9), {}},
        TicketBack{ticket(9)},
        TicketPrioritised{ticket(9), clerk('A'), Standing::Front, {}},
        TicketPromoted{ticket(9)},
        TicketMissed{ticket(9), {}},
        TicketParked{ticket(9), clerk('A'), ParkReason::Other, {}},
        TicketReminded{ticket(9), {}},
        TransferProposed{ticket(9), officeNamed(u"K"_s), {}},
        TransferWithdrawn{ticket(9), WithdrawReason::Clerk},
        TicketControlled{ticket(9), {.muted = true}},
        TicketSighted{ticket(9), clerk('A')},
        TicketTransferred{ticket(9), officeNamed(u"K"_s), {}},
        TicketCalled{ticket(9), clerk('A'), 1, false, {}},
        TicketReturned{ticket(9), ReturnReason::SentBack, Standing::Walkin, rankAt(4), false, {}},
        TicketFinished{ticket(9), clerk('A'), Outcome::Done}};
    for (const FactBody &body : strange) {
        OfficeState state = told.state();
        evolve(state, {told.state().seq + 1, told.now(), body});
        state.seq = told.state().seq;
        QVERIFY(state == told.state());
    }
}

void LineTest::numbersFactsWithoutGaps()
{
    const Story told(u"open A; draw 1; draw 2"_s); // four facts
    QCOMPARE(told.state().seq, 4U);
    const auto decision = decide(told.state(), Close{clerk('A'), CloseMode::Now}, told.now());
    QVERIFY(decision.ok());
    QCOMPARE(decision->size(), 3U);
    for (std::size_t i = 0; i < decision->size(); ++i) {
        QCOMPARE(decision->at(i).seq, 5U + i);
        QVERIFY(decision->at(i).at == told.now());
    }
}

QTEST_GUILESS_MAIN(LineTest)
#include "LineTest.moc"
