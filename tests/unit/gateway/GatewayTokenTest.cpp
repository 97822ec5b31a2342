// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/GatewayKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
using protocol::DoneMessage;
using protocol::ErrorCode;
using protocol::ErrorMessage;
using protocol::Goodbye;

//! A token is one place: reloads, second devices, repeated commands, lost lines.
class GatewayTokenTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aReloadKeepsThePlace();
    void theNewestConnectionTakesOver();
    void theOlderConnectionMayNotSpeakAnyMore();
    void aTokenThatNobodyKnowsIsToldSo();
    void aTokenThatHasATicketDrawsNoSecondOne();
    void whoHasATicketDrawsNoneWithAnotherToken();
    void manyTokensAtOnceDrawOnePlace();
    void aRepeatedDrawAfterALostLineGetsTheSameNumber();
    void aRepeatedLeaveAfterTheEndIsAnsweredAsBefore();
    void theSameIdForAnotherCommandIsAConflict();
    void theSameIdOfAnotherPersonIsNoConflict();
    void commandsWithoutATicketAreRefused();
    void thePlaceIsKeptWhileTheLineIsLost();
    void onlyTheLastConnectionOfATokenCountsAsLost();
    void aPageThatComesBackBeforeTheCommitFindsItsTicket();
    void aTokenThatThePageDroppedCountsAsLost();
    void messagesMayBeLongerWithATicket();
    void theTokenIsNowhereInTheStore();
};

namespace {

struct Waiting
{
    Waiting()
        : schmidt(kit.clerk(kSchmidt))
        , kim(kit.citizen())
    {
        kit.open(schmidt);
        kit.draw(kim, token('a'));
        kit.forgetAll();
    }
    const office::Ticket &ticket() { return kit.office().tickets.begin()->second; }

    GatewayKit kit;
    GatewayKit::Key schmidt;
    GatewayKit::Key kim;
};

} // namespace

void GatewayTokenTest::aReloadKeepsThePlace()
{
    Waiting lobby;
    lobby.kit.hangUp(lobby.kim);
    QCOMPARE(lobby.ticket().line, office::Line::Lost);
    const auto again = lobby.kit.citizen(token('a'));
    const auto state = lobby.kit.heardOf<citizen::TicketStateMessage>(again).back();
    QCOMPARE(state.number, u"B 001"_s);
    QCOMPARE(state.rank, std::optional(0U));
    QCOMPARE(lobby.ticket().line, office::Line::Connected);
    QCOMPARE(lobby.kit.office().tickets.size(), 1U);
}

void GatewayTokenTest::theNewestConnectionTakesOver()
{
    Waiting lobby;
    const auto phone = lobby.kit.citizen(token('a'));
    const auto goodbye = lobby.kit.heardOf<Goodbye>(lobby.kim).back();
    QCOMPARE(goodbye.reason, u"taken_over"_s);
    QCOMPARE(goodbye.action, protocol::GoodbyeAction::Stop);
    QVERIFY(lobby.kit.outbox.closed.contains(lobby.kim));
    QCOMPARE(lobby.kit.heard(phone), u"welcome ticket.state"_s);
    QCOMPARE(lobby.ticket().line, office::Line::Connected);
    lobby.kit.callNext(lobby.schmidt, u"k"_s);
    QCOMPARE(lobby.kit.heard(phone), u"ticket.state office.feed"_s);
}

void GatewayTokenTest::theOlderConnectionMayNotSpeakAnyMore()
{
    Waiting lobby;
    const auto phone = lobby.kit.citizen(token('a'));
    // Was under way when the connection was closed.
    lobby.kit.say(lobby.kim, citizen::Leave{.id = u"c"_s});
    lobby.kit.hangUp(lobby.kim);
    QCOMPARE(lobby.kit.office().tickets.size(), 1U);
    QCOMPARE(lobby.ticket().line, office::Line::Connected);
    QVERIFY(!lobby.kit.outbox.closed.contains(phone));
}

void GatewayTokenTest::aTokenThatNobodyKnowsIsToldSo()
{
    GatewayKit kit;
    const auto somebody = kit.citizen(token('z'));
    const auto ended = kit.heardOf<citizen::TicketEnded>(somebody);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.front().reason, citizen::EndReason::Unknown);
    QVERIFY(!ended.front().ticket);
}

void GatewayTokenTest::aTokenThatHasATicketDrawsNoSecondOne()
{
    Waiting lobby;
    lobby.kit.say(lobby.kim, citizen::Draw{.id = u"another"_s,
                                           .office = kCitizens,
                                           .token = token('a'),
                                           .name = {},
                                           .concern = {},
                                           .consentVersion = u"2026-01"_s,
                                           .lang = u"de"_s});
    QCOMPARE(lobby.kit.heard(lobby.kim), u"done"_s);
    QCOMPARE(lobby.kit.office().tickets.size(), 1U);
}

void GatewayTokenTest::whoHasATicketDrawsNoneWithAnotherToken()
{
    Waiting lobby;
    lobby.kit.draw(lobby.kim, token('b'));
    QCOMPARE(lobby.kit.heardOf<ErrorMessage>(lobby.kim).back().code, ErrorCode::AlreadyDrawn);
    QCOMPARE(lobby.kit.office().tickets.size(), 1U);
}

// One connection that does not wait for its answer must not fill the lobby.
void GatewayTokenTest::manyTokensAtOnceDrawOnePlace()
{
    GatewayKit kit;
    kit.open(kit.clerk(kSchmidt));
    const auto kim = kit.citizen();
    kit.forgetAll();
    for (const char letter : {'a', 'b', 'c'}) {
        const citizen::Draw draw{.id = QString(QChar::fromLatin1(letter)),
                                 .office = kCitizens,
                                 .token = token(letter),
                                 .name = {},
                                 .concern = {},
                                 .consentVersion = u"2026-01"_s,
                                 .lang = u"de"_s};
        kit.gateway().message(kim, protocol::encode(citizen::ToServer{draw}));
    }
    kit.pass();
    QCOMPARE(kit.office().tickets.size(), 1U);
    QCOMPARE(kit.heard(kim), u"error error ticket.state office.feed done"_s);
}

void GatewayTokenTest::aRepeatedDrawAfterALostLineGetsTheSameNumber()
{
    GatewayKit kit;
    kit.open(kit.clerk(kSchmidt));
    const auto kim = kit.citizen();
    kit.store.setCompletion(MemoryStore::Completion::ByHand);
    kit.draw(kim, token('a'));
    kit.hangUp(kim); // before the answer
    kit.store.completeAll();
    kit.store.setCompletion(MemoryStore::Completion::AtOnce);
    const auto again = kit.citizen(token('a'));
    kit.draw(again, token('a'));
    const auto frames = kit.outbox.take(again);
    QCOMPARE(typeOf(frames.back()), u"done"_s);
    QCOMPARE(kit.office().tickets.size(), 1U);
    QCOMPARE(kit.office().tickets.begin()->second.line, office::Line::Connected);
}

void GatewayTokenTest::aRepeatedLeaveAfterTheEndIsAnsweredAsBefore()
{
    Waiting lobby;
    lobby.kit.say(lobby.kim, citizen::Leave{.id = u"c"_s});
    QCOMPARE(lobby.kit.heard(lobby.kim), u"ticket.ended done"_s);
    lobby.kit.hangUp(lobby.kim);
    const auto again = lobby.kit.citizen(token('a'));
    lobby.kit.say(again, citizen::Leave{.id = u"c"_s});
    QCOMPARE(lobby.kit.heard(again), u"welcome ticket.ended done"_s);
    lobby.kit.say(again, citizen::Leave{.id = u"d"_s});
    QCOMPARE(lobby.kit.heardOf<ErrorMessage>(again).back().code, ErrorCode::NoTicket);
}

void GatewayTokenTest::theSameIdForAnotherCommandIsAConflict()
{
    Waiting lobby;
    lobby.kit.say(lobby.kim, citizen::Enter{.id = u"c"_s, .epoch = 1});
    QCOMPARE(lobby.kit.heardOf<ErrorMessage>(lobby.kim).back().code, ErrorCode::StaleEpoch);
    lobby.kit.say(lobby.kim, citizen::Leave{.id = u"c"_s});
    QCOMPARE(lobby.kit.heardOf<ErrorMessage>(lobby.kim).back().code, ErrorCode::Conflict);
    QCOMPARE(lobby.kit.office().tickets.size(), 1U);
}

void GatewayTokenTest::theSameIdOfAnotherPersonIsNoConflict()
{
    Waiting lobby;
    const auto alex = lobby.kit.citizen();
    lobby.kit.draw(alex, token('b'));
    lobby.kit.say(lobby.kim, citizen::Enter{.id = u"c"_s, .epoch = 1});
    lobby.kit.say(alex, citizen::Leave{.id = u"c"_s});
    QCOMPARE(lobby.kit.heardOf<DoneMessage>(alex).back().re, u"c"_s);
    QCOMPARE(lobby.kit.office().tickets.size(), 1U);
}

void GatewayTokenTest::commandsWithoutATicketAreRefused()
{
    GatewayKit kit;
    const auto somebody = kit.citizen();
    kit.forgetAll();
    kit.say(somebody, citizen::Leave{.id = u"c1"_s});
    kit.say(somebody, citizen::Enter{.id = u"c2"_s, .epoch = 1});
    kit.say(somebody, citizen::PrepareCall{.id = u"c3"_s});
    kit.say(somebody, citizen::StandingOffer{.generation = 1, .sdp = u"v=0\r\n"_s});
    kit.say(somebody, citizen::CallSignal{.epoch = 1, .signal = protocol::RestartCall{}});
    const auto errors = kit.heardOf<ErrorMessage>(somebody);
    QCOMPARE(errors.size(), 5);
    for (const ErrorMessage &error : errors)
        QCOMPARE(error.code, ErrorCode::NoTicket);
    QVERIFY(kit.ice.grants.empty());
}

void GatewayTokenTest::thePlaceIsKeptWhileTheLineIsLost()
{
    Waiting lobby;
    lobby.kit.hangUp(lobby.kim);
    lobby.kit.wait(seconds{119});
    QCOMPARE(lobby.ticket().line, office::Line::Lost);
    lobby.kit.wait(seconds{1});
    QCOMPARE(lobby.ticket().line, office::Line::Unreachable);
    const auto again = lobby.kit.citizen(token('a'));
    QCOMPARE(lobby.kit.heardOf<citizen::TicketStateMessage>(again).back().rank, std::optional(0U));
    lobby.kit.hangUp(again);
    lobby.kit.wait(minutes{10});
    QVERIFY(lobby.kit.office().tickets.empty());
    QVERIFY(lobby.kit.store.reload().visits.empty());
    const auto late = lobby.kit.citizen(token('a'));
    QCOMPARE(lobby.kit.heardOf<citizen::TicketEnded>(late).back().reason, citizen::EndReason::Unreachable);
}

void GatewayTokenTest::onlyTheLastConnectionOfATokenCountsAsLost()
{
    Waiting lobby;
    const auto phone = lobby.kit.citizen(token('a'));
    const auto before = lobby.kit.office().seq;
    lobby.kit.hangUp(lobby.kim);
    QCOMPARE(lobby.kit.office().seq, before);
    lobby.kit.hangUp(phone);
    QCOMPARE(lobby.kit.office().seq, before + 1);
    QCOMPARE(lobby.ticket().line, office::Line::Lost);
}

void GatewayTokenTest::aPageThatComesBackBeforeTheCommitFindsItsTicket()
{
    GatewayKit kit;
    kit.open(kit.clerk(kSchmidt));
    const auto kim = kit.citizen();
    kit.store.setCompletion(MemoryStore::Completion::ByHand);
    kit.draw(kim, token('a'));
    kit.hangUp(kim);
    const auto again = kit.citizen(token('a'));
    QCOMPARE(kit.heard(again), u"welcome"_s);
    kit.store.completeAll();
    QCOMPARE(kit.heard(again), u"ticket.state office.feed ticket.state"_s);
}

void GatewayTokenTest::aTokenThatThePageDroppedCountsAsLost()
{
    Waiting lobby;
    GatewayKit &kit = lobby.kit;
    kit.hangUp(lobby.kim);
    kit.store.setCompletion(MemoryStore::Completion::ByHand);
    const auto kim = kit.citizen(token('a'));
    kit.draw(kim, token('b')); // before it is told of the first one
    kit.store.completeAll();
    QCOMPARE(kit.office().tickets.size(), 2U);
    QCOMPARE(kit.office().tickets.begin()->second.line, office::Line::Lost);
    QCOMPARE(kit.office().tickets.rbegin()->second.line, office::Line::Connected);
    QCOMPARE(kit.heardOf<citizen::TicketStateMessage>(kim).back().number, u"B 002"_s);
}

void GatewayTokenTest::messagesMayBeLongerWithATicket()
{
    Waiting lobby;
    QCOMPARE(lobby.kit.outbox.limits[lobby.kim], 64 * 1024);
    QVERIFY(!lobby.kit.outbox.limits.contains(lobby.kit.citizen()));
    lobby.kit.say(lobby.kim, citizen::Leave{.id = u"c"_s});
    QCOMPARE(lobby.kit.outbox.limits[lobby.kim], 16 * 1024);
}

void GatewayTokenTest::theTokenIsNowhereInTheStore()
{
    Waiting lobby;
    const broker::Loaded &stored = lobby.kit.store.reload();
    QCOMPARE(stored.visits.front().tokenHash.size(), 32);
    QVERIFY(!stored.visits.front().tokenHash.contains(token('a').toLatin1()));
    for (const broker::KeyedAnswer &answer : stored.answers) {
        QVERIFY(!answer.key.contains(token('a').toLatin1()));
        QVERIFY(!answer.key.contains(stored.visits.front().tokenHash));
        QVERIFY(!answer.key.contains(stored.visits.front().tokenHash.toHex()));
    }
}

QTEST_GUILESS_MAIN(GatewayTokenTest)
#include "GatewayTokenTest.moc"
