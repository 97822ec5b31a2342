// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/Limits.h"
#include "tests/unit/gateway/GuestVisit.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace sprechtag::test::guests;
using namespace Qt::StringLiterals;
namespace limits = protocol::limits;

//! Further people in a conversation: invited, shown, admitted, heard and seen by nobody before.
class GatewayGuestTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCodeCanBeReadAloudAndIsAnotherOneEachTime()
    {
        Visit visit;
        QSet<QString> codes;
        for (int i = 0; i < limits::kGuests; ++i)
            codes.insert(visit.code(u"i%1"_s.arg(i)));
        QCOMPARE(codes.size(), limits::kGuests);
        static const QRegularExpression kForm(u"^[BCDFGHJKMNPQRSTVWXYZ]{8}$"_s);
        for (const QString &code : std::as_const(codes))
            QVERIFY2(kForm.match(code).hasMatch(), qPrintable(code));
    }

    void aCodeThatIsAskedForAgainTakesThePlaceOfTheFirst()
    {
        Visit visit;
        const QString first = visit.code();
        const QString second = visit.code();
        const auto guest = visit.kit.citizen();
        visit.knock(guest, first, 'g');
        QCOMPARE(visit.refusedTo(guest), ErrorCode::Gone);
        visit.knock(guest, second, 'h');
        QCOMPARE(visit.clerkSees(), u"0 in_room Frau Schmidt|1 in_room Kim|2 waiting Deniz"_s);
    }

    void aGuestWhoWaitsLearnsOfNobody()
    {
        Visit visit;
        const auto guest = visit.guest();
        const auto states = visit.kit.heardOf<citizen::GuestState>(guest);
        QCOMPARE(states.size(), 1);
        QCOMPARE(states.front().number, u"B 001"_s);
        QCOMPARE(states.front().state, protocol::PersonState::Waiting);
        visit.control(kFirst, {.muted = true});
        QVERIFY(visit.kit.heardOf<citizen::RoomState>(guest).isEmpty());
    }

    void nobodyHearsOrSeesAGuestBeforeTheClerksClick()
    {
        Visit visit;
        const auto guest = visit.guest();
        visit.kit.forgetAll();
        for (const int peer : {protocol::kClerkPeer, protocol::kCitizenPeer})
            visit.offer(guest, peer);
        QCOMPARE(visit.kit.heardOf<ErrorMessage>(guest).size(), 2);
        visit.offer(visit.kim, kFirst);
        visit.offer(visit.schmidt, kFirst);
        QCOMPARE(visit.refusedTo(visit.kim), ErrorCode::Gone);
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::Gone);
        QVERIFY(visit.kit.heardOf<citizen::RoomSignal>(guest).isEmpty());
    }

    void whoeverIsAdmittedIsShownToAllByName()
    {
        Visit visit;
        const auto deniz = visit.guest('g', u"Deniz"_s);
        const auto jan = visit.guest('h', u"Jan"_s);
        visit.kit.forgetAll();
        visit.admit(kFirst);
        QCOMPARE(visit.clerkSees(), u"0 in_room Frau Schmidt|1 in_room Kim|2 in_room Deniz|3 waiting Jan"_s);
        const QString there = u"0 in_room Frau Schmidt|1 in_room Kim|2 in_room Deniz"_s;
        QCOMPARE(visit.sees(visit.kim), there);
        QCOMPARE(visit.sees(deniz), there);
        QCOMPARE(visit.sees(jan), QString());
    }

    void signalsGoToOnePersonAndNobodyElse()
    {
        Visit visit;
        const auto deniz = visit.guest('g', u"Deniz"_s);
        const auto jan = visit.guest('h', u"Jan"_s);
        visit.admit(kFirst);
        visit.admit(kFirst + 1);
        visit.kit.forgetAll();
        visit.signal(jan, kFirst);
        QCOMPARE(visit.signalledBy(deniz), QList<int>{kFirst + 1});
        visit.signal(deniz, protocol::kCitizenPeer);
        QCOMPARE(visit.signalledBy(visit.kim), QList<int>{kFirst});
        visit.signal(visit.kim, kFirst);
        visit.signal(visit.schmidt, kFirst);
        QCOMPARE(visit.signalledBy(deniz), (QList<int>{protocol::kCitizenPeer, protocol::kClerkPeer}));
        QVERIFY(visit.signalledBy(jan).isEmpty());
        visit.signal(deniz, protocol::kClerkPeer);
        QCOMPARE(visit.kit.heardOf<clerk::RoomSignal>(visit.schmidt).size(), 1);
        QVERIFY(visit.kit.heardOf<clerk::RoomSignal>(visit.oezdemir).isEmpty());
    }

    void whatAGuestMayNotSendIsCutOut()
    {
        Visit visit;
        const auto guest = visit.guest();
        visit.admit(kFirst);
        visit.control(kFirst, {.muted = true});
        visit.kit.forgetAll();
        visit.offer(guest, protocol::kCitizenPeer);
        const auto heard = visit.kit.heardOf<citizen::RoomSignal>(visit.kim);
        QCOMPARE(heard.size(), 1);
        const auto sdp = std::get<protocol::SessionDescription>(heard.front().signal).sdp;
        QVERIFY(sdp.contains(u"SAVPF 111\r\na=recvonly"_s));
        QVERIFY(sdp.contains(u"SAVPF 96\r\na=sendrecv"_s));
    }

    void whoIsOnHoldHearsNobody()
    {
        Visit visit;
        const auto guest = visit.guest();
        visit.admit(kFirst);
        visit.control(kFirst, {.onHold = true});
        visit.kit.forgetAll();
        visit.offer(visit.kim, kFirst);
        const auto heard = visit.kit.heardOf<citizen::RoomSignal>(guest);
        QCOMPARE(heard.size(), 1);
        QVERIFY(!std::get<protocol::SessionDescription>(heard.front().signal).sdp.contains(u"a=sendrecv"_s));
    }

    void clerkAndCitizenHaveAWayOfTheirOwn()
    {
        Visit visit;
        visit.signal(visit.kim, protocol::kClerkPeer);
        QCOMPARE(visit.refusedTo(visit.kim), ErrorCode::BadRequest);
        visit.signal(visit.schmidt, protocol::kCitizenPeer);
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::BadRequest);
    }

    void atMostFiveAreInTheRoom()
    {
        Visit visit;
        for (int i = 0; i <= limits::kGuestsInRoom; ++i)
            static_cast<void>(visit.guest(static_cast<char>('g' + i)));
        for (int i = 0; i < limits::kGuestsInRoom; ++i)
            visit.admit(kFirst + i);
        QCOMPARE(visit.refusedTo(visit.schmidt), std::optional<ErrorCode>());
        visit.admit(kFirst + limits::kGuestsInRoom);
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::RoomFull);
    }

    void onlyTheClerkWhoServesRules()
    {
        Visit visit;
        static_cast<void>(visit.guest());
        visit.kit.forgetAll();
        visit.admit(kFirst, visit.oezdemir);
        QCOMPARE(visit.refusedTo(visit.oezdemir), ErrorCode::NotYours);
        QCOMPARE(visit.clerkSees(), QString());
    }

    void aCodeOpensOnce()
    {
        Visit visit;
        const QString code = visit.code();
        const auto first = visit.kit.citizen();
        const auto second = visit.kit.citizen();
        visit.knock(first, code, 'g');
        visit.knock(second, code, 'h');
        QCOMPARE(visit.refusedTo(second), ErrorCode::Gone);
        QCOMPARE(visit.clerkSees(), u"0 in_room Frau Schmidt|1 in_room Kim|2 waiting Deniz"_s);
    }

    void aCodeIsGoodForAWhile()
    {
        Visit visit;
        const QString code = visit.code();
        visit.kit.wait(office::Settings().guestCodeLives);
        const auto guest = visit.kit.citizen();
        visit.knock(guest, code, 'g');
        QCOMPARE(visit.refusedTo(guest), ErrorCode::Gone);
    }

    void whoTriesCodesIsStopped()
    {
        Visit visit;
        const auto stranger = visit.kit.citizen();
        int tried = 0;
        for (; tried < 100; ++tried) {
            visit.knock(stranger, u"BCDFGHJK"_s, 'g');
            if (visit.refusedTo(stranger) == ErrorCode::TryLater)
                break;
            visit.kit.clock.advance(milliseconds{200}); // not too many messages, only too many codes
        }
        QVERIFY2(tried >= limits::kDrawsAtOnce && tried < 100, qPrintable(QString::number(tried)));
    }

    void aGuestWhoComesBackIsTheSameGuest()
    {
        Visit visit;
        const QString code = visit.code();
        const auto before = visit.kit.citizen();
        visit.knock(before, code, 'g');
        visit.admit(kFirst);
        visit.kit.hangUp(before);
        QCOMPARE(visit.clerkSees(), u"0 in_room Frau Schmidt|1 in_room Kim|2 away Deniz"_s);
        const auto after = visit.kit.citizen();
        visit.knock(after, code, 'g');
        QCOMPARE(visit.sees(after), u"0 in_room Frau Schmidt|1 in_room Kim|2 in_room Deniz"_s);
    }

    void aSecondWindowTakesOver()
    {
        Visit visit;
        const QString code = visit.code();
        const auto before = visit.kit.citizen();
        visit.knock(before, code, 'g');
        const auto after = visit.kit.citizen();
        visit.knock(after, code, 'g');
        QVERIFY(visit.kit.outbox.closed.contains(before));
        QCOMPARE(visit.clerkSees(), u"0 in_room Frau Schmidt|1 in_room Kim|2 waiting Deniz"_s);
    }

    void aGuestWithoutALineIsGivenUp()
    {
        Visit visit;
        const auto guest = visit.guest();
        visit.admit(kFirst);
        visit.kit.hangUp(guest);
        visit.kit.wait(seconds{limits::kGuestAwaySeconds});
        visit.kit.gateway().tick();
        QCOMPARE(visit.clerkSees(), u"0 in_room Frau Schmidt|1 in_room Kim"_s);
        QCOMPARE(visit.sees(visit.kim), u"0 in_room Frau Schmidt|1 in_room Kim"_s);
    }

    void aGuestMayLeave()
    {
        Visit visit;
        const auto guest = visit.guest();
        visit.admit(kFirst);
        visit.kit.say(guest, citizen::LeaveRoom{.id = u"l"_s});
        QCOMPARE(visit.endsOf(guest), QList{citizen::GuestEnd::Left});
        QCOMPARE(visit.sees(visit.kim), u"0 in_room Frau Schmidt|1 in_room Kim"_s);
    }

    void theClerkRemovesAGuest()
    {
        Visit visit;
        const auto guest = visit.guest();
        visit.admit(kFirst);
        const clerk::RemoveGuest remove{.id = u"r"_s, .office = kCitizens, .ticket = kKim, .epoch = 1, .peer = kFirst};
        visit.kit.say(visit.schmidt, remove);
        QCOMPARE(visit.endsOf(guest), QList{citizen::GuestEnd::Removed});
        visit.kit.forgetAll();
        visit.kit.say(visit.schmidt, remove);
        QCOMPARE(visit.refusedTo(visit.schmidt), std::optional<ErrorCode>());
        visit.signal(guest, protocol::kClerkPeer);
        QCOMPARE(visit.refusedTo(guest), ErrorCode::NoTicket);
    }

    void itEndsWithTheVisit()
    {
        Visit visit;
        const auto inside = visit.guest('g');
        const auto waiting = visit.guest('h');
        const QString open = visit.code(u"open"_s);
        visit.admit(kFirst);
        visit.finish();
        QCOMPARE(visit.endsOf(inside), QList{citizen::GuestEnd::Over});
        QCOMPARE(visit.endsOf(waiting), QList{citizen::GuestEnd::Over});
        const auto late = visit.kit.citizen();
        visit.knock(late, open, 'i');
        QCOMPARE(visit.refusedTo(late), ErrorCode::Gone);
        QVERIFY(!visit.kit.gateway().nextDue() ||
                *visit.kit.gateway().nextDue() <= visit.kit.clock.monotonicNow() + seconds{limits::kHelloSeconds});
    }

    void guestsAreToldOfWhatTheClerkSetsForTheCitizen()
    {
        Visit visit;
        const auto guest = visit.guest();
        visit.admit(kFirst);
        visit.kit.forgetAll();
        visit.kit.say(visit.schmidt,
                      clerk::ControlCall{
                          .id = u"h"_s, .office = kCitizens, .ticket = kKim, .epoch = 1, .control = {.onHold = true}});
        const auto rooms = visit.kit.heardOf<citizen::RoomState>(guest);
        QVERIFY(!rooms.isEmpty());
        QVERIFY(rooms.back().people.at(protocol::kCitizenPeer).control.onHold);
    }

    void theClerksAppThatComesBackSeesWhoIsThere()
    {
        Visit visit;
        static_cast<void>(visit.guest());
        visit.admit(kFirst);
        visit.kit.hangUp(visit.schmidt);
        visit.schmidt = visit.kit.clerk(kSchmidt);
        visit.kit.say(visit.schmidt, clerk::Arrive{.id = u"back"_s, .office = kCitizens});
        QVERIFY(visit.clerkSees().contains(u"2 in_room Deniz"_s));
    }

    void aGuestGetsARelay()
    {
        Visit visit;
        const auto guest = visit.guest();
        visit.admit(kFirst);
        visit.kit.say(guest, citizen::PrepareCall{.id = u"p"_s});
        QCOMPARE(visit.kit.heardOf<protocol::CallIce>(guest).size(), 1);
        visit.kit.ice.relay = true;
        visit.admit(kFirst);
        visit.kit.forgetAll();
        visit.signal(guest, protocol::kCitizenPeer,
                     protocol::Candidate{.candidate = u"candidate:1 1 udp 2113937151 192.0.2.7 51234 typ host"_s,
                                         .sdpMid = u"0"_s,
                                         .sdpMLineIndex = 0,
                                         .generation = 1});
        QVERIFY(visit.kit.heardOf<citizen::RoomSignal>(visit.kim).isEmpty());
    }

    void candidatesAreCounted()
    {
        Visit visit;
        const auto guest = visit.guest();
        visit.admit(kFirst);
        visit.kit.forgetAll();
        for (int i = 0; i <= limits::kCandidatesPerGeneration; ++i) {
            visit.kit.clock.advance(seconds{1});
            visit.signal(guest, protocol::kCitizenPeer,
                         protocol::Candidate{
                             .candidate = u"candidate"_s, .sdpMid = u"0"_s, .sdpMLineIndex = 0, .generation = 1});
        }
        QCOMPARE(visit.signalledBy(visit.kim).size(), limits::kCandidatesPerGeneration);
        QCOMPARE(visit.refusedTo(guest), ErrorCode::BadRequest);
    }
};

QTEST_GUILESS_MAIN(GatewayGuestTest)
#include "GatewayGuestTest.moc"
