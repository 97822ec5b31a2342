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
using protocol::MediaState;
using protocol::SessionDescription;

namespace {

//! Frau Schmidt's page says to Kim whatever it likes.
struct Talk : ColleagueVisit
{
    void clerkSays(const protocol::Signal &signal)
    {
        kit.say(schmidt, clerk::CallSignal{.office = kCitizens, .ticket = kKim, .epoch = 1, .signal = signal});
    }
    //! The newest that Kim's page heard of the clerk's.
    [[nodiscard]] std::optional<protocol::Signal> kimHears()
    {
        const auto heard = kit.heardOf<citizen::CallSignal>(kim);
        return heard.isEmpty() ? std::nullopt : std::optional(heard.back().signal);
    }
    [[nodiscard]] QString descriptionToKim(const QString &type)
    {
        clerkSays(SessionDescription{.type = type, .sdp = kOffer, .generation = 1});
        const auto signal = kimHears();
        return signal ? std::get<SessionDescription>(*signal).sdp : QString();
    }
};

const QString kNoSound = u"SAVPF 111\r\na=recvonly"_s;
const QString kSound = u"SAVPF 111\r\na=sendrecv"_s;
const QString kPicture = u"SAVPF 96\r\na=sendrecv"_s;

} // namespace

//! A clerk and a colleague: what is said between the two, and who has a seat and for how long.
class GatewayConsultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asideTheCitizenIsSentNoSoundOfTheClerk()
    {
        Talk visit;
        visit.consult();
        visit.kit.forgetAll();
        for (const QString &type : {u"offer"_s, u"answer"_s}) {
            const QString sdp = visit.descriptionToKim(type);
            QVERIFY2(sdp.contains(kNoSound), qPrintable(sdp));
            QVERIFY2(sdp.contains(kPicture), qPrintable(sdp));
        }
        visit.clerkSays(MediaState{.microphone = true, .camera = true});
        QCOMPARE(visit.kimHears(), std::optional<protocol::Signal>(MediaState{.microphone = false, .camera = true}));
    }

    void afterwardsTheClerkIsHeardAgain_data()
    {
        QTest::addColumn<bool>("broughtIn");
        QTest::newRow("taken in") << true;
        QTest::newRow("hung up") << false;
    }
    void afterwardsTheClerkIsHeardAgain()
    {
        QFETCH(bool, broughtIn);
        Talk visit;
        visit.consult();
        if (broughtIn)
            visit.bringIn();
        else
            visit.end();
        visit.kit.forgetAll();
        QVERIFY(visit.descriptionToKim(u"offer"_s).contains(kSound));
        visit.clerkSays(MediaState{.microphone = true});
        QCOMPARE(visit.kimHears(), std::optional<protocol::Signal>(MediaState{.microphone = true}));
    }

    void aColleagueCountsAmongTheEight()
    {
        Talk visit;
        const QString ring = visit.ring();
        for (int i = 0; i < limits::kGuests; ++i)
            QVERIFY(!visit.code(u"c%1"_s.arg(i)).isEmpty());
        visit.kit.forgetAll();
        visit.answer(visit.oezdemir, ring, true);
        QCOMPARE(visit.refusedTo(visit.oezdemir), ErrorCode::RoomFull);
        visit.kit.forgetAll();
        QCOMPARE(visit.ring(), QString());
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::RoomFull);
    }

    void numbersOfARoomHaveAnEnd()
    {
        Talk visit;
        for (int peer = kFirst; peer <= limits::kPeer; ++peer) {
            visit.kit.clock.advance(milliseconds{200});
            visit.consult();
            visit.end();
        }
        visit.kit.forgetAll();
        QCOMPARE(visit.ring(), QString());
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::RoomFull);
        QCOMPARE(visit.code(), QString());
    }

    void aColleagueWhoIsPutOnHoldIsToldNothingThatIsForGuestsPages()
    {
        Talk visit;
        visit.consult();
        visit.bringIn();
        visit.kit.forgetAll();
        visit.control(kFirst, {.onHold = true});
        visit.control(kFirst, {});
        visit.admit(kFirst);
        QCOMPARE(visit.kit.heard(visit.oezdemir), u"colleague.place room.state colleague.place room.state"_s);
    }

    void aSeatThatEndedWithoutALineIsToldOnceOnComingBack()
    {
        Talk visit;
        visit.consult();
        visit.bringIn();
        visit.kit.hangUp(visit.oezdemir);
        visit.finish();
        visit.oezdemir = visit.kit.clerk(kOezdemir);
        QCOMPARE(visit.oversOf(visit.oezdemir), QList{clerk::ColleagueEnd::Over});
        visit.kit.hangUp(visit.oezdemir);
        visit.oezdemir = visit.kit.clerk(kOezdemir);
        QCOMPARE(visit.oversOf(visit.oezdemir), QList<clerk::ColleagueEnd>());
    }

    void whoSignsOutOrMayNotBeThereAnyMoreLeavesTheSeatAtOnce()
    {
        Talk visit;
        visit.consult();
        visit.bringIn();
        visit.kit.forgetAll();
        visit.kit.gateway().sessionEnded(signedIn(kOezdemir).session);
        visit.kit.pass();
        QCOMPARE(visit.sees(visit.kim), u"0 in_room Frau Schmidt|1 in_room Kim"_s);
        visit.oezdemir = visit.kit.clerk(kOezdemir);
        QVERIFY(visit.kit.heardOf<clerk::ColleaguePlace>(visit.oezdemir).isEmpty());
    }

    void whoHasAVisitorOfTheirOwnLeavesTheSeat()
    {
        Talk visit;
        const auto alex = visit.kit.citizen();
        visit.kit.draw(alex, token('b'));
        visit.consult();
        visit.kit.forgetAll();
        // It was under way before the answer to the ring.
        visit.kit.broker().run(kCitizens, office::CallNext{.clerk = kOezdemir}, {.key = "n", .digest = 0},
                               [](const auto &) {});
        visit.kit.pass();
        QCOMPARE(visit.kit.office().clerks.at(kOezdemir).ticket, std::optional(ticketId(2)));
        QCOMPARE(visit.oversOf(visit.oezdemir), QList{clerk::ColleagueEnd::Left});
        QVERIFY(!visit.clerkSees().contains(u"Özdemir"_s));
    }
};

QTEST_GUILESS_MAIN(GatewayConsultTest)
#include "GatewayConsultTest.moc"
