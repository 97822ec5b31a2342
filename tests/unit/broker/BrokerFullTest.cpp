// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/broker/BrokerKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
using broker::Verdict;

//! The disk of the server is full, and later it is not.
class BrokerFullTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNewIsRefusedAtOnceAndChangesNothing();
    void theSameCommandIsDecidedWhenThereIsRoom();
    void whatWasDecidedBeforeIsAnsweredInOrderWhenThereIsRoom();
    void aRepetitionOfWhatWaitsGetsItsOneAnswer();
    void whatIsDurableIsShownMeanwhile();
    void aTicketThatWaitsToBeWrittenIsShownAfterwards();
};

void BrokerFullTest::whatIsNewIsRefusedAtOnceAndChangesNothing()
{
    BrokerKit kit;
    kit.open();
    kit.draw("a");
    kit.broker.flush();
    kit.store.setFull(true);
    kit.forgetLog();
    kit.draw("b");
    kit.broker.run(kCitizens, office::CallNext{.clerk = kSchmidt}, BrokerKit::key("call"),
                   kit.witness.reply(u"call"_s));
    kit.broker.runForTicket(
        "a", [](TicketId ticket) { return office::Leave{.ticket = ticket}; }, BrokerKit::key("leave"),
        kit.witness.reply(u"leave"_s));
    QVERIFY(kit.witness.log.isEmpty());
    kit.broker.flush();
    QCOMPARE(kit.witness.log, (QStringList{u"drawn"_s, u"call"_s, u"leave"_s}));
    for (const broker::Outcome &outcome : kit.witness.outcomes)
        QCOMPARE(outcome.verdict, Verdict::NoRoom);
    QCOMPARE(kit.store.waiting(), std::size_t(0));
}

void BrokerFullTest::theSameCommandIsDecidedWhenThereIsRoom()
{
    BrokerKit kit;
    kit.open();
    kit.store.setFull(true);
    kit.draw("a");
    kit.broker.flush();
    kit.store.setFull(false);
    kit.forgetLog();
    kit.draw("a");
    kit.broker.flush();
    QCOMPARE(kit.witness.outcomes.back().verdict, Verdict::Answered);
    QVERIFY(kit.witness.outcomes.back().answer.ticket);
}

void BrokerFullTest::whatWasDecidedBeforeIsAnsweredInOrderWhenThereIsRoom()
{
    BrokerKit kit;
    kit.open();
    kit.forgetLog();
    kit.draw("a");
    kit.store.setFull(true);
    kit.broker.flush();
    kit.broker.citizenDisconnected("a");
    kit.broker.flush();
    QVERIFY(kit.witness.log.isEmpty());
    kit.store.setFull(false);
    QCOMPARE(kit.witness.log, (QStringList{u"change 3"_s, u"drawn"_s, u"change 4"_s}));
    QCOMPARE(kit.store.reload().visits.size(), std::size_t(1));
}

void BrokerFullTest::aRepetitionOfWhatWaitsGetsItsOneAnswer()
{
    BrokerKit kit;
    kit.open();
    kit.draw("a");
    kit.store.setFull(true);
    kit.broker.flush();
    kit.forgetLog();
    kit.draw("a");
    kit.broker.flush();
    QVERIFY(kit.witness.outcomes.empty());
    kit.store.setFull(false);
    QCOMPARE(kit.witness.outcomes.size(), std::size_t(2));
    QVERIFY(kit.witness.outcomes[0] == kit.witness.outcomes[1]);
    QCOMPARE(kit.witness.outcomes[0].verdict, Verdict::Answered);
}

void BrokerFullTest::whatIsDurableIsShownMeanwhile()
{
    BrokerKit kit;
    kit.open();
    kit.draw("a");
    kit.broker.flush();
    kit.store.setFull(true);
    // Something of another ticket is under way.
    kit.broker.citizenDisconnected("a");
    kit.broker.flush();
    bool shown = false;
    kit.broker.whenShowable("a", [&shown] { shown = true; });
    QVERIFY(!shown);
    kit.broker.flush();
    QVERIFY(shown);
}

void BrokerFullTest::aTicketThatWaitsToBeWrittenIsShownAfterwards()
{
    BrokerKit kit;
    kit.open();
    kit.draw("a");
    kit.store.setFull(true);
    kit.broker.flush();
    bool shown = false;
    kit.broker.whenShowable("a", [&shown] { shown = true; });
    kit.broker.flush();
    QVERIFY(!shown);
    kit.store.setFull(false);
    QVERIFY(shown);
}

QTEST_GUILESS_MAIN(BrokerFullTest)
#include "BrokerFullTest.moc"
