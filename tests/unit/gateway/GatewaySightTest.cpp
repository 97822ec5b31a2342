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
using protocol::SightStep;

namespace {

constexpr TicketId kKim = ticketId(1);
constexpr TicketId kAlex = ticketId(2);

//! Kim talks with Frau Schmidt; Herr Özdemir is at another desk, Alex waits.
struct Visit
{
    Visit()
        : schmidt(kit.clerk(kSchmidt))
        , oezdemir(kit.clerk(kOezdemir))
        , kim(kit.citizen())
        , alex(kit.citizen())
    {
        kit.open(schmidt);
        kit.say(oezdemir, clerk::Arrive{.id = u"a"_s, .office = kCitizens});
        kit.draw(kim, token('a'));
        kit.draw(alex, token('b'));
        kit.callNext(schmidt, u"k1"_s);
        kit.say(kim, citizen::Enter{.id = u"e1"_s, .epoch = 1});
        kit.forgetAll();
    }
    void ask(SightStep step = SightStep::Front, office::Epoch epoch = 1)
    {
        kit.say(schmidt, clerk::AskSight{.office = kCitizens, .ticket = kKim, .epoch = epoch, .step = step});
    }
    void asked(SightStep step = SightStep::Front)
    {
        ask(step);
        kit.forgetAll();
    }
    void decline(office::Epoch epoch = 1) { kit.say(kim, citizen::DeclineSight{.epoch = epoch}); }
    void record(const QString &id = u"s1"_s)
    {
        kit.say(schmidt, clerk::SightTicket{.id = id, .office = kCitizens, .ticket = kKim, .epoch = 1});
    }
    void hold()
    {
        kit.say(schmidt,
                clerk::ControlCall{
                    .id = u"h1"_s, .office = kCitizens, .ticket = kKim, .epoch = 1, .control = {.onHold = true}});
    }
    //! What Kim's page shows after all that it was told since the last time; a page that was told nothing shows what it
    //! has shown.
    [[nodiscard]] QList<citizen::SightState> kimIsTold() { return kit.heardOf<citizen::SightState>(kim); }
    [[nodiscard]] QList<clerk::SightState> schmidtIsTold() { return kit.heardOf<clerk::SightState>(schmidt); }
    [[nodiscard]] std::optional<ErrorCode> refusedTo(GatewayKit::Key who)
    {
        const auto errors = kit.heardOf<ErrorMessage>(who);
        return errors.isEmpty() ? std::nullopt : std::optional(errors.back().code);
    }
    [[nodiscard]] std::optional<ClerkId> sightedBy() const { return kit.office().tickets.at(kKim).sightedBy; }

    GatewayKit kit;
    GatewayKit::Key schmidt;
    GatewayKit::Key oezdemir;
    GatewayKit::Key kim;
    GatewayKit::Key alex;
};

const QList<citizen::SightState> kNothingAsked{{.step = {}}};

} // namespace

//! An identity document that the visitor is asked to show: who may ask, who is told, when it is over, what is kept.
class GatewaySightTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheClerkAsksForTheVisitorIsToldAndNobodyElse()
    {
        Visit visit;
        visit.ask(SightStep::Back);
        QCOMPARE(visit.kimIsTold(), (QList{citizen::SightState{.step = SightStep::Back}}));
        QCOMPARE(visit.schmidtIsTold(), (QList{clerk::SightState{.ticket = kKim, .step = SightStep::Back}}));
        QVERIFY(visit.kit.heard(visit.oezdemir).isEmpty());
        QVERIFY(visit.kit.heard(visit.alex).isEmpty());
    }

    void stepFollowsStep()
    {
        Visit visit;
        visit.ask(SightStep::Front);
        visit.ask(SightStep::Back);
        visit.ask(SightStep::Tilt);
        const auto told = visit.kimIsTold();
        QCOMPARE(told.size(), 3);
        QCOMPARE(told.back().step, SightStep::Tilt);
    }

    void onlyTheClerkOfTheVisitAsks()
    {
        Visit visit;
        visit.kit.say(visit.oezdemir,
                      clerk::AskSight{.office = kCitizens, .ticket = kKim, .epoch = 1, .step = SightStep::Front});
        QCOMPARE(visit.refusedTo(visit.oezdemir), ErrorCode::NotYours);
        visit.kit.say(visit.oezdemir,
                      clerk::SightTicket{.id = u"x"_s, .office = kCitizens, .ticket = kKim, .epoch = 1});
        QCOMPARE(visit.refusedTo(visit.oezdemir), ErrorCode::NotYours);
        visit.asked();
        visit.kit.say(visit.oezdemir, clerk::EndSight{.office = kCitizens, .ticket = kKim, .epoch = 1});
        QCOMPARE(visit.refusedTo(visit.oezdemir), ErrorCode::NotYours);
        QVERIFY(visit.kit.heard(visit.kim).isEmpty());
        QCOMPARE(visit.sightedBy(), std::nullopt);
    }

    void nobodyIsAskedUnderAnotherEpochOrBeforeTheConversation()
    {
        Visit visit;
        visit.ask(SightStep::Front, 0);
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::StaleEpoch);
        visit.kit.say(visit.schmidt,
                      clerk::AskSight{.office = kCitizens, .ticket = kAlex, .epoch = 0, .step = SightStep::Front});
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::WrongState);
        visit.kit.say(visit.schmidt,
                      clerk::SightTicket{.id = u"old"_s, .office = kCitizens, .ticket = kKim, .epoch = 0});
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::StaleEpoch);
        QVERIFY(visit.kit.heard(visit.kim).isEmpty());
        QVERIFY(visit.kit.heard(visit.alex).isEmpty());
    }

    void aPageThatIsReloadedIsAskedAgain()
    {
        Visit visit;
        visit.asked(SightStep::Tilt);
        visit.kit.hangUp(visit.kim);
        visit.kim = visit.kit.citizen(token('a'));
        QCOMPARE(visit.kimIsTold(), (QList{citizen::SightState{.step = SightStep::Tilt}}));
    }

    void anAppThatComesBackKnowsWhatItHasAsked()
    {
        Visit visit;
        visit.asked(SightStep::Back);
        visit.kit.hangUp(visit.schmidt);
        visit.schmidt = visit.kit.clerk(kSchmidt);
        visit.kit.say(visit.schmidt, clerk::Arrive{.id = u"back"_s, .office = kCitizens});
        QCOMPARE(visit.schmidtIsTold(), (QList{clerk::SightState{.ticket = kKim, .step = SightStep::Back}}));
    }

    void whoeverWouldRatherNotSaysSoAndIsAskedNoMore()
    {
        Visit visit;
        visit.asked();
        visit.decline();
        QCOMPARE(visit.kimIsTold(), kNothingAsked);
        QCOMPARE(visit.schmidtIsTold(), (QList{clerk::SightState{.ticket = kKim, .step = {}, .declined = true}}));
        QCOMPARE(visit.sightedBy(), std::nullopt);
        visit.kit.hangUp(visit.kim);
        visit.kim = visit.kit.citizen(token('a'));
        QVERIFY(visit.kimIsTold().isEmpty());
    }

    void decliningUnderAnotherEpochIsRefusedAndNothingAskedIsNothing()
    {
        Visit visit;
        visit.decline();
        QVERIFY(visit.kit.heard(visit.kim).isEmpty());
        visit.asked();
        visit.decline(0);
        QCOMPARE(visit.refusedTo(visit.kim), ErrorCode::StaleEpoch);
        visit.kit.say(visit.alex, citizen::DeclineSight{.epoch = 0});
        QCOMPARE(visit.refusedTo(visit.alex), ErrorCode::WrongState);
        QVERIFY(visit.schmidtIsTold().isEmpty());
    }

    void theClerkGivesItUp()
    {
        Visit visit;
        visit.asked();
        visit.kit.say(visit.schmidt, clerk::EndSight{.office = kCitizens, .ticket = kKim, .epoch = 1});
        QCOMPARE(visit.kimIsTold(), kNothingAsked);
        QCOMPARE(visit.schmidtIsTold(), (QList{clerk::SightState{.ticket = kKim}}));
        QCOMPARE(visit.sightedBy(), std::nullopt);
    }

    void whoHasLookedIsAFactAndEndsTheAsking()
    {
        Visit visit;
        visit.asked();
        const auto seq = visit.kit.office().seq;
        visit.record();
        QCOMPARE(visit.sightedBy(), kSchmidt);
        const auto facts = visit.kit.heardOf<clerk::OfficeFacts>(visit.oezdemir);
        QCOMPARE(facts.size(), 1);
        QCOMPARE(facts.front().facts.size(), 1U);
        QVERIFY(facts.front().facts.front().body == office::FactBody(office::TicketSighted{kKim, kSchmidt}));
        QCOMPARE(visit.kimIsTold(), kNothingAsked);
        QCOMPARE(visit.schmidtIsTold(), (QList{clerk::SightState{.ticket = kKim}}));
        QCOMPARE(visit.kit.office().seq, seq + 1);
    }

    void aCommandThatIsRepeatedIsOneLook()
    {
        Visit visit;
        const auto seq = visit.kit.office().seq;
        visit.record();
        visit.record();
        QCOMPARE(visit.kit.office().seq, seq + 1);
        QCOMPARE(visit.kit.heardOf<protocol::DoneMessage>(visit.schmidt).size(), 2);
    }

    void askingLeavesNoTraceInTheFacts()
    {
        Visit visit;
        const auto before = visit.kit.office();
        visit.ask(SightStep::Front);
        visit.ask(SightStep::Back);
        visit.decline();
        visit.ask(SightStep::Tilt);
        visit.kit.say(visit.schmidt, clerk::EndSight{.office = kCitizens, .ticket = kKim, .epoch = 1});
        QCOMPARE(visit.kit.office(), before);
    }

    void onHoldNobodyIsAskedAndNothingIsRecorded()
    {
        Visit visit;
        visit.asked();
        visit.hold();
        QCOMPARE(visit.kimIsTold(), kNothingAsked);
        QCOMPARE(visit.schmidtIsTold(), (QList{clerk::SightState{.ticket = kKim}}));
        visit.ask();
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::WrongState);
        visit.record();
        QCOMPARE(visit.refusedTo(visit.schmidt), ErrorCode::WrongState);
        QVERIFY(visit.kimIsTold().isEmpty());
    }

    void partingEndsItAndTheNextClerkHasAskedNothing()
    {
        Visit visit;
        visit.asked();
        visit.kit.say(
            visit.schmidt,
            clerk::ReturnTicket{
                .id = u"r"_s, .office = kCitizens, .ticket = kKim, .epoch = 1, .place = office::Place::Front});
        QCOMPARE(visit.kimIsTold(), kNothingAsked);
        visit.kit.callNext(visit.oezdemir, u"k2"_s);
        visit.kit.say(visit.kim, citizen::Enter{.id = u"e2"_s, .epoch = 2});
        QVERIFY(visit.kit.heardOf<clerk::SightState>(visit.oezdemir).isEmpty());
        QVERIFY(visit.kimIsTold().isEmpty());
    }

    void aServerThatStartsAnewKnowsWhoHasLookedAndAsksNothing()
    {
        Visit visit;
        visit.record();
        visit.asked();
        visit.kit.restart();
        QCOMPARE(visit.sightedBy(), kSchmidt);
        visit.kim = visit.kit.citizen(token('a'));
        QVERIFY(visit.kimIsTold().isEmpty());
    }
};

QTEST_GUILESS_MAIN(GatewaySightTest)
#include "GatewaySightTest.moc"
