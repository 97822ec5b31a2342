// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/GatewayKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;
using protocol::DoneMessage;
using protocol::ErrorCode;
using protocol::ErrorMessage;
using protocol::Sentence;

namespace {

constexpr TicketId kKim = ticketId(1);
constexpr TicketId kSascha = ticketId(2);

//! Kim and Sascha wait.
struct Lobby
{
    Lobby()
        : schmidt(kit.clerk(kSchmidt))
        , kim(kit.citizen())
        , sascha(kit.citizen())
    {
        kit.open(schmidt);
        kit.draw(kim, token('a'));
        kit.draw(sascha, token('b'));
        kit.forgetAll();
    }
    void send(const QString &id, std::optional<TicketId> to, const protocol::MessageContent &content)
    {
        kit.say(schmidt, clerk::LobbyMessage{.id = id, .office = kCitizens, .to = to, .content = content});
    }
    [[nodiscard]] QList<citizen::MessageReceived> heardBy(GatewayKit::Key citizen)
    {
        return kit.heardOf<citizen::MessageReceived>(citizen);
    }
    [[nodiscard]] clerk::MessageStatus status() { return kit.heardOf<clerk::MessageStatus>(schmidt).back(); }
    //! Of the n-th message to somebody, since the server was started.
    [[nodiscard]] int number(int nth) const
    {
        return static_cast<int>(std::chrono::duration_cast<seconds>(started.time_since_epoch()).count() % (1 << 30)) +
               nth;
    }
    GatewayKit kit;
    Instant started = kit.clock.now();
    GatewayKit::Key schmidt;
    GatewayKit::Key kim;
    GatewayKit::Key sascha;
};

} // namespace

//! What clerks say to people who wait.
class GatewayMessageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMessageToAllReachesEverybodyWhoWaits();
    void aMessageToOneReachesNobodyElse();
    void nobodySpeaksIntoTheConversationOfAColleague();
    void theClerkSeesHowManyHaveSeenIt();
    void whatWasNotReadComesAgainWithTheLine();
    void whatWasSaidBeforeARestartIsNoNewMessage();
    void aMessageGoesWithTheVisit();
    void theLastWordsComeBeforeTheEnd();
    void aRepeatedCommandIsSaidOnce();
    void aClerkSaysOnlySoMuch();
    void toNobodyNothingIsSaid();
};

void GatewayMessageTest::aMessageToAllReachesEverybodyWhoWaits()
{
    Lobby lobby;
    lobby.kit.callNext(lobby.schmidt, u"call"_s);
    const auto alex = lobby.kit.citizen();
    lobby.kit.draw(alex, token('c'));
    lobby.kit.forgetAll();
    lobby.send(u"1"_s, {}, Sentence::TakesLonger);
    QVERIFY2(lobby.heardBy(lobby.kim).isEmpty(), "who is called is with the clerk");
    for (const auto connection : {lobby.sascha, alex}) {
        const auto heard = lobby.heardBy(connection);
        QCOMPARE(heard.size(), 1);
        QCOMPARE(heard.front().message, lobby.number(1));
        QVERIFY(heard.front().content == protocol::MessageContent(Sentence::TakesLonger));
    }
}

void GatewayMessageTest::aMessageToOneReachesNobodyElse()
{
    Lobby lobby;
    lobby.send(u"1"_s, kSascha, u"Bitte den Mietvertrag bereitlegen."_s);
    QCOMPARE(lobby.heardBy(lobby.sascha).size(), 1);
    for (const FakeOutbox::Sent &sent : lobby.kit.outbox.sent)
        QVERIFY(sent.to == lobby.sascha || !sent.frame.contains("Mietvertrag"));
}

void GatewayMessageTest::nobodySpeaksIntoTheConversationOfAColleague()
{
    Lobby lobby;
    const auto oezdemir = lobby.kit.clerk(kOezdemir);
    lobby.kit.say(oezdemir, clerk::Arrive{.id = u"here"_s, .office = kCitizens});
    lobby.kit.callNext(oezdemir, u"call"_s);
    lobby.kit.forgetAll();
    lobby.send(u"1"_s, kKim, Sentence::StayHere);
    QVERIFY(lobby.kit.heardOf<ErrorMessage>(lobby.schmidt).back().code == ErrorCode::WrongState);
    QVERIFY(lobby.heardBy(lobby.kim).isEmpty());
    lobby.kit.say(oezdemir,
                  clerk::LobbyMessage{.id = u"2"_s, .office = kCitizens, .to = kKim, .content = Sentence::StayHere});
    QCOMPARE(lobby.heardBy(lobby.kim).size(), 1);
}

void GatewayMessageTest::theClerkSeesHowManyHaveSeenIt()
{
    Lobby lobby;
    lobby.send(u"1"_s, {}, Sentence::StayHere);
    QCOMPARE(lobby.status(), (clerk::MessageStatus{.office = kCitizens, .sent = 2, .shown = 0}));
    lobby.kit.say(lobby.kim, citizen::MessageShown{.message = lobby.number(1)});
    QCOMPARE(lobby.status(), (clerk::MessageStatus{.office = kCitizens, .sent = 2, .shown = 1}));
    lobby.kit.say(lobby.kim, citizen::MessageShown{.message = lobby.number(1)});
    QVERIFY2(lobby.kit.heardOf<clerk::MessageStatus>(lobby.schmidt).isEmpty(), "the same page is counted once");
    lobby.kit.say(lobby.sascha, citizen::MessageRead{.message = lobby.number(1)});
    QCOMPARE(lobby.status().shown, 2);
}

void GatewayMessageTest::whatWasNotReadComesAgainWithTheLine()
{
    Lobby lobby;
    lobby.kit.hangUp(lobby.kim);
    lobby.send(u"1"_s, {}, Sentence::StayHere);
    lobby.kim = lobby.kit.citizen(token('a'));
    QCOMPARE(lobby.heardBy(lobby.kim).size(), 1);
    lobby.kit.say(lobby.kim, citizen::MessageShown{.message = lobby.number(1)});
    lobby.kit.hangUp(lobby.kim);
    lobby.kim = lobby.kit.citizen(token('a'));
    QCOMPARE(lobby.heardBy(lobby.kim).size(), 1);
    lobby.kit.say(lobby.kim, citizen::MessageRead{.message = lobby.number(1)});
    lobby.kit.hangUp(lobby.kim);
    lobby.kim = lobby.kit.citizen(token('a'));
    QVERIFY(lobby.heardBy(lobby.kim).isEmpty());
}

void GatewayMessageTest::whatWasSaidBeforeARestartIsNoNewMessage()
{
    Lobby lobby;
    lobby.send(u"1"_s, kKim, Sentence::StayHere);
    const int before = lobby.heardBy(lobby.kim).front().message;
    lobby.kit.clock.advance(seconds{2});
    lobby.kit.restart();
    lobby.schmidt = lobby.kit.clerk(kSchmidt);
    lobby.kim = lobby.kit.citizen(token('a'));
    lobby.send(u"2"_s, kKim, Sentence::HavePapersReady);
    lobby.kit.say(lobby.kim, citizen::MessageRead{.message = before});
    lobby.kit.hangUp(lobby.kim);
    lobby.kim = lobby.kit.citizen(token('a'));
    QCOMPARE(lobby.heardBy(lobby.kim).size(), 1);
}

void GatewayMessageTest::aMessageGoesWithTheVisit()
{
    Lobby lobby;
    lobby.send(u"1"_s, kKim, Sentence::StayHere);
    lobby.kit.say(lobby.kim, citizen::Leave{.id = u"bye"_s});
    lobby.kit.draw(lobby.kim, token('a'));
    lobby.kit.forgetAll();
    lobby.kit.hangUp(lobby.kim);
    lobby.kim = lobby.kit.citizen(token('a'));
    QVERIFY(lobby.heardBy(lobby.kim).isEmpty());
}

void GatewayMessageTest::theLastWordsComeBeforeTheEnd()
{
    Lobby lobby;
    lobby.send(u"1"_s, {}, Sentence::ClosesNow);
    lobby.kit.say(lobby.schmidt, clerk::CloseOffice{.id = u"2"_s, .office = kCitizens, .mode = office::CloseMode::Now});
    const QString heard = lobby.kit.heard(lobby.kim);
    QVERIFY2(heard.startsWith(u"message.received ticket.ended"_s), qPrintable(heard));
}

void GatewayMessageTest::aRepeatedCommandIsSaidOnce()
{
    Lobby lobby;
    lobby.send(u"1"_s, {}, Sentence::StayHere);
    lobby.send(u"1"_s, {}, Sentence::StayHere);
    QCOMPARE(lobby.kit.heardOf<DoneMessage>(lobby.schmidt).size(), 2);
    QCOMPARE(lobby.heardBy(lobby.kim).size(), 1);
    lobby.send(u"1"_s, {}, Sentence::ClosingSoon);
    QVERIFY(lobby.kit.heardOf<ErrorMessage>(lobby.schmidt).back().code == ErrorCode::Conflict);
}

void GatewayMessageTest::aClerkSaysOnlySoMuch()
{
    Lobby lobby;
    for (int i = 0; i < 10; ++i)
        lobby.send(QString::number(i), {}, Sentence::StayHere);
    QVERIFY(lobby.kit.heardOf<ErrorMessage>(lobby.schmidt).isEmpty());
    lobby.send(u"more"_s, {}, Sentence::StayHere);
    const auto error = lobby.kit.heardOf<ErrorMessage>(lobby.schmidt).back();
    QVERIFY(error.code == ErrorCode::TryLater);
    QCOMPARE(error.afterSeconds, std::optional(6));
    lobby.kit.clock.advance(seconds{6});
    lobby.send(u"later"_s, {}, Sentence::StayHere);
    QCOMPARE(lobby.kit.heardOf<DoneMessage>(lobby.schmidt).size(), 1);
}

void GatewayMessageTest::toNobodyNothingIsSaid()
{
    Lobby lobby;
    lobby.send(u"1"_s, ticketId(99), Sentence::StayHere);
    QVERIFY(lobby.kit.heardOf<ErrorMessage>(lobby.schmidt).back().code == ErrorCode::Gone);
    lobby.kit.say(lobby.kim, citizen::Leave{.id = u"bye"_s});
    lobby.kit.say(lobby.sascha, citizen::Leave{.id = u"bye"_s});
    lobby.send(u"2"_s, {}, Sentence::StayHere);
    QVERIFY(lobby.kit.heardOf<ErrorMessage>(lobby.schmidt).back().code == ErrorCode::NobodyWaiting);
}

QTEST_GUILESS_MAIN(GatewayMessageTest)
#include "GatewayMessageTest.moc"
