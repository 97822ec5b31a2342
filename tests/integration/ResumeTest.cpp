// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/integration/kit/Citizen.h"
#include "tests/integration/kit/ClerkDesk.h"
#include "tests/integration/kit/Http.h"
#include "tests/integration/kit/Servers.h"

#include <set>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;
using office::TicketState;

namespace {

constexpr int kKills = 20;
constexpr int kAtOnce = 12;

//! What somebody holds who was told a number.
struct Acknowledged
{
    QString token;
    QString number;
};

} // namespace

//! The server is killed without a word and begins again on the same data: nobody loses what was acknowledged.
class ResumeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tenWhoWaitKeepNumberAndPlace();
    void aDrawThatWasNotAnsweredHappensOnce_data();
    void aDrawThatWasNotAnsweredHappensOnce();
    void theClerkGetsTheFactsSinceTheLastOneSeen();
    void afterARestartTheClerkIsToldEverything();
    void aCallIsHeldAndGoesOnUnderANewEpoch();
    void noAcknowledgedTicketIsLostOverManyKills();

private:
    [[nodiscard]] bool killAndRestart() { return m_server->killAtOnce() && m_server->start(); }
    [[nodiscard]] std::unique_ptr<ClerkDesk> desk(const ClerkDesk *before = nullptr);
    [[nodiscard]] std::unique_ptr<Citizen> back(const QString &token) const;
    void killWhileTheyDraw(std::vector<Acknowledged> &acknowledged, std::set<QString> &tokens);

    const OfficeId m_counter{TownFolder::office(u"B"_s)};
    std::unique_ptr<TownFolder> m_town;
    std::unique_ptr<ServerProgram> m_server;
    QByteArray m_session;
};

void ResumeTest::init()
{
    m_town = std::make_unique<TownFolder>();
    m_server = std::make_unique<ServerProgram>(*m_town);
    QVERIFY(m_server->start());
    const auto session = signIn(m_server->port(), u"schmidt"_s, TownFolder::password(u"schmidt"_s));
    QVERIFY(session);
    m_session = *session;
}

void ResumeTest::cleanup()
{
    m_server.reset();
    m_town.reset();
}

//! The desk of Frau Schmidt under the session of before; with `before` it asks for what came since.
std::unique_ptr<ClerkDesk> ResumeTest::desk(const ClerkDesk *before)
{
    auto desk = std::make_unique<ClerkDesk>(m_server->origin(), m_session);
    if (before != nullptr)
        desk->remember(*before);
    const bool greeted = desk->greet(before != nullptr ? before->numbers() : ClerkDesk::Numbers());
    return greeted ? std::move(desk) : nullptr;
}

//! Somebody who takes up the place again; null when the server does not know it.
std::unique_ptr<Citizen> ResumeTest::back(const QString &token) const
{
    auto citizen = std::make_unique<Citizen>(m_server->origin(), token);
    const bool known = citizen->greet(Citizen::Greeting::Resume) && citizen->expect<citizen::TicketStateMessage>();
    return known ? std::move(citizen) : nullptr;
}

void ResumeTest::tenWhoWaitKeepNumberAndPlace()
{
    const auto schmidt = desk();
    QVERIFY(schmidt && schmidt->open(m_counter));
    std::vector<std::unique_ptr<Citizen>> line;
    for (std::uint32_t rank = 0; rank < 10; ++rank) {
        line.push_back(std::make_unique<Citizen>(m_server->origin()));
        QVERIFY(line.back()->greet() && line.back()->draw(m_counter));
        QVERIFY(line.back()->hasRankSoon(rank));
    }
    QVERIFY(killAndRestart());
    // The last comes back first: the order of coming back decides nothing.
    std::vector<std::unique_ptr<Citizen>> again(line.size());
    for (std::size_t i = line.size(); i-- > 0;) {
        QVERIFY(line[i]->isClosedSoon());
        again[i] = back(line[i]->token());
        QVERIFY(again[i]);
        QCOMPARE(again[i]->state()->number, line[i]->state()->number);
        QCOMPARE(again[i]->state()->ticket, line[i]->state()->ticket);
        QVERIFY(again[i]->hasRankSoon(std::uint32_t(i)));
    }
    const auto returned = desk();
    QVERIFY(returned && returned->run(clerk::Arrive{.id = {}, .office = m_counter}).done);
    const Answer called = returned->run(clerk::CallNext{.id = {}, .office = m_counter});
    QVERIFY(called.done);
    QCOMPARE(called.done->ticket, std::optional(line.front()->state()->ticket));
}

void ResumeTest::aDrawThatWasNotAnsweredHappensOnce_data()
{
    QTest::addColumn<bool>("lostOnTheWayBack");
    QTest::newRow("the command may have been lost on its way") << false;
    QTest::newRow("the answer was lost on its way") << true;
}

void ResumeTest::aDrawThatWasNotAnsweredHappensOnce()
{
    QFETCH(bool, lostOnTheWayBack);
    const auto schmidt = desk();
    QVERIFY(schmidt && schmidt->open(m_counter));
    Citizen kim(m_server->origin());
    QVERIFY(kim.greet());
    auto draw = kim.drawing(m_counter, u"Kim"_s);
    draw.id = kim.post(draw);
    if (lostOnTheWayBack)
        QVERIFY(kim.answerTo(draw.id).done);
    QVERIFY(killAndRestart());
    std::optional<QString> number;
    for (int attempt = 0; attempt < 3; ++attempt) {
        Citizen again(m_server->origin(), kim.token());
        QVERIFY(again.greet(attempt == 2 ? Citizen::Greeting::Resume : Citizen::Greeting::New));
        again.post(draw);
        QVERIFY(again.answerTo(draw.id).done);
        QVERIFY(again.state());
        QCOMPARE(again.state()->number, number.value_or(again.state()->number));
        number = again.state()->number;
    }
    const auto after = desk();
    QVERIFY(after);
    QCOMPARE(after->office(m_counter).counts.issued, 1U);
    QCOMPARE(after->office(m_counter).tickets.size(), 1U);
}

void ResumeTest::theClerkGetsTheFactsSinceTheLastOneSeen()
{
    const auto before = desk();
    QVERIFY(before && before->open(m_counter));
    before->hangUp();
    Citizen kim(m_server->origin());
    QVERIFY(kim.greet() && kim.draw(m_counter, u"Kim"_s));
    const auto after = desk(before.get());
    QVERIFY(after);
    QVERIFY(after->expect<clerk::OfficeResumed>([this](const auto &resumed) { return resumed.office == m_counter; }));
    QVERIFY(after->expect<clerk::OfficeFacts>([this](const auto &facts) { return facts.office == m_counter; }));
    const TicketId ticket = kim.state()->ticket;
    QVERIFY(after->office(m_counter).tickets.contains(ticket));
    QVERIFY(after->visit(ticket));
    QCOMPARE(after->visit(ticket)->name, u"Kim"_s);
    // Folded from facts or told as a whole: it is the same office.
    const auto fresh = desk();
    QVERIFY(fresh);
    QVERIFY(QTest::qWaitFor([&] { return after->office(m_counter) == fresh->office(m_counter); }, kPatienceMs));
}

void ResumeTest::afterARestartTheClerkIsToldEverything()
{
    const auto before = desk();
    QVERIFY(before && before->open(m_counter));
    before->hangUp();
    Citizen kim(m_server->origin());
    QVERIFY(kim.greet() && kim.draw(m_counter, u"Kim"_s));
    QVERIFY(killAndRestart());
    const auto after = desk(before.get());
    QVERIFY(after);
    QVERIFY(after->expect<clerk::OfficeSnapshot>([this](const auto &shown) { return shown.card.id == m_counter; }));
    QVERIFY(after->office(m_counter).tickets.contains(kim.state()->ticket));
    QCOMPARE(after->visit(kim.state()->ticket)->name, u"Kim"_s);
}

void ResumeTest::aCallIsHeldAndGoesOnUnderANewEpoch()
{
    const auto before = desk();
    QVERIFY(before && before->open(m_counter));
    Citizen kim(m_server->origin());
    QVERIFY(kim.greet() && kim.draw(m_counter));
    const Answer called = before->run(clerk::CallNext{.id = {}, .office = m_counter});
    QVERIFY(called.done);
    QVERIFY(kim.run(citizen::Enter{.id = {}, .epoch = 1}).done);
    QVERIFY(killAndRestart());
    const auto again = back(kim.token());
    QVERIFY(again && again->isSoon(TicketState::Held));
    const auto after = desk();
    QVERIFY(after && after->run(clerk::Arrive{.id = {}, .office = m_counter}).done);
    QVERIFY(again->isSoon(TicketState::InCall));
    QCOMPARE(again->state()->epoch, 2U);
    const auto finish = [&](office::Epoch epoch) {
        return clerk::FinishTicket{.id = {},
                                   .office = m_counter,
                                   .ticket = *called.done->ticket,
                                   .epoch = epoch,
                                   .outcome = office::Outcome::Done};
    };
    const Answer late = after->run(finish(1));
    QVERIFY(late.error);
    QCOMPARE(late.error->code, protocol::ErrorCode::StaleEpoch);
    QVERIFY(after->run(finish(2)).done);
    QVERIFY(again->expect<citizen::TicketEnded>());
}

//! Many draw at once; the server dies as soon as one of them has a number.
void ResumeTest::killWhileTheyDraw(std::vector<Acknowledged> &acknowledged, std::set<QString> &tokens)
{
    std::vector<std::unique_ptr<Citizen>> crowd;
    std::vector<citizen::Draw> draws;
    for (int i = 0; i < kAtOnce; ++i)
        crowd.push_back(std::make_unique<Citizen>(m_server->origin()));
    for (const auto &one : crowd)
        QVERIFY(one->greet());
    for (const auto &one : crowd) {
        draws.push_back(one->drawing(m_counter));
        draws.back().id = one->post(draws.back());
        tokens.insert(one->token());
    }
    const auto hasNumber = [](const auto &one) { return one->state().has_value(); };
    QVERIFY(QTest::qWaitFor([&] { return std::ranges::any_of(crowd, hasNumber); }, kPatienceMs));
    QVERIFY(killAndRestart());
    for (std::size_t i = 0; i < crowd.size(); ++i) {
        // What was on its way to the page when the server died counts as told.
        QVERIFY(crowd[i]->isClosedSoon());
        Citizen again(m_server->origin(), crowd[i]->token());
        QVERIFY(again.greet());
        again.post(draws[i]);
        QVERIFY(again.answerTo(draws[i].id).done);
        QVERIFY(again.state());
        if (crowd[i]->state())
            QCOMPARE(again.state()->number, crowd[i]->state()->number);
        acknowledged.push_back({again.token(), again.state()->number});
    }
}

void ResumeTest::noAcknowledgedTicketIsLostOverManyKills()
{
    const auto schmidt = desk();
    QVERIFY(schmidt && schmidt->open(m_counter));
    std::vector<Acknowledged> acknowledged;
    std::set<QString> tokens;
    for (int kill = 0; kill < kKills; ++kill) {
        killWhileTheyDraw(acknowledged, tokens);
        if (QTest::currentTestFailed())
            return;
    }
    std::set<QString> numbers;
    for (const Acknowledged &one : acknowledged) {
        const auto again = back(one.token);
        QVERIFY(again);
        QCOMPARE(again->state()->number, one.number);
        QVERIFY(numbers.insert(one.number).second);
    }
    const auto after = desk();
    QVERIFY(after);
    QCOMPARE(after->office(m_counter).counts.issued, std::uint64_t{kKills * kAtOnce});
    QCOMPARE(numbers.size(), tokens.size());
}

QTEST_GUILESS_MAIN(ResumeTest)
#include "ResumeTest.moc"
