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

const QString kSdp = u"v=0\r\no=- 46117317 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n"_s;

// One person waits for Frau Schmidt and Herr Özdemir.
struct Lobby
{
    explicit Lobby(broker::Loaded town = testTown())
        : kit(std::move(town))
        , schmidt(kit.clerk(kSchmidt))
        , oezdemir(kit.clerk(kOezdemir))
        , kim(kit.citizen())
    {
        kit.open(schmidt);
        kit.say(oezdemir, clerk::Arrive{.id = u"a"_s, .office = kCitizens});
        kit.draw(kim, token('a'));
        ticket = kit.office().tickets.begin()->first;
        kit.forgetAll();
    }
    void offer(int generation, const QString &sdp = kSdp)
    {
        kit.say(kim, citizen::StandingOffer{.generation = generation, .sdp = sdp});
    }
    void expect(GatewayKit::Key who) { kit.say(who, clerk::ExpectCall{.office = kCitizens, .ticket = ticket}); }
    [[nodiscard]] QList<int> shown(GatewayKit::Key who)
    {
        QList<int> generations;
        for (const auto &offer : kit.heardOf<clerk::ExpectedOffer>(who))
            generations.append(offer.generation);
        return generations;
    }
    [[nodiscard]] ErrorCode refusedTo(GatewayKit::Key who) { return kit.heardOf<ErrorMessage>(who).back().code; }

    GatewayKit kit;
    GatewayKit::Key schmidt;
    GatewayKit::Key oezdemir;
    GatewayKit::Key kim;
    TicketId ticket{ticketId(0)};
};

} // namespace

//! What a clerk may know ahead of whoever is next: the offer, and nothing that anybody else notices.
class GatewayExpectTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoAsksAheadGetsTheOfferAndNobodyNotices();
    void whoAsksBeforeThereIsAnOfferGetsItWhenItComes();
    void everyNewerOfferFollowsAndTheCallHasTheNewest();
    void whoAsksForAnotherPersonHearsNoMoreOfTheFirst();
    void nothingIsShownOnceThePersonIsCalled();
    void whoLeavesTheDeskIsShownNothingMore();
    void aLineThatIsGoneExpectsNobody();
    void onlyClerksAtADeskAskAndOnlyForThoseWhoWait();
    void relayOnlyHoldsAheadToo();
    void relayOnlyCountsForOlderOffersToo();
};

void GatewayExpectTest::whoAsksAheadGetsTheOfferAndNobodyNotices()
{
    Lobby lobby;
    lobby.offer(3);
    lobby.expect(lobby.schmidt);
    QCOMPARE(
        lobby.kit.heardOf<clerk::ExpectedOffer>(lobby.schmidt),
        (QList<clerk::ExpectedOffer>{{.office = kCitizens, .ticket = lobby.ticket, .generation = 3, .sdp = kSdp}}));
    QCOMPARE(lobby.kit.heard(lobby.kim), QString());
    QCOMPARE(lobby.kit.heard(lobby.oezdemir), QString());
    QCOMPARE(lobby.kit.office().tickets.at(lobby.ticket).state, office::TicketState::Waiting);
}

void GatewayExpectTest::whoAsksBeforeThereIsAnOfferGetsItWhenItComes()
{
    Lobby lobby;
    lobby.expect(lobby.schmidt);
    QCOMPARE(lobby.kit.heard(lobby.schmidt), QString());
    lobby.offer(1);
    QCOMPARE(lobby.kit.heard(lobby.schmidt), u"call.expected"_s);
    QCOMPARE(lobby.kit.heard(lobby.oezdemir), QString());
}

void GatewayExpectTest::everyNewerOfferFollowsAndTheCallHasTheNewest()
{
    Lobby lobby;
    lobby.offer(1);
    lobby.expect(lobby.schmidt);
    lobby.expect(lobby.oezdemir);
    lobby.offer(2);
    QCOMPARE(lobby.shown(lobby.schmidt), (QList<int>{1, 2}));
    QCOMPARE(lobby.shown(lobby.oezdemir), (QList<int>{1, 2}));
    lobby.kit.callNext(lobby.schmidt, u"k1"_s);
    QCOMPARE(lobby.kit.heardOf<clerk::CallOffer>(lobby.schmidt).back().generation, 2);
}

void GatewayExpectTest::whoAsksForAnotherPersonHearsNoMoreOfTheFirst()
{
    Lobby lobby;
    const auto alex = lobby.kit.citizen();
    lobby.kit.draw(alex, token('b'));
    const TicketId second = lobby.kit.office().tickets.rbegin()->first;
    lobby.expect(lobby.schmidt);
    lobby.kit.say(lobby.schmidt, clerk::ExpectCall{.office = kCitizens, .ticket = second});
    lobby.kit.forgetAll();
    lobby.offer(1);
    QCOMPARE(lobby.kit.heard(lobby.schmidt), QString());
    lobby.kit.say(alex, citizen::StandingOffer{.generation = 4, .sdp = kSdp});
    QCOMPARE(lobby.shown(lobby.schmidt), QList<int>{4});
}

void GatewayExpectTest::nothingIsShownOnceThePersonIsCalled()
{
    Lobby lobby;
    lobby.expect(lobby.oezdemir);
    lobby.kit.callNext(lobby.schmidt, u"k1"_s);
    lobby.kit.forgetAll();
    lobby.offer(1);
    QCOMPARE(lobby.kit.heard(lobby.oezdemir), QString());
    QCOMPARE(lobby.kit.heard(lobby.schmidt), u"call.offer"_s);
    lobby.expect(lobby.oezdemir);
    QCOMPARE(lobby.refusedTo(lobby.oezdemir), ErrorCode::WrongState);
}

void GatewayExpectTest::whoLeavesTheDeskIsShownNothingMore()
{
    Lobby lobby;
    lobby.expect(lobby.oezdemir);
    lobby.kit.say(lobby.oezdemir, clerk::Depart{.id = u"d"_s, .office = kCitizens});
    lobby.kit.forgetAll();
    lobby.offer(1);
    QCOMPARE(lobby.kit.heard(lobby.oezdemir), QString());
}

void GatewayExpectTest::aLineThatIsGoneExpectsNobody()
{
    Lobby lobby;
    lobby.expect(lobby.oezdemir);
    lobby.kit.hangUp(lobby.oezdemir);
    const auto again = lobby.kit.clerk(kOezdemir);
    lobby.kit.say(again, clerk::Arrive{.id = u"b"_s, .office = kCitizens});
    lobby.kit.forgetAll();
    lobby.offer(1);
    QCOMPARE(lobby.kit.heard(again), QString());
    QCOMPARE(lobby.kit.heard(lobby.oezdemir), QString());
}

void GatewayExpectTest::onlyClerksAtADeskAskAndOnlyForThoseWhoWait()
{
    Lobby lobby;
    lobby.offer(1);
    lobby.kit.say(lobby.oezdemir, clerk::Pause{.id = u"p"_s, .office = kCitizens});
    lobby.expect(lobby.oezdemir);
    QCOMPARE(lobby.refusedTo(lobby.oezdemir), ErrorCode::NotAtDesk);
    lobby.kit.say(lobby.schmidt, clerk::ExpectCall{.office = kCitizens, .ticket = ticketId(99)});
    QCOMPARE(lobby.refusedTo(lobby.schmidt), ErrorCode::Gone);
    const auto weber = lobby.kit.clerk(kWeber);
    lobby.kit.open(weber, kCars);
    lobby.kit.say(weber, clerk::ExpectCall{.office = kCars, .ticket = lobby.ticket});
    QCOMPARE(lobby.refusedTo(weber), ErrorCode::Gone);
    QVERIFY(lobby.shown(weber).isEmpty());
}

void GatewayExpectTest::relayOnlyHoldsAheadToo()
{
    broker::Loaded town = testTown();
    town.offices.front().config.relayOnly = true;
    Lobby lobby(std::move(town));
    const QString host = u"a=candidate:1 1 udp 1 198.51.100.23 51234 typ host\r\n"_s;
    const QString relay = u"a=candidate:4 1 udp 1 192.0.2.10 49170 typ relay raddr 203.0.113.77 rport 62000\r\n"_s;
    lobby.offer(1, kSdp + u"m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n"_s + host + relay);
    lobby.expect(lobby.schmidt);
    const auto offers = lobby.kit.heardOf<clerk::ExpectedOffer>(lobby.schmidt);
    QCOMPARE(offers.size(), 1);
    QVERIFY(offers.front().sdp.contains(u"typ relay"_s));
    QVERIFY(!offers.front().sdp.contains(u"198.51.100.23"_s));
}

void GatewayExpectTest::relayOnlyCountsForOlderOffersToo()
{
    Lobby lobby;
    const QString host = u"a=candidate:1 1 udp 2130706431 203.0.113.77 50000 typ host\r\n"_s;
    lobby.offer(1, kSdp + u"m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n"_s + host);
    broker::TownConfig config = configOf(lobby.kit.store.reload());
    config.offices.front().relayOnly = true;
    lobby.kit.broker().reconfigure(config);
    lobby.kit.pass();
    lobby.expect(lobby.schmidt);
    QVERIFY(!lobby.kit.heardOf<clerk::ExpectedOffer>(lobby.schmidt).front().sdp.contains(u"203.0.113.77"_s));
    lobby.kit.callNext(lobby.schmidt, u"k1"_s);
    QVERIFY(!lobby.kit.heardOf<clerk::CallOffer>(lobby.schmidt).front().sdp.contains(u"203.0.113.77"_s));
}

QTEST_GUILESS_MAIN(GatewayExpectTest)
#include "GatewayExpectTest.moc"
