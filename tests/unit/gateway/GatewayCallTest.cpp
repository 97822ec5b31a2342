// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/GatewayKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;
using protocol::ErrorCode;
using protocol::ErrorMessage;

namespace {

const QString kSdp = u"v=0\r\no=- 46117317 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n"
                     "m=audio 51234 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 198.51.100.23\r\n"
                     "a=candidate:1 1 udp 1 198.51.100.23 51234 typ host\r\n"
                     "a=candidate:4 1 udp 1 192.0.2.10 49170 typ relay raddr 203.0.113.77 rport 62000\r\n"_s;

protocol::Signal candidate(const QString &text, int generation = 1)
{
    return protocol::Candidate{.candidate = text, .sdpMid = u"0"_s, .sdpMLineIndex = 0, .generation = generation};
}

const QString kHost = u"candidate:1 1 udp 1 198.51.100.23 51234 typ host"_s;
const QString kRelay = u"candidate:4 1 udp 1 192.0.2.10 49170 typ relay raddr 203.0.113.77 rport 62000"_s;

protocol::Signal answer(int generation)
{
    return protocol::SessionDescription{.type = u"answer"_s, .sdp = kSdp, .generation = generation};
}

// One person waits for Frau Schmidt and Herr Özdemir, another stands behind.
struct Lobby
{
    explicit Lobby(broker::Loaded town = testTown())
        : kit(std::move(town))
        , schmidt(kit.clerk(kSchmidt))
        , oezdemir(kit.clerk(kOezdemir))
        , kim(kit.citizen())
        , alex(kit.citizen())
    {
        kit.open(schmidt);
        kit.say(oezdemir, clerk::Arrive{.id = u"a"_s, .office = kCitizens});
        kit.draw(kim, token('a'));
        ticket = kit.office().tickets.begin()->first;
        kit.draw(alex, token('b'));
        kit.forgetAll();
    }
    void call()
    {
        kit.callNext(schmidt, u"k1"_s);
        kit.forgetAll();
    }
    void fromClerk(GatewayKit::Key who, const protocol::Signal &signal, office::Epoch epoch = 1)
    {
        kit.say(who, clerk::CallSignal{.office = kCitizens, .ticket = ticket, .epoch = epoch, .signal = signal});
    }
    void fromCitizen(GatewayKit::Key who, const protocol::Signal &signal, office::Epoch epoch = 1)
    {
        kit.say(who, citizen::CallSignal{.epoch = epoch, .signal = signal});
    }
    [[nodiscard]] ErrorCode refusedTo(GatewayKit::Key who) { return kit.heardOf<ErrorMessage>(who).back().code; }
    [[nodiscard]] bool othersHeardNothing() { return kit.heard(oezdemir).isEmpty() && kit.heard(alex).isEmpty(); }

    GatewayKit kit;
    GatewayKit::Key schmidt;
    GatewayKit::Key oezdemir;
    GatewayKit::Key kim;
    GatewayKit::Key alex;
    TicketId ticket{ticketId(0)};
};

broker::Loaded relayOnlyTown()
{
    broker::Loaded town = testTown();
    town.offices.front().config.relayOnly = true;
    return town;
}

} // namespace

//! From the standing offer to the last candidate: two people, and nobody else.
class GatewayCallTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theStandingOfferFollowsTheCallAtOnce();
    void nobodyGetsAnOfferBeforeTheCall();
    void anOfferThatComesAfterTheCallIsPassedOn();
    void onlyTheNewestOfferCounts();
    void anOfferThatIsWithdrawnIsNotHandedOver();
    void anOfferOfAPageThatWasReloadedIsVoid();
    void anOfferThatWasAnsweredIsNotHandedOverAgain();
    void aClerkWhoComesBackGetsTheOfferThatNobodyAnswered();
    void serversAreForTheFirstInLineAndThoseWhoAreCalled();
    void offersAreForThoseWhoMayPrepare();
    void signalsPassBothWaysAndToNobodyElse();
    void signalsBeforeTheCallAreRefused();
    void signalsOfAnEarlierAssignmentAreRefused();
    void aColleagueCannotSpeakIntoTheCall();
    void afterAHandOverTheFirstClerkIsOut();
    void signalsGoToTheAppThatHoldsTheCall();
    void aHundredCandidatesAreEnough();
    void relayOnlyLetsNoAddressThrough();
    void relayOnlyOfTheTownCountsInEveryOffice();
    void aClerkOfARelayOnlyOfficePreparesForIt();
    void nothingIsPassedOnAfterTheEnd();
};

void GatewayCallTest::theStandingOfferFollowsTheCallAtOnce()
{
    Lobby lobby;
    lobby.kit.say(lobby.kim, citizen::StandingOffer{.generation = 3, .sdp = kSdp});
    lobby.kit.callNext(lobby.schmidt, u"k1"_s);
    const auto frames = lobby.kit.outbox.take(lobby.schmidt);
    QCOMPARE(frames.size(), 3);
    QCOMPARE(typeOf(frames[0]), u"office.facts"_s);
    QCOMPARE(typeOf(frames[1]), u"done"_s);
    const auto offer = std::get<clerk::CallOffer>(*protocol::decodeClerkToClient(frames[2]));
    QCOMPARE(offer,
             (clerk::CallOffer{.office = kCitizens, .ticket = lobby.ticket, .epoch = 1, .generation = 3, .sdp = kSdp}));
    QCOMPARE(lobby.kit.heard(lobby.oezdemir), u"office.facts"_s);
}

void GatewayCallTest::nobodyGetsAnOfferBeforeTheCall()
{
    Lobby lobby;
    lobby.kit.say(lobby.kim, citizen::StandingOffer{.generation = 1, .sdp = kSdp});
    QCOMPARE(lobby.kit.heard(lobby.schmidt), QString());
    QVERIFY(lobby.othersHeardNothing());
    // Called, but not yet durable: still nobody.
    lobby.kit.store.setCompletion(MemoryStore::Completion::ByHand);
    lobby.kit.callNext(lobby.schmidt, u"k1"_s);
    lobby.kit.say(lobby.kim, citizen::StandingOffer{.generation = 2, .sdp = kSdp});
    QCOMPARE(lobby.kit.heard(lobby.schmidt), QString());
    lobby.kit.store.completeAll();
    QCOMPARE(lobby.kit.heardOf<clerk::CallOffer>(lobby.schmidt).back().generation, 2);
}

void GatewayCallTest::anOfferThatComesAfterTheCallIsPassedOn()
{
    Lobby lobby;
    lobby.call();
    lobby.kit.say(lobby.kim, citizen::StandingOffer{.generation = 1, .sdp = kSdp});
    QCOMPARE(lobby.kit.heardOf<clerk::CallOffer>(lobby.schmidt).back().generation, 1);
    lobby.kit.say(lobby.kim, citizen::Enter{.id = u"c"_s, .epoch = 1});
    lobby.kit.forgetAll();
    lobby.kit.say(lobby.kim, citizen::StandingOffer{.generation = 2, .sdp = kSdp});
    QCOMPARE(lobby.kit.heardOf<clerk::CallOffer>(lobby.schmidt).back().generation, 2);
    QVERIFY(lobby.othersHeardNothing());
}

void GatewayCallTest::onlyTheNewestOfferCounts()
{
    Lobby lobby;
    lobby.kit.say(lobby.kim, citizen::StandingOffer{.generation = 1, .sdp = kSdp});
    lobby.kit.say(lobby.kim, citizen::StandingOffer{.generation = 5, .sdp = kSdp});
    lobby.kit.say(lobby.kim, citizen::StandingOffer{.generation = 4, .sdp = kSdp});
    lobby.kit.callNext(lobby.schmidt, u"k1"_s);
    const auto offers = lobby.kit.heardOf<clerk::CallOffer>(lobby.schmidt);
    QCOMPARE(offers.size(), 1);
    QCOMPARE(offers.front().generation, 5);
}

void GatewayCallTest::anOfferThatIsWithdrawnIsNotHandedOver()
{
    Lobby lobby;
    lobby.kit.say(lobby.kim, citizen::StandingOffer{.generation = 2, .sdp = kSdp});
    lobby.kit.say(lobby.kim, citizen::WithdrawOffer{.generation = 1});
    lobby.kit.say(lobby.kim, citizen::WithdrawOffer{.generation = 2});
    lobby.kit.callNext(lobby.schmidt, u"k1"_s);
    QCOMPARE(lobby.kit.heard(lobby.schmidt), u"office.facts done"_s);
}

void GatewayCallTest::anOfferOfAPageThatWasReloadedIsVoid()
{
    Lobby lobby;
    lobby.kit.say(lobby.kim, citizen::StandingOffer{.generation = 7, .sdp = kSdp});
    lobby.kit.hangUp(lobby.kim);
    const auto again = lobby.kit.citizen(token('a'));
    lobby.kit.callNext(lobby.schmidt, u"k1"_s);
    QVERIFY(lobby.kit.heardOf<clerk::CallOffer>(lobby.schmidt).isEmpty());
    // The new page counts anew.
    lobby.kit.say(again, citizen::StandingOffer{.generation = 1, .sdp = kSdp});
    QCOMPARE(lobby.kit.heardOf<clerk::CallOffer>(lobby.schmidt).back().generation, 1);
}

void GatewayCallTest::anOfferThatWasAnsweredIsNotHandedOverAgain()
{
    Lobby lobby;
    lobby.kit.say(lobby.kim, citizen::StandingOffer{.generation = 1, .sdp = kSdp});
    lobby.call();
    lobby.fromClerk(lobby.schmidt, answer(1));
    lobby.kit.hangUp(lobby.schmidt);
    const auto again = lobby.kit.clerk(kSchmidt);
    lobby.kit.say(again, clerk::Arrive{.id = u"k2"_s, .office = kCitizens});
    QVERIFY(lobby.kit.heardOf<clerk::CallOffer>(again).isEmpty());
}

void GatewayCallTest::aClerkWhoComesBackGetsTheOfferThatNobodyAnswered()
{
    Lobby lobby;
    lobby.kit.say(lobby.kim, citizen::StandingOffer{.generation = 1, .sdp = kSdp});
    lobby.call();
    lobby.kit.hangUp(lobby.schmidt);
    const auto again = lobby.kit.clerk(kSchmidt);
    lobby.kit.say(again, clerk::Arrive{.id = u"k2"_s, .office = kCitizens});
    const auto offer = lobby.kit.heardOf<clerk::CallOffer>(again).back();
    QCOMPARE(offer.epoch, office::Epoch{2});
    QCOMPARE(offer.generation, 1);
}

void GatewayCallTest::serversAreForTheFirstInLineAndThoseWhoAreCalled()
{
    Lobby lobby;
    std::vector<GatewayKit::Key> people;
    for (char letter = 'c'; letter <= 'f'; ++letter) {
        people.push_back(lobby.kit.citizen());
        lobby.kit.draw(people.back(), token(letter));
    }
    lobby.kit.forgetAll();
    // The fifth may, the sixth may not.
    lobby.kit.say(people[2], citizen::PrepareCall{.id = u"p"_s});
    lobby.kit.say(people[3], citizen::PrepareCall{.id = u"p"_s});
    const auto ice = lobby.kit.heardOf<protocol::CallIce>(people[2]);
    QCOMPARE(ice.size(), 1);
    QCOMPARE(ice.front().re, u"p"_s);
    QCOMPARE(ice.front().servers.size(), 1);
    QCOMPARE(ice.front().ttlSeconds, 600);
    QCOMPARE(ice.front().policy, protocol::IcePolicy::All);
    QCOMPARE(lobby.refusedTo(people[3]), ErrorCode::NotYet);
    QCOMPARE(lobby.kit.ice.grants.size(), 1U);
    // Called out of turn, the sixth may as well.
    lobby.kit.say(
        lobby.schmidt,
        clerk::CallNamed{.id = u"k"_s, .office = kCitizens, .ticket = lobby.kit.office().line.rbegin()->second});
    lobby.kit.forgetAll();
    lobby.kit.say(people[3], citizen::PrepareCall{.id = u"p2"_s});
    QCOMPARE(lobby.kit.heard(people[3]), u"call.ice"_s);
    lobby.kit.say(lobby.schmidt, clerk::PrepareCall{.id = u"k13"_s});
    QCOMPARE(lobby.kit.heardOf<protocol::CallIce>(lobby.schmidt).back().re, u"k13"_s);
    // Each person is one user of the TURN server.
    lobby.kit.say(people[3], citizen::PrepareCall{.id = u"p3"_s});
    const auto &grants = lobby.kit.ice.grants;
    QCOMPARE(grants.size(), 4U);
    QVERIFY(grants[0] != grants[1]);
    QCOMPARE(grants[2], kSchmidt.text());
    QCOMPARE(grants[3], grants[1]);
}

void GatewayCallTest::offersAreForThoseWhoMayPrepare()
{
    Lobby lobby;
    GatewayKit::Key last{};
    for (char letter = 'c'; letter <= 'f'; ++letter) {
        last = lobby.kit.citizen();
        lobby.kit.draw(last, token(letter));
    }
    lobby.kit.say(last, citizen::StandingOffer{.generation = 1, .sdp = kSdp});
    QCOMPARE(lobby.refusedTo(last), ErrorCode::NotYet);
}

void GatewayCallTest::signalsPassBothWaysAndToNobodyElse()
{
    Lobby lobby;
    lobby.call();
    lobby.fromClerk(lobby.schmidt, answer(1));
    QCOMPARE(lobby.kit.heardOf<citizen::CallSignal>(lobby.kim).back(),
             (citizen::CallSignal{.epoch = 1, .signal = answer(1)}));
    lobby.fromCitizen(lobby.kim, candidate(kHost));
    QCOMPARE(lobby.kit.heardOf<clerk::CallSignal>(lobby.schmidt).back(),
             (clerk::CallSignal{.office = kCitizens, .ticket = lobby.ticket, .epoch = 1, .signal = candidate(kHost)}));
    lobby.fromClerk(lobby.schmidt, protocol::MediaState{.microphone = true, .camera = false, .screen = true});
    lobby.fromCitizen(lobby.kim, protocol::RestartCall{});
    QCOMPARE(lobby.kit.heard(lobby.kim), u"call.signal"_s);
    QCOMPARE(lobby.kit.heard(lobby.schmidt), u"call.signal"_s);
    QVERIFY(lobby.othersHeardNothing());
}

void GatewayCallTest::signalsBeforeTheCallAreRefused()
{
    Lobby lobby;
    lobby.fromClerk(lobby.schmidt, answer(1), 0);
    QCOMPARE(lobby.refusedTo(lobby.schmidt), ErrorCode::WrongState);
    lobby.fromCitizen(lobby.kim, candidate(kHost), 0);
    QCOMPARE(lobby.refusedTo(lobby.kim), ErrorCode::WrongState);
    QVERIFY(lobby.othersHeardNothing());
    // Decided but not yet durable is before the call too.
    lobby.kit.store.setCompletion(MemoryStore::Completion::ByHand);
    lobby.kit.callNext(lobby.schmidt, u"k1"_s);
    lobby.fromCitizen(lobby.kim, candidate(kHost), 1);
    QCOMPARE(lobby.refusedTo(lobby.kim), ErrorCode::WrongState);
    QCOMPARE(lobby.kit.heard(lobby.schmidt), QString());
}

void GatewayCallTest::signalsOfAnEarlierAssignmentAreRefused()
{
    Lobby lobby;
    lobby.call();
    lobby.fromClerk(lobby.schmidt, answer(1), 2);
    QCOMPARE(lobby.refusedTo(lobby.schmidt), ErrorCode::StaleEpoch);
    lobby.fromCitizen(lobby.kim, candidate(kHost), 0);
    QCOMPARE(lobby.refusedTo(lobby.kim), ErrorCode::StaleEpoch);
    QCOMPARE(lobby.kit.heard(lobby.kim), QString());
    QCOMPARE(lobby.kit.heard(lobby.schmidt), QString());
}

void GatewayCallTest::aColleagueCannotSpeakIntoTheCall()
{
    Lobby lobby;
    lobby.call();
    lobby.fromClerk(lobby.oezdemir, answer(1));
    QCOMPARE(lobby.refusedTo(lobby.oezdemir), ErrorCode::NotYours);
    lobby.fromCitizen(lobby.alex, candidate(kHost));
    QCOMPARE(lobby.refusedTo(lobby.alex), ErrorCode::WrongState);
    QCOMPARE(lobby.kit.heard(lobby.kim), QString());
    QCOMPARE(lobby.kit.heard(lobby.schmidt), QString());
}

void GatewayCallTest::afterAHandOverTheFirstClerkIsOut()
{
    Lobby lobby;
    lobby.call();
    lobby.fromClerk(lobby.schmidt, answer(1));
    lobby.kit.say(
        lobby.schmidt,
        clerk::ReturnTicket{
            .id = u"k2"_s, .office = kCitizens, .ticket = lobby.ticket, .epoch = 1, .place = office::Place::Front});
    lobby.kit.callNext(lobby.oezdemir, u"k3"_s);
    lobby.kit.forgetAll();
    lobby.fromCitizen(lobby.kim, candidate(kHost), 2);
    QCOMPARE(lobby.kit.heard(lobby.oezdemir), u"call.signal"_s);
    QCOMPARE(lobby.kit.heard(lobby.schmidt), QString());
    lobby.fromClerk(lobby.schmidt, answer(1), 2);
    QCOMPARE(lobby.refusedTo(lobby.schmidt), ErrorCode::NotYours);
    QCOMPARE(lobby.kit.heard(lobby.kim), QString());
}

void GatewayCallTest::signalsGoToTheAppThatHoldsTheCall()
{
    Lobby lobby;
    lobby.call();
    const auto second = lobby.kit.clerk(kSchmidt);
    lobby.kit.forgetAll();
    lobby.fromCitizen(lobby.kim, candidate(kHost));
    QCOMPARE(lobby.kit.heard(lobby.schmidt), u"call.signal"_s);
    QCOMPARE(lobby.kit.heard(second), QString());
    lobby.kit.hangUp(lobby.schmidt);
    lobby.fromCitizen(lobby.kim, candidate(kHost));
    QCOMPARE(lobby.kit.heard(second), u"call.signal"_s);
}

void GatewayCallTest::aHundredCandidatesAreEnough()
{
    Lobby lobby;
    lobby.call();
    for (int i = 0; i < 100; ++i) {
        lobby.fromCitizen(lobby.kim, candidate(kHost));
        lobby.fromClerk(lobby.schmidt, candidate(kHost));
        lobby.kit.clock.advance(seconds{1});
        // Keeps the lapse of the call out of this test.
        if (i == 0)
            lobby.kit.say(lobby.kim, citizen::Enter{.id = u"c"_s, .epoch = 1});
    }
    QCOMPARE(lobby.kit.heardOf<clerk::CallSignal>(lobby.schmidt).size(), 100);
    QCOMPARE(lobby.kit.heardOf<citizen::CallSignal>(lobby.kim).size(), 100);
    lobby.fromCitizen(lobby.kim, candidate(kHost));
    lobby.fromClerk(lobby.schmidt, candidate(kHost));
    const auto error = lobby.kit.heardOf<ErrorMessage>(lobby.kim).back();
    QCOMPARE(error.code, ErrorCode::BadRequest);
    QCOMPARE(error.field, u"signal.candidate"_s);
    QCOMPARE(lobby.kit.heardOf<ErrorMessage>(lobby.schmidt).size(), 1);
    // An older generation is no way round it; a new one begins anew.
    lobby.fromCitizen(lobby.kim, candidate(kHost, 0));
    QCOMPARE(lobby.kit.heard(lobby.kim), u"error"_s);
    lobby.fromCitizen(lobby.kim, candidate(kHost, 2));
    QCOMPARE(lobby.kit.heardOf<clerk::CallSignal>(lobby.schmidt).size(), 1);
}

void GatewayCallTest::relayOnlyLetsNoAddressThrough()
{
    Lobby lobby(relayOnlyTown());
    lobby.kit.say(lobby.kim, citizen::PrepareCall{.id = u"p"_s});
    QCOMPARE(lobby.kit.heardOf<protocol::CallIce>(lobby.kim).back().policy, protocol::IcePolicy::RelayOnly);
    lobby.kit.say(lobby.kim, citizen::StandingOffer{.generation = 1, .sdp = kSdp});
    lobby.kit.callNext(lobby.schmidt, u"k1"_s);
    lobby.fromCitizen(lobby.kim, candidate(kHost));
    lobby.fromCitizen(lobby.kim, candidate(kRelay));
    lobby.fromCitizen(lobby.kim, answer(2));
    lobby.fromClerk(lobby.schmidt, candidate(kHost));
    lobby.fromClerk(lobby.schmidt, candidate(kRelay));
    lobby.fromClerk(lobby.schmidt, answer(1));
    QByteArray passedOn;
    int signalsPassed = 0;
    for (const auto connection : {lobby.kim, lobby.schmidt}) {
        for (const QByteArray &frame : lobby.kit.outbox.take(connection)) {
            passedOn += frame;
            signalsPassed += typeOf(frame) == u"call.signal"_s ? 1 : 0;
        }
    }
    QCOMPARE(signalsPassed, 4);
    QVERIFY(passedOn.contains("call.offer"));
    QVERIFY(passedOn.contains("192.0.2.10"));
    for (const char *address : {"198.51.100.23", "203.0.113.77", "51234", "62000"})
        QVERIFY2(!passedOn.contains(address), address);
}

void GatewayCallTest::relayOnlyOfTheTownCountsInEveryOffice()
{
    Lobby lobby;
    lobby.kit.ice.relay = true;
    lobby.call();
    lobby.fromCitizen(lobby.kim, candidate(kHost));
    QCOMPARE(lobby.kit.heard(lobby.schmidt), QString());
    lobby.kit.say(lobby.kim, citizen::PrepareCall{.id = u"p"_s});
    QCOMPARE(lobby.kit.heardOf<protocol::CallIce>(lobby.kim).back().policy, protocol::IcePolicy::RelayOnly);
}

void GatewayCallTest::aClerkOfARelayOnlyOfficePreparesForIt()
{
    Lobby lobby(relayOnlyTown());
    const auto weber = lobby.kit.clerk(kWeber);
    for (const auto connection : {lobby.schmidt, lobby.oezdemir, weber})
        lobby.kit.say(connection, clerk::PrepareCall{.id = u"p"_s});
    using protocol::IcePolicy;
    QCOMPARE(lobby.kit.heardOf<protocol::CallIce>(lobby.schmidt).back().policy, IcePolicy::RelayOnly);
    QCOMPARE(lobby.kit.heardOf<protocol::CallIce>(lobby.oezdemir).back().policy, IcePolicy::RelayOnly);
    QCOMPARE(lobby.kit.heardOf<protocol::CallIce>(weber).back().policy, IcePolicy::All);
}

void GatewayCallTest::nothingIsPassedOnAfterTheEnd()
{
    Lobby lobby;
    lobby.call();
    lobby.kit.say(lobby.kim, citizen::Leave{.id = u"c"_s});
    lobby.kit.forgetAll();
    lobby.fromClerk(lobby.schmidt, answer(1));
    QCOMPARE(lobby.refusedTo(lobby.schmidt), ErrorCode::Gone);
    lobby.fromCitizen(lobby.kim, candidate(kHost));
    QCOMPARE(lobby.refusedTo(lobby.kim), ErrorCode::NoTicket);
    QCOMPARE(lobby.kit.heard(lobby.kim), QString());
}

QTEST_GUILESS_MAIN(GatewayCallTest)
#include "GatewayCallTest.moc"
