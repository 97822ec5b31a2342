// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/broker/BrokerKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;

namespace {

constexpr OfficeId kPark = officeId(3);

//! A running town, and administrators who change it.
struct Running : BrokerKit
{
    explicit Running(MemoryStore::Completion completion = MemoryStore::Completion::AtOnce)
        : BrokerKit(completion)
    {
        broker.start();
        broker.flush();
        store.completeAll();
        forgetLog();
    }
    void administrate(const std::function<void(broker::TownConfig &)> &change)
    {
        broker::TownConfig config = configOf(store.reload());
        change(config);
        store.reconfigure(config);
        broker.reconfigure(config);
        broker.flush();
    }
    [[nodiscard]] const office::OfficeState &office(OfficeId id = kCitizens) const
    {
        return broker.record().office(id)->state;
    }
    //! Kim is with Frau Schmidt.
    void serveKim()
    {
        open();
        draw("kim");
        broker.run(kCitizens, office::CallNext{kSchmidt}, key("next"), witness.reply({}));
        broker.runForTicket(
            "kim",
            [](TicketId ticket) {
                return office::Enter{ticket, 1};
            },
            key("enter"), witness.reply({}));
        broker.flush();
        forgetLog();
    }
};

broker::OfficeConfig park(const broker::TownConfig &config)
{
    broker::OfficeConfig office = config.offices.front();
    office.id = kPark;
    office.name = u"Grünflächenamt"_s;
    office.letter = u"G"_s;
    return office;
}

} // namespace

//! What administrators store counts in the running town.
class BrokerReconfigureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewOfficeGivesNumbersAtOnce();
    void anotherRuleCountsFromThenOn();
    void otherHoursAreToldAtOnce();
    void aClerkWhoMayNoLongerLosesTheDeskAtOnce();
    void aVisitBehindTheClosedDoorEndsWithItsClerk();
    void anOfficeWithTicketsCannotBeSealed();
    void anOfficeThatIsNeededElsewhereCannotBeSealed();
    void aSealedOfficeLetsNobodyIn();
    void anUnsealedOneDoes();
    void anOfficeThatIsTakenAwayIsGone();
    void theLastFactsOfAnOfficeThatIsTakenAwayAreNobodys();
    void nothingCountsBeforeWhatWasDecidedIsDurable();
    void aClerkWithAnotherNameIsToldInTheOwnOffices();
};

void BrokerReconfigureTest::aNewOfficeGivesNumbersAtOnce()
{
    Running kit;
    kit.administrate([](broker::TownConfig &config) { config.offices.push_back(park(config)); });
    QCOMPARE(kit.witness.reconfigurations.back().added, std::vector{kPark});
    kit.open(kPark);
    kit.draw("kim", kPark);
    kit.broker.flush();
    QCOMPARE(kit.office(kPark).tickets.size(), std::size_t{1});
    QVERIFY(kit.office(kPark).window);
}

void BrokerReconfigureTest::anotherRuleCountsFromThenOn()
{
    Running kit;
    kit.open();
    kit.administrate([](broker::TownConfig &config) { config.offices.front().settings.queueLimit = 0; });
    QCOMPARE(kit.office().settings.queueLimit, std::optional(0U));
    kit.draw("kim");
    kit.draw("ali");
    kit.broker.flush();
    QCOMPARE(kit.witness.outcomes.back().answer.refusal,
             std::optional(office::Refusal{office::RefusalCode::OfficeFull, {}, {}}));
    QCOMPARE(kit.witness.reconfigurations.back().changed, std::vector{kCitizens});
}

void BrokerReconfigureTest::otherHoursAreToldAtOnce()
{
    Running kit;
    const auto before = *kit.office().window;
    kit.administrate([](broker::TownConfig &config) {
        config.offices.front().hours = hours::everyWeek({{.day = 1, .fromMinute = 8 * 60, .toMinute = 10 * 60}});
    });
    QCOMPARE(kit.office().window->closesAt, before.closesAt - std::chrono::hours{2});
    kit.administrate([](broker::TownConfig &config) {
        config.town.calendar.closedDays = {{QDate(2026, 3, 2), QDate(2026, 3, 2), false, 0, u"Betriebsausflug"_s}};
    });
    QVERIFY(kit.office().window->opensAt > kit.clock.now());
}

void BrokerReconfigureTest::aClerkWhoMayNoLongerLosesTheDeskAtOnce()
{
    Running kit;
    kit.serveKim();
    kit.draw("ali");
    kit.broker.flush();
    kit.administrate([](broker::TownConfig &config) { config.offices.front().clerks = {kOezdemir}; });
    QVERIFY(!kit.office().clerks.contains(kSchmidt));
    const office::Ticket &kim = kit.office().tickets.at(ticketId(1));
    QCOMPARE(kim.state, office::TicketState::Waiting);
    QCOMPARE(kim.standing, office::Standing::Front);
    QCOMPARE(kit.office().line.begin()->second, ticketId(1));
    kit.broker.run(kCitizens, office::Arrive{kSchmidt}, BrokerKit::key("again"), kit.witness.reply({}));
    kit.broker.flush();
    QCOMPARE(kit.witness.outcomes.back().verdict, broker::Verdict::NotAuthorised);
}

void BrokerReconfigureTest::aVisitBehindTheClosedDoorEndsWithItsClerk()
{
    Running kit;
    kit.serveKim();
    kit.broker.run(kCitizens, office::Close{kSchmidt, office::CloseMode::Now}, BrokerKit::key("close"),
                   kit.witness.reply({}));
    kit.administrate([](broker::TownConfig &config) { config.offices.front().clerks.clear(); });
    QVERIFY(kit.office().tickets.empty());
    QVERIFY(kit.store.reload().visits.empty());
}

void BrokerReconfigureTest::anOfficeWithTicketsCannotBeSealed()
{
    Running kit;
    kit.open();
    kit.draw("kim");
    QVERIFY(!kit.broker.seal(kCitizens));
    kit.broker.flush();
    QVERIFY(!kit.broker.seal(kCitizens));
    kit.draw("ali");
    QCOMPARE(kit.witness.outcomes.back().verdict, broker::Verdict::Answered);
}

void BrokerReconfigureTest::anOfficeThatIsNeededElsewhereCannotBeSealed()
{
    Running kit;
    kit.open();
    kit.open(kCars, kWeber);
    kit.serveKim();
    QVERIFY(kit.broker.seal(kCars));
    kit.broker.unseal(kCars);
    const TicketId ticket = kit.office().tickets.begin()->first;
    kit.broker.run(kCitizens, office::ProposeTransfer{kSchmidt, ticket, 1, kCars, std::nullopt},
                   BrokerKit::key("propose"), kit.witness.reply({}));
    QVERIFY2(!kit.broker.seal(kCars), "somebody is asked whether to go there");
    kit.broker.runForTicket(
        "kim",
        [](TicketId mine) {
            return office::Transfer{mine, 1};
        },
        BrokerKit::key("agree"), kit.witness.reply({}));
    kit.broker.flush();
    QVERIFY(kit.office().tickets.empty());
    QVERIFY2(!kit.broker.seal(kCitizens), "its letter stands before a number that waits elsewhere");
}

void BrokerReconfigureTest::aSealedOfficeLetsNobodyIn()
{
    Running kit;
    kit.open();
    QVERIFY(kit.broker.seal(kCitizens));
    kit.draw("kim");
    kit.broker.flush();
    QCOMPARE(kit.witness.outcomes.back().verdict, broker::Verdict::Sealed);
    kit.broker.run(kCitizens, office::Open{kSchmidt}, BrokerKit::key("again"), kit.witness.reply({}));
    kit.broker.flush();
    QCOMPARE(kit.witness.outcomes.back().verdict, broker::Verdict::Sealed);
    kit.broker.run(kCitizens, office::Open{kWeber}, BrokerKit::key("not mine"), kit.witness.reply({}));
    kit.broker.flush();
    QCOMPARE(kit.witness.outcomes.back().verdict, broker::Verdict::NotAuthorised);
}

void BrokerReconfigureTest::anUnsealedOneDoes()
{
    Running kit;
    kit.open();
    QVERIFY(kit.broker.seal(kCitizens));
    kit.broker.unseal(kCitizens);
    kit.draw("kim");
    kit.broker.flush();
    QCOMPARE(kit.office().tickets.size(), std::size_t{1});
}

void BrokerReconfigureTest::anOfficeThatIsTakenAwayIsGone()
{
    Running kit;
    kit.open(kCars, kWeber);
    QVERIFY(kit.broker.seal(kCars));
    kit.administrate([](broker::TownConfig &config) { config.offices.pop_back(); });
    QVERIFY(kit.broker.record().office(kCars) == nullptr);
    QCOMPARE(kit.witness.reconfigurations.back().removed, std::vector{kCars});
    kit.clock.advance(std::chrono::hours{24});
    kit.broker.tick();
    kit.broker.clerkLost(kWeber);
    kit.broker.flush();
    kit.draw("kim", kCars);
    kit.broker.flush();
    QCOMPARE(kit.witness.outcomes.back().verdict, broker::Verdict::UnknownOffice);
}

void BrokerReconfigureTest::theLastFactsOfAnOfficeThatIsTakenAwayAreNobodys()
{
    Running kit;
    kit.open(kCars, kWeber);
    kit.store.setCompletion(MemoryStore::Completion::ByHand);
    kit.open();
    QVERIFY(kit.broker.seal(kCars));
    broker::TownConfig config = configOf(testTown());
    config.offices.pop_back();
    kit.store.reconfigure(config);
    kit.broker.reconfigure(config);
    // Decided for an office that is gone by the time it is durable.
    kit.broker.clerkLost(kWeber);
    kit.broker.flush();
    kit.store.completeAll();
    QVERIFY(kit.broker.record().office(kCars) == nullptr);
    QCOMPARE(kit.store.batches().back().facts.front().office, kCars);
    kit.draw("kim");
    kit.broker.flush();
    kit.store.completeAll();
    QCOMPARE(kit.office().tickets.size(), std::size_t{1});
}

void BrokerReconfigureTest::nothingCountsBeforeWhatWasDecidedIsDurable()
{
    Running kit;
    kit.store.setCompletion(MemoryStore::Completion::ByHand);
    kit.broker.run(kCitizens, office::Open{kSchmidt}, BrokerKit::key("open"), kit.witness.reply(u"opened"_s));
    kit.broker.flush();
    broker::TownConfig config = configOf(testTown());
    config.offices.erase(config.offices.begin());
    kit.broker.reconfigure(config);
    kit.broker.flush();
    QVERIFY(kit.broker.record().office(kCitizens) != nullptr);
    kit.store.completeAll();
    QVERIFY(kit.broker.record().office(kCitizens) == nullptr);
    QVERIFY(kit.witness.log.indexOf(u"opened"_s) >= 0);
    QVERIFY(kit.witness.log.indexOf(u"reconfigured"_s) > kit.witness.log.indexOf(u"opened"_s));
}

void BrokerReconfigureTest::aClerkWithAnotherNameIsToldInTheOwnOffices()
{
    Running kit;
    kit.administrate([](broker::TownConfig &config) { config.clerks.front().name = u"Frau Schmidt-Meier"_s; });
    QCOMPARE(kit.broker.record().clerkName(kSchmidt), u"Frau Schmidt-Meier"_s);
    QCOMPARE(kit.witness.reconfigurations.back().changed, std::vector{kCitizens});
}

QTEST_GUILESS_MAIN(BrokerReconfigureTest)
#include "BrokerReconfigureTest.moc"
