// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/fault/Stored.h"
#include "tests/integration/kit/Citizen.h"
#include "tests/integration/kit/ClerkDesk.h"
#include "tests/integration/kit/Http.h"
#include "tests/integration/kit/Servers.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <random>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;

namespace {

constexpr int kVisitors = 4;
constexpr int kCyclesOfALine = 6; // far below the messages that a line may send
constexpr int kKillsOfATown = 100;

int killsWanted()
{
    return qEnvironmentVariableIsSet("SPRECHTAG_KILLS") ? qEnvironmentVariableIntValue("SPRECHTAG_KILLS") : 300;
}

//! What was acknowledged, over all lives of the server.
struct Ledger
{
    std::map<TicketId, int> drawn;
    std::map<TicketId, int> left;
};

//! Draws a number, leaves, and begins anew; what was not answered when the line ended is said again on the next line.
class Visitor
{
public:
    void connectTo(const QString &origin)
    {
        m_line = std::make_unique<Citizen>(origin, m_token);
        m_cycles = 0;
    }
    [[nodiscard]] bool greet()
    {
        if (!m_line->greet(m_draws && m_command.isEmpty() ? Citizen::Greeting::New : Citizen::Greeting::Resume))
            return false;
        if (!m_command.isEmpty())
            say();
        return true;
    }
    //! Takes what has come and says what is next. False: an answer that no rule allows.
    [[nodiscard]] bool step(Ledger &ledger)
    {
        if (!m_command.isEmpty() && !takeAnswer(ledger))
            return m_problem.isEmpty();
        if (m_cycles < kCyclesOfALine && m_line->isConnected())
            begin();
        return true;
    }
    [[nodiscard]] bool isIdle() const { return m_command.isEmpty(); }
    //! For the last life: answers what is open, begins nothing.
    [[nodiscard]] bool settle(Ledger &ledger)
    {
        const auto settled = [&] { return m_command.isEmpty() || takeAnswer(ledger) || !m_problem.isEmpty(); };
        return QTest::qWaitFor(settled, kPatienceMs) && m_problem.isEmpty();
    }
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    void begin()
    {
        m_command = QString::fromLatin1(randomBytes(12).toHex());
        if (m_draws) {
            // A new person: the token of the one before is used up.
            m_token = Citizen::newToken();
            ++m_cycles;
        }
        say();
    }
    void say()
    {
        if (m_draws) {
            auto drawing = m_line->drawing(TownFolder::office(u"B"_s));
            drawing.token = m_token;
            drawing.id = m_command;
            m_line->send(drawing);
        } else {
            m_line->send(citizen::Leave{.id = m_command});
        }
    }
    bool takeAnswer(Ledger &ledger)
    {
        const Answer answer = m_line->answerSoFar(m_command);
        if (answer.error)
            m_problem = u"refused with code %1"_s.arg(static_cast<int>(answer.error->code));
        if (!answer.done)
            return false;
        m_command.clear();
        if (m_draws && m_line->state())
            m_ticket = m_line->state()->ticket;
        ++(m_draws ? ledger.drawn : ledger.left)[*m_ticket];
        m_draws = !m_draws;
        return true;
    }

    std::unique_ptr<Citizen> m_line;
    QString m_token{Citizen::newToken()};
    QString m_command; //!< its id, as long as it is not answered
    QString m_problem;
    std::optional<TicketId> m_ticket;
    bool m_draws{true}; //!< the command that is open, or the next one
    int m_cycles{};
};

} // namespace

//! The server is killed in the middle of its work, again and again (C-01).
class KillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAcknowledgedIsThereOnceAndTheServerIsBack();

private:
    void killATown(int kills);
    void live(ServerProgram &server, std::array<Visitor, kVisitors> &visitors);
    void compare(const broker::Loaded &stored) const;

    std::mt19937 m_random{20260302};
    Ledger m_ledger;
    QList<qint64> m_readyMs;
};

void KillTest::whatWasAcknowledgedIsThereOnceAndTheServerIsBack()
{
    const int wanted = killsWanted();
    for (int left = wanted; left > 0 && !QTest::currentTestFailed(); left -= kKillsOfATown)
        killATown(std::min(left, kKillsOfATown));
    std::ranges::sort(m_readyMs);
    qInfo("%d kills, ready again after %lld ms (median), %lld ms (99 of 100), %lld ms (longest)", wanted,
          m_readyMs[m_readyMs.size() / 2], m_readyMs[m_readyMs.size() * 99 / 100], m_readyMs.last());
}

void KillTest::killATown(int kills)
{
    const TownFolder town;
    app::Config config = town.config();
    config.drawsPerAddress = 1'000'000;
    ServerProgram server(town);
    QVERIFY(server.start(config));
    const auto token = signIn(server.port(), u"schmidt"_s, TownFolder::password(u"schmidt"_s));
    QVERIFY(token);
    {
        ClerkDesk schmidt(server.origin(), *token);
        QVERIFY(schmidt.greet() && schmidt.open(TownFolder::office(u"B"_s)));
    }
    m_ledger = {};
    std::array<Visitor, kVisitors> visitors;
    for (int kill = 0; kill < kills && !QTest::currentTestFailed(); ++kill) {
        live(server, visitors);
        QVERIFY(server.killAtOnce());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(server.start(config));
        m_readyMs.append(timer.elapsed());
    }
    for (Visitor &visitor : visitors) {
        visitor.connectTo(server.origin());
        QVERIFY2(visitor.greet() && visitor.settle(m_ledger), qPrintable(visitor.problem()));
    }
    server.askToStop();
    QCOMPARE(server.exitCodeWithin(kPatienceMs), std::optional(0));
    compare(storedIn(town.paths()));
}

// The people come, and are at it for a moment of random length.
void KillTest::live(ServerProgram &server, std::array<Visitor, kVisitors> &visitors)
{
    for (Visitor &visitor : visitors)
        visitor.connectTo(server.origin());
    for (Visitor &visitor : visitors)
        QVERIFY(visitor.greet());
    const int moment = static_cast<int>(m_random() % 80);
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < moment) {
        for (Visitor &visitor : visitors)
            QVERIFY2(visitor.step(m_ledger), qPrintable(visitor.problem()));
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
    }
}

void KillTest::compare(const broker::Loaded &stored) const
{
    std::map<TicketId, int> drawn;
    std::map<TicketId, int> left;
    for (const broker::LoadedOffice &office : stored.offices) {
        for (const office::Fact &fact : office.facts) {
            if (const auto *const body = std::get_if<office::TicketDrawn>(&fact.body))
                ++drawn[body->ticket];
            if (const auto *const body = std::get_if<office::TicketLeft>(&fact.body))
                ++left[body->ticket];
        }
    }
    QVERIFY(drawn.size() > kVisitors);
    QVERIFY2(drawn == m_ledger.drawn, "a number that was given is lost, or one was given twice");
    for (const auto &[ticket, times] : m_ledger.left)
        QVERIFY2(times == 1 && left[ticket] == 1, "somebody who has left is still there, or has left twice");
}

QTEST_GUILESS_MAIN(KillTest)
#include "KillTest.moc"
