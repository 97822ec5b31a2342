// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/integration/kit/Citizen.h"
#include "tests/integration/kit/ClerkDesk.h"
#include "tests/integration/kit/Http.h"
#include "tests/integration/kit/Servers.h"

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;
using office::TicketState;
using protocol::ErrorCode;

namespace {

const QString kSdp =
    u"v=0\r\no=- 46117317 2 IN IP4 192.0.2.7\r\ns=-\r\nt=0 0\r\nm=audio 51234 UDP/TLS/RTP/SAVPF 111\r\n"
    "c=IN IP4 192.0.2.7\r\na=candidate:1 1 udp 2113937151 192.0.2.7 51234 typ host\r\n"
    "a=candidate:2 1 udp 1677729535 198.51.100.4 51235 typ srflx raddr 192.0.2.7 rport 51234\r\n"
    "a=candidate:3 1 udp 33562367 203.0.113.9 50000 typ relay raddr 198.51.100.4 rport 51235\r\n"_s;

protocol::Signal candidate(const QString &text)
{
    return protocol::Candidate{.candidate = text, .sdpMid = u"0"_s, .sdpMLineIndex = 0, .generation = 1};
}

QByteArray lastFeed(const Citizen &citizen)
{
    const QByteArray &heard = citizen.heard();
    const qsizetype mark = heard.lastIndexOf("\"type\":\"office.feed\"");
    const qsizetype begin = heard.lastIndexOf('\n', mark) + 1;
    return mark < 0 ? QByteArray() : heard.sliced(begin, heard.indexOf('\n', mark) - begin);
}

clerk::CallNext next(OfficeId office)
{
    return {.id = {}, .office = office};
}

clerk::FinishTicket finish(OfficeId office, const protocol::DoneMessage &called)
{
    return {.id = {},
            .office = office,
            .ticket = called.ticket.value(),
            .epoch = called.epoch.value(),
            .outcome = office::Outcome::Done};
}

} // namespace

//! From click to face over the real sockets and the real store: what clerks and citizens do on an ordinary day.
class MainJobTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everybodySeesTheOwnRankByTheFeed();
    void theClerkCallsTheNextAndEveryoneElseMovesUp();
    void theClerkCallsByName();
    void theStandingOfferFollowsTheCallAtOnce();
    void signalsPassBothWaysBetweenTheTwoAlone();
    void aRelayOnlyOfficeTellsNoAddress();
    void twoClerksWhoCallAtOnceGetTwoPeople();
    void aClerkOfTwoOfficesHasOneVisitor();
    void whoLeavesFreesThePlace();
    void oneAddressCannotFillALobby();

private:
    [[nodiscard]] std::unique_ptr<ClerkDesk> desk(const QString &login) const;
    [[nodiscard]] std::unique_ptr<Citizen> waiting(OfficeId office, const QString &name = {}) const;

    const OfficeId m_counter{TownFolder::office(u"B"_s)};
    std::unique_ptr<TownFolder> m_town;
    std::unique_ptr<LocalServer> m_server;
};

void MainJobTest::init()
{
    m_town = std::make_unique<TownFolder>();
    m_server = std::make_unique<LocalServer>(m_town->config());
}

void MainJobTest::cleanup()
{
    m_server.reset();
    m_town.reset();
}

//! Signed in by REST, connected, greeted; null when any of it fails.
std::unique_ptr<ClerkDesk> MainJobTest::desk(const QString &login) const
{
    const auto token = signIn(m_server->port(), login, TownFolder::password(login));
    if (!token)
        return nullptr;
    auto desk = std::make_unique<ClerkDesk>(m_server->origin(), *token);
    return desk->greet() ? std::move(desk) : nullptr;
}

//! Somebody with a number; null when there is none.
std::unique_ptr<Citizen> MainJobTest::waiting(OfficeId office, const QString &name) const
{
    auto citizen = std::make_unique<Citizen>(m_server->origin());
    return citizen->greet() && citizen->draw(office, name) ? std::move(citizen) : nullptr;
}

void MainJobTest::everybodySeesTheOwnRankByTheFeed()
{
    const auto schmidt = desk(u"schmidt"_s);
    QVERIFY(schmidt && schmidt->open(m_counter));
    const auto kim = waiting(m_counter, u"Kim"_s);
    const auto lee = waiting(m_counter, u"Lee"_s);
    const auto noor = waiting(m_counter);
    QVERIFY(kim && lee && noor);
    QCOMPARE(kim->state()->number, u"B 001"_s);
    QCOMPARE(noor->state()->number, u"B 003"_s);
    QVERIFY(kim->hasRankSoon(0) && lee->hasRankSoon(1) && noor->hasRankSoon(2));
    QVERIFY(noor->expect<citizen::OfficeFeed>([](const auto &told) { return told.view.waiting == 3; }));
    QVERIFY(QTest::qWaitFor([&] { return office::waitingCount(schmidt->office(m_counter)) == 3; }, kPatienceMs));
    QCOMPARE(schmidt->visit(kim->state()->ticket)->name, u"Kim"_s);
    // The very same bytes to everybody.
    const QByteArray feed = lastFeed(*noor);
    QVERIFY(feed.contains("\"waiting\":3"));
    QVERIFY(QTest::qWaitFor([&] { return lastFeed(*kim) == feed && lastFeed(*lee) == feed; }, kPatienceMs));
}

void MainJobTest::theClerkCallsTheNextAndEveryoneElseMovesUp()
{
    const auto schmidt = desk(u"schmidt"_s);
    QVERIFY(schmidt && schmidt->open(m_counter));
    const auto kim = waiting(m_counter);
    const auto lee = waiting(m_counter);
    QVERIFY(kim && lee);
    const Answer first = schmidt->run(next(m_counter));
    QVERIFY(first.done);
    QCOMPARE(first.done->ticket, std::optional(kim->state()->ticket));
    QVERIFY(kim->isSoon(TicketState::Called));
    QCOMPARE(kim->state()->clerkName, std::optional(u"Frau Schmidt"_s));
    QVERIFY(kim->state()->enterBy.has_value());
    QVERIFY(lee->hasRankSoon(0));
    QVERIFY(kim->run(citizen::Enter{.id = {}, .epoch = kim->state()->epoch}).done);
    QVERIFY(kim->isSoon(TicketState::InCall));
    QVERIFY(schmidt->run(finish(m_counter, *first.done)).done);
    const auto ended = kim->expect<citizen::TicketEnded>();
    QVERIFY(ended);
    QCOMPARE(ended->reason, citizen::EndReason::Finished);
    const Answer second = schmidt->run(next(m_counter));
    QVERIFY(second.done);
    QCOMPARE(second.done->ticket, std::optional(lee->state()->ticket));
    QVERIFY(lee->isSoon(TicketState::Called));
}

void MainJobTest::theClerkCallsByName()
{
    const auto schmidt = desk(u"schmidt"_s);
    QVERIFY(schmidt && schmidt->open(m_counter));
    const auto kim = waiting(m_counter, u"Kim"_s);
    const auto lee = waiting(m_counter, u"Lee"_s);
    QVERIFY(kim && lee);
    const Answer called = schmidt->run(clerk::CallNamed{.id = {}, .office = m_counter, .ticket = lee->state()->ticket});
    QVERIFY(called.done);
    QVERIFY(lee->isSoon(TicketState::Called));
    QVERIFY(kim->hasRankSoon(0));
    QCOMPARE(kim->state()->state, TicketState::Waiting);
}

void MainJobTest::theStandingOfferFollowsTheCallAtOnce()
{
    const auto schmidt = desk(u"schmidt"_s);
    QVERIFY(schmidt && schmidt->open(m_counter));
    const auto kim = waiting(m_counter);
    QVERIFY(kim && kim->offer(1, kSdp));
    const Answer called = schmidt->run(next(m_counter));
    QVERIFY(called.done);
    const auto offer = schmidt->expect<clerk::CallOffer>();
    QVERIFY(offer);
    QCOMPARE(offer->ticket, *called.done->ticket);
    QCOMPARE(offer->epoch, *called.done->epoch);
    QCOMPARE(offer->sdp, kSdp);
    const auto &history = schmidt->history();
    const auto done = std::ranges::find(history, clerk::ToClient{*called.done});
    QVERIFY(done != history.end() && std::next(done) != history.end());
    QVERIFY(std::holds_alternative<clerk::CallOffer>(*std::next(done)));
}

void MainJobTest::signalsPassBothWaysBetweenTheTwoAlone()
{
    const auto schmidt = desk(u"schmidt"_s);
    const auto yilmaz = desk(u"yilmaz"_s);
    QVERIFY(schmidt && schmidt->open(m_counter) && yilmaz);
    const auto kim = waiting(m_counter);
    QVERIFY(kim);
    const Answer called = schmidt->run(next(m_counter));
    QVERIFY(called.done && kim->isSoon(TicketState::Called));
    const protocol::Signal toClerk = candidate(u"candidate:1 1 udp 2113937151 192.0.2.7 51234 typ host"_s);
    kim->send(citizen::CallSignal{.epoch = 1, .signal = toClerk});
    const auto atClerk = schmidt->expect<clerk::CallSignal>();
    QVERIFY(atClerk);
    QCOMPARE(atClerk->signal, toClerk);
    const protocol::Signal toCitizen = protocol::SessionDescription{.type = u"answer"_s, .sdp = kSdp, .generation = 1};
    const clerk::CallSignal answer{
        .office = m_counter, .ticket = *called.done->ticket, .epoch = 1, .signal = toCitizen};
    yilmaz->send(answer);
    QVERIFY(yilmaz->expect<protocol::ErrorMessage>([](const auto &error) { return error.re.isEmpty(); }));
    schmidt->send(answer);
    const auto atCitizen = kim->expect<citizen::CallSignal>();
    QVERIFY(atCitizen);
    QCOMPARE(atCitizen->signal, toCitizen);
    QCOMPARE(kim->heard().count("call.signal"), 1);
    QCOMPARE(yilmaz->heard().count("call.signal"), 0);
}

void MainJobTest::aRelayOnlyOfficeTellsNoAddress()
{
    const OfficeId quiet = TownFolder::office(u"J"_s);
    const auto weber = desk(u"weber"_s);
    QVERIFY(weber && weber->open(quiet));
    const auto kim = waiting(quiet);
    QVERIFY(kim && kim->offer(1, kSdp));
    const auto ice = std::ranges::find_if(kim->history(), [](const auto &message) {
        const auto *some = std::get_if<protocol::CallIce>(&message);
        return some != nullptr && some->policy == protocol::IcePolicy::RelayOnly;
    });
    QVERIFY(ice != kim->history().end());
    const Answer called = weber->run(next(quiet));
    QVERIFY(called.done && kim->isSoon(TicketState::Called));
    const auto offer = weber->expect<clerk::CallOffer>();
    QVERIFY(offer);
    QVERIFY(offer->sdp.contains(u"203.0.113.9"));
    const auto signalled = [&](const QString &text) {
        kim->send(citizen::CallSignal{.epoch = 1, .signal = candidate(text)});
    };
    signalled(u"candidate:1 1 udp 2113937151 192.0.2.7 51234 typ host"_s);
    signalled(u"candidate:2 1 udp 1677729535 198.51.100.4 51235 typ srflx raddr 192.0.2.7 rport 51234"_s);
    signalled(u"candidate:3 1 udp 33562367 203.0.113.9 50000 typ relay raddr 198.51.100.4 rport 51235"_s);
    QVERIFY(weber->expect<clerk::CallSignal>());
    weber->send(
        clerk::CallSignal{.office = quiet,
                          .ticket = *called.done->ticket,
                          .epoch = 1,
                          .signal = protocol::SessionDescription{.type = u"answer"_s, .sdp = kSdp, .generation = 1}});
    QVERIFY(kim->expect<citizen::CallSignal>());
    for (const QByteArray &heard : {weber->heard(), kim->heard()}) {
        QVERIFY(!heard.contains("192.0.2.7"));
        QVERIFY(!heard.contains("198.51.100.4"));
        QVERIFY(heard.contains("203.0.113.9"));
    }
}

void MainJobTest::twoClerksWhoCallAtOnceGetTwoPeople()
{
    const auto schmidt = desk(u"schmidt"_s);
    const auto yilmaz = desk(u"yilmaz"_s);
    QVERIFY(schmidt && schmidt->open(m_counter) && yilmaz && yilmaz->open(m_counter));
    const auto kim = waiting(m_counter);
    const auto lee = waiting(m_counter);
    QVERIFY(kim && lee);
    const QString one = schmidt->post(next(m_counter));
    const QString other = yilmaz->post(next(m_counter));
    const Answer first = schmidt->answerTo(one);
    const Answer second = yilmaz->answerTo(other);
    QVERIFY(first.done && second.done);
    QVERIFY(first.done->ticket != second.done->ticket);
    QVERIFY(kim->isSoon(TicketState::Called) && lee->isSoon(TicketState::Called));
    QVERIFY(kim->state()->clerkName != lee->state()->clerkName);
}

void MainJobTest::aClerkOfTwoOfficesHasOneVisitor()
{
    const OfficeId cars = TownFolder::office(u"K"_s);
    const auto schmidt = desk(u"schmidt"_s);
    QVERIFY(schmidt && schmidt->open(m_counter) && schmidt->open(cars));
    const auto kim = waiting(m_counter);
    const auto lee = waiting(cars);
    QVERIFY(kim && lee);
    const Answer first = schmidt->run(next(m_counter));
    QVERIFY(first.done);
    const Answer second = schmidt->run(next(cars));
    QVERIFY(second.error);
    QCOMPARE(second.error->code, ErrorCode::Busy);
    QVERIFY(kim->isSoon(TicketState::Called));
    QVERIFY(kim->run(citizen::Enter{.id = {}, .epoch = 1}).done);
    QVERIFY(schmidt->run(finish(m_counter, *first.done)).done);
    const Answer third = schmidt->run(next(cars));
    QVERIFY(third.done);
    QCOMPARE(third.done->ticket, std::optional(lee->state()->ticket));
}

void MainJobTest::whoLeavesFreesThePlace()
{
    const auto schmidt = desk(u"schmidt"_s);
    QVERIFY(schmidt && schmidt->open(m_counter));
    const auto kim = waiting(m_counter);
    const auto lee = waiting(m_counter);
    QVERIFY(kim && lee && lee->hasRankSoon(1));
    QVERIFY(kim->run(citizen::Leave{.id = {}}).done);
    QVERIFY(lee->hasRankSoon(0));
    const Answer called = schmidt->run(next(m_counter));
    QVERIFY(called.done);
    QCOMPARE(called.done->ticket, std::optional(lee->state()->ticket));
}

void MainJobTest::oneAddressCannotFillALobby()
{
    app::Config config = m_town->config();
    config.drawsPerAddress = 2;
    m_server.reset();
    m_server = std::make_unique<LocalServer>(config);
    const auto schmidt = desk(u"schmidt"_s);
    QVERIFY(schmidt && schmidt->open(m_counter));
    std::vector<std::unique_ptr<Citizen>> people;
    std::vector<QString> draws;
    // All at once, so that even a slow machine earns few numbers in between.
    for (int i = 0; i < 8; ++i) {
        people.push_back(std::make_unique<Citizen>(m_server->origin()));
        QVERIFY(people.back()->greet());
    }
    for (const auto &person : people)
        draws.push_back(person->post(person->drawing(m_counter)));
    int refused = 0;
    for (std::size_t i = 0; i < people.size(); ++i) {
        const Answer answer = people[i]->answerTo(draws[i]);
        QVERIFY(answer.done || (answer.error->code == ErrorCode::TryLater && answer.error->afterSeconds));
        refused += answer.error ? 1 : 0;
    }
    QVERIFY(refused > 0 && refused <= 6);
}

QTEST_GUILESS_MAIN(MainJobTest)
#include "MainJobTest.moc"
