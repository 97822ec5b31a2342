// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/broker/AdministrationKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
using broker::AdminForbidden;
using broker::AdminSaved;
using broker::TownRefused;

//! Changes of a running town that wait for those before them.
class AdministrationLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onAFullDiskItIsSaidAtOnce();
    void whoMayNothingWaitsBehindNobody();
    void tooManyWaitForNobody();
    void aLongLineIsWorkedOffOneByOne();
    void oneAfterTheOtherByTheTownThatTheFirstHasLeft();
};

void AdministrationLineTest::onAFullDiskItIsSaidAtOnce()
{
    AdministrationKit kit;
    kit.store.setFull(true);
    kit.draw("kim");
    auto office = kit.citizens();
    office.name = u"Bürgerbüro"_s;
    kit.save(kWeber, office);
    QVERIFY(kit.last<broker::AdminNoRoom>());
    kit.store.setFull(false);
    kit.save(kWeber, office);
    QVERIFY(kit.last<AdminSaved>());
}

void AdministrationLineTest::whoMayNothingWaitsBehindNobody()
{
    AdministrationKit kit;
    kit.towns.byHand = true;
    auto office = kit.citizens();
    office.name = u"Bürgerbüro"_s;
    kit.save(kWeber, office);
    kit.save(kOezdemir, office);
    QVERIFY(kit.last<AdminForbidden>());
    QCOMPARE(kit.outcomes.size(), std::size_t{1});
}

void AdministrationLineTest::tooManyWaitForNobody()
{
    AdministrationKit kit;
    kit.towns.byHand = true;
    auto office = kit.citizens();
    for (std::size_t i = 0; i < broker::kMostWaitingChanges; ++i) {
        office.name = u"Amt %1"_s.arg(i);
        kit.save(kWeber, office);
    }
    QVERIFY(kit.outcomes.empty());
    kit.save(kWeber, office);
    QVERIFY(kit.last<broker::AdminBusy>());
    QCOMPARE(kit.outcomes.size(), std::size_t{1});
}

void AdministrationLineTest::aLongLineIsWorkedOffOneByOne()
{
    AdministrationKit kit;
    kit.towns.byHand = true;
    auto office = kit.citizens();
    office.name = u"Bürgerbüro"_s;
    kit.save(kWeber, office);
    for (int i = 0; i < 5; ++i)
        kit.administration.resetPassword(kWeber, clerkId(9), 0, kit.note());
    kit.towns.byHand = false;
    QVERIFY(kit.towns.completeOne());
    QCOMPARE(kit.outcomes.size(), std::size_t{6});
    QVERIFY(std::holds_alternative<AdminSaved>(kit.outcomes.front()));
    QVERIFY(kit.last<TownRefused>());
}

void AdministrationLineTest::oneAfterTheOtherByTheTownThatTheFirstHasLeft()
{
    AdministrationKit kit;
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
    QVERIFY(kit.ended.empty());
}

QTEST_GUILESS_MAIN(AdministrationLineTest)
#include "AdministrationLineTest.moc"
