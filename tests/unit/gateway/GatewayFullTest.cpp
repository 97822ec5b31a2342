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

//! The disk of the server is full: what runs goes on, what is new is told when to come back.
class GatewayFullTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void citizensAndClerksAreToldThatNothingNewCanBegin();
    void aReloadedPageShowsItsTicket();
    void theWaitIsGivenBackToTheNetwork();
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

QTEST_GUILESS_MAIN(GatewayFullTest)
#include "GatewayFullTest.moc"
