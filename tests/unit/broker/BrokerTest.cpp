// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/broker/BrokerKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
using broker::Verdict;

class BrokerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysNothingBeforeTheCommitIsDurable();
    void gathersWhileACommitIsBeingWritten();
    void answersThatNeedNoWritingWaitForTheCommitsBeforeThem();
    void answersAtOnceWhenNothingIsBeingWritten();
    void publishesOneChangeForAllFactsOfAPass();
    void drawsTicketAndRowsInOneBatch();
    void aTokenWithATicketDrawsNoSecondOne();
    void aTokenMayDrawAgainAfterItsVisitIsOver();
    void rowsAreErasedInTheBatchThatEndsTheVisit();
    void rowsOfAVisitThatCameAndWentInOnePassAreNeverWritten();
    void aRepeatedCommandGetsTheFirstAnswer();
    void aRepeatedCommandWaitsForTheCommitOfTheFirst();
    void theSameKeyForAnotherCommandIsAConflict();
    void answersAreForgottenAfterAnHourEvenWhenNothingIsDue();
    void onlyClerksOfTheOfficeMayCommand();
    void anOfficeThatDoesNotExistTakesNobodyIn();
    void tenPlacesGoToExactlyTenPeople();
    void asksForTheClockWhenACallLapses();
    void whoSetsTheClockMovesNoDeadline_data();
    void whoSetsTheClockMovesNoDeadline();
    void aClerkOfTwoOfficesHasOneVisitorAtATime();
    void losesTheDesksOfAClerkInEveryOffice();
    void keepsAThousandFactsForThoseWhoComeBack();
    void theServiceDayIsTheLocalDayOfTheTown();
    void nobodyHearsAnythingAfterTheObserverHasGone();
};

void BrokerTest::saysNothingBeforeTheCommitIsDurable()
{
    BrokerKit kit(MemoryStore::Completion::ByHand);
    kit.broker.run(kCitizens, office::Open{.clerk = kSchmidt}, kit.key("k1"), kit.witness.reply(u"opened"_s));
    QCOMPARE(kit.store.waiting(), 0U);
    kit.broker.flush();
    QCOMPARE(kit.store.waiting(), 1U);
    QVERIFY(kit.witness.log.isEmpty());
    QVERIFY(!kit.broker.record().office(kCitizens)->state.open);

    QVERIFY(kit.store.completeOne());
    QCOMPARE(kit.witness.log, (QStringList{u"change 2"_s, u"opened"_s}));
    QVERIFY(kit.broker.record().office(kCitizens)->state.open);
}

void BrokerTest::gathersWhileACommitIsBeingWritten()
{
    BrokerKit kit(MemoryStore::Completion::ByHand);
    kit.open();
    for (const char *token : {"a", "b", "c"}) {
        kit.draw(token);
        kit.broker.flush();
    }
    QCOMPARE(kit.store.waiting(), 1U);
    QVERIFY(kit.store.completeOne());
    QCOMPARE(kit.store.waiting(), 1U);
    kit.forgetLog();
    QVERIFY(kit.store.completeOne());
    QCOMPARE(kit.witness.log, (QStringList{u"change 5"_s, u"drawn"_s, u"drawn"_s, u"drawn"_s}));
    QCOMPARE(kit.store.batches().size(), 2U);
    QCOMPARE(kit.store.batches().back().visits.size(), 3U);
}

void BrokerTest::answersThatNeedNoWritingWaitForTheCommitsBeforeThem()
{
    BrokerKit kit(MemoryStore::Completion::ByHand);
    kit.open();
    kit.store.completeAll();
    kit.draw("a");
    kit.broker.flush();
    kit.forgetLog();
    kit.broker.run(kCitizens, office::Pause{.clerk = kOezdemir}, kit.key("p"), kit.witness.reply(u"refused"_s));
    kit.broker.whenDurable([&kit] { kit.witness.log.append(u"read"_s); });
    kit.broker.flush();
    QVERIFY(kit.witness.log.isEmpty());
    QVERIFY(kit.store.completeOne());
    QCOMPARE(kit.witness.log, (QStringList{u"change 3"_s, u"drawn"_s, u"refused"_s, u"read"_s}));
    QCOMPARE(kit.store.waiting(), 0U);
}

void BrokerTest::answersAtOnceWhenNothingIsBeingWritten()
{
    BrokerKit kit(MemoryStore::Completion::ByHand);
    kit.broker.run(kCitizens, office::Pause{.clerk = kSchmidt}, kit.key("p"), kit.witness.reply(u"refused"_s));
    QVERIFY(kit.witness.log.isEmpty());
    kit.broker.flush();
    QCOMPARE(kit.witness.log, QStringList{u"refused"_s});
    QCOMPARE(kit.witness.outcomes.front().answer.refusal->code, office::RefusalCode::NotAtDesk);
    QVERIFY(kit.store.batches().empty());
}

void BrokerTest::publishesOneChangeForAllFactsOfAPass()
{
    BrokerKit kit;
    kit.open();
    kit.forgetLog();
    kit.draw("a");
    kit.draw("b");
    kit.broker.flush();
    QCOMPARE(kit.witness.changes.size(), 1U);
    const broker::OfficeChange &change = kit.witness.changes.front();
    QCOMPARE(change.facts.size(), 2U);
    QVERIFY(change.publicViewChanged);
    QCOMPARE(change.lineChanges, (std::vector<office::LineChange>{office::LineInserted{0, office::MoveReason::Drawn},
                                                                  office::LineInserted{1, office::MoveReason::Drawn}}));
    QCOMPARE(change.tickets, (std::set{ticketId(1), ticketId(2)}));
    QCOMPARE(change.drawn, (std::vector{ticketId(1), ticketId(2)}));
}

void BrokerTest::drawsTicketAndRowsInOneBatch()
{
    BrokerKit kit;
    kit.open();
    kit.draw("a");
    kit.broker.flush();
    const broker::Batch &batch = kit.store.batches().back();
    QCOMPARE(batch.facts.size(), 1U);
    QVERIFY(std::holds_alternative<office::TicketDrawn>(batch.facts.front().facts.front().body));
    QCOMPARE(batch.visits.size(), 1U);
    QCOMPARE(batch.visits.front().tokenHash, QByteArray("a"));
    QCOMPARE(batch.answers.size(), 1U);
    QCOMPARE(batch.answers.front().answer.ticket, std::optional(ticketId(1)));
    QCOMPARE(kit.broker.record().visitOf("a")->ticket, ticketId(1));
}

void BrokerTest::aTokenWithATicketDrawsNoSecondOne()
{
    BrokerKit kit;
    kit.open();
    kit.open(kCars, kWeber);
    kit.draw("a");
    kit.broker.draw(kit.request("a", kCars), kit.key("again"), kit.witness.reply(u"again"_s));
    kit.broker.flush();
    QCOMPARE(kit.witness.outcomes.back().answer.ticket, std::optional(ticketId(1)));
    QCOMPARE(kit.broker.record().office(kCitizens)->state.tickets.size(), 1U);
    QCOMPARE(kit.broker.record().office(kCars)->state.tickets.size(), 0U);
}

void BrokerTest::aTokenMayDrawAgainAfterItsVisitIsOver()
{
    BrokerKit kit;
    kit.open();
    kit.draw("a");
    kit.broker.flush();
    // Both in one pass: the token must not lose the new ticket together with the old one.
    kit.broker.runForTicket(
        "a", [](TicketId ticket) { return office::Leave{.ticket = ticket}; }, kit.key("leave"), kit.witness.reply({}));
    kit.broker.draw(kit.request("a"), kit.key("anew"), kit.witness.reply({}));
    kit.broker.flush();
    QCOMPARE(kit.broker.record().visitOf("a")->ticket, ticketId(2));
    QCOMPARE(kit.broker.record().visits().size(), 1U);
    QCOMPARE(kit.store.reload().visits.size(), 1U);
}

void BrokerTest::rowsAreErasedInTheBatchThatEndsTheVisit()
{
    BrokerKit kit;
    kit.open();
    kit.draw("a");
    kit.broker.flush();
    kit.broker.runForTicket(
        "a", [](TicketId ticket) { return office::Leave{.ticket = ticket}; }, kit.key("leave"), kit.witness.reply({}));
    kit.broker.flush();
    const broker::Batch &batch = kit.store.batches().back();
    QCOMPARE(batch.erasedVisits, std::vector{ticketId(1)});
    QVERIFY(std::holds_alternative<office::TicketLeft>(batch.facts.front().facts.front().body));
    QVERIFY(kit.store.reload().visits.empty());
    QCOMPARE(kit.broker.record().visitOf("a"), nullptr);
    const std::vector<broker::EndedTicket> ended{
        {.office = kCitizens, .ticket = ticketId(1), .tokenHash = "a", .left = office::LeaveReason::Citizen}};
    QCOMPARE(kit.witness.changes.back().ended, ended);
    QVERIFY(kit.witness.changes.back().tickets.empty());
}

void BrokerTest::rowsOfAVisitThatCameAndWentInOnePassAreNeverWritten()
{
    BrokerKit kit;
    kit.open();
    kit.draw("a");
    kit.broker.run(kCitizens, office::Close{.clerk = kSchmidt, .mode = office::CloseMode::Now}, kit.key("close"),
                   kit.witness.reply({}));
    kit.broker.flush();
    QVERIFY(kit.store.batches().back().visits.empty());
    QVERIFY(kit.store.batches().back().erasedVisits.empty());
    QCOMPARE(kit.witness.changes.back().ended.front().tokenHash, QByteArray("a"));
    QVERIFY(kit.broker.record().visits().empty());
}

void BrokerTest::aRepeatedCommandGetsTheFirstAnswer()
{
    BrokerKit kit;
    kit.open();
    kit.draw("a");
    kit.draw("b");
    const auto callNext = [&kit](const char *name) {
        kit.broker.run(kCitizens, office::CallNext{.clerk = kSchmidt}, kit.key(name), kit.witness.reply({}));
        kit.broker.flush();
        return kit.witness.outcomes.back();
    };
    const auto first = callNext("k1");
    QCOMPARE(first.answer.ticket, std::optional(ticketId(1)));
    QCOMPARE(first.answer.epoch, std::optional(office::Epoch{1}));
    QCOMPARE(callNext("k1"), first);
    QCOMPARE(callNext("k2").answer.refusal->code, office::RefusalCode::Busy);
}

void BrokerTest::aRepeatedCommandWaitsForTheCommitOfTheFirst()
{
    BrokerKit kit(MemoryStore::Completion::ByHand);
    kit.open();
    kit.broker.run(kCitizens, office::Open{.clerk = kSchmidt}, kit.key("x"), kit.witness.reply({}));
    kit.open(); // the same key as the first
    QVERIFY(kit.witness.outcomes.empty());
    kit.store.completeAll();
    QCOMPARE(kit.witness.outcomes.size(), 3U);
    QVERIFY(!kit.witness.outcomes.back().answer.refusal);
}

void BrokerTest::theSameKeyForAnotherCommandIsAConflict()
{
    BrokerKit kit;
    kit.broker.run(kCitizens, office::Open{.clerk = kSchmidt}, kit.key("k", 1), kit.witness.reply({}));
    kit.broker.run(kCitizens, office::Depart{.clerk = kSchmidt}, kit.key("k", 2), kit.witness.reply({}));
    kit.broker.flush();
    QCOMPARE(kit.witness.outcomes.back().verdict, Verdict::Conflict);
    QVERIFY(kit.broker.record().office(kCitizens)->state.clerks.contains(kSchmidt));
}

void BrokerTest::answersAreForgottenAfterAnHourEvenWhenNothingIsDue()
{
    BrokerKit kit;
    const auto isRefused = [&kit] {
        kit.broker.run(kCitizens, office::Pause{.clerk = kSchmidt}, kit.key("k"), kit.witness.reply({}));
        kit.broker.flush();
        return kit.witness.outcomes.back().answer.refusal.has_value();
    };
    QVERIFY(isRefused()); // not at a desk
    kit.open();
    kit.clock.advance(minutes{59});
    kit.broker.flush();
    QVERIFY(isRefused()); // the first answer
    kit.clock.advance(minutes{1});
    kit.broker.flush();
    QVERIFY(!isRefused());
}

void BrokerTest::onlyClerksOfTheOfficeMayCommand()
{
    BrokerKit kit;
    kit.broker.run(kCitizens, office::Open{.clerk = kWeber}, kit.key("k"), kit.witness.reply({}));
    kit.broker.run(officeId(99), office::Open{.clerk = kWeber}, kit.key("k"), kit.witness.reply({}));
    kit.broker.run(kCitizens, office::Tick{}, kit.key("k"), kit.witness.reply({}));
    kit.broker.flush();
    QCOMPARE(kit.witness.outcomes.size(), 3U);
    for (const broker::Outcome &outcome : kit.witness.outcomes)
        QCOMPARE(outcome.verdict, Verdict::NotAuthorised);
    QVERIFY(kit.store.batches().empty());
}

void BrokerTest::anOfficeThatDoesNotExistTakesNobodyIn()
{
    BrokerKit kit;
    kit.draw("a", officeId(99));
    kit.broker.flush();
    QCOMPARE(kit.witness.outcomes.back().verdict, Verdict::UnknownOffice);
}

void BrokerTest::tenPlacesGoToExactlyTenPeople()
{
    broker::Loaded town = testTown();
    town.offices.front().config.settings.queueLimit = 10;
    BrokerKit kit(MemoryStore::Completion::AtOnce, town);
    kit.open();
    kit.forgetLog();
    for (int i = 0; i < 1000; ++i)
        kit.draw(QByteArray::number(i).constData());
    kit.broker.flush();
    const auto refused = std::ranges::count_if(kit.witness.outcomes, [](const broker::Outcome &outcome) {
        return outcome.answer.refusal && outcome.answer.refusal->code == office::RefusalCode::OfficeFull;
    });
    QCOMPARE(kit.witness.outcomes.size(), 1000U);
    QCOMPARE(refused, 990);
    QCOMPARE(kit.store.reload().visits.size(), 10U);
}

void BrokerTest::whoSetsTheClockMovesNoDeadline_data()
{
    QTest::addColumn<milliseconds>("step");
    QTest::newRow("a day forward") << milliseconds(std::chrono::hours{24});
    QTest::newRow("a day back") << milliseconds(-std::chrono::hours{24});
}

void BrokerTest::whoSetsTheClockMovesNoDeadline()
{
    QFETCH(const milliseconds, step);
    BrokerKit kit;
    kit.open();
    kit.draw("a");
    kit.broker.run(kCitizens, office::CallNext{.clerk = kSchmidt}, kit.key("k"), kit.witness.reply({}));
    kit.broker.flush();
    const auto stateNow = [&kit] {
        kit.broker.tick();
        kit.broker.flush();
        return kit.broker.record().office(kCitizens)->state.tickets.at(ticketId(1)).state;
    };
    kit.clock.setWallClock(kit.clock.now() + step);
    QCOMPARE(kit.broker.now(), FakeClock::kBegin);
    QCOMPARE(stateNow(), office::TicketState::Called);
    kit.clock.advance(seconds{59});
    QCOMPARE(stateNow(), office::TicketState::Called);
    kit.clock.advance(seconds{1});
    QCOMPARE(stateNow(), office::TicketState::Waiting);
}

void BrokerTest::asksForTheClockWhenACallLapses()
{
    BrokerKit kit;
    QCOMPARE(kit.broker.nextDue(), std::nullopt);
    kit.open();
    kit.draw("a");
    kit.broker.run(kCitizens, office::CallNext{.clerk = kSchmidt}, kit.key("k"), kit.witness.reply({}));
    kit.broker.flush();
    QCOMPARE(kit.broker.nextDue(), std::optional(FakeClock::kBegin + seconds{60}));
    kit.clock.advance(seconds{59});
    kit.broker.tick();
    kit.broker.flush();
    QCOMPARE(kit.broker.record().office(kCitizens)->state.tickets.at(ticketId(1)).state, office::TicketState::Called);
    kit.clock.advance(seconds{1});
    kit.broker.tick();
    kit.broker.flush();
    QCOMPARE(kit.broker.record().office(kCitizens)->state.tickets.at(ticketId(1)).state, office::TicketState::Waiting);
    QCOMPARE(kit.broker.record().office(kCitizens)->returned.at(ticketId(1)), office::ReturnReason::NotEntered);
    QVERIFY(kit.broker.nextDue() != std::optional(FakeClock::kBegin + seconds{60}));
}

void BrokerTest::aClerkOfTwoOfficesHasOneVisitorAtATime()
{
    BrokerKit kit;
    kit.open(kCitizens, kOezdemir);
    kit.open(kCars, kOezdemir);
    kit.draw("a", kCitizens);
    kit.draw("b", kCars);
    std::vector<broker::Outcome> outcomes;
    const auto call = [&](OfficeId office, const char *name) {
        kit.broker.run(office, office::CallNext{.clerk = kOezdemir}, kit.key(name),
                       [&](const broker::Outcome &outcome) { outcomes.push_back(outcome); });
        kit.broker.flush();
    };
    call(kCitizens, "first");
    call(kCars, "second");
    QCOMPARE(outcomes.size(), 2U);
    QVERIFY(!outcomes.front().answer.refusal);
    QVERIFY(outcomes.back().answer.refusal);
    QCOMPARE(outcomes.back().answer.refusal->code, office::RefusalCode::Busy);
    QCOMPARE(outcomes.back().answer.refusal->ticket, outcomes.front().answer.ticket);
}

void BrokerTest::losesTheDesksOfAClerkInEveryOffice()
{
    BrokerKit kit;
    kit.open(kCitizens, kOezdemir);
    kit.open(kCars, kOezdemir);
    kit.broker.clerkLost(kOezdemir);
    kit.broker.clerkLost(kWeber);
    kit.broker.flush();
    for (const OfficeId office : {kCitizens, kCars})
        QCOMPARE(kit.broker.record().office(office)->state.clerks.at(kOezdemir).state, office::ClerkState::Lost);
    QVERIFY(!kit.broker.record().office(kCars)->state.clerks.contains(kWeber));
}

void BrokerTest::keepsAThousandFactsForThoseWhoComeBack()
{
    BrokerKit kit;
    kit.open();
    const auto pauseAndResume = [&kit](int i) {
        const auto name = std::to_string(i);
        kit.broker.run(kCitizens, office::Pause{.clerk = kSchmidt}, kit.key("p" + name), kit.witness.reply({}));
        kit.broker.run(kCitizens, office::Resume{.clerk = kSchmidt}, kit.key("r" + name), kit.witness.reply({}));
        kit.broker.flush();
    };
    for (int i = 0; i < 600; ++i)
        pauseAndResume(i);
    const office::Sequence newest = kit.broker.record().office(kCitizens)->state.seq;
    QCOMPARE(newest, 1202U);
    QCOMPARE(kit.broker.record().factsSince(kCitizens, newest)->size(), 0U);
    QCOMPARE(kit.broker.record().factsSince(kCitizens, newest - 3)->front().seq, newest - 2);
    QCOMPARE(kit.broker.record().factsSince(kCitizens, newest - broker::kRecentFacts)->size(), broker::kRecentFacts);
    QVERIFY(!kit.broker.record().factsSince(kCitizens, newest - broker::kRecentFacts - 1));
    QVERIFY(!kit.broker.record().factsSince(kCitizens, newest + 1));
    QVERIFY(!kit.broker.record().factsSince(officeId(99), 0));
}

void BrokerTest::theServiceDayIsTheLocalDayOfTheTown()
{
    BrokerKit kit;
    kit.open();
    // 23:30 UTC in summer is half past one on the next day in Berlin.
    kit.clock.setWallClock(Instant{std::chrono::sys_days{std::chrono::year{2026} / 7 / 1} + minutes{23 * 60 + 30}});
    kit.draw("a");
    kit.broker.flush();
    QCOMPARE(kit.broker.record().office(kCitizens)->state.tickets.at(ticketId(1)).day, office::ServiceDay{20260702});
}

void BrokerTest::nobodyHearsAnythingAfterTheObserverHasGone()
{
    BrokerKit kit(MemoryStore::Completion::ByHand);
    kit.open();
    kit.broker.publishTo(nullptr);
    kit.store.completeAll();
    QVERIFY(kit.witness.log.isEmpty());
}

QTEST_GUILESS_MAIN(BrokerTest)
#include "BrokerTest.moc"
