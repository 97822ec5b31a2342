// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/SecondFactorRows.h"
#include "server/store/AccountRows.h"
#include "server/store/ChangeLog.h"
#include "server/store/StoreSecondFactors.h"
#include "server/store/TownRows.h"
#include "tests/unit/store/StoreKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using broker::FactorSaved;
using broker::Role;
using broker::SecondFactorState;
using store::StoreWriter;
using namespace Qt::StringLiterals;

namespace {

broker::NewSecondFactor phone()
{
    return {{Secret("12345678901234567890"), 40}, {sha256("a"), sha256("b")}};
}

//! What becomes of taking the phone from one of the accounts.
broker::TownOutcome reset(store::Connection &connection, qsizetype account)
{
    const town::Account one = store::loadTown(connection)->accounts[account];
    broker::TownEdit edit{one.id, one, one.version};
    edit.withoutFactor = true;
    const auto outcome = save(connection, {edit}, {std::nullopt, at(1)});
    if (!outcome)
        qFatal("the store refuses");
    return *outcome;
}

} // namespace

class SecondFactorRowsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPhoneSurvivesARestart()
    {
        const StoreFolder folder;
        {
            store::Database database = newTown(folder);
            QVERIFY(store::saveSecondFactor(database.connection(), clerkId(1), phone()).ok());
            QCOMPARE(store::saveSecondFactor(database.connection(), clerkId(1), phone()).error(),
                     store::StoreError::Constraint);
            QCOMPARE(store::saveSecondFactor(database.connection(), clerkId(9), phone()).error(),
                     store::StoreError::Constraint);
        }
        store::Database database = reopened(folder);
        const auto state = store::findSecondFactor(database.connection(), clerkId(1));
        QVERIFY(state.ok() && state->factor);
        QCOMPARE(state->factor->secret.reveal(), phone().factor.secret.reveal());
        QCOMPARE(state->factor->lastStep, std::int64_t{40});
        QVERIFY(!store::findSecondFactor(database.connection(), clerkId(2))->factor);
        QVERIFY(!store::findSecondFactor(database.connection(), clerkId(9))->factor);
    }

    void everyCodeIsUsedOnceThroughThePort()
    {
        const StoreFolder folder;
        const SystemClock clock;
        QObject context;
        StoreWriter writer(newTown(folder), plainCodec(), clock, context);
        store::StoreSecondFactors factors(writer);
        std::vector<bool> told;
        const auto listen = [&told](FactorSaved saved) { told.push_back(saved == FactorSaved::Yes); };
        const ClerkId one = clerkId(1);
        factors.saveSecondFactor(one, phone(), listen);
        factors.saveSecondFactor(one, phone(), listen);
        factors.useStep(one, 40, 41, listen);
        factors.useStep(one, 40, 42, listen);
        factors.useStep(clerkId(2), 40, 41, listen);
        factors.useRecoveryCode(one, sha256("a"), listen);
        factors.useRecoveryCode(one, sha256("a"), listen);
        factors.useRecoveryCode(clerkId(2), sha256("b"), listen);
        factors.useRecoveryCode(one, sha256("b"), listen);
        std::optional<SecondFactorState> state;
        factors.findSecondFactor(one, [&state](const SecondFactorState &found) { state = found; });
        QTRY_VERIFY(state);
        QVERIFY((told == std::vector{true, false, true, false, false, true, false, false, true}));
        QCOMPARE(state->factor->lastStep, std::int64_t{41});
    }

    void theAuthoritySaysWhoMustHaveOne_data()
    {
        QTest::addColumn<QList<Role>>("asked");
        QTest::addColumn<QList<Role>>("had");
        QTest::addColumn<bool>("obligatory");
        using Roles = QList<Role>;
        QTest::newRow("nobody") << Roles{} << Roles{Role::Clerk, Role::Administrator} << false;
        QTest::newRow("clerks") << Roles{Role::Clerk} << Roles{Role::Clerk} << true;
        QTest::newRow("another role") << Roles{Role::HeadOfOffice} << Roles{Role::Clerk} << false;
        QTest::newRow("one of several") << Roles{Role::Administrator, Role::HeadOfOffice}
                                        << Roles{Role::Clerk, Role::Administrator} << true;
    }
    void theAuthoritySaysWhoMustHaveOne()
    {
        QFETCH(QList<Role>, asked);
        QFETCH(QList<Role>, had);
        QFETCH(bool, obligatory);
        const StoreFolder folder;
        store::Database database = newTown(folder);
        TownSetup setup = townSetup();
        setup.authority->secondFactorRoles = asked;
        setup.clerks[0].roles = had;
        QVERIFY(importSetup(database.connection(), setup).ok());
        const auto state = store::findSecondFactor(database.connection(), clerkId(1));
        QCOMPARE(state->obligatory, obligatory);
        QCOMPARE(state->authority, setup.authority->name);
    }

    void aResetTakesTheSessionsWithIt()
    {
        const StoreFolder folder;
        store::Database database = newTown(folder);
        store::Connection &connection = database.connection();
        for (const std::uint64_t clerk : {1U, 2U})
            QVERIFY(
                store::saveSession(connection,
                                   {sha256(QByteArray::number(qulonglong{clerk})), clerkId(clerk), at(0), at(0), at(9)},
                                   hashOf(clerkId(clerk)))
                    .ok());
        using Refused = broker::TownRefused;
        const auto none = reset(connection, 0);
        QVERIFY((std::get<Refused>(none).faults == QList<town::Fault>{{u"second_factor"_s, town::FaultCode::Unknown}}));
        QVERIFY(store::saveSecondFactor(connection, clerkId(2), phone()).ok());
        QVERIFY(std::holds_alternative<broker::TownSaved>(reset(connection, 1)));
        QVERIFY(!store::findSecondFactor(connection, clerkId(2))->factor);
        const auto log = store::loadChanges(connection, 99, 1);
        QVERIFY(log->constFirst().fields.contains(broker::FieldChange{u"second_factor"_s, {}, {}}));
        QCOMPARE(store::loadSessions(connection)->size(), std::size_t{1});
        QCOMPARE(*connection.value("SELECT count(*) FROM recovery_codes"), "0");
    }

    void aDisabledAccountGetsNoSession()
    {
        const StoreFolder folder;
        store::Database database = newTown(folder);
        TownSetup setup = townSetup();
        setup.clerks[0].disabled = true;
        QVERIFY(importSetup(database.connection(), setup).ok());
        QCOMPARE(store::saveSession(database.connection(), {sha256("a"), clerkId(1), at(0), at(0), at(9)},
                                    hashOf(clerkId(1)))
                     .error(),
                 store::StoreError::Constraint);
    }
};

QTEST_GUILESS_MAIN(SecondFactorRowsTest)
#include "SecondFactorRowsTest.moc"
