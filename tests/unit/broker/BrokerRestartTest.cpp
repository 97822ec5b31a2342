// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/broker/BrokerKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;

//! A server that ends at any point, and the one that starts after it.
class BrokerRestartTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingDurableIsThereAgainAndEveryLineIsLost();
    void whoMayStaffItNoLongerKeepsNobodyWaiting();
    void whatWasNotDurableNeverHappened();
    void answersAreKnownAfterTheRestart();
    void answersAreForgottenAfterAnHour();
    void rowsWithoutATicketAreErasedAtTheStart();
    void anOldBackupIsErasedBeforeAnybodyIsServed();
};

namespace {

void finishDay(BrokerKit &kit)
{
    kit.open();
    kit.draw("a");
    kit.draw("b");
    kit.broker.run(kCitizens, office::CallNext{.clerk = kSchmidt}, BrokerKit::key("call"), kit.witness.reply({}));
    kit.broker.flush();
}

} // namespace

void BrokerRestartTest::everythingDurableIsThereAgainAndEveryLineIsLost()
{
    BrokerKit before;
    finishDay(before);

    BrokerKit after(MemoryStore::Completion::AtOnce, before.store.reload(), 100);
    QCOMPARE(after.broker.record().office(kCitizens)->state, before.broker.record().office(kCitizens)->state);
    after.broker.start();
    after.broker.flush();
    const office::OfficeState &state = after.broker.record().office(kCitizens)->state;
    QVERIFY(state.open);
    QCOMPARE(state.tickets.at(ticketId(1)).state, office::TicketState::Held);
    QCOMPARE(state.tickets.at(ticketId(2)).line, office::Line::Lost);
    QCOMPARE(state.clerks.at(kSchmidt).state, office::ClerkState::Lost);
    QCOMPARE(after.broker.record().visitOf("b")->ticket, ticketId(2));

    after.broker.citizenConnected("b");
    after.broker.flush();
    QCOMPARE(after.broker.record().office(kCitizens)->state.tickets.at(ticketId(2)).line, office::Line::Connected);
}

void BrokerRestartTest::whoMayStaffItNoLongerKeepsNobodyWaiting()
{
    BrokerKit before;
    finishDay(before);
    broker::Loaded town = before.store.reload();
    town.offices.front().config.clerks = {kOezdemir};
    BrokerKit after(MemoryStore::Completion::AtOnce, std::move(town), 100);
    after.broker.start();
    after.broker.flush();
    const office::OfficeState &state = after.broker.record().office(kCitizens)->state;
    QVERIFY(!state.clerks.contains(kSchmidt));
    QCOMPARE(state.tickets.at(ticketId(1)).state, office::TicketState::Waiting);
    QCOMPARE(state.tickets.at(ticketId(1)).standing, office::Standing::Front);
}

void BrokerRestartTest::whatWasNotDurableNeverHappened()
{
    BrokerKit before;
    before.open();
    before.draw("a");
    before.broker.flush();
    before.store.setCompletion(MemoryStore::Completion::ByHand);
    before.draw("b");
    before.broker.flush();

    BrokerKit after(MemoryStore::Completion::AtOnce, before.store.reload(), 100);
    QCOMPARE(after.broker.record().office(kCitizens)->state.tickets.size(), 1U);
    QCOMPARE(after.broker.record().visitOf("b"), nullptr);
    // The page repeats its command and is served.
    after.broker.draw(BrokerKit::request("b"), BrokerKit::key("draw b"), after.witness.reply({}));
    after.broker.flush();
    QVERIFY(after.witness.outcomes.back().answer.ticket.has_value());
}

void BrokerRestartTest::answersAreKnownAfterTheRestart()
{
    BrokerKit before;
    finishDay(before);
    BrokerKit after(MemoryStore::Completion::AtOnce, before.store.reload(), 100);
    after.broker.start();
    after.broker.run(kCitizens, office::CallNext{.clerk = kSchmidt}, BrokerKit::key("call"), after.witness.reply({}));
    after.broker.draw(BrokerKit::request("a"), BrokerKit::key("draw a"), after.witness.reply({}));
    after.broker.flush();
    QCOMPARE(after.witness.outcomes.front().answer.ticket, std::optional(ticketId(1)));
    QCOMPARE(after.witness.outcomes.front().answer.epoch, std::optional(office::Epoch{1}));
    QCOMPARE(after.witness.outcomes.back().answer.ticket, std::optional(ticketId(1)));
}

void BrokerRestartTest::answersAreForgottenAfterAnHour()
{
    BrokerKit before;
    finishDay(before);
    BrokerKit after(MemoryStore::Completion::AtOnce, before.store.reload(), 100);
    after.clock.advance(minutes{60});
    after.broker.start();
    after.broker.run(kCitizens, office::CallNext{.clerk = kSchmidt}, BrokerKit::key("call"), after.witness.reply({}));
    after.broker.flush();
    QCOMPARE(after.witness.outcomes.back().answer.refusal->code, office::RefusalCode::NotAtDesk);
}

void BrokerRestartTest::rowsWithoutATicketAreErasedAtTheStart()
{
    broker::Loaded town = testTown();
    town.visits.push_back({.ticket = ticketId(77),
                           .office = kCitizens,
                           .tokenHash = "stray",
                           .name = u"Kim"_s,
                           .concern = {},
                           .lang = u"de"_s,
                           .consentVersion = {}});
    BrokerKit kit(MemoryStore::Completion::AtOnce, town);
    kit.broker.start();
    kit.broker.flush();
    QVERIFY(kit.store.reload().visits.empty());
    QCOMPARE(kit.broker.record().visitOf("stray"), nullptr);
}

void BrokerRestartTest::anOldBackupIsErasedBeforeAnybodyIsServed()
{
    BrokerKit before;
    before.broker.start();
    finishDay(before);
    QCOMPARE(before.store.reload().visits.size(), std::size_t{2});

    FakeClock later;
    later.advance(std::chrono::days{30});
    MemoryStore store(before.store.reload(), MemoryStore::Completion::AtOnce);
    broker::Broker broker(store.reload(), store, later, countingTickets(100));
    broker.start();
    broker.flush();
    QVERIFY(store.reload().visits.empty());
}

QTEST_GUILESS_MAIN(BrokerRestartTest)
#include "BrokerRestartTest.moc"
