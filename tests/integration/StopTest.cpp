// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/Database.h"
#include "tests/integration/kit/Citizen.h"
#include "tests/integration/kit/ClerkDesk.h"
#include "tests/integration/kit/Http.h"
#include "tests/integration/kit/Servers.h"

#include <QTcpSocket>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;

namespace {

constexpr int kStopsWithinMs = 5'000; // what a supervisor grants at the least

bool isAskedToComeBack(const std::optional<protocol::Goodbye> &goodbye)
{
    return goodbye && goodbye->reason == u"restart"_s && goodbye->action == protocol::GoodbyeAction::Retry &&
           goodbye->afterSeconds.value_or(0) > 0;
}

} // namespace

//! The administrator stops the server in the middle of a day.
class StopTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyIsAskedToComeBackAndTheProgramEndsWell();
    void whatWasAnsweredIsThereAfterwards();
    void whoDoesNotListenDoesNotHoldItUp();
};

void StopTest::everybodyIsAskedToComeBackAndTheProgramEndsWell()
{
    const TownFolder town;
    ServerProgram server(town);
    QVERIFY(server.start());
    const auto token = signIn(server.port(), u"schmidt"_s, TownFolder::password(u"schmidt"_s));
    QVERIFY(token);
    ClerkDesk schmidt(server.origin(), *token);
    QVERIFY(schmidt.greet() && schmidt.open(TownFolder::office(u"B"_s)));
    Citizen waits(server.origin());
    QVERIFY(waits.greet() && waits.draw(TownFolder::office(u"B"_s)));
    Citizen watches(server.origin());
    QVERIFY(watches.greet());
    watches.send(citizen::WatchOverview{});
    QVERIFY(watches.expect<citizen::OverviewSnapshot>());
    server.askToStop();
    QVERIFY(isAskedToComeBack(waits.expect<protocol::Goodbye>()));
    QVERIFY(isAskedToComeBack(watches.expect<protocol::Goodbye>()));
    QVERIFY(isAskedToComeBack(schmidt.expect<protocol::Goodbye>()));
    QVERIFY(waits.isClosedSoon() && watches.isClosedSoon() && schmidt.isClosedSoon());
    QCOMPARE(server.exitCodeWithin(kStopsWithinMs), std::optional(0));
    QVERIFY(store::Database::open(town.paths()));
}

void StopTest::whatWasAnsweredIsThereAfterwards()
{
    const TownFolder town;
    ServerProgram server(town);
    QVERIFY(server.start());
    const auto token = signIn(server.port(), u"schmidt"_s, TownFolder::password(u"schmidt"_s));
    QVERIFY(token);
    ClerkDesk schmidt(server.origin(), *token);
    QVERIFY(schmidt.greet() && schmidt.open(TownFolder::office(u"B"_s)));
    Citizen kim(server.origin());
    QVERIFY(kim.greet() && kim.draw(TownFolder::office(u"B"_s)));
    server.askToStop();
    QCOMPARE(server.exitCodeWithin(kStopsWithinMs), std::optional(0));
    QVERIFY(server.start());
    Citizen again(server.origin(), kim.token());
    QVERIFY(again.greet(Citizen::Greeting::Resume));
    QVERIFY(again.expect<citizen::TicketStateMessage>());
    QCOMPARE(again.state()->number, u"B 001"_s);
    QVERIFY(again.hasRankSoon(0));
}

void StopTest::whoDoesNotListenDoesNotHoldItUp()
{
    const TownFolder town;
    ServerProgram server(town);
    QVERIFY(server.start());
    // Neither answers a closing handshake: one never upgraded, the other never reads.
    QTcpSocket silent;
    silent.connectToHost(u"127.0.0.1"_s, server.port());
    QVERIFY(silent.waitForConnected());
    QTcpSocket deaf;
    deaf.setReadBufferSize(1);
    deaf.connectToHost(u"127.0.0.1"_s, server.port());
    deaf.write(upgradeText("/ws/citizen", "Origin: " + server.origin().toLatin1() + "\r\n"));
    QVERIFY(deaf.waitForReadyRead());
    server.askToStop();
    QCOMPARE(server.exitCodeWithin(kStopsWithinMs), std::optional(0));
}

QTEST_GUILESS_MAIN(StopTest)
#include "StopTest.moc"
