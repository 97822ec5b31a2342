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

//! From drawing a number to the end of the visit, as the pages see it.
class GatewayLobbyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aVisitFromTheNumberToItsEnd();
    void nothingLeavesBeforeTheCommit();
    void theOwnStateComesBeforeTheFeedOfTheSameChange();
    void everyWatcherGetsTheSameBytes();
    void onlyThoseWhoWaitKeepEveryFrame();
    void theOverviewShowsTheOffices();
    void theOverviewRespectsHolidaysAndExceptions();
    void whoWaitsHearsOfTheOwnOfficeAlone();
    void whoAsksForTheOverviewWhileWaitingGetsItBack();
    void aPassOfManyChangesIsOneFrame();
    void whatNobodyMayKnowMakesNoFrame();
    void ranksFollowFromTheFeed();
    void tenPlacesGoToTenPeople();
    void aClosedOfficeGivesNoNumbers();
    void theConsentMustBeTheOneOfToday();
    void aCallThatLapsesIsToldWithItsReason();
    void everyEndIsToldWithItsReason_data();
    void everyEndIsToldWithItsReason();
};

void GatewayLobbyTest::aVisitFromTheNumberToItsEnd()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    const auto watcher = kit.watcher();
    kit.open(schmidt);
    const auto kim = kit.citizen();
    kit.forgetAll();

    kit.draw(kim, token('a'), kCitizens, u"Kim"_s);
    auto states = kit.heardOf<citizen::TicketStateMessage>(kim);
    QCOMPARE(states.size(), 1);
    QCOMPARE(states.front().number, u"B 001"_s);
    QCOMPARE(states.front().state, office::TicketState::Waiting);
    QCOMPARE(states.front().rank, std::optional(0U));
    QCOMPARE(kit.heard(watcher), u"office.feed"_s);

    kit.callNext(schmidt, u"k1"_s);
    const auto called = kit.heardOf<citizen::TicketStateMessage>(kim).back();
    QCOMPARE(called.state, office::TicketState::Called);
    QCOMPARE(called.clerkName, std::optional(u"Frau Schmidt"_s));
    QCOMPARE(called.enterBy, std::optional(FakeClock::kBegin + seconds{60}));
    const auto done = kit.heardOf<DoneMessage>(schmidt).back();
    QCOMPARE(done.ticket, std::optional(called.ticket));
    QCOMPARE(done.epoch, std::optional(office::Epoch{1}));

    kit.say(kim, citizen::Enter{.id = u"c2"_s, .epoch = 1});
    QCOMPARE(kit.heard(kim), u"ticket.state done"_s);
    kit.say(
        schmidt,
        clerk::FinishTicket{
            .id = u"k2"_s, .office = kCitizens, .ticket = called.ticket, .epoch = 1, .outcome = office::Outcome::Done});
    const auto ended = kit.heardOf<citizen::TicketEnded>(kim);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.front().reason, citizen::EndReason::Finished);
    QVERIFY(kit.store.reload().visits.empty());
    QCOMPARE(kit.office().counts.finished, 1U);
}

void GatewayLobbyTest::nothingLeavesBeforeTheCommit()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    const auto watcher = kit.watcher();
    kit.open(schmidt);
    const auto kim = kit.citizen();
    kit.forgetAll();
    kit.store.setCompletion(MemoryStore::Completion::ByHand);

    kit.draw(kim, token('a'));
    kit.callNext(schmidt, u"k1"_s);
    for (const auto connection : {kim, watcher, schmidt})
        QCOMPARE(kit.heard(connection), QString());

    QVERIFY(kit.store.completeOne());
    QCOMPARE(kit.heard(kim), u"ticket.state office.feed done"_s);
    QCOMPARE(kit.heard(watcher), u"office.feed"_s);
    QCOMPARE(kit.heard(schmidt), u"office.facts"_s);

    QVERIFY(kit.store.completeOne());
    QCOMPARE(kit.heard(kim), u"ticket.state office.feed"_s);
    QCOMPARE(kit.heard(watcher), u"office.feed"_s);
    QCOMPARE(kit.heard(schmidt), u"office.facts done"_s);
    QVERIFY(!kit.store.completeOne());
}

void GatewayLobbyTest::theOwnStateComesBeforeTheFeedOfTheSameChange()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'));
    kit.forgetAll();
    kit.callNext(schmidt, u"k1"_s);
    const auto frames = kit.outbox.take(kim);
    QCOMPARE(frames.size(), 2);
    QCOMPARE(typeOf(frames[0]), u"ticket.state"_s);
    QCOMPARE(typeOf(frames[1]), u"office.feed"_s);
    const auto state = protocol::decodeCitizenToClient(frames[0]);
    const auto feed = protocol::decodeCitizenToClient(frames[1]);
    QCOMPARE(std::get<citizen::TicketStateMessage>(*state).seq, std::get<citizen::OfficeFeed>(*feed).seq);
}

void GatewayLobbyTest::everyWatcherGetsTheSameBytes()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    std::vector<GatewayKit::Key> watchers;
    for (int i = 0; i < 20; ++i)
        watchers.push_back(kit.watcher());
    kit.forgetAll();
    const int before = kit.outbox.preparedFrames;
    kit.say(schmidt, clerk::SuspendIntake{.id = u"k"_s, .office = kCitizens});
    QCOMPARE(kit.outbox.preparedFrames - before, 2); // one for the watchers, one for the clerks
    const auto first = kit.outbox.take(watchers.front());
    QCOMPARE(first.size(), 1);
    for (std::size_t i = 1; i < watchers.size(); ++i)
        QCOMPARE(kit.outbox.take(watchers[i]), first);
}

void GatewayLobbyTest::onlyThoseWhoWaitKeepEveryFrame()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    const auto watcher = kit.watcher();
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'));
    kit.forgetAll();
    const std::size_t before = kit.outbox.sent.size();
    kit.say(schmidt, clerk::SuspendIntake{.id = u"k"_s, .office = kCitizens});
    int seen = 0;
    for (std::size_t i = before; i < kit.outbox.sent.size(); ++i) {
        const auto &sent = kit.outbox.sent[i];
        if (typeOf(sent.frame) != u"office.feed"_s)
            continue;
        ++seen;
        QCOMPARE(sent.topic == gateway::kEveryFrame, sent.to == kim);
        QVERIFY(sent.to == kim || sent.to == watcher);
    }
    QCOMPARE(seen, 2);
}

void GatewayLobbyTest::theOverviewShowsTheOffices()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    const auto visitor = kit.citizen();
    kit.forgetAll();
    kit.say(visitor, citizen::WatchOverview{});
    const auto snapshots = kit.heardOf<citizen::OverviewSnapshot>(visitor);
    QCOMPARE(snapshots.size(), 1);
    QCOMPARE(snapshots.front().offices.size(), 2);
    const auto &first = snapshots.front().offices.front();
    QCOMPARE(first.card.name, u"Bürgerservice"_s);
    QCOMPARE(first.view.state, office::PublicState::Free);
    QCOMPARE(first.seq, kit.office().seq);
    // 08:00 UTC is nine o'clock in Berlin on a Monday in winter.
    QCOMPARE(first.hoursToday.size(), 1);
    QCOMPARE(first.nextOpening, std::optional(FakeClock::kBegin + std::chrono::hours{7 * 24 - 1}));
    QCOMPARE(snapshots.front().offices.back().view.state, office::PublicState::Closed);

    // What has changed since, and what the clock says, is in the next one.
    kit.draw(kit.citizen(), token('a'));
    kit.say(visitor, citizen::WatchOverview{});
    QCOMPARE(kit.heardOf<citizen::OverviewSnapshot>(visitor).back().offices.front().view.waiting, 1U);
    kit.wait(std::chrono::hours{24});
    kit.say(visitor, citizen::WatchOverview{});
    const auto later = kit.heardOf<citizen::OverviewSnapshot>(visitor).back().offices.front();
    QCOMPARE(later.view.state, office::PublicState::Closed);
    QVERIFY(later.hoursToday.isEmpty());
}

// The clock of the kit begins on Monday, 2 March 2026; the office has hours on Mondays.
void GatewayLobbyTest::theOverviewRespectsHolidaysAndExceptions()
{
    broker::Loaded town = testTown();
    town.calendar.land = hours::Land::BE;
    const QDate monday(2026, 3, 2);
    hours::Exception closed;
    closed.from = closed.until = monday.addDays(7);
    closed.note = u"Umzug"_s;
    town.offices.front().config.hours.exceptions = {closed};
    GatewayKit kit(std::move(town));
    const auto visitor = kit.citizen();
    kit.forgetAll();
    kit.say(visitor, citizen::WatchOverview{});
    const auto offices = kit.heardOf<citizen::OverviewSnapshot>(visitor).front().offices;
    const citizen::SpecialDay womensDay{monday.addDays(6), {}, hours::Holiday::WomensDay, {}};
    const citizen::SpecialDay moving{monday.addDays(7), {}, {}, u"Umzug"_s};
    QCOMPARE(offices.front().specialDays, (QList{womensDay, moving}));
    QCOMPARE(offices.back().specialDays, QList{womensDay});
    QCOMPARE(offices.front().nextOpening, std::optional(FakeClock::kBegin + std::chrono::hours{14 * 24 - 1}));
    QCOMPARE(offices.back().nextOpening, std::optional(FakeClock::kBegin + std::chrono::hours{7 * 24 - 1}));
}

void GatewayLobbyTest::whoWaitsHearsOfTheOwnOfficeAlone()
{
    GatewayKit kit;
    const auto oezdemir = kit.clerk(kOezdemir);
    kit.open(oezdemir, kCitizens);
    const auto kim = kit.watcher();
    kit.forgetAll();
    kit.open(oezdemir, kCars);
    QCOMPARE(kit.heard(kim), u"office.feed"_s);
    kit.draw(kim, token('a'));
    kit.forgetAll();
    kit.say(oezdemir, clerk::SuspendIntake{.id = u"k1"_s, .office = kCars});
    QCOMPARE(kit.heard(kim), QString());
    kit.say(oezdemir, clerk::SuspendIntake{.id = u"k2"_s, .office = kCitizens});
    QCOMPARE(kit.heard(kim), u"office.feed"_s);
}

void GatewayLobbyTest::whoAsksForTheOverviewWhileWaitingGetsItBack()
{
    GatewayKit kit;
    const auto oezdemir = kit.clerk(kOezdemir);
    kit.open(oezdemir, kCitizens);
    kit.open(oezdemir, kCars);
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'));
    kit.say(kim, citizen::WatchOverview{});
    kit.forgetAll();
    kit.say(oezdemir, clerk::SuspendIntake{.id = u"k1"_s, .office = kCars});
    QCOMPARE(kit.heard(kim), u"office.feed"_s);
    kit.say(oezdemir, clerk::SuspendIntake{.id = u"k2"_s, .office = kCitizens});
    QCOMPARE(kit.heard(kim), u"office.feed"_s);
    kit.say(kim, citizen::Leave{.id = u"c"_s});
    kit.forgetAll();
    kit.say(oezdemir, clerk::ResumeIntake{.id = u"k3"_s, .office = kCitizens});
    QCOMPARE(kit.heard(kim), u"office.feed"_s);
}

void GatewayLobbyTest::aPassOfManyChangesIsOneFrame()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    const auto watcher = kit.watcher();
    const auto kim = kit.citizen();
    const auto alex = kit.citizen();
    kit.forgetAll();
    const auto draw = [](const char *id, char letter) {
        return protocol::encode(citizen::ToServer{citizen::Draw{.id = QString::fromLatin1(id),
                                                                .office = kCitizens,
                                                                .token = token(letter),
                                                                .name = {},
                                                                .concern = {},
                                                                .consentVersion = u"2026-01"_s,
                                                                .lang = u"de"_s}});
    };
    kit.gateway().message(kim, draw("c1", 'a'));
    kit.gateway().message(alex, draw("c2", 'b'));
    kit.pass();
    const auto feeds = kit.heardOf<citizen::OfficeFeed>(watcher);
    QCOMPARE(feeds.size(), 1);
    QCOMPARE(feeds.front().changes,
             (std::vector<office::LineChange>{office::LineInserted{0, office::MoveReason::Drawn},
                                              office::LineInserted{1, office::MoveReason::Drawn}}));
    QCOMPARE(feeds.front().view.waiting, 2U);
    QCOMPARE(kit.heardOf<citizen::TicketStateMessage>(alex).back().rank, std::optional(1U));
}

void GatewayLobbyTest::whatNobodyMayKnowMakesNoFrame()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'));
    kit.callNext(schmidt, u"k1"_s);
    const auto watcher = kit.watcher();
    kit.forgetAll();
    kit.say(kim, citizen::Enter{.id = u"c2"_s, .epoch = 1});
    QCOMPARE(kit.heard(watcher), QString());
    QCOMPARE(kit.heard(schmidt), u"office.facts"_s);
}

void GatewayLobbyTest::ranksFollowFromTheFeed()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    std::vector<GatewayKit::Key> people;
    for (char letter = 'a'; letter <= 'e'; ++letter) {
        people.push_back(kit.citizen());
        kit.draw(people.back(), token(letter));
    }
    const auto last = people.back();
    std::optional<std::uint32_t> rank = kit.heardOf<citizen::TicketStateMessage>(last).back().rank;
    QCOMPARE(rank, std::optional(4U));
    kit.callNext(schmidt, u"k1"_s);
    kit.say(people[2], citizen::Leave{.id = u"l"_s});
    for (const auto &feed : kit.heardOf<citizen::OfficeFeed>(last)) {
        for (const office::LineChange &change : feed.changes) {
            if (const auto *left = std::get_if<office::LineLeft>(&change); left != nullptr && left->rank < *rank)
                rank = *rank - 1;
        }
    }
    QCOMPARE(rank, std::optional(2U));
    QCOMPARE(rank, office::peopleAhead(kit.office(), kit.broker().record().visits().rbegin()->first));
}

void GatewayLobbyTest::tenPlacesGoToTenPeople()
{
    broker::Loaded town = testTown();
    town.offices.front().config.settings.queueLimit = 10;
    GatewayKit kit(town);
    kit.open(kit.clerk(kSchmidt));
    int refused = 0;
    for (int i = 0; i < 40; ++i) {
        const auto person = kit.citizen();
        kit.draw(person, token(static_cast<char>('A' + i)).replace(QChar(u'['), QChar(u'_')));
        for (const auto &error : kit.heardOf<ErrorMessage>(person))
            refused += error.code == ErrorCode::OfficeFull ? 1 : 0;
    }
    QCOMPARE(kit.office().tickets.size(), 10U);
    QVERIFY(refused >= 26);
}

void GatewayLobbyTest::aClosedOfficeGivesNoNumbers()
{
    GatewayKit kit;
    const auto kim = kit.citizen();
    kit.forgetAll();
    kit.draw(kim, token('a'));
    const auto errors = kit.heardOf<ErrorMessage>(kim);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors.front().code, ErrorCode::OfficeClosed);
    QCOMPARE(errors.front().re, u"draw"_s);
    QVERIFY(kit.store.reload().visits.empty());
}

void GatewayLobbyTest::theConsentMustBeTheOneOfToday()
{
    GatewayKit kit;
    kit.open(kit.clerk(kSchmidt));
    const auto kim = kit.citizen();
    kit.say(kim, citizen::Draw{.id = u"c1"_s,
                               .office = kCitizens,
                               .token = token('a'),
                               .name = {},
                               .concern = {},
                               .consentVersion = u"2019-05"_s,
                               .lang = u"de"_s});
    const auto error = kit.heardOf<ErrorMessage>(kim).back();
    QCOMPARE(error.code, ErrorCode::BadRequest);
    QCOMPARE(error.field, u"consent_version"_s);
    QVERIFY(kit.office().tickets.empty());
}

void GatewayLobbyTest::aCallThatLapsesIsToldWithItsReason()
{
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'));
    kit.callNext(schmidt, u"k1"_s);
    kit.forgetAll();
    kit.wait(seconds{60});
    const auto state = kit.heardOf<citizen::TicketStateMessage>(kim).back();
    QCOMPARE(state.state, office::TicketState::Waiting);
    QCOMPARE(state.returned, std::optional(office::ReturnReason::NotEntered));
    QCOMPARE(state.rank, std::optional(0U));
    // The reason is there after a reload too, and no longer once the next call has come.
    const auto reloaded = kit.citizen(token('a'));
    QCOMPARE(kit.heardOf<citizen::TicketStateMessage>(reloaded).back().returned, state.returned);
    kit.wait(minutes{5});
    kit.callNext(schmidt, u"k2"_s);
    QVERIFY(!kit.heardOf<citizen::TicketStateMessage>(reloaded).back().returned);
}

void GatewayLobbyTest::everyEndIsToldWithItsReason_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<citizen::EndReason>("reason");
    QTest::newRow("the citizen leaves") << u"leave"_s << citizen::EndReason::Left;
    QTest::newRow("the office closes") << u"close"_s << citizen::EndReason::OfficeClosed;
    QTest::newRow("three calls lapse") << u"lapse"_s << citizen::EndReason::Missed;
}

void GatewayLobbyTest::everyEndIsToldWithItsReason()
{
    QFETCH(QString, how);
    QFETCH(citizen::EndReason, reason);
    GatewayKit kit;
    const auto schmidt = kit.clerk(kSchmidt);
    kit.open(schmidt);
    const auto kim = kit.citizen();
    kit.draw(kim, token('a'));
    if (how == u"leave"_s) {
        kit.say(kim, citizen::Leave{.id = u"c"_s});
    } else if (how == u"close"_s) {
        kit.say(schmidt, clerk::CloseOffice{.id = u"k"_s, .office = kCitizens, .mode = office::CloseMode::Now});
    } else {
        for (int i = 0; i < 3; ++i) {
            kit.callNext(schmidt, QString::number(i));
            kit.wait(seconds{60});
            kit.wait(minutes{5});
        }
        const auto listed = kit.heardOf<citizen::TicketStateMessage>(kim).back();
        QCOMPARE(listed.state, office::TicketState::Missed);
        kit.wait(minutes{25});
    }
    const auto ended = kit.heardOf<citizen::TicketEnded>(kim);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.front().reason, reason);
    QVERIFY(kit.store.reload().visits.empty());
    // A page that comes back too late is still told why.
    const auto late = kit.citizen(token('a'));
    QCOMPARE(kit.heardOf<citizen::TicketEnded>(late).back().reason, reason);
}

QTEST_GUILESS_MAIN(GatewayLobbyTest)
#include "GatewayLobbyTest.moc"
