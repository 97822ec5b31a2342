// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/broker/BrokerKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;

namespace {

//! The town opens on Mondays from 8 to 12; it is Monday, nine o'clock in Berlin.
struct Morning : BrokerKit
{
    explicit Morning(broker::Loaded town = testTown())
        : BrokerKit(MemoryStore::Completion::AtOnce, std::move(town))
    {
        broker.start();
        broker.flush();
    }
    [[nodiscard]] const office::OfficeState &office() const { return broker.record().office(kCitizens)->state; }
    void waitUntilDue()
    {
        const auto due = broker.nextDue();
        QVERIFY(due);
        clock.advance(std::chrono::duration_cast<milliseconds>(*due - clock.now()));
        broker.tick();
        broker.flush();
    }
};

constexpr std::chrono::hours kUntilNoon{3};

} // namespace

//! The offices know their hours, and keep them with no clerk connected.
class BrokerHoursTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOfficeKnowsItsWindow();
    void closingTimeComesWithNobodyThere();
    void theNextWindowFollows();
    void aWallClockThatIsALittleBehindDoesNotBringTheOldWindowBack();
    void whatTheClockDidMeanwhileIsDoneAtTheStart();
    void anOfficeOpensByItsHours();
    void anOfficeWithoutHoursHasNoWindow();
};

void BrokerHoursTest::everyOfficeKnowsItsWindow()
{
    const Morning kit;
    QVERIFY(kit.office().window);
    QCOMPARE(kit.office().window->closesAt, kit.clock.now() + kUntilNoon);
    QVERIFY(kit.office().window->opensAt <= kit.clock.now());
}

void BrokerHoursTest::closingTimeComesWithNobodyThere()
{
    Morning kit;
    kit.open();
    kit.draw("kim");
    kit.broker.clerkLost(kSchmidt);
    kit.broker.flush();
    kit.clock.advance(kUntilNoon);
    kit.broker.tick();
    kit.broker.flush();
    QVERIFY(kit.office().open);
    QCOMPARE(kit.office().intake, office::Intake::SuspendedThenClose);
    kit.clock.advance(std::chrono::hours{1});
    kit.broker.tick();
    kit.broker.flush();
    QVERIFY(!kit.office().open);
    QVERIFY(kit.store.reload().visits.empty());
}

void BrokerHoursTest::theNextWindowFollows()
{
    Morning kit;
    const auto first = *kit.office().window;
    kit.waitUntilDue();
    QVERIFY(kit.office().window);
    QCOMPARE(kit.office().window->opensAt, first.opensAt + std::chrono::days{7});
    QVERIFY(!kit.broker.nextDue() || *kit.broker.nextDue() > kit.clock.now());
}

void BrokerHoursTest::aWallClockThatIsALittleBehindDoesNotBringTheOldWindowBack()
{
    Morning kit;
    const auto first = *kit.office().window;
    kit.clock.setWallClock(kit.clock.now() - seconds{5});
    kit.clock.advance(kUntilNoon);
    kit.broker.tick();
    kit.broker.flush();
    QVERIFY(kit.office().window);
    QCOMPARE(kit.office().window->opensAt, first.opensAt + std::chrono::days{7});
}

void BrokerHoursTest::whatTheClockDidMeanwhileIsDoneAtTheStart()
{
    Morning before;
    before.open();
    before.draw("kim");
    before.broker.flush();
    FakeClock later;
    later.advance(std::chrono::hours{24});
    MemoryStore store(before.store.reload(), MemoryStore::Completion::AtOnce);
    broker::Broker broker(store.reload(), store, later, countingTickets(9));
    broker.start();
    broker.flush();
    const office::OfficeState &state = broker.record().office(kCitizens)->state;
    QVERIFY(!state.open);
    QCOMPARE(state.counts.closed, 1U);
    QVERIFY(state.window && state.window->opensAt > later.now());
}

void BrokerHoursTest::anOfficeOpensByItsHours()
{
    auto town = testTown();
    town.offices.front().config.settings.opensByHours = true;
    Morning kit(std::move(town));
    kit.broker.run(kCitizens, office::Arrive{.clerk = kSchmidt}, BrokerKit::key("a"), kit.witness.reply({}));
    kit.broker.flush();
    QVERIFY(kit.office().open);
}

void BrokerHoursTest::anOfficeWithoutHoursHasNoWindow()
{
    auto town = testTown();
    town.offices.front().config.hours = {};
    const Morning kit(std::move(town));
    QVERIFY(!kit.office().window);
}

QTEST_GUILESS_MAIN(BrokerHoursTest)
#include "BrokerHoursTest.moc"
