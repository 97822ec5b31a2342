// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/AccountRows.h"
#include "server/store/KeyFile.h"
#include "server/store/Migrations.h"
#include "server/store/Resources.h"
#include "server/store/StoreAccounts.h"
#include "tests/unit/store/StoreKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using store::Connection;
using store::StoreWriter;
using namespace Qt::StringLiterals;

class AccountRowsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sessionsSurviveARestartWithTheirOwner();
    void aSessionOfNobodyIsNotSaved();
    void aNewPasswordEndsSessions();
    void aSignInWithTheOldPasswordBeginsNoSession();
    void aStartPasswordBeginsNoSession();
    void aStartPasswordIsChangedOnce();
    void passwordsFromBeforeThereWereStartPasswordsStay();
    void theFirstAdministratorNeedsTheToken();
    void theFirstAdministratorIsMadeThroughThePort();
    void thereIsOnlyOneFirstAdministrator();
    void aTakenLoginLeavesTheTokenValid();
};

void AccountRowsTest::sessionsSurviveARestartWithTheirOwner()
{
    const StoreFolder folder;
    const broker::SessionRow kept{sha256("a"), clerkId(2), at(0), at(0), at(100)};
    const broker::SessionRow erased{sha256("b"), clerkId(1), at(0), at(0), at(100)};
    {
        const SystemClock clock;
        QObject context;
        StoreWriter writer(newTown(folder), plainCodec(), clock, context);
        store::StoreAccounts accounts(writer);
        int saved = 0;
        for (const auto &row : {kept, erased})
            accounts.saveSession(row, hashOf(row.clerk), [&saved](broker::SaveOutcome outcome) {
                saved += outcome == broker::SaveOutcome::Saved ? 1 : 0;
            });
        accounts.touchSession(kept.key, at(50));
        accounts.touchSession(kept.key, at(40));
        accounts.eraseSessions({erased.key, sha256("unknown")});
        QTRY_COMPARE(saved, 2);
    }
    store::Database database = reopened(folder);
    const auto sessions = store::loadSessions(database.connection());
    QCOMPARE(sessions->size(), std::size_t(1));
    QVERIFY((sessions->front().row == broker::SessionRow{kept.key, clerkId(2), at(0), at(50), at(100)}));
    QVERIFY(sessions->front().account == townSetup().clerks[1]);
}

void AccountRowsTest::aSessionOfNobodyIsNotSaved()
{
    const StoreFolder folder;
    const SystemClock clock;
    QObject context;
    StoreWriter writer(newTown(folder), plainCodec(), clock, context);
    store::StoreAccounts accounts(writer);
    std::optional<broker::SaveOutcome> outcome;
    accounts.saveSession({sha256("a"), clerkId(9), at(0), at(0), at(1)}, "$argon2id$a",
                         [&outcome](broker::SaveOutcome told) { outcome = told; });
    QTRY_VERIFY(outcome);
    QCOMPARE(outcome, broker::SaveOutcome::NoSuchClerk);
}

void AccountRowsTest::aNewPasswordEndsSessions()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    Connection &connection = database.connection();
    for (const std::uint64_t clerk : {1U, 2U, 3U}) {
        QVERIFY(store::saveSession(connection,
                                   {sha256(QByteArray::number(qulonglong{clerk})), clerkId(clerk), at(0), at(0), at(9)},
                                   hashOf(clerkId(clerk)))
                    .ok());
    }
    TownSetup setup = townSetup();
    setup.clerks[0].passwordHash = "$argon2id$new";
    setup.clerks[1].disabled = true;
    QVERIFY(importSetup(connection, setup).ok());
    const auto sessions = store::loadSessions(connection);
    QCOMPARE(sessions->size(), std::size_t(1));
    QVERIFY(sessions->front().account == townSetup().clerks[2]);
}

void AccountRowsTest::aSignInWithTheOldPasswordBeginsNoSession()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    Connection &connection = database.connection();
    const QByteArray old = hashOf(clerkId(1));
    QVERIFY(store::setPassword(connection, clerkId(1), {"$argon2id$start", false}).ok());
    QCOMPARE(store::saveSession(connection, {sha256("a"), clerkId(1), at(0), at(0), at(9)}, old).error(),
             store::StoreError::Constraint);
    QVERIFY(store::refreshPasswordHash(connection, clerkId(1), old, "$argon2id$old, in another form").ok());
    QVERIFY(store::saveSession(connection, {sha256("a"), clerkId(1), at(0), at(0), at(9)}, "$argon2id$start").ok());
}

void AccountRowsTest::aStartPasswordBeginsNoSession()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    Connection &connection = database.connection();
    QVERIFY(store::setPassword(connection, clerkId(1), {"$argon2id$start"}).ok());
    QVERIFY(store::loadAccounts(connection)->front().mustChange);
    const broker::SessionRow row{sha256("a"), clerkId(1), at(0), at(0), at(9)};
    QCOMPARE(store::saveSession(connection, row, "$argon2id$start").error(), store::StoreError::Constraint);
    QVERIFY(store::choosePassword(connection, clerkId(1), "$argon2id$start", "$argon2id$own").ok());
    QVERIFY(store::saveSession(connection, row, "$argon2id$own").ok());
    QVERIFY(!store::loadSessions(connection)->front().account.mustChange);
}

void AccountRowsTest::aStartPasswordIsChangedOnce()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    TownSetup setup = townSetup();
    for (const std::size_t clerk : {0U, 1U}) {
        setup.clerks[clerk].passwordHash = "$argon2id$start";
        setup.clerks[clerk].mustChange = true;
    }
    setup.clerks[1].disabled = true;
    QVERIFY(importSetup(database.connection(), setup).ok());
    const SystemClock clock;
    QObject context;
    StoreWriter writer(std::move(database), plainCodec(), clock, context);
    store::StoreAccounts accounts(writer);
    std::vector<bool> told;
    const auto choose = [&](std::uint64_t clerk, const char *before, const char *hash) {
        accounts.choosePassword(clerkId(clerk), before, hash, [&told](broker::SaveOutcome outcome) {
            told.push_back(outcome == broker::SaveOutcome::Saved);
        });
    };
    choose(1, "$argon2id$older", "$argon2id$own");
    choose(1, "$argon2id$start", "$argon2id$own");
    choose(1, "$argon2id$own", "$argon2id$another");
    choose(2, "$argon2id$start", "$argon2id$disabled");
    choose(3, hashOf(clerkId(3)).constData(), "$argon2id$never asked");
    choose(9, "$argon2id$start", "$argon2id$nobody");
    std::optional<broker::Account> now;
    accounts.findAccount(setup.clerks[0].login, [&now](const auto &found) { now = found; });
    QTRY_VERIFY(now);
    QVERIFY((told == std::vector{false, true, false, false, false, false}));
    QCOMPARE(now->passwordHash, QByteArray("$argon2id$own"));
    QVERIFY(!now->mustChange);
}

void AccountRowsTest::passwordsFromBeforeThereWereStartPasswordsStay()
{
    const StoreFolder folder;
    const auto key = store::makeKeyFile(folder.paths().keyFile);
    auto opened = Connection::open(folder.paths().database, *key, Connection::Mode::New);
    QVERIFY(opened.ok());
    Connection &connection = opened.value();
    constexpr int kBefore = 7;
    QVERIFY(store::migrate(connection, store::migrationScripts().first(kBefore)).ok());
    QVERIFY(connection
                .execute("INSERT INTO clerks (id, login, name, password_hash, is_clerk, is_head, is_administrator, "
                         "disabled) VALUES ('" +
                         QByteArray::fromStdString(clerkId(1).text()) +
                         "', 'schmidt', 'Frau Schmidt', '$argon2id$own', 1, 0, 0, 0)")
                .ok());
    QVERIFY(store::migrate(connection, store::migrationScripts()).ok());
    QVERIFY(!(*store::findAccount(connection, u"schmidt"_s))->mustChange);
    QVERIFY(store::saveSession(connection, {sha256("a"), clerkId(1), at(0), at(0), at(9)}, "$argon2id$own").ok());
}

void AccountRowsTest::theFirstAdministratorNeedsTheToken()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    Connection &connection = database.connection();
    broker::Account first = account(9, u"admin"_s);
    first.roles = {broker::Role::Administrator};
    using broker::SetupOutcome;
    QCOMPARE(*store::createFirstAdministrator(connection, first, sha256("t"), at(0)), SetupOutcome::WrongToken);
    QVERIFY(store::putSetupToken(connection, sha256("t"), at(10)).ok());
    QCOMPARE(*store::createFirstAdministrator(connection, first, sha256("u"), at(0)), SetupOutcome::WrongToken);
    QCOMPARE(*store::createFirstAdministrator(connection, first, sha256("t"), at(10)), SetupOutcome::WrongToken);
    QVERIFY(store::putSetupToken(connection, sha256("v"), at(20)).ok());
    QCOMPARE(*store::createFirstAdministrator(connection, first, sha256("t"), at(9)), SetupOutcome::WrongToken);
    QVERIFY(!*store::hasAdministrator(connection));
    QCOMPARE(*store::createFirstAdministrator(connection, first, sha256("v"), at(19)), SetupOutcome::Created);
    QVERIFY(*store::hasAdministrator(connection));
    QVERIFY(**store::findAccount(connection, u"admin"_s) == first);
}

void AccountRowsTest::theFirstAdministratorIsMadeThroughThePort()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    QVERIFY(store::putSetupToken(database.connection(), sha256("t"), at(10)).ok());
    const SystemClock clock;
    QObject context;
    StoreWriter writer(std::move(database), plainCodec(), clock, context);
    store::StoreAccounts accounts(writer);
    broker::Account first = account(9, u"admin"_s);
    first.roles = {broker::Role::Administrator};
    using broker::SetupOutcome;
    std::vector<std::optional<SetupOutcome>> told;
    const auto listen = [&told](std::optional<SetupOutcome> outcome) { told.push_back(outcome); };
    accounts.findSetupObstacle(sha256("u"), at(0), listen);
    accounts.findSetupObstacle(sha256("t"), at(0), listen);
    accounts.createFirstAdministrator(first, sha256("t"), at(0), listen);
    accounts.findSetupObstacle(sha256("t"), at(0), listen);
    accounts.createFirstAdministrator(account(10, u"zwei"_s), sha256("t"), at(0), listen);
    accounts.replacePasswordHash(first.id, first.passwordHash, "$argon2id$new");
    accounts.replacePasswordHash(first.id, first.passwordHash, "$argon2id$older");
    std::optional<broker::Account> found;
    std::optional<broker::Account> nobody = first;
    accounts.findAccount(u"zwei"_s, [&nobody](const auto &account) { nobody = account; });
    accounts.findAccount(u"admin"_s, [&found](const auto &account) { found = account; });
    QTRY_VERIFY(found);
    QVERIFY(
        (told == std::vector<std::optional<SetupOutcome>>{SetupOutcome::WrongToken, std::nullopt, SetupOutcome::Created,
                                                          SetupOutcome::Closed, SetupOutcome::Closed}));
    first.passwordHash = "$argon2id$new";
    QVERIFY(*found == first);
    QVERIFY(!nobody);
}

void AccountRowsTest::thereIsOnlyOneFirstAdministrator()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    Connection &connection = database.connection();
    broker::Account administrator = account(9, u"admin"_s);
    administrator.roles = {broker::Role::Administrator};
    QVERIFY(importSetup(connection, {std::nullopt, {administrator}, {}}).ok());
    QVERIFY(store::putSetupToken(connection, sha256("t"), at(10)).ok());
    const auto outcome = store::createFirstAdministrator(connection, account(10, u"zwei"_s), sha256("t"), at(0));
    QCOMPARE(*outcome, broker::SetupOutcome::Closed);
    QVERIFY(!store::findAccount(connection, u"zwei"_s)->has_value());
}

void AccountRowsTest::aTakenLoginLeavesTheTokenValid()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    Connection &connection = database.connection();
    QVERIFY(store::putSetupToken(connection, sha256("t"), at(10)).ok());
    using broker::SetupOutcome;
    broker::Account first = account(9, u"schmidt"_s);
    first.roles = {broker::Role::Administrator};
    QCOMPARE(*store::createFirstAdministrator(connection, first, sha256("t"), at(0)), SetupOutcome::LoginTaken);
    first.login = u"admin"_s;
    QCOMPARE(*store::createFirstAdministrator(connection, first, sha256("t"), at(0)), SetupOutcome::Created);
}

QTEST_GUILESS_MAIN(AccountRowsTest)
#include "AccountRowsTest.moc"
