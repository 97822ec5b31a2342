// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/GatewayKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;
using office::CallControl;
using protocol::ErrorCode;
using protocol::ErrorMessage;
using protocol::MediaState;
using protocol::SessionDescription;

namespace {

constexpr TicketId kKim = ticketId(1);
constexpr CallControl kFree{};
constexpr CallControl kMuted{.muted = true};
constexpr CallControl kOnHold{.onHold = true};

// What a client says that sends everything, whatever it was told.
QString sendingAll(const QString &sound = u"sendrecv"_s, const QString &camera = u"sendrecv"_s,
                   const QString &screen = u"sendrecv"_s)
{
    return u"v=0\r\nm=audio 9 RTP 111\r\na=%1\r\nm=video 9 RTP 96\r\na=%2\r\nm=video 9 RTP 96\r\na=%3\r\n"_s.arg(
        sound, camera, screen);
}

//! Kim is with Frau Schmidt, and speaks as no page of ours would; Herr Özdemir is at the next desk.
struct Visit
{
    Visit()
        : schmidt(kit.clerk(kSchmidt))
        , oezdemir(kit.clerk(kOezdemir))
        , kim(kit.citizen())
    {
        kit.open(schmidt);
        kit.say(oezdemir, clerk::Arrive{.id = u"a"_s, .office = kCitizens});
        kit.draw(kim, token('a'));
        kit.callNext(schmidt, u"k1"_s);
        kit.say(kim, citizen::Enter{.id = u"e"_s, .epoch = 1});
        kit.forgetAll();
    }
    void set(const CallControl &control, office::Epoch epoch = 1)
    {
        kit.say(schmidt, clerk::ControlCall{.id = u"c%1"_s.arg(++commands),
                                            .office = kCitizens,
                                            .ticket = kKim,
                                            .epoch = epoch,
                                            .control = control});
    }
    void kimSays(const protocol::Signal &signal, office::Epoch epoch = 1)
    {
        kit.say(kim, citizen::CallSignal{.epoch = epoch, .signal = signal});
    }
    [[nodiscard]] QList<protocol::Signal> clerkHears()
    {
        QList<protocol::Signal> signals_;
        for (const auto &message : kit.heardOf<clerk::CallSignal>(schmidt))
            signals_.append(message.signal);
        return signals_;
    }
    [[nodiscard]] std::optional<CallControl> kimIsTold()
    {
        const auto states = kit.heardOf<citizen::TicketStateMessage>(kim);
        return states.isEmpty() ? std::nullopt : std::optional(states.back().control);
    }

    GatewayKit kit;
    GatewayKit::Key schmidt;
    GatewayKit::Key oezdemir;
    GatewayKit::Key kim;
    int commands{};
};

SessionDescription offerOf(const QString &sdp, int generation = 1)
{
    return {.type = u"offer"_s, .sdp = sdp, .generation = generation};
}

} // namespace

//! What the clerk sets for the visitor holds against a client that does not care.
class GatewayControlTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothSidesAreTold();
    void descriptionsSayNoMoreThanTheClerkAllows_data();
    void descriptionsSayNoMoreThanTheClerkAllows();
    void anOfferThatIsKeptSaysNoMoreEither();
    void beforeTheCallNobodyOffersAScreen();
    void onHoldNeitherSideOffersAnything();
    void onHoldTheConnectionIsKeptAlive();
    void itHoldsOverTheLostLineOfTheClerk();
    void itHoldsOverARestartOfTheServer();
    void aPageThatIsReloadedIsTold();
    void theNextConversationIsFree();
    void whoeverMayNotChangesNothing();
};

void GatewayControlTest::bothSidesAreTold()
{
    Visit visit;
    visit.set({.muted = true, .mayShare = true});
    QCOMPARE(visit.kimIsTold(), (CallControl{.muted = true, .mayShare = true}));
    const auto facts = visit.kit.heardOf<clerk::OfficeFacts>(visit.schmidt);
    QCOMPARE(facts.size(), 1);
    QCOMPARE(facts.front().facts.front().body,
             office::FactBody(office::TicketControlled{kKim, {.muted = true, .mayShare = true}}));
    QCOMPARE(visit.kit.office().tickets.at(kKim).control, (CallControl{.muted = true, .mayShare = true}));
    visit.set(kFree);
    QCOMPARE(visit.kimIsTold(), kFree);
}

void GatewayControlTest::descriptionsSayNoMoreThanTheClerkAllows_data()
{
    QTest::addColumn<CallControl>("control");
    QTest::addColumn<QString>("passed");
    QTest::addColumn<MediaState>("flags");
    const QString receive = u"recvonly"_s;
    const QString both = u"sendrecv"_s;
    QTest::newRow("nothing is set") << kFree << sendingAll(both, both, receive) << MediaState{true, true, false};
    QTest::newRow("muted") << kMuted << sendingAll(receive, both, receive) << MediaState{false, true, false};
    QTest::newRow("camera off") << CallControl{.cameraOff = true} << sendingAll(both, receive, receive)
                                << MediaState{true, false, false};
    QTest::newRow("may share") << CallControl{.mayShare = true} << sendingAll() << MediaState{true, true, true};
    QTest::newRow("on hold") << kOnHold << sendingAll(receive, receive, receive) << MediaState{};
}

void GatewayControlTest::descriptionsSayNoMoreThanTheClerkAllows()
{
    QFETCH(CallControl, control);
    QFETCH(QString, passed);
    QFETCH(MediaState, flags);
    Visit visit;
    visit.set(control);
    visit.kit.forgetAll();
    visit.kimSays(offerOf(sendingAll()));
    visit.kimSays(SessionDescription{.type = u"answer"_s, .sdp = sendingAll(), .generation = 1});
    visit.kimSays(MediaState{true, true, true});
    const QList<protocol::Signal> expected{
        offerOf(passed), SessionDescription{.type = u"answer"_s, .sdp = passed, .generation = 1}, flags};
    QCOMPARE(visit.clerkHears(), expected);
}

void GatewayControlTest::anOfferThatIsKeptSaysNoMoreEither()
{
    Visit visit;
    visit.set({.muted = true, .cameraOff = true});
    visit.kit.forgetAll();
    visit.kit.say(visit.kim, citizen::StandingOffer{.generation = 4, .sdp = sendingAll()});
    const auto offers = visit.kit.heardOf<clerk::CallOffer>(visit.schmidt);
    QCOMPARE(offers.size(), 1);
    QCOMPARE(offers.front().sdp, sendingAll(u"recvonly"_s, u"recvonly"_s, u"recvonly"_s));
}

void GatewayControlTest::beforeTheCallNobodyOffersAScreen()
{
    Visit visit;
    const auto alex = visit.kit.citizen();
    visit.kit.draw(alex, token('b'));
    visit.kit.say(alex, citizen::PrepareCall{.id = u"p"_s});
    visit.kit.say(alex, citizen::StandingOffer{.generation = 1, .sdp = sendingAll()});
    visit.kit.say(visit.oezdemir, clerk::ExpectCall{.office = kCitizens, .ticket = ticketId(2)});
    const QString passed = sendingAll(u"sendrecv"_s, u"sendrecv"_s, u"recvonly"_s);
    QCOMPARE(visit.kit.heardOf<clerk::ExpectedOffer>(visit.oezdemir).front().sdp, passed);
    visit.kit.callNext(visit.oezdemir, u"k2"_s);
    QCOMPARE(visit.kit.heardOf<clerk::CallOffer>(visit.oezdemir).front().sdp, passed);
}

void GatewayControlTest::onHoldNeitherSideOffersAnything()
{
    Visit visit;
    visit.set(kOnHold);
    visit.kit.forgetAll();
    visit.kit.say(visit.schmidt, clerk::CallSignal{.office = kCitizens,
                                                   .ticket = kKim,
                                                   .epoch = 1,
                                                   .signal = offerOf(sendingAll(u"sendonly"_s, u"sendrecv"_s))});
    const auto heard = visit.kit.heardOf<citizen::CallSignal>(visit.kim);
    QCOMPARE(heard.size(), 1);
    QCOMPARE(heard.front().signal, protocol::Signal(offerOf(sendingAll(u"inactive"_s, u"recvonly"_s, u"recvonly"_s))));
}

void GatewayControlTest::onHoldTheConnectionIsKeptAlive()
{
    Visit visit;
    visit.set(kOnHold);
    visit.kit.forgetAll();
    const protocol::Candidate candidate{u"candidate:1 1 udp 1 192.0.2.7 9 typ host"_s, u"0"_s, 0, 1};
    visit.kimSays(candidate);
    QCOMPARE(visit.clerkHears(), QList<protocol::Signal>{candidate});
}

void GatewayControlTest::itHoldsOverTheLostLineOfTheClerk()
{
    Visit visit;
    visit.set(kOnHold);
    visit.kit.hangUp(visit.schmidt);
    visit.kit.forgetAll();
    visit.schmidt = visit.kit.clerk(kSchmidt);
    const auto shown = visit.kit.heardOf<clerk::OfficeSnapshot>(visit.schmidt);
    QCOMPARE(shown.front().state.tickets.at(kKim).control, kOnHold);
    visit.kit.say(visit.schmidt, clerk::Arrive{.id = u"again"_s, .office = kCitizens});
    QCOMPARE(visit.kimIsTold(), kOnHold);
    visit.kimSays(offerOf(sendingAll()), 2);
    QCOMPARE(visit.clerkHears(),
             QList<protocol::Signal>{offerOf(sendingAll(u"recvonly"_s, u"recvonly"_s, u"recvonly"_s))});
    visit.set(kFree, 2);
    QCOMPARE(visit.kimIsTold(), kFree);
}

void GatewayControlTest::itHoldsOverARestartOfTheServer()
{
    Visit visit;
    visit.set(kOnHold);
    visit.kit.restart();
    QCOMPARE(visit.kit.office().tickets.at(kKim).control, kOnHold);
}

void GatewayControlTest::aPageThatIsReloadedIsTold()
{
    Visit visit;
    visit.set(kMuted);
    visit.kit.hangUp(visit.kim);
    visit.kim = visit.kit.citizen(token('a'));
    QCOMPARE(visit.kimIsTold(), kMuted);
}

void GatewayControlTest::theNextConversationIsFree()
{
    Visit visit;
    visit.set(kOnHold);
    visit.kit.say(visit.schmidt,
                  clerk::ReturnTicket{
                      .id = u"r"_s, .office = kCitizens, .ticket = kKim, .epoch = 1, .place = office::Place::Front});
    QCOMPARE(visit.kimIsTold(), kFree);
    visit.kit.callNext(visit.schmidt, u"k2"_s);
    QCOMPARE(visit.kimIsTold(), kFree);
}

void GatewayControlTest::whoeverMayNotChangesNothing()
{
    Visit visit;
    const auto refusedTo = [&visit](GatewayKit::Key who) {
        visit.kit.forgetAll();
        visit.kit.say(
            who, clerk::ControlCall{.id = u"x"_s, .office = kCitizens, .ticket = kKim, .epoch = 1, .control = kOnHold});
        return visit.kit.heardOf<ErrorMessage>(who).value(0).code;
    };
    QCOMPARE(refusedTo(visit.oezdemir), ErrorCode::NotYours);
    const auto weber = visit.kit.clerk(kWeber);
    QCOMPARE(refusedTo(weber), ErrorCode::NotAuthorised);
    // The visitor least of all, by whatever name.
    visit.kit.sayRaw(visit.kim,
                     R"({"type":"call.control","id":"y","epoch":1,"control":{"muted":false,"camera_off":false,)"
                     R"("may_share":true,"on_hold":false}})");
    QCOMPARE(visit.kit.heardOf<ErrorMessage>(visit.kim).value(0).code, ErrorCode::Unsupported);
    visit.set(kOnHold, 0);
    QCOMPARE(visit.kit.heardOf<ErrorMessage>(visit.schmidt).value(0).code, ErrorCode::StaleEpoch);
    QCOMPARE(visit.kit.office().tickets.at(kKim).control, kFree);
}

QTEST_GUILESS_MAIN(GatewayControlTest)
#include "GatewayControlTest.moc"
