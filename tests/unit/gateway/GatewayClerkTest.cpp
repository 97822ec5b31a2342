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

//! What the clerk app sees.
class GatewayClerkTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aClerkSeesTheOwnOfficesAndNoOther();
    void theAppFoldsTheFactsToTheStateOfTheServer();
    void anAppThatComesBackGetsTheFactsSince();
    void anAppThatMissedNothingIsToldSo();
    void anAppThatWasAwayTooLongGetsASnapshot();
    void anAppThatSawMoreThanThereIsGetsASnapshot();
    void aSnapshotFitsTheFactsThatFollowIt();
    void twoClerksCallTheSamePerson();
    void twoClerksCallNextAndGetTwoPeople();
    void aRepeatedCommandIsAnsweredAndNotDoneTwice();
    void theDeskIsKeptWhileOneLineIsLeft();
    void theVisitGoesOnUnderANewEpoch();
    void aSessionThatEndsTakesItsConnectionsWithIt();
    void aClerkWithAVisitorElsewhereIsFreeNowhere();
    void aClerkWithAVisitorElsewhereGivesNoSeat();
};

void GatewayClerkTest::aClerkSeesTheOwnOfficesAndNoOther()
{
    broker::Loaded town = testTown();
    town.calendar.zone = QTimeZone("Europe/Berlin");
    GatewayKit kit(std::move(town));
    const auto schmidt = kit.clerk(kSchmidt);
    const auto frames = kit.outbox.take(schmidt);
    QCOMPARE(frames.size(), 2);
    const auto welcome = std::get<clerk::Welcome>(*protocol::decodeClerkToClient(frames[0]));
    QCOMPARE(welcome.clerk.name, u"Frau Schmidt"_s);
    QCOMPARE(welcome.zone, QTimeZone("Europe/Berlin"));
    QCOMPARE(welcome.roles, (QList{clerk::Role::Clerk, clerk::Role::HeadOfOffice}));
    const auto snapshot = std::get<clerk::OfficeSnapshot>(*protocol::decodeClerkToClient(frames[1]));
    QCOMPARE(snapshot.card.id, kCitizens);
    QCOMPARE(snapshot.clerks.size(), 2);
    QCOMPARE(snapshot.clerks.back().name, u"Herr Özdemir"_s);
    QCOMPARE(kit.heard(kit.clerk(kOezdemir)), u"clerk.welcome office.snapshot office.snapshot"_s);
}

void GatewayClerkTest::theAppFoldsTheFactsToTheStateOfTheServer()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    office::OfficeState state = kit.heardOf<clerk::OfficeSnapshot>(schmidt).back().state;
    kit.open(schmidt);
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'), kCitizens, u"Kim"_s);
    kit.draw(kit.citizen(), token('b'));
    kit.callNext(schmidt, u"k1"_s);
    kit.hangUp(kim);
    kit.wait(minutes{1});
    QList<protocol::VisitCard> visits;
    for (const auto &message : kit.heardOf<clerk::OfficeFacts>(schmidt)) {
        for (const office::Fact &fact : message.facts)
            office::evolve(state, fact);
        visits += message.visits;
    }
    QCOMPARE(state, kit.office());
    QCOMPARE(visits.size(), 2);
    QCOMPARE(visits.front().name, u"Kim"_s);
    QCOMPARE(visits.back().lang, u"de"_s);
}

void GatewayClerkTest::anAppThatComesBackGetsTheFactsSince()
{
    GatewayKit kit;
    const auto oezdemir = kit.clerk(kOezdemir);
    kit.open(oezdemir);
    const auto seen = kit.office().seq;
    kit.draw(kit.citizen(), token('a'), kCitizens, u"Kim"_s);
    const auto gone = kit.citizen();
    kit.draw(gone, token('b'), kCitizens, u"Alex"_s);
    kit.say(gone, citizen::Leave{.id = u"c"_s});
    const auto schmidt = kit.clerk(kSchmidt, {{QString::fromStdString(kCitizens.text()), seen}});
    const auto frames = kit.outbox.take(schmidt);
    QCOMPARE(frames.size(), 3);
    const auto resumed = std::get<clerk::OfficeResumed>(*protocol::decodeClerkToClient(frames[1]));
    QCOMPARE(resumed.seq, seen);
    const auto facts = std::get<clerk::OfficeFacts>(*protocol::decodeClerkToClient(frames[2]));
    QCOMPARE(facts.facts.front().seq, seen + 1);
    QCOMPARE(facts.facts.back().seq, kit.office().seq);
    QCOMPARE(facts.visits.size(), 1);
    QCOMPARE(facts.visits.front().name, u"Kim"_s);
}

void GatewayClerkTest::anAppThatMissedNothingIsToldSo()
{
    GatewayKit kit;
    kit.open(kit.clerk(kOezdemir));
    const auto schmidt = kit.clerk(kSchmidt, {{QString::fromStdString(kCitizens.text()), kit.office().seq}});
    QCOMPARE(kit.heard(schmidt), u"clerk.welcome office.resumed"_s);
    kit.draw(kit.citizen(), token('a'));
    QCOMPARE(kit.heard(schmidt), u"office.facts"_s);
}

void GatewayClerkTest::anAppThatWasAwayTooLongGetsASnapshot()
{
    GatewayKit kit;
    const auto oezdemir = kit.clerk(kOezdemir);
    kit.open(oezdemir);
    for (int i = 0; i < 510; ++i) {
        kit.say(oezdemir, clerk::Pause{.id = u"p%1"_s.arg(i), .office = kCitizens});
        kit.say(oezdemir, clerk::Resume{.id = u"r%1"_s.arg(i), .office = kCitizens});
        kit.clock.advance(seconds{2});
    }
    QVERIFY(kit.office().seq > broker::kRecentFacts);
    QCOMPARE(kit.heard(kit.clerk(kSchmidt, {{QString::fromStdString(kCitizens.text()), 1}})),
             u"clerk.welcome office.snapshot"_s);
}

void GatewayClerkTest::anAppThatSawMoreThanThereIsGetsASnapshot()
{
    GatewayKit kit;
    static_cast<void>(kit.clerk(kOezdemir));
    QCOMPARE(kit.heard(kit.clerk(kSchmidt, {{QString::fromStdString(kCitizens.text()), 4711}})),
             u"clerk.welcome office.snapshot"_s);
}

void GatewayClerkTest::aSnapshotFitsTheFactsThatFollowIt()
{
    GatewayKit kit;
    const auto oezdemir = kit.clerk(kOezdemir);
    kit.open(oezdemir);
    kit.store.setCompletion(MemoryStore::Completion::ByHand);
    kit.draw(kit.citizen(), token('a'));
    // The draw is decided but not durable: it must not be in the snapshot, and be in the facts.
    const auto schmidt = kit.clerk(kSchmidt);
    auto state = kit.heardOf<clerk::OfficeSnapshot>(schmidt).back().state;
    QVERIFY(state.tickets.empty());
    kit.store.completeAll();
    for (const auto &message : kit.heardOf<clerk::OfficeFacts>(schmidt)) {
        for (const office::Fact &fact : message.facts) {
            QCOMPARE(fact.seq, state.seq + 1);
            office::evolve(state, fact);
        }
    }
    QCOMPARE(state, kit.office());
}

void GatewayClerkTest::twoClerksCallTheSamePerson()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    const auto oezdemir = kit.clerk(kOezdemir);
    kit.open(schmidt);
    kit.say(oezdemir, clerk::Arrive{.id = u"a"_s, .office = kCitizens});
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'));
    const TicketId ticket = kit.office().tickets.begin()->first;
    kit.forgetAll();
    const clerk::CallNamed call{.id = u"k"_s, .office = kCitizens, .ticket = ticket};
    kit.gateway().message(schmidt, protocol::encode(clerk::ToServer{call}));
    kit.gateway().message(oezdemir, protocol::encode(clerk::ToServer{call}));
    kit.pass();
    QCOMPARE(kit.heardOf<DoneMessage>(schmidt).back().ticket, std::optional(ticket));
    const auto error = kit.heardOf<ErrorMessage>(oezdemir).back();
    QCOMPARE(error.code, ErrorCode::AlreadyCalled);
    QCOMPARE(error.clerk, std::optional(kSchmidt));
    QCOMPARE(error.clerkName, u"Frau Schmidt"_s);
    QCOMPARE(kit.heardOf<citizen::TicketStateMessage>(kim).size(), 1);
}

void GatewayClerkTest::twoClerksCallNextAndGetTwoPeople()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    const auto oezdemir = kit.clerk(kOezdemir);
    kit.open(schmidt);
    kit.say(oezdemir, clerk::Arrive{.id = u"a"_s, .office = kCitizens});
    kit.draw(kit.citizen(), token('a'));
    kit.draw(kit.citizen(), token('b'));
    kit.forgetAll();
    const clerk::CallNext call{.id = u"k"_s, .office = kCitizens};
    kit.gateway().message(schmidt, protocol::encode(clerk::ToServer{call}));
    kit.gateway().message(oezdemir, protocol::encode(clerk::ToServer{call}));
    kit.pass();
    const auto first = kit.heardOf<DoneMessage>(schmidt).back().ticket;
    const auto second = kit.heardOf<DoneMessage>(oezdemir).back().ticket;
    QVERIFY(first && second && *first != *second);
}

void GatewayClerkTest::aRepeatedCommandIsAnsweredAndNotDoneTwice()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    kit.draw(kit.citizen(), token('a'));
    kit.draw(kit.citizen(), token('b'));
    kit.callNext(schmidt, u"k1"_s);
    const auto first = kit.heardOf<DoneMessage>(schmidt).back();
    const auto seq = kit.office().seq;
    kit.callNext(schmidt, u"k1"_s);
    QCOMPARE(kit.heardOf<DoneMessage>(schmidt).back(), first);
    QCOMPARE(kit.office().seq, seq);
    kit.say(schmidt, clerk::Pause{.id = u"k1"_s, .office = kCitizens});
    QCOMPARE(kit.heardOf<ErrorMessage>(schmidt).back().code, ErrorCode::Conflict);
}

void GatewayClerkTest::theDeskIsKeptWhileOneLineIsLeft()
{
    GatewayKit kit;
    const auto first = kit.clerk(kSchmidt);
    kit.open(first);
    const auto second = kit.clerk(kSchmidt);
    kit.hangUp(first);
    QCOMPARE(kit.office().clerks.at(kSchmidt).state, office::ClerkState::Present);
    kit.hangUp(second);
    QCOMPARE(kit.office().clerks.at(kSchmidt).state, office::ClerkState::Lost);
}

void GatewayClerkTest::theVisitGoesOnUnderANewEpoch()
{
    GatewayKit kit;
    auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'));
    kit.callNext(schmidt, u"k1"_s);
    kit.say(kim, citizen::Enter{.id = u"c"_s, .epoch = 1});
    kit.forgetAll();
    kit.hangUp(schmidt);
    QCOMPARE(kit.heardOf<citizen::TicketStateMessage>(kim).back().state, office::TicketState::Held);

    kit.wait(seconds{20});
    schmidt = kit.clerk(kSchmidt);
    kit.say(schmidt, clerk::Arrive{.id = u"k2"_s, .office = kCitizens});
    const auto state = kit.heardOf<citizen::TicketStateMessage>(kim).back();
    QCOMPARE(state.state, office::TicketState::InCall);
    QCOMPARE(state.epoch, office::Epoch{2});
    // What the app that crashed had still sent changes nothing.
    kit.say(
        schmidt,
        clerk::FinishTicket{
            .id = u"k0"_s, .office = kCitizens, .ticket = state.ticket, .epoch = 1, .outcome = office::Outcome::Done});
    QCOMPARE(kit.heardOf<ErrorMessage>(schmidt).back().code, ErrorCode::StaleEpoch);
    QCOMPARE(kit.office().tickets.size(), 1U);
}

void GatewayClerkTest::aSessionThatEndsTakesItsConnectionsWithIt()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    const auto oezdemir = kit.clerk(kOezdemir);
    kit.open(schmidt);
    kit.forgetAll();
    kit.gateway().sessionEnded(signedIn(kSchmidt).session);
    kit.pass();
    const auto goodbye = kit.heardOf<protocol::Goodbye>(schmidt).back();
    QCOMPARE(goodbye.reason, u"session_ended"_s);
    QCOMPARE(goodbye.action, protocol::GoodbyeAction::Stop);
    QVERIFY(kit.outbox.closed.contains(schmidt));
    QVERIFY(!kit.outbox.closed.contains(oezdemir));
    QCOMPARE(kit.office().clerks.at(kSchmidt).state, office::ClerkState::Lost);
    kit.callNext(schmidt, u"k"_s); // still under way
    QCOMPARE(kit.heard(schmidt), QString());
}

// Özdemir staffs both offices: whoever looks at the cars must not read that it is their turn at once.
void GatewayClerkTest::aClerkWithAVisitorElsewhereIsFreeNowhere()
{
    GatewayKit kit;
    const auto oezdemir = kit.clerk(kOezdemir);
    kit.open(oezdemir, kCitizens);
    kit.open(oezdemir, kCars);
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'), kCitizens);
    const auto watcher = kit.watcher();
    kit.forgetAll();

    kit.callNext(oezdemir, u"k1"_s);
    const auto views = [&] {
        std::map<OfficeId, office::PublicView> found;
        for (const auto &feed : kit.heardOf<citizen::OfficeFeed>(watcher))
            found.insert_or_assign(feed.office, feed.view);
        return found;
    };
    auto told = views();
    QCOMPARE(told.size(), 2U);
    QCOMPARE(told.at(kCars).state, office::PublicState::Occupied);
    QCOMPARE(told.at(kCars).idle, 0U);
    QCOMPARE(told.at(kCars).serving, 1U);
    QCOMPARE(kit.heardOf<clerk::OfficeFacts>(oezdemir).size(), 1);
    const auto late = kit.watcher();
    const auto overview = kit.heardOf<citizen::OverviewSnapshot>(late);
    QCOMPARE(overview.size(), 1);
    for (const auto &shown : overview.front().offices)
        QCOMPARE(shown.view.state, office::PublicState::Occupied);

    kit.say(kim, citizen::Leave{.id = u"bye"_s});
    told = views();
    QCOMPARE(told.size(), 2U);
    QCOMPARE(told.at(kCars).state, office::PublicState::Free);
    QCOMPARE(told.at(kCars).idle, 1U);
}

void GatewayClerkTest::aClerkWithAVisitorElsewhereGivesNoSeat()
{
    broker::Loaded town = testTown();
    for (auto &loaded : town.offices)
        loaded.config.settings.queueLimit = 0;
    GatewayKit kit(std::move(town));
    const auto oezdemir = kit.clerk(kOezdemir);
    kit.open(oezdemir, kCitizens);
    kit.open(oezdemir, kCars);
    kit.draw(kit.citizen(), token('a'), kCitizens);
    kit.callNext(oezdemir, u"k1"_s);

    const auto lee = kit.citizen();
    kit.draw(lee, token('b'), kCars);
    QCOMPARE(kit.heardOf<ErrorMessage>(lee).value(0).code, ErrorCode::OfficeFull);
}

QTEST_GUILESS_MAIN(GatewayClerkTest)
#include "GatewayClerkTest.moc"
