// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/connection/PendingCommands.h"

#include <QTest>

#include <memory>

using namespace sprechtag;
using namespace sprechtag::clerk::connection;
namespace wire = sprechtag::protocol::clerk;

namespace {

class TwoClocks final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return Instant(std::chrono::hours(480'000) + wall); }
    [[nodiscard]] MonotonicInstant monotonicNow() const override
    {
        return MonotonicInstant(std::chrono::hours(5) + running);
    }
    milliseconds wall{};
    milliseconds running{};
};

} // namespace

class PendingCommandsTest : public QObject
{
    Q_OBJECT

    static constexpr minutes kMoment{1};
    TwoClocks m_clock;
    std::unique_ptr<PendingCommands> m_pending;
    std::vector<Unanswered> m_answers;

    QString ask(QObject *guard)
    {
        return m_pending->add(wire::PrepareCall{}, guard,
                              [this](const CommandResult &result) { m_answers.push_back(result.error().unanswered); });
    }

private Q_SLOTS:
    void init()
    {
        m_clock.wall = {};
        m_clock.running = {};
        m_answers.clear();
        m_pending = std::make_unique<PendingCommands>(m_clock, kMoment);
    }

    void keepsWhatIsYoungAndRefusesWhatIsOld_data()
    {
        QTest::addColumn<int>("wall");
        QTest::addColumn<int>("running");
        QTest::addColumn<bool>("refused");
        QTest::newRow("just asked") << 0 << 0 << false;
        QTest::newRow("a short break of the line") << 59 << 59 << false;
        QTest::newRow("a minute is over") << 60 << 60 << true;
        QTest::newRow("the computer slept, and one clock with it") << 1200 << 5 << true;
        QTest::newRow("the clock on the wall was set back") << -3600 << 61 << true;
    }
    void keepsWhatIsYoungAndRefusesWhatIsOld()
    {
        QFETCH(int, wall);
        QFETCH(int, running);
        QFETCH(bool, refused);
        const QString id = ask(this);
        m_clock.wall = seconds(wall);
        m_clock.running = seconds(running);
        m_pending->refusePast();
        QCOMPARE(m_pending->find(id) == nullptr, refused);
        QCOMPARE(m_answers, std::vector(refused ? 1 : 0, Unanswered::NotSent));
    }

    void knowsWhetherTheServerMayHaveHeardOfIt()
    {
        ask(this);
        m_pending->sent(ask(this));
        m_pending->refuse(ask(this), protocol::ErrorCode::Gone);
        m_clock.running = kMoment;
        m_pending->refusePast();
        QCOMPARE(m_answers, (std::vector{Unanswered::No, Unanswered::NotSent, Unanswered::NoAnswer}));
    }

    void forgetsWhoIsGone()
    {
        auto guard = std::make_unique<QObject>();
        ask(guard.get());
        const QString stays = ask(this);
        guard.reset();
        m_pending->refusePast();
        QCOMPARE(m_pending->ids(), std::vector{stays});
        QVERIFY(m_answers.empty());
    }

    void asksAnewFromWithinARefusal()
    {
        QString again;
        m_pending->add(wire::PrepareCall{}, this, [this, &again](const CommandResult &) { again = ask(this); });
        m_pending->refuseAll(protocol::ErrorCode::SessionEnded);
        QCOMPARE(m_pending->ids(), std::vector{again});
        QVERIFY(m_answers.empty());
    }
};

QTEST_GUILESS_MAIN(PendingCommandsTest)
#include "PendingCommandsTest.moc"
