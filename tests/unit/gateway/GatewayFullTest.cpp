// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/GatewayKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
using protocol::ErrorCode;
using protocol::ErrorMessage;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;

//! The disk of the server is full: what runs goes on, what is new is told when to come back.
class GatewayFullTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void citizensAndClerksAreToldThatNothingNewCanBegin();
    void aReloadedPageShowsItsTicket();
    void theWaitIsGivenBackToTheNetwork();
    void whoWaitsCanStillBeWrittenTo();
};

void GatewayFullTest::citizensAndClerksAreToldThatNothingNewCanBegin()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    const auto kim = kit.citizen();
    kit.forgetAll();
    kit.store.setFull(true);
    kit.draw(kim, token('a'));
    kit.callNext(schmidt, u"k"_s);
    for (const auto &error : {kit.heardOf<ErrorMessage>(kim).value(0), kit.heardOf<ErrorMessage>(schmidt).value(0)}) {
        QCOMPARE(error.code, ErrorCode::StorageFull);
        QCOMPARE(error.afterSeconds, std::optional(protocol::limits::kAfterStorageFullSeconds));
    }
    QVERIFY(kit.office().tickets.empty());
}

void GatewayFullTest::aReloadedPageShowsItsTicket()
{
    GatewayKit kit;
    kit.open(kit.clerk(kSchmidt));
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'));
    kit.store.setFull(true);
    kit.hangUp(kim);
    QCOMPARE(kit.heard(kit.citizen(token('a'))), u"welcome ticket.state"_s);
}

void GatewayFullTest::theWaitIsGivenBackToTheNetwork()
{
    GatewayKit kit;
    kit.open(kit.clerk(kSchmidt));
    kit.store.setFull(true);
    const auto kim = kit.citizen();
    for (int i = 0; i < protocol::limits::kDrawsAtOnce + 1; ++i)
        kit.draw(kim, token('a'));
    const auto errors = kit.heardOf<ErrorMessage>(kim);
    QCOMPARE(errors.size(), protocol::limits::kDrawsAtOnce + 1);
    QCOMPARE(errors.back().code, ErrorCode::StorageFull);
}

void GatewayFullTest::whoWaitsCanStillBeWrittenTo()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'));
    kit.store.setFull(true);
    kit.callNext(schmidt, u"k"_s);
    kit.forgetAll();
    const protocol::MessageContent soon = u"Bitte halten Sie Ihren Ausweis bereit."_s;
    kit.say(schmidt, clerk::LobbyMessage{.id = u"m"_s, .office = kCitizens, .to = {}, .content = soon});
    QCOMPARE(kit.heardOf<protocol::DoneMessage>(schmidt).size(), 1);
    QCOMPARE(kit.heardOf<citizen::MessageReceived>(kim).size(), 1);
}

QTEST_GUILESS_MAIN(GatewayFullTest)
#include "GatewayFullTest.moc"
