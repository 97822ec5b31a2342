// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/base/Random.h"
#include "tests/fault/Stored.h"
#include "tests/integration/kit/Citizen.h"
#include "tests/integration/kit/ClerkDesk.h"
#include "tests/integration/kit/Http.h"
#include "tests/integration/kit/Servers.h"

#include <algorithm>
#include <csignal>
#include <memory>
#include <set>
#include <span>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kCitizens = 4;
//! More than all of them cost together, which is some 3 000.
constexpr int kAllocations = 10'000;
constexpr int kLeavesForARestart = 75;
constexpr int kEndsSoonMs = 5'000;

//! Draws with all of them at once; whose number was acknowledged.
std::set<TicketId> drawAll(std::span<const std::unique_ptr<Citizen>> citizens)
{
    std::vector<QString> commands;
    for (const auto &citizen : citizens) {
        auto drawing = citizen->drawing(TownFolder::office(u"B"_s));
        drawing.id = QString::fromLatin1(randomBytes(12).toHex());
        commands.push_back(drawing.id);
        citizen->send(drawing);
    }
    std::set<TicketId> acknowledged;
    for (std::size_t i = 0; i < citizens.size(); ++i) {
        Citizen &citizen = *citizens[i];
        Answer answer;
        const auto settled = [&] {
            answer = citizen.answerSoFar(commands[i]);
            return answer.done || answer.error || !citizen.isConnected();
        };
        if (!QTest::qWaitFor(settled, kPatienceMs))
            qFatal("neither answered nor cut off");
        if (answer.done && citizen.state())
            acknowledged.insert(citizen.state()->ticket);
    }
    return acknowledged;
}

std::size_t timesDrawn(const broker::Loaded &stored, TicketId ticket)
{
    std::size_t times = 0;
    for (const broker::LoadedOffice &office : stored.offices) {
        times += std::size_t(std::ranges::count_if(office.facts, [ticket](const office::Fact &fact) {
            const auto *drawn = std::get_if<office::TicketDrawn>(&fact.body);
            return drawn != nullptr && drawn->ticket == ticket;
        }));
    }
    return times;
}

} // namespace

//! The machine has no memory for one allocation, whichever it is (C-07).
class MemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theServerEndsOrGoesOnAndNothingIsLost();

private:
    void live(const TownFolder &town, int allocation);

    std::set<TicketId> m_acknowledged;
    int m_scarce{};
    int m_left{};
    int m_crashed{};
    int m_midway{};
};

void MemoryTest::theServerEndsOrGoesOnAndNothingIsLost()
{
    const TownFolder town;
    for (int allocation = 1; allocation < kAllocations && !QTest::currentTestFailed(); allocation += 1 + allocation / 3)
        live(town, allocation);
    qInfo("%d allocations failed, after %d of them the server left, after %d it was ended", m_scarce, m_left,
          m_crashed);
    // Qt writes to some of what it asks for without a look: then the kernel ends the process before it can leave.
    QVERIFY2(m_crashed * 4 <= m_scarce, "it crashes where it could leave");
    QVERIFY2(m_scarce > 10 && m_left > 5, "the control: memory was scarce, and it mattered");
    QVERIFY2(m_midway > 0, "the control: memory ended after numbers were acknowledged");
    QVERIFY2(m_acknowledged.size() >= kCitizens, "the control: all were, where it did not end");
}

void MemoryTest::live(const TownFolder &town, int allocation)
{
    ServerProgram server(town);
    server.setVariable(u"LD_PRELOAD"_s, QString::fromLocal8Bit(SPRECHTAG_SCARCE_MEMORY));
    server.setVariable(u"ASAN_OPTIONS"_s, u"verify_asan_link_order=0"_s);
    server.setVariable(u"SPRECHTAG_ALLOCATION"_s, QString::number(allocation));
    QVERIFY(server.start());
    const auto token = signIn(server.port(), u"schmidt"_s, TownFolder::password(u"schmidt"_s));
    QVERIFY(token);
    ClerkDesk schmidt(server.origin(), *token);
    QVERIFY(schmidt.greet() && schmidt.open(TownFolder::office(u"B"_s)));
    std::vector<std::unique_ptr<Citizen>> citizens;
    for (int i = 0; i < kCitizens; ++i) {
        citizens.push_back(std::make_unique<Citizen>(server.origin()));
        QVERIFY(citizens.back()->greet());
    }
    QVERIFY(server.signal(SIGUSR2));
    // Two and two, so that the memory also ends after some have their number.
    const std::span all(citizens);
    std::set<TicketId> acknowledged = drawAll(all.first(kCitizens / 2));
    acknowledged.merge(drawAll(all.subspan(kCitizens / 2)));
    const bool scarce = server.output().contains("memory: there is none");
    m_scarce += scarce ? 1 : 0;
    const bool cutOff = std::ranges::any_of(citizens, [](const auto &citizen) { return !citizen->isConnected(); });
    const auto left = cutOff ? server.exitCodeWithin(kEndsSoonMs) : std::nullopt;
    // It may also end a moment later, for something that nobody waits for.
    const bool ended = left || !server.killAtOnce();
    const auto code = ended ? server.exitCodeWithin(0) : std::nullopt;
    QVERIFY2(code.value_or(kLeavesForARestart) == kLeavesForARestart, "it ended as if all were well");
    m_left += code ? 1 : 0;
    m_crashed += ended && !code ? 1 : 0;
    const broker::Loaded stored = storedIn(town.paths());
    m_midway += scarce && !acknowledged.empty() ? 1 : 0;
    m_acknowledged.merge(acknowledged);
    for (const TicketId ticket : m_acknowledged)
        QCOMPARE(timesDrawn(stored, ticket), std::size_t(1));
}

QTEST_GUILESS_MAIN(MemoryTest)
#include "MemoryTest.moc"
