// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/ColleagueCall.h"

#include "tests/unit/clerk-app/OfficeKit.h"

#include <QSignalSpy>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
using protocol::PersonState;
using sprechtag::clerk::model::ColleagueCall;
namespace wire = sprechtag::protocol::clerk;

namespace {

wire::RingCall ring()
{
    return {.ring = u"r1"_s,
            .from = u"Frau Schmidt"_s,
            .office = u"Bürgerservice"_s,
            .number = u"B 017"_s,
            .concern = u"Wohngeld"_s,
            .directly = false,
            .until = Instant{}};
}

wire::ColleaguePlace place(PersonState state)
{
    return {.ring = u"r1"_s,
            .office = OfficeId::fromBits({3, 1}),
            .ticket = ticketId(1),
            .epoch = 1,
            .peer = 2,
            .number = u"B 017"_s,
            .officeName = u"Bürgerservice"_s,
            .from = u"Frau Schmidt"_s,
            .state = state};
}

} // namespace

//! A colleague rings me: the question, the talk, and its end.
class ColleagueCallTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theQuestionSaysWhoAboutWhomAndWhatFor()
    {
        QCOMPARE(ColleagueCall::question(ring()),
                 u"Frau Schmidt (Bürgerservice) would like to consult you about B 017. It is about: Wohngeld"_s);
    }

    void acceptedIsAnsweredOnceAndBeginsWithThePlace()
    {
        KeepingPort port;
        ColleagueCall call(port);
        QSignalSpy talks(&call, &ColleagueCall::talkChanged);
        call.take(ring());
        QVERIFY(call.ring());
        call.accept();
        call.accept();
        const auto said = port.take<wire::AnswerRing>();
        QCOMPARE(std::get<wire::AnswerRing>(said.command).ring, u"r1"_s);
        QVERIFY(std::get<wire::AnswerRing>(said.command).accepted);
        QVERIFY(port.sent.empty());
        QVERIFY(!call.talk());
        call.take(place(PersonState::Consulting));
        call.take(place(PersonState::Consulting));
        QCOMPARE(talks.size(), 1);
        call.take(place(PersonState::InRoom));
        QCOMPARE(talks.size(), 2);
        QCOMPARE(call.talk()->state, PersonState::InRoom);
    }

    void declinedIsAnswered()
    {
        KeepingPort port;
        ColleagueCall call(port);
        call.take(ring());
        call.decline();
        QVERIFY(!std::get<wire::AnswerRing>(port.take<wire::AnswerRing>().command).accepted);
        QVERIFY(!call.ring());
    }

    void aRingThatEndsAsksNobodyAnyMore()
    {
        KeepingPort port;
        ColleagueCall call(port);
        call.take(ring());
        call.take(wire::ColleagueOver{u"another"_s, wire::ColleagueEnd::Cancelled});
        QVERIFY(call.ring());
        call.take(wire::ColleagueOver{u"r1"_s, wire::ColleagueEnd::Unanswered});
        QVERIFY(!call.ring());
        call.accept();
        QVERIFY(port.sent.empty());
    }

    void leftIsOverAtOnce()
    {
        KeepingPort port;
        ColleagueCall call(port);
        QSignalSpy ended(&call, &ColleagueCall::talkEnded);
        call.take(place(PersonState::InRoom));
        call.leave();
        static_cast<void>(port.take<wire::LeaveConversation>());
        QCOMPARE(ended.size(), 1);
        call.take(wire::ColleagueOver{u"r1"_s, wire::ColleagueEnd::Left});
        QCOMPARE(ended.size(), 1);
    }

    void removedIsTold()
    {
        KeepingPort port;
        ColleagueCall call(port);
        call.take(place(PersonState::InRoom));
        QSignalSpy told(&call, &ColleagueCall::told);
        call.take(wire::ColleagueOver{u"r1"_s, wire::ColleagueEnd::Removed});
        QVERIFY(!call.talk());
        QCOMPARE(told.size(), 1);
    }

    void overALostLineTheTalkGoesOnWhereTheServerSaysSo()
    {
        KeepingPort port;
        ColleagueCall call(port);
        QSignalSpy ended(&call, &ColleagueCall::talkEnded);
        QSignalSpy talks(&call, &ColleagueCall::talkChanged);
        call.take(place(PersonState::InRoom));
        call.awaitNews();
        call.take(place(PersonState::InRoom));
        QCOMPARE(talks.size(), 1);
        QTest::qWait(0);
        QCOMPARE(ended.size(), 0);
        QVERIFY(call.talk());
    }

    void whatRangBeforeALostLineRingsNoMore()
    {
        KeepingPort port;
        ColleagueCall call(port);
        call.take(ring());
        call.awaitNews();
        QVERIFY(!call.ring());
    }

    void theRoomOfAnotherVisitIsNotMine()
    {
        KeepingPort port;
        ColleagueCall call(port);
        QSignalSpy rooms(&call, &ColleagueCall::roomChanged);
        call.take(place(PersonState::InRoom));
        call.take(wire::RoomState{ticketId(9), 1, {}});
        QCOMPARE(rooms.size(), 0);
        call.take(wire::RoomState{ticketId(1), 1, {}});
        QCOMPARE(rooms.size(), 1);
    }
};

QTEST_GUILESS_MAIN(ColleagueCallTest)
#include "ColleagueCallTest.moc"
