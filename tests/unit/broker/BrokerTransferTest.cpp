// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/broker/BrokerKit.h"

#include <QTest>

#include <algorithm>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;

namespace {

//! Frau Schmidt is in conversation with Kim at the Bürgerservice; Frau Weber has opened the Kfz-Zulassung.
struct Conversation : BrokerKit
{
    using BrokerKit::BrokerKit;

    void begin()
    {
        open();
        open(kCars, kWeber);
        draw("kim");
        broker.flush();
        ticket = witness.outcomes.back().answer.ticket.value_or(ticket);
        broker.run(kCitizens, office::CallNext{.clerk = kSchmidt}, key("call"), witness.reply({}));
        ask("enter", [](TicketId id) { return office::Enter{.ticket = id, .epoch = 1}; });
        forgetLog();
    }
    void ask(const char *name, const std::function<office::Command(TicketId)> &command)
    {
        broker.runForTicket("kim", command, key(name), witness.reply(QString::fromLatin1(name)));
        broker.flush();
    }
    void propose(OfficeId to, std::optional<ClerkId> toClerk = {})
    {
        const office::ProposeTransfer proposal{
            .clerk = kSchmidt, .ticket = ticket, .epoch = 1, .to = to, .toClerk = toClerk};
        broker.run(kCitizens, proposal, key("propose"), witness.reply(u"proposed"_s));
        broker.flush();
    }
    void agree(const char *name = "agree")
    {
        ask(name, [](TicketId id) { return office::Transfer{.ticket = id, .epoch = 1}; });
    }
    void closeCars()
    {
        broker.run(kCars, office::Close{.clerk = kWeber, .mode = office::CloseMode::Now}, key("close"),
                   witness.reply({}));
        broker.flush();
    }
    [[nodiscard]] bool isIn(OfficeId id) const { return broker.record().office(id)->state.tickets.contains(ticket); }
    [[nodiscard]] std::optional<office::RefusalCode> refusal() const
    {
        const auto &answer = witness.outcomes.back().answer;
        return answer.refusal ? std::optional(answer.refusal->code) : std::nullopt;
    }

    TicketId ticket = ticketId(1);
};

} // namespace

//! A visitor goes from one office to another, durable in both or in neither.
class BrokerTransferTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothOfficesHaveItInOneBatch();
    void theVisitGoesAlong();
    void aVisitThatIsNotWrittenYetIsWrittenInItsNewOffice();
    void nobodyIsAskedInVain();
    void whatHasClosedMeanwhileTakesNobody();
    void theAnswerIsGivenOnce();
    void whatTheTokenAsksNextIsAskedOfTheNewOffice();
    void whoComesBackHasTheOwnNumber();
    void aLostLineGoesAlong();
};

void BrokerTransferTest::bothOfficesHaveItInOneBatch()
{
    Conversation kit;
    kit.begin();
    kit.propose(kCars);
    const auto before = kit.store.batches().size();
    kit.agree();
    QVERIFY(!kit.refusal());
    QCOMPARE(kit.store.batches().size(), before + 1);
    const auto &batch = kit.store.batches().back();
    QCOMPARE(batch.facts.size(), 2U);
    QVERIFY(!kit.isIn(kCitizens));
    QVERIFY(kit.isIn(kCars));
    const office::Ticket &moved = kit.broker.record().office(kCars)->state.tickets.at(kit.ticket);
    QVERIFY(moved.origin == kCitizens);
    QCOMPARE(moved.number, 1U);
    QCOMPARE(moved.epoch, 1U);
}

void BrokerTransferTest::theVisitGoesAlong()
{
    Conversation kit;
    kit.begin();
    kit.propose(kCars);
    kit.agree();
    const broker::Visit *visit = kit.broker.record().visitOf("kim");
    QVERIFY(visit);
    QCOMPARE(visit->office, kCars);
    QCOMPARE(visit->name.reveal(), u"Kim"_s);
    QCOMPARE(kit.store.reload().visits.front().office, kCars);
    const auto source = std::ranges::find(kit.witness.changes, kCitizens, &broker::OfficeChange::office);
    QVERIFY(source != kit.witness.changes.end());
    const broker::OfficeChange &target = kit.witness.changes.back();
    QCOMPARE(target.office, kCars);
    QCOMPARE(target.drawn, std::vector<TicketId>{kit.ticket});
    for (const broker::OfficeChange &change : kit.witness.changes)
        QVERIFY(change.ended.empty());
}

void BrokerTransferTest::aVisitThatIsNotWrittenYetIsWrittenInItsNewOffice()
{
    Conversation kit(MemoryStore::Completion::ByHand);
    kit.open();
    kit.open(kCars, kWeber);
    kit.store.completeAll();
    kit.draw("kim");
    kit.broker.run(kCitizens, office::CallNext{.clerk = kSchmidt}, BrokerKit::key("call"), kit.witness.reply({}));
    const auto enter = [](TicketId id) { return office::Enter{.ticket = id, .epoch = 1}; };
    kit.broker.runForTicket("kim", enter, BrokerKit::key("enter"), kit.witness.reply({}));
    const office::ProposeTransfer proposal{.clerk = kSchmidt, .ticket = kit.ticket, .epoch = 1, .to = kCars};
    kit.broker.run(kCitizens, proposal, BrokerKit::key("propose"), kit.witness.reply({}));
    kit.agree();
    kit.store.completeAll();
    kit.broker.flush();
    kit.store.completeAll();
    QCOMPARE(kit.store.reload().visits.size(), 1U);
    QCOMPARE(kit.store.reload().visits.front().office, kCars);
}

void BrokerTransferTest::nobodyIsAskedInVain()
{
    Conversation kit;
    kit.begin();
    kit.propose(OfficeId::fromBits({77, 77}));
    QCOMPARE(kit.refusal(), std::optional(office::RefusalCode::TargetClosed));
    kit.propose(kCitizens);
    QCOMPARE(kit.refusal(), std::optional(office::RefusalCode::TargetClosed));
    Conversation closed;
    closed.begin();
    closed.closeCars();
    closed.propose(kCars);
    QCOMPARE(closed.refusal(), std::optional(office::RefusalCode::TargetClosed));
    Conversation stranger;
    stranger.begin();
    stranger.propose(kCars, kSchmidt);
    QCOMPARE(stranger.refusal(), std::optional(office::RefusalCode::TargetClosed));
}

void BrokerTransferTest::whatHasClosedMeanwhileTakesNobody()
{
    Conversation kit;
    kit.begin();
    kit.propose(kCars);
    kit.closeCars();
    kit.agree();
    QCOMPARE(kit.refusal(), std::optional(office::RefusalCode::TargetClosed));
    QVERIFY(kit.isIn(kCitizens));
    QVERIFY(!kit.isIn(kCars));
    const auto &fact = kit.broker.record().office(kCitizens)->recent.back();
    const auto *withdrawn = std::get_if<office::TransferWithdrawn>(&fact.body);
    QVERIFY(withdrawn);
    QCOMPARE(withdrawn->reason, office::WithdrawReason::TargetClosed);
}

void BrokerTransferTest::theAnswerIsGivenOnce()
{
    Conversation kit;
    kit.begin();
    kit.propose(kCars);
    kit.agree();
    const auto batches = kit.store.batches().size();
    kit.agree();
    QVERIFY(!kit.refusal());
    QCOMPARE(kit.store.batches().size(), batches);
    kit.agree("again");
    QCOMPARE(kit.refusal(), std::optional(office::RefusalCode::WrongState));
}

void BrokerTransferTest::whatTheTokenAsksNextIsAskedOfTheNewOffice()
{
    Conversation kit;
    kit.begin();
    kit.propose(kCars);
    kit.agree();
    kit.ask("leave", [](TicketId id) { return office::Leave{.ticket = id}; });
    QVERIFY(!kit.refusal());
    QVERIFY(!kit.isIn(kCars));
    QVERIFY(kit.store.reload().visits.empty());
}

void BrokerTransferTest::whoComesBackHasTheOwnNumber()
{
    Conversation kit;
    kit.begin();
    kit.propose(kCars);
    kit.agree();
    kit.broker.run(kCars, office::CallNext{.clerk = kWeber}, BrokerKit::key("call back"), kit.witness.reply({}));
    kit.ask("enter again", [](TicketId id) { return office::Enter{.ticket = id, .epoch = 2}; });
    const office::ProposeTransfer back{.clerk = kWeber, .ticket = kit.ticket, .epoch = 2, .to = kCitizens};
    kit.broker.run(kCars, back, BrokerKit::key("propose back"), kit.witness.reply({}));
    kit.ask("agree back", [](TicketId id) { return office::Transfer{.ticket = id, .epoch = 2}; });
    QVERIFY(!kit.refusal());
    QVERIFY(kit.isIn(kCitizens));
    QVERIFY(!kit.broker.record().office(kCitizens)->state.tickets.at(kit.ticket).origin);
}

void BrokerTransferTest::aLostLineGoesAlong()
{
    Conversation kit;
    kit.begin();
    kit.propose(kCars);
    kit.broker.citizenDisconnected("kim");
    kit.agree();
    QVERIFY(kit.isIn(kCars));
    QCOMPARE(kit.broker.record().office(kCars)->state.tickets.at(kit.ticket).line, office::Line::Lost);
}

QTEST_GUILESS_MAIN(BrokerTransferTest)
#include "BrokerTransferTest.moc"
