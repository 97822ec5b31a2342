// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/broker/Administration.h"
#include "tests/support/FakeTownStore.h"
#include "tests/unit/broker/BrokerKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
using broker::AdminConflict;
using broker::AdminForbidden;
using broker::AdminOutcome;
using broker::AdminSaved;
using broker::TownRefused;

namespace {

//! A running town with its administration.
struct Office : BrokerKit
{
    Office()
        : towns(administeredTown())
        , administration({.broker = broker,
                          .store = towns,
                          .passwords = passwords,
                          .clock = clock,
                          .endSessions = [this](ClerkId who) { ended.push_back(who); }},
                         towns.town)
    {
        towns.stored = [this](const town::Town &town) { store.reconfigure(broker::configOf(town)); };
        towns.delivered = [this] { broker.flush(); };
        broker.start();
        broker.flush();
        forgetLog();
    }
    [[nodiscard]] broker::Administration::Then note()
    {
        return [this](const AdminOutcome &outcome) { outcomes.push_back(outcome); };
    }
    void save(ClerkId who, const town::Value &value)
    {
        administration.save(who, value, note());
        broker.flush();
    }
    void remove(ClerkId who, const town::Key &key, std::uint32_t version = 1)
    {
        administration.remove(who, key, version, note());
        broker.flush();
    }
    [[nodiscard]] town::Office citizens() const { return towns.town.offices.first(); }
    [[nodiscard]] town::Account schmidt() const { return towns.town.accounts.first(); }
    template <typename Outcome>
    [[nodiscard]] const Outcome *last() const
    {
        return outcomes.empty() ? nullptr : std::get_if<Outcome>(&outcomes.back());
    }

    FakeTownStore towns;
    FakeStartPasswords passwords;
    broker::Administration administration;
    std::vector<AdminOutcome> outcomes;
    std::vector<ClerkId> ended;
};

} // namespace

//! Changing a running town.
class AdministrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsStoredCountsBeforeItIsAnswered();
    void aClerkMayChangeNothing();
    void aHeadMayChangeTheHoursOfTheOwnOfficeAlone();
    void aHeadMayNotSlipInWhatIsNotAllowed();
    void theSecondOfTwoIsToldWhoWasFirst();
    void theSameTwiceIsDoneTwice();
    void oneAfterTheOtherByTheTownThatTheFirstHasLeft();
    void anOfficeWithPeopleInItStays();
    void anEmptyOfficeGoesAndAFailedRemovalLetsPeopleInAgain();
    void aDisabledAccountEndsItsSessionsAndItsVisit();
    void anotherNameEndsNoSession();
    void aNewAccountGetsAStartPasswordAndItsSessionsEndWithAnotherOne();
    void aPasswordOfNobodyIsRefused();
    void theLogShowsEachTheOwn();
    void theFirstAdministratorMayEverythingAtOnce();
};

void AdministrationTest::whatIsStoredCountsBeforeItIsAnswered()
{
    Office kit;
    auto office = kit.citizens();
    office.name = u"Bürgerbüro"_s;
    QString nameThen;
    kit.administration.save(kWeber, office, [&](const AdminOutcome &outcome) {
        kit.outcomes.push_back(outcome);
        nameThen = kit.broker.record().office(kCitizens)->config.name;
    });
    kit.broker.flush();
    QVERIFY(kit.last<AdminSaved>());
    QCOMPARE(kit.last<AdminSaved>()->version, 2U);
    QCOMPARE(nameThen, u"Bürgerbüro"_s);
    QCOMPARE(kit.administration.town().offices.first().version, 2U);
}

void AdministrationTest::aClerkMayChangeNothing()
{
    Office kit;
    auto office = kit.citizens();
    office.hours.openOnHolidays = true;
    kit.save(kOezdemir, office);
    QVERIFY(kit.last<AdminForbidden>());
    kit.remove(kOezdemir, kCars);
    QVERIFY(kit.last<AdminForbidden>());
    kit.administration.resetPassword(kOezdemir, kOezdemir, 1, kit.note());
    kit.broker.flush();
    QVERIFY(kit.last<AdminForbidden>());
    QVERIFY(kit.towns.log.isEmpty());
}

void AdministrationTest::aHeadMayChangeTheHoursOfTheOwnOfficeAlone()
{
    Office kit;
    auto office = kit.citizens();
    office.hours.openOnHolidays = true;
    kit.save(kSchmidt, office);
    QVERIFY(kit.last<AdminSaved>());
    auto other = kit.towns.town.offices.last();
    other.hours.openOnHolidays = true;
    kit.save(kSchmidt, other);
    QVERIFY(kit.last<AdminForbidden>());
}

void AdministrationTest::aHeadMayNotSlipInWhatIsNotAllowed()
{
    Office kit;
    auto office = kit.citizens();
    office.hours.openOnHolidays = true;
    office.relayOnly = true;
    kit.save(kSchmidt, office);
    QVERIFY(kit.last<AdminForbidden>());
    auto stale = kit.citizens();
    stale.relayOnly = true;
    stale.version = 7;
    kit.save(kSchmidt, stale);
    QVERIFY(kit.last<AdminConflict>());
    QVERIFY(!kit.citizens().relayOnly);
}

void AdministrationTest::theSecondOfTwoIsToldWhoWasFirst()
{
    Office kit;
    auto first = kit.citizens();
    auto second = first;
    first.name = u"Bürgerbüro"_s;
    second.name = u"Bürgeramt"_s;
    kit.save(kWeber, first);
    kit.save(kWeber, second);
    const auto *conflict = kit.last<AdminConflict>();
    QVERIFY(conflict);
    QCOMPARE(conflict->conflict.byName, u"Frau Weber"_s);
    QCOMPARE(std::get<town::Office>(*conflict->stored).name, u"Bürgerbüro"_s);
    QCOMPARE(kit.citizens().name, u"Bürgerbüro"_s);
}

void AdministrationTest::theSameTwiceIsDoneTwice()
{
    Office kit;
    auto office = kit.citizens();
    office.name = u"Bürgerbüro"_s;
    kit.save(kWeber, office);
    kit.save(kWeber, office);
    QVERIFY(kit.last<AdminSaved>());
    QCOMPARE(kit.last<AdminSaved>()->version, 2U);
    QCOMPARE(kit.towns.log.size(), 1);
}

void AdministrationTest::oneAfterTheOtherByTheTownThatTheFirstHasLeft()
{
    Office kit;
    kit.towns.byHand = true;
    auto demoted = kit.schmidt();
    demoted.roles = {town::Role::Clerk};
    kit.save(kWeber, demoted);
    auto office = kit.citizens();
    office.hours.openOnHolidays = true;
    kit.save(kSchmidt, office);
    QVERIFY(kit.outcomes.empty());
    QVERIFY(kit.towns.completeOne());
    kit.broker.flush();
    QVERIFY(!kit.towns.completeOne());
    QVERIFY(kit.last<AdminForbidden>());
    QCOMPARE(kit.ended, std::vector{kSchmidt});
}

void AdministrationTest::anOfficeWithPeopleInItStays()
{
    Office kit;
    kit.open();
    kit.draw("kim");
    kit.broker.flush();
    kit.remove(kWeber, kCitizens);
    QVERIFY(kit.last<TownRefused>());
    QCOMPARE(kit.last<TownRefused>()->faults.first().code, town::FaultCode::HasLiveTickets);
    QCOMPARE(kit.towns.town.offices.size(), 2);
}

void AdministrationTest::anEmptyOfficeGoesAndAFailedRemovalLetsPeopleInAgain()
{
    Office kit;
    kit.open();
    kit.remove(kWeber, kCitizens, 7);
    QVERIFY(kit.last<AdminConflict>());
    kit.draw("kim");
    kit.broker.flush();
    QCOMPARE(kit.broker.record().office(kCitizens)->state.tickets.size(), std::size_t{1});
    kit.remove(kWeber, kCars);
    QVERIFY(kit.last<AdminSaved>());
    QVERIFY(kit.broker.record().office(kCars) == nullptr);
}

void AdministrationTest::aDisabledAccountEndsItsSessionsAndItsVisit()
{
    Office kit;
    kit.open();
    kit.draw("kim");
    kit.broker.run(kCitizens, office::CallNext{kSchmidt}, BrokerKit::key("next"), kit.witness.reply({}));
    auto schmidt = kit.schmidt();
    schmidt.disabled = true;
    kit.save(kWeber, schmidt);
    QVERIFY(kit.last<AdminSaved>());
    QCOMPARE(kit.ended, std::vector{kSchmidt});
    const auto &state = kit.broker.record().office(kCitizens)->state;
    QVERIFY(state.clerks.empty());
    QCOMPARE(state.line.begin()->first.standing, office::Standing::Front);
}

void AdministrationTest::anotherNameEndsNoSession()
{
    Office kit;
    auto schmidt = kit.schmidt();
    schmidt.name = u"Frau Schmidt-Meier"_s;
    kit.save(kWeber, schmidt);
    QVERIFY(kit.ended.empty());
    QCOMPARE(kit.broker.record().clerkName(kSchmidt), u"Frau Schmidt-Meier"_s);
}

void AdministrationTest::aNewAccountGetsAStartPasswordAndItsSessionsEndWithAnotherOne()
{
    Office kit;
    town::Account kim{clerkId(9), u"kim"_s, u"Kim"_s, {town::Role::Clerk}};
    kit.save(kWeber, kim);
    QVERIFY(kit.last<AdminSaved>());
    QVERIFY(kit.last<AdminSaved>()->startPassword);
    QVERIFY(kit.ended.empty());
    kit.administration.resetPassword(kWeber, kim.id, 1, kit.note());
    kit.broker.flush();
    QCOMPARE(kit.last<AdminSaved>()->startPassword->reveal(), QByteArray("start-2"));
    QCOMPARE(kit.ended, std::vector{kim.id});
}

void AdministrationTest::aPasswordOfNobodyIsRefused()
{
    Office kit;
    kit.administration.resetPassword(kWeber, clerkId(9), 0, kit.note());
    kit.broker.flush();
    QVERIFY(kit.last<TownRefused>());
    QCOMPARE(kit.passwords.made, 0);
}

void AdministrationTest::theLogShowsEachTheOwn()
{
    Office kit;
    auto office = kit.citizens();
    office.name = u"Bürgerbüro"_s;
    kit.save(kWeber, office);
    auto other = kit.towns.town.offices.last();
    other.name = u"Zulassung"_s;
    kit.save(kWeber, other);
    const auto seenBy = [&kit](ClerkId who) {
        qsizetype lines = -1;
        kit.administration.changes(who, 100, 50, [&lines](const auto &changes, auto) { lines = changes.size(); });
        return lines;
    };
    QCOMPARE(seenBy(kWeber), 2);
    QCOMPARE(seenBy(kSchmidt), 1);
    QCOMPARE(seenBy(kOezdemir), 0);
}

void AdministrationTest::theFirstAdministratorMayEverythingAtOnce()
{
    Office kit;
    const town::Account first{clerkId(9), u"erste"_s, u"Frau Erste"_s, {town::Role::Administrator}, false, 1};
    kit.save(first.id, town::Department{DepartmentId::fromBits({4, 2}), u"Ordnungsamt"_s});
    QVERIFY(kit.last<AdminForbidden>());
    kit.administration.welcomeFirst(first);
    kit.broker.flush();
    QCOMPARE(kit.broker.record().clerkName(first.id), u"Frau Erste"_s);
    kit.save(first.id, town::Department{DepartmentId::fromBits({4, 2}), u"Ordnungsamt"_s});
    QVERIFY(kit.last<AdminSaved>());
}

QTEST_GUILESS_MAIN(AdministrationTest)
#include "AdministrationTest.moc"
