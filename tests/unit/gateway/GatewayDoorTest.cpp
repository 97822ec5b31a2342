// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/GatewayKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;
using gateway::CloseCode;
using protocol::ErrorCode;
using protocol::ErrorMessage;
using protocol::Goodbye;
using protocol::GoodbyeAction;

//! Who is let in, and who is turned out.
class GatewayDoorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoSaysNothingIsTurnedOutAfterFiveSeconds();
    void whoSaysHelloMayStay();
    void whoSpeaksAnotherProtocolIsAskedToUpgrade();
    void nothingIsTakenBeforeHello();
    void helloIsSaidOnce();
    void aMessageOfNoKnownTypeIsAnswered();
    void aMessageThatIsWrongNamesTheFieldAndNeverTheValue();
    void twentyBadMessagesEndTheConnection();
    void aFloodIsStoppedAndOthersDoNotNotice();
    void aClerkWhoIsTurnedOutLosesTheDesk();
    void everybodyIsAskedToComeBackWhenTheServerStops();
    void nothingIsSentAfterTheStop();
};

void GatewayDoorTest::whoSaysNothingIsTurnedOutAfterFiveSeconds()
{
    GatewayKit kit;
    kit.gateway().citizenConnected(1, kit.network);
    kit.gateway().clerkConnected(2, signedIn(kSchmidt));
    QCOMPARE(kit.gateway().nextDue(), std::optional(kit.clock.monotonicNow() + seconds{5}));
    kit.wait(milliseconds{4999});
    QVERIFY(kit.outbox.closed.empty());
    kit.wait(milliseconds{1});
    QCOMPARE(kit.outbox.closed.at(1), CloseCode::PolicyViolation);
    QCOMPARE(kit.outbox.closed.at(2), CloseCode::PolicyViolation);
    QCOMPARE(kit.heardOf<Goodbye>(1).back().action, GoodbyeAction::Retry);
    QVERIFY(!kit.gateway().nextDue());
}

void GatewayDoorTest::whoSaysHelloMayStay()
{
    GatewayKit kit;
    // What the welcome says belongs to the deadlines that follow, whoever sets the clock.
    kit.clock.setWallClock(FakeClock::kBegin + std::chrono::hours{3});
    const auto kim = kit.citizen();
    kit.wait(minutes{5});
    QVERIFY(!kit.outbox.closed.contains(kim));
    const auto welcome = kit.heardOf<citizen::Welcome>(kim).back();
    QCOMPARE(welcome.authority, u"Landkreis Musterland"_s);
    QCOMPARE(welcome.serverTime, FakeClock::kBegin);
    QCOMPARE(welcome.consentVersion, u"2026-01"_s);
}

void GatewayDoorTest::whoSpeaksAnotherProtocolIsAskedToUpgrade()
{
    GatewayKit kit;
    kit.gateway().citizenConnected(1, kit.network);
    kit.say(1,
            citizen::Hello{.protocol = {2, 3}, .client = u"x"_s, .features = {}, .lang = u"de"_s, .ticketToken = {}});
    const auto goodbye = kit.heardOf<Goodbye>(1).back();
    QCOMPARE(goodbye.action, GoodbyeAction::Upgrade);
    QCOMPARE(goodbye.reason, u"version"_s);
    QVERIFY(kit.outbox.closed.contains(1));

    kit.gateway().citizenConnected(2, kit.network);
    kit.say(2,
            citizen::Hello{.protocol = {1, 2}, .client = u"x"_s, .features = {}, .lang = u"de"_s, .ticketToken = {}});
    QCOMPARE(kit.heard(2), u"welcome"_s);
}

void GatewayDoorTest::nothingIsTakenBeforeHello()
{
    GatewayKit kit;
    kit.gateway().citizenConnected(1, kit.network);
    kit.say(1, citizen::WatchOverview{});
    const auto error = kit.heardOf<ErrorMessage>(1).back();
    QCOMPARE(error.code, ErrorCode::BadRequest);
    QCOMPARE(error.field, u"type"_s);
    kit.gateway().clerkConnected(2, signedIn(kSchmidt));
    kit.open(2);
    QCOMPARE(kit.heard(2), u"error"_s);
    QVERIFY(!kit.office().open);
}

void GatewayDoorTest::helloIsSaidOnce()
{
    GatewayKit kit;
    const auto kim = kit.citizen();
    kit.forgetAll();
    kit.say(kim, citizen::Hello{
                     .protocol = {1}, .client = u"x"_s, .features = {}, .lang = u"de"_s, .ticketToken = token('a')});
    QCOMPARE(kit.heard(kim), u"error"_s);
}

void GatewayDoorTest::aMessageOfNoKnownTypeIsAnswered()
{
    GatewayKit kit;
    const auto kim = kit.citizen();
    kit.forgetAll();
    kit.sayRaw(kim, R"({"type":"ticket.teleport","id":"c9"})");
    const auto error = kit.heardOf<ErrorMessage>(kim).back();
    QCOMPARE(error.code, ErrorCode::Unsupported);
    QCOMPARE(error.re, u"c9"_s);
    // What only clerks may say is no message of a citizen.
    kit.say(kim, clerk::ToServer{clerk::CallNext{.id = u"k"_s, .office = kCitizens}});
    QCOMPARE(kit.heardOf<ErrorMessage>(kim).back().code, ErrorCode::Unsupported);
}

void GatewayDoorTest::aMessageThatIsWrongNamesTheFieldAndNeverTheValue()
{
    GatewayKit kit;
    const auto kim = kit.citizen();
    kit.forgetAll();
    kit.sayRaw(kim, R"({"type":"ticket.enter","id":"c1","epoch":"canary"})");
    const auto frames = kit.outbox.take(kim);
    QCOMPARE(frames.size(), 1);
    QVERIFY(frames.front().contains("epoch"));
    QVERIFY(frames.front().contains("c1"));
    QVERIFY(!frames.front().contains("canary"));
}

void GatewayDoorTest::twentyBadMessagesEndTheConnection()
{
    GatewayKit kit;
    const auto kim = kit.citizen();
    for (int i = 0; i < 19; ++i)
        kit.sayRaw(kim, "nonsense");
    QVERIFY(!kit.outbox.closed.contains(kim));
    kit.sayRaw(kim, "nonsense");
    QCOMPARE(kit.outbox.closed.at(kim), CloseCode::PolicyViolation);
    QCOMPARE(kit.heardOf<Goodbye>(kim).back().afterSeconds, std::optional(60));
    kit.sayRaw(kim, "nonsense"); // still under way
    QCOMPARE(kit.heard(kim), QString());
}

void GatewayDoorTest::aFloodIsStoppedAndOthersDoNotNotice()
{
    GatewayKit kit;
    kit.open(kit.clerk(kSchmidt));
    const auto flood = kit.citizen();
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'));
    kit.forgetAll();
    for (int i = 0; i < 1000; ++i)
        kit.say(flood, citizen::WatchOverview{});
    QVERIFY(kit.outbox.closed.contains(flood));
    const auto frames = kit.outbox.take(flood);
    // The burst of 60 less the greeting, 20 warnings, one goodbye.
    QCOMPARE(frames.size(), 59 + 20 + 1);
    QCOMPARE(typeOf(frames[59]), u"error"_s);
    QVERIFY(frames[59].contains("try_later"));
    kit.say(kim, citizen::Leave{.id = u"c"_s});
    QCOMPARE(kit.heard(kim), u"ticket.ended done"_s);
}

void GatewayDoorTest::aClerkWhoIsTurnedOutLosesTheDesk()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    for (int i = 0; i < 20; ++i)
        kit.sayRaw(schmidt, "nonsense");
    QCOMPARE(kit.outbox.closed.at(schmidt), CloseCode::PolicyViolation);
    QCOMPARE(kit.office().clerks.at(kSchmidt).state, office::ClerkState::Lost);
}

void GatewayDoorTest::everybodyIsAskedToComeBackWhenTheServerStops()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'));
    kit.gateway().citizenConnected(77, kit.network);
    kit.forgetAll();
    kit.gateway().stop(seconds{2});
    for (const GatewayKit::Key connection : {schmidt, kim, GatewayKit::Key{77}}) {
        const auto goodbyes = kit.heardOf<Goodbye>(connection);
        QCOMPARE(kit.outbox.closed.at(connection), CloseCode::GoingAway);
        if (connection == 77)
            continue;
        QCOMPARE(goodbyes.size(), 1);
        QCOMPARE(goodbyes.front().action, GoodbyeAction::Retry);
        QCOMPARE(goodbyes.front().reason, u"restart"_s);
        QCOMPARE(goodbyes.front().afterSeconds, std::optional(2));
    }
    // Nobody has left by that.
    const auto before = kit.office().seq;
    kit.hangUp(schmidt);
    kit.hangUp(kim);
    QCOMPARE(kit.office().seq, before);
}

void GatewayDoorTest::nothingIsSentAfterTheStop()
{
    GatewayKit kit;
    kit.open(kit.clerk(kSchmidt));
    const auto kim = kit.citizen();
    kit.store.setCompletion(MemoryStore::Completion::ByHand);
    kit.draw(kim, token('a'));
    kit.gateway().stop(seconds{2});
    kit.forgetAll();
    kit.store.completeAll(); // the outbox fails the test when a closed connection is written to
    QCOMPARE(kit.heard(kim), QString());
}

QTEST_GUILESS_MAIN(GatewayDoorTest)
#include "GatewayDoorTest.moc"
