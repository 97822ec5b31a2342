// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/Limits.h"
#include "tests/unit/gateway/ColleagueVisit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace sprechtag::test::guests;
using namespace Qt::StringLiterals;
namespace limits = protocol::limits;
using clerk::ColleagueEnd;
using clerk::RingState;

//! A colleague is rung, consulted alone or taken into the conversation; before that nothing is passed, and nobody is
//! there unseen.
class GatewayColleagueTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoIsSignedInIsListedWithOfficeAndState()
    {
        ColleagueVisit visit;
        visit.list();
        const auto lists = visit.kit.heardOf<clerk::ColleagueList>(visit.schmidt);
        QCOMPARE(lists.size(), 1);
        QCOMPARE(lists.front().colleagues.size(), 1);
        QCOMPARE(lists.front().colleagues.front().clerk, kOezdemir);
        QVERIFY(!lists.front().colleagues.front().offices.isEmpty());
        QCOMPARE(lists.front().colleagues.front().reach, office::Reach::Free);
        visit.pause();
        visit.list();
        QCOMPARE(visit.kit.heardOf<clerk::ColleagueList>(visit.schmidt).back().colleagues.front().reach,
                 office::Reach::Paused);
    }

    void whoeverIsRungLearnsNumberAndConcernAndNothingElse()
    {
        ColleagueVisit visit;
        visit.ring();
        const auto calls = visit.kit.heardOf<clerk::RingCall>(visit.oezdemir);
        QCOMPARE(calls.size(), 1);
        QCOMPARE(calls.front().from.reveal(), u"Frau Schmidt"_s);
        QCOMPARE(calls.front().number, u"B 001"_s);
        QVERIFY(!calls.front().directly);
        QCOMPARE(visit.newsOf(visit.schmidt), QList{RingState::Ringing});
        QCOMPARE(visit.sees(visit.kim), QString());
    }

    void nothingIsPassedBeforeAnAnswer()
    {
        ColleagueVisit visit;
        visit.ring();
        visit.kit.forgetAll();
        for (const int peer : {protocol::kClerkPeer, protocol::kCitizenPeer})
            visit.offer(visit.oezdemir, peer);
        visit.offer(visit.schmidt, kFirst);
        visit.offer(visit.kim, kFirst);
        QVERIFY(visit.kit.heardOf<clerk::RoomSignal>(visit.schmidt).isEmpty());
        QVERIFY(visit.kit.heardOf<clerk::RoomSignal>(visit.oezdemir).isEmpty());
        QVERIFY(visit.kit.heardOf<citizen::RoomSignal>(visit.kim).isEmpty());
    }

    void nobodyElseAnswers()
    {
        ColleagueVisit visit;
        const QString ring = visit.ring();
        visit.answer(visit.schmidt, ring, true);
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::Gone);
        visit.answer(visit.oezdemir, u"another"_s, true);
        QCOMPARE(visit.refusedTo(visit.oezdemir), ErrorCode::Gone);
        visit.kit.forgetAll();
        visit.answer(visit.oezdemir, ring, true);
        QCOMPARE(visit.kit.heardOf<clerk::ColleaguePlace>(visit.oezdemir).size(), 1);
    }

    void onlyTheClerkWhoServesRings()
    {
        ColleagueVisit visit;
        visit.kit.say(visit.oezdemir, clerk::RingColleague{u"x"_s, kCitizens, kKim, 1, kSchmidt, true});
        QCOMPARE(visit.refusedTo(visit.oezdemir), ErrorCode::NotYours);
    }

    void whoeverIsOnABreakIsBusy()
    {
        ColleagueVisit visit;
        visit.pause();
        visit.kit.forgetAll();
        QCOMPARE(visit.ring(), QString());
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::Busy);
    }

    void whoeverIsNotThereCannotBeRung()
    {
        ColleagueVisit visit;
        visit.kit.hangUp(visit.oezdemir);
        visit.kit.forgetAll();
        visit.kit.say(visit.schmidt, clerk::RingColleague{u"x"_s, kCitizens, kKim, 1, kOezdemir, false});
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::Gone);
    }

    void oneAtATimeIsRung()
    {
        ColleagueVisit visit;
        static_cast<void>(visit.ring());
        visit.kit.forgetAll();
        visit.kit.say(visit.schmidt, clerk::RingColleague{u"y"_s, kCitizens, kKim, 1, kOezdemir, false});
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::WrongState);
    }

    void aRingEndsByItself()
    {
        ColleagueVisit visit;
        const QString ring = visit.ring();
        visit.kit.forgetAll();
        visit.kit.wait(seconds{limits::kRingSeconds});
        visit.kit.gateway().tick();
        QCOMPARE(visit.newsOf(visit.schmidt), QList{RingState::Unanswered});
        QCOMPARE(visit.oversOf(visit.oezdemir), QList{ColleagueEnd::Unanswered});
        visit.answer(visit.oezdemir, ring, true);
        QCOMPARE(visit.refusedTo(visit.oezdemir), ErrorCode::Gone);
    }

    void theClerkStopsTheRinging()
    {
        ColleagueVisit visit;
        static_cast<void>(visit.ring());
        visit.kit.forgetAll();
        visit.end();
        QCOMPARE(visit.newsOf(visit.schmidt), QList{RingState::Ended});
        QCOMPARE(visit.oversOf(visit.oezdemir), QList{ColleagueEnd::Cancelled});
    }

    void declinedIsTold()
    {
        ColleagueVisit visit;
        const QString ring = visit.ring();
        visit.kit.forgetAll();
        visit.answer(visit.oezdemir, ring, false);
        QCOMPARE(visit.newsOf(visit.schmidt), QList{RingState::Declined});
    }

    void aLostLineEndsTheRinging()
    {
        ColleagueVisit visit;
        static_cast<void>(visit.ring());
        visit.kit.forgetAll();
        visit.kit.hangUp(visit.oezdemir);
        QCOMPARE(visit.newsOf(visit.schmidt), QList{RingState::Unreachable});
    }

    void theEndOfTheVisitEndsTheRinging()
    {
        ColleagueVisit visit;
        static_cast<void>(visit.ring());
        visit.kit.forgetAll();
        visit.finish();
        QCOMPARE(visit.oversOf(visit.oezdemir), QList{ColleagueEnd::Over});
    }

    void aConsultationIsBetweenTwo()
    {
        ColleagueVisit visit;
        visit.consult();
        QCOMPARE(visit.sees(visit.kim), u"0 consulting Frau Schmidt|1 in_room Kim"_s);
        QCOMPARE(visit.roomOf(visit.oezdemir), u"0 consulting Frau Schmidt|2 consulting Herr Özdemir"_s);
        QCOMPARE(visit.roomOf(visit.schmidt), u"0 consulting Frau Schmidt|1 in_room Kim|2 consulting Herr Özdemir"_s);
        visit.kit.forgetAll();
        visit.offer(visit.oezdemir, protocol::kCitizenPeer);
        QCOMPARE(visit.refusedTo(visit.oezdemir), ErrorCode::Gone);
        visit.offer(visit.kim, kFirst);
        QVERIFY(visit.kit.heardOf<clerk::RoomSignal>(visit.oezdemir).isEmpty());
        QVERIFY(visit.kit.heardOf<citizen::RoomSignal>(visit.kim).isEmpty());
        visit.offer(visit.oezdemir, protocol::kClerkPeer);
        QCOMPARE(visit.kit.heardOf<clerk::RoomSignal>(visit.schmidt).size(), 1);
        visit.offer(visit.schmidt, kFirst);
        QCOMPARE(visit.kit.heardOf<clerk::RoomSignal>(visit.oezdemir).size(), 1);
    }

    void aGuestHearsNothingOfAConsultation()
    {
        ColleagueVisit visit;
        const auto deniz = visit.guest();
        visit.admit(kFirst);
        visit.consult();
        QCOMPARE(visit.sees(deniz), u"0 consulting Frau Schmidt|1 in_room Kim|2 in_room Deniz"_s);
        visit.kit.forgetAll();
        visit.offer(deniz, kFirst + 1);
        QCOMPARE(visit.refusedTo(deniz), ErrorCode::Gone);
        visit.offer(visit.schmidt, kFirst);
        const auto heard = visit.kit.heardOf<citizen::RoomSignal>(deniz);
        QCOMPARE(heard.size(), 1);
        const auto sdp = std::get<protocol::SessionDescription>(heard.front().signal).sdp;
        QVERIFY(sdp.contains(u"SAVPF 111\r\na=recvonly"_s));
    }

    void whoeverIsTakenInIsNamedToAll()
    {
        ColleagueVisit visit;
        visit.consult();
        visit.kit.forgetAll();
        visit.bringIn();
        const QString there = u"0 in_room Frau Schmidt|1 in_room Kim|2 in_room Herr Özdemir"_s;
        const auto rooms = visit.kit.heardOf<citizen::RoomState>(visit.kim);
        QCOMPARE(visit.named(rooms.back().people), there);
        QCOMPARE(rooms.back().people.back().role, protocol::PersonRole::Colleague);
        QVERIFY(!rooms.back().people.back().office.isEmpty());
        QCOMPARE(visit.roomOf(visit.oezdemir), there);
        visit.kit.forgetAll();
        visit.offer(visit.oezdemir, protocol::kCitizenPeer);
        QCOMPARE(visit.signalledBy(visit.kim), QList<int>{kFirst});
    }

    void directlyIsWithAllAtOnce()
    {
        ColleagueVisit visit;
        visit.answer(visit.oezdemir, visit.ring(true), true);
        QCOMPARE(visit.sees(visit.kim), u"0 in_room Frau Schmidt|1 in_room Kim|2 in_room Herr Özdemir"_s);
    }

    void hungUpIsOverForTheColleagueAlone()
    {
        ColleagueVisit visit;
        visit.consult();
        visit.kit.forgetAll();
        visit.end();
        QCOMPARE(visit.oversOf(visit.oezdemir), QList{ColleagueEnd::Removed});
        QCOMPARE(visit.sees(visit.kim), u"0 in_room Frau Schmidt|1 in_room Kim"_s);
        visit.offer(visit.oezdemir, protocol::kClerkPeer);
        QVERIFY(visit.kit.heardOf<clerk::RoomSignal>(visit.schmidt).isEmpty());
    }

    void aColleagueIsRemovedLikeAGuestAndMayLeave()
    {
        ColleagueVisit visit;
        visit.consult();
        visit.bringIn();
        visit.kit.say(visit.schmidt, clerk::RemoveGuest{u"r"_s, kCitizens, kKim, 1, kFirst});
        QCOMPARE(visit.oversOf(visit.oezdemir), QList{ColleagueEnd::Removed});
        visit.consult();
        visit.kit.say(visit.oezdemir, clerk::LeaveConversation{u"l"_s});
        QCOMPARE(visit.oversOf(visit.oezdemir), QList{ColleagueEnd::Left});
        QCOMPARE(visit.sees(visit.kim), u"0 in_room Frau Schmidt|1 in_room Kim"_s);
    }

    void itEndsWithTheVisitForAColleague()
    {
        ColleagueVisit visit;
        visit.consult();
        visit.kit.forgetAll();
        visit.finish();
        QCOMPARE(visit.oversOf(visit.oezdemir), QList{ColleagueEnd::Over});
    }

    void meanwhileNobodyIsCalled()
    {
        ColleagueVisit visit;
        visit.consult();
        visit.kit.forgetAll();
        visit.kit.callNext(visit.oezdemir, u"n"_s);
        QCOMPARE(visit.refusedTo(visit.oezdemir), ErrorCode::Busy);
    }

    void whoeverComesBackInTimeIsTheSameColleague()
    {
        ColleagueVisit visit;
        visit.consult();
        visit.bringIn();
        visit.kit.hangUp(visit.oezdemir);
        QVERIFY(visit.sees(visit.kim).contains(u"2 away Herr Özdemir"_s));
        visit.oezdemir = visit.kit.clerk(kOezdemir);
        const auto places = visit.kit.heardOf<clerk::ColleaguePlace>(visit.oezdemir);
        QCOMPARE(places.size(), 1);
        QCOMPARE(places.front().peer, kFirst);
        QVERIFY(visit.sees(visit.kim).contains(u"2 in_room Herr Özdemir"_s));
    }

    void whoeverDoesNotComeBackIsGivenUp()
    {
        ColleagueVisit visit;
        visit.consult();
        visit.kit.hangUp(visit.oezdemir);
        visit.kit.wait(seconds{limits::kGuestAwaySeconds});
        visit.kit.gateway().tick();
        QCOMPARE(visit.sees(visit.kim), u"0 in_room Frau Schmidt|1 in_room Kim"_s);
        visit.oezdemir = visit.kit.clerk(kOezdemir);
        QVERIFY(visit.kit.heardOf<clerk::ColleaguePlace>(visit.oezdemir).isEmpty());
    }

    void aColleagueCountsAmongTheFive()
    {
        ColleagueVisit visit;
        for (int i = 0; i < limits::kGuestsInRoom; ++i) {
            static_cast<void>(visit.guest(static_cast<char>('g' + i)));
            visit.admit(kFirst + i);
        }
        visit.kit.forgetAll();
        QCOMPARE(visit.ring(), QString());
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::RoomFull);
    }
};

QTEST_GUILESS_MAIN(GatewayColleagueTest)
#include "GatewayColleagueTest.moc"
