// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/broker/AdministrationKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
using broker::AdminConflict;
using broker::AdminForbidden;
using broker::AdminOutcome;
using broker::AdminSaved;
using broker::TownRefused;

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
    void theSameTwiceIsDoneOnce();
    void theOrderOfRolesIsNoChange();
    void anOfficeWithPeopleInItStays();
    void anEmptyOfficeGoesAndAFailedRemovalLetsPeopleInAgain();
    void theLetterStaysAsLongAsNumbersOfItLive();
    void aHeadWithAnotherVersionClosesNoOffice();
    void aDisabledAccountEndsItsSessionsAndItsVisit();
    void anotherNameEndsNoSession();
    void aNewAccountGetsAStartPasswordAndItsSessionsEndWithAnotherOne();
    void aLostPhoneIsTakenFromAnAccount();
    void whoResetsTheOwnPasswordHearsItFirst();
    void anotherRoleEndsNoSession();
    void aRoleThatAsksForASecondFactorDoes();
    void aPasswordOfNobodyIsRefused();
    void anOfficeThatWasTakenAwayDoesNotComeBack();
    void theLogShowsEachTheOwn();
    void theFirstAdministratorMayEverythingAtOnce();
};

void AdministrationTest::whatIsStoredCountsBeforeItIsAnswered()
{
    AdministrationKit kit;
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
    AdministrationKit kit;
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
    AdministrationKit kit;
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
    AdministrationKit kit;
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
    AdministrationKit kit;
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

void AdministrationTest::theOrderOfRolesIsNoChange()
{
    AdministrationKit kit;
    auto authority = kit.towns.town.authority;
    authority.secondFactorRoles = {town::Role::Administrator, town::Role::Clerk};
    kit.save(kWeber, authority);
    QCOMPARE(kit.last<AdminSaved>()->version, 2U);
    authority.version = 2;
    authority.secondFactorRoles = {town::Role::Clerk, town::Role::Administrator};
    kit.save(kWeber, authority);
    QCOMPARE(kit.last<AdminSaved>()->version, 2U);
    auto account = kit.schmidt();
    account.roles = {town::Role::HeadOfOffice, town::Role::Clerk};
    kit.save(kWeber, account);
    account.roles = {town::Role::Clerk, town::Role::HeadOfOffice};
    kit.save(kWeber, account);
    QVERIFY(kit.last<AdminSaved>());
    QVERIFY(kit.towns.log.size() <= 2);
}

void AdministrationTest::theSameTwiceIsDoneOnce()
{
    AdministrationKit kit;
    auto office = kit.citizens();
    office.name = u"Bürgerbüro"_s;
    kit.save(kWeber, office);
    kit.save(kWeber, office);
    QVERIFY(kit.last<AdminSaved>());
    QCOMPARE(kit.last<AdminSaved>()->version, 2U);
    QCOMPARE(kit.towns.log.size(), 1);
}

void AdministrationTest::anOfficeWithPeopleInItStays()
{
    AdministrationKit kit;
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
    AdministrationKit kit;
    kit.open();
    kit.remove(kWeber, kCitizens, 7);
    QVERIFY(kit.last<AdminConflict>());
    // It was sealed, and the store has the last word.
    auto taken = kit.citizens();
    taken.letter = kit.towns.town.offices.last().letter;
    kit.save(kWeber, taken);
    QVERIFY(kit.last<TownRefused>());
    kit.draw("kim");
    kit.broker.flush();
    QCOMPARE(kit.broker.record().office(kCitizens)->state.tickets.size(), std::size_t{1});
    kit.remove(kWeber, kCars);
    QVERIFY(kit.last<AdminSaved>());
    QVERIFY(kit.broker.record().office(kCars) == nullptr);
}

void AdministrationTest::theLetterStaysAsLongAsNumbersOfItLive()
{
    AdministrationKit kit;
    kit.open();
    auto office = kit.citizens();
    office.letter = u"X"_s;
    kit.towns.byHand = true;
    kit.save(kWeber, office);
    // Nobody gets a number of the old letter meanwhile.
    kit.draw("early");
    kit.broker.flush();
    QCOMPARE(kit.witness.outcomes.back().verdict, broker::Verdict::Sealed);
    QVERIFY(kit.towns.completeOne());
    kit.broker.flush();
    QVERIFY(kit.last<AdminSaved>());
    kit.draw("kim");
    kit.broker.flush();
    QCOMPARE(kit.broker.record().office(kCitizens)->state.tickets.size(), std::size_t{1});
    office.version = 2;
    office.letter = u"Y"_s;
    kit.save(kWeber, office);
    QVERIFY(kit.last<TownRefused>());
    QCOMPARE(kit.last<TownRefused>()->faults, (QList<town::Fault>{{u"letter"_s, town::FaultCode::HasLiveTickets}}));
    QCOMPARE(kit.broker.record().office(kCitizens)->config.letter, u"X"_s);
}

void AdministrationTest::aHeadWithAnotherVersionClosesNoOffice()
{
    AdministrationKit kit;
    kit.open();
    kit.towns.byHand = true;
    kit.administration.remove(kSchmidt, kCitizens, 999, kit.note());
    auto stale = kit.citizens();
    stale.letter = u"X"_s;
    stale.version = 999;
    kit.administration.save(kSchmidt, stale, kit.note());
    kit.draw("kim");
    kit.broker.flush();
    QVERIFY(kit.last<AdminForbidden>());
    QCOMPARE(kit.broker.record().office(kCitizens)->state.tickets.size(), std::size_t{1});
}

void AdministrationTest::aDisabledAccountEndsItsSessionsAndItsVisit()
{
    AdministrationKit kit;
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
    AdministrationKit kit;
    auto schmidt = kit.schmidt();
    schmidt.name = u"Frau Schmidt-Meier"_s;
    kit.save(kWeber, schmidt);
    QVERIFY(kit.ended.empty());
    QCOMPARE(kit.broker.record().clerkName(kSchmidt), u"Frau Schmidt-Meier"_s);
}

void AdministrationTest::aNewAccountGetsAStartPasswordAndItsSessionsEndWithAnotherOne()
{
    AdministrationKit kit;
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

void AdministrationTest::aLostPhoneIsTakenFromAnAccount()
{
    AdministrationKit kit;
    kit.administration.resetSecondFactor(kOezdemir, kSchmidt, 1, kit.note());
    kit.broker.flush();
    QVERIFY(kit.last<AdminForbidden>());
    kit.administration.resetSecondFactor(kWeber, kSchmidt, 7, kit.note());
    kit.broker.flush();
    QVERIFY(kit.last<AdminConflict>());
    QVERIFY(kit.ended.empty());
    kit.administration.resetSecondFactor(kWeber, kSchmidt, 1, kit.note());
    kit.broker.flush();
    QVERIFY(kit.last<AdminSaved>() && !kit.last<AdminSaved>()->startPassword);
    QCOMPARE(kit.ended, std::vector{kSchmidt});
    QCOMPARE(kit.passwords.made, 0);
}

void AdministrationTest::whoResetsTheOwnPasswordHearsItFirst()
{
    AdministrationKit kit;
    kit.administration.resetPassword(kWeber, kWeber, 1, kit.note());
    kit.broker.flush();
    QVERIFY(kit.last<AdminSaved>()->startPassword);
    QCOMPARE(kit.ended, std::vector{kWeber});
    QCOMPARE(kit.outcomesAtEnd, std::size_t{1});
}

void AdministrationTest::anotherRoleEndsNoSession()
{
    AdministrationKit kit;
    auto schmidt = kit.schmidt();
    schmidt.roles = {town::Role::Clerk, town::Role::Administrator};
    kit.save(kWeber, schmidt);
    QVERIFY(kit.last<AdminSaved>());
    QVERIFY(kit.ended.empty());
    kit.save(kSchmidt, town::Department{DepartmentId::fromBits({4, 2}), u"Ordnungsamt"_s});
    QVERIFY(kit.last<AdminSaved>());
}

void AdministrationTest::aRoleThatAsksForASecondFactorDoes()
{
    AdministrationKit kit;
    auto authority = kit.towns.town.authority;
    authority.secondFactorRoles = {town::Role::Administrator};
    kit.save(kWeber, authority);
    auto schmidt = kit.schmidt();
    schmidt.roles = {town::Role::Clerk, town::Role::Administrator};
    kit.save(kWeber, schmidt);
    QVERIFY(kit.last<AdminSaved>());
    QCOMPARE(kit.ended, std::vector{kSchmidt});
}

void AdministrationTest::anOfficeThatWasTakenAwayDoesNotComeBack()
{
    AdministrationKit kit;
    kit.open(kCars, kWeber);
    auto cars = kit.towns.town.offices.last();
    kit.remove(kWeber, kCars);
    QVERIFY(kit.last<AdminSaved>());
    cars.version = 0;
    kit.save(kWeber, cars);
    QVERIFY(kit.last<TownRefused>());
    QCOMPARE(kit.last<TownRefused>()->faults, (QList<town::Fault>{{u"id"_s, town::FaultCode::Taken}}));
    cars.id = officeId(3);
    kit.save(kWeber, cars);
    QVERIFY(kit.last<AdminSaved>());
}

void AdministrationTest::aPasswordOfNobodyIsRefused()
{
    AdministrationKit kit;
    kit.administration.resetPassword(kWeber, clerkId(9), 0, kit.note());
    kit.broker.flush();
    QVERIFY(kit.last<TownRefused>());
    QCOMPARE(kit.passwords.made, 0);
}

void AdministrationTest::theLogShowsEachTheOwn()
{
    AdministrationKit kit;
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
    AdministrationKit kit;
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
