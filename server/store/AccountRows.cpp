// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/AccountRows.h"

#include "server/store/RoleColumns.h"

namespace sprechtag::store {
namespace {

using broker::Account;
using broker::SetupOutcome;

// id, login, name, password_hash, is_clerk, is_head, is_administrator, disabled, must_change
Result<Account, StoreError> accountOf(const Statement &row)
{
    const auto id = row.id<ClerkId>(0);
    if (!id)
        return Failure(StoreError::DatabaseDamaged);
    Account account{*id, row.text(1), row.text(2), row.text(3).toUtf8(), {}, row.integer(7) != 0, row.integer(8) != 0};
    account.roles = rolesAt(row, 4);
    return account;
}

Result<Done, StoreError> runWith(Statement &statement, const Account &account)
{
    return bindRoles(statement, account.roles, kAccountColumns)
        .bind(":id", account.id)
        .bind(":login", account.login)
        .bind(":name", account.name)
        .bind(":password_hash", QString::fromUtf8(account.passwordHash))
        .bind(":disabled", std::int64_t{account.disabled})
        .run();
}

// An account, then token_hash, created, last_used, expires
Result<broker::LiveSession, StoreError> sessionOf(const Statement &row)
{
    auto account = accountOf(row);
    if (!account)
        return Failure(account.error());
    const ClerkId clerk = account->id;
    return broker::LiveSession{{row.blob(9), clerk, row.instant(10), row.instant(11), row.instant(12)},
                               std::move(account).value()};
}

// For statements that return what they wrote, and write nothing where something has changed meanwhile.
Result<Done, StoreError> orConstraint(Statement &statement)
{
    const auto written = statement.gaveRow();
    if (!written)
        return Failure(written.error());
    if (!*written)
        return Failure(StoreError::Constraint);
    return Done{};
}

// A token that is wrong says nothing about when it would be right.
Result<bool, StoreError> isSetupToken(Connection &connection, const QByteArray &tokenHash, Instant now)
{
    const auto right = connection.statement("select_setup_token").row<bool>([&tokenHash, now](const Statement &row) {
        return row.blob(0) == tokenHash && now < row.instant(1);
    });
    if (!right)
        return Failure(right.error());
    return right->value_or(false);
}

} // namespace

Result<std::vector<Account>, StoreError> loadAccounts(Connection &connection)
{
    return connection.statement("select_clerks").rows<std::vector<Account>>(accountOf);
}

Result<std::optional<Account>, StoreError> findAccount(Connection &connection, const QString &login)
{
    return connection.statement("select_clerk_by_login").bind(":login", login).row<Account>(accountOf);
}

Result<Done, StoreError> setPassword(Connection &connection, ClerkId clerk, const broker::NewPassword &password)
{
    return connection.statement("update_password_hash")
        .bind(":id", clerk)
        .bind(":password_hash", QString::fromUtf8(password.hash))
        .bind(":must_change", std::int64_t{password.mustChange})
        .run();
}

Result<Done, StoreError> choosePassword(Connection &connection, ClerkId clerk, const QByteArray &before,
                                        const QByteArray &hash)
{
    Statement replace = connection.statement("replace_start_password");
    return orConstraint(replace.bind(":id", clerk)
                            .bind(":before", QString::fromUtf8(before))
                            .bind(":password_hash", QString::fromUtf8(hash)));
}

Result<Done, StoreError> refreshPasswordHash(Connection &connection, ClerkId clerk, const QByteArray &before,
                                             const QByteArray &hash)
{
    return connection.statement("refresh_password_hash")
        .bind(":id", clerk)
        .bind(":before", QString::fromUtf8(before))
        .bind(":password_hash", QString::fromUtf8(hash))
        .run();
}

Result<std::vector<broker::LiveSession>, StoreError> loadSessions(Connection &connection)
{
    return connection.statement("select_sessions").rows<std::vector<broker::LiveSession>>(sessionOf);
}

Result<Done, StoreError> saveSession(Connection &connection, const broker::SessionRow &row,
                                     const QByteArray &passwordHash)
{
    Statement insert = connection.statement("insert_session");
    return orConstraint(insert.bind(":token_hash", row.key)
                            .bind(":clerk", row.clerk)
                            .bind(":password_hash", QString::fromUtf8(passwordHash))
                            .bind(":created", row.created)
                            .bind(":last_used", row.lastUsed)
                            .bind(":expires", row.expires));
}

Result<Done, StoreError> touchSession(Connection &connection, const broker::SessionKey &key, Instant lastUsed)
{
    return connection.statement("update_session_used").bind(":token_hash", key).bind(":last_used", lastUsed).run();
}

Result<Done, StoreError> eraseSession(Connection &connection, const broker::SessionKey &key)
{
    return connection.statement("delete_session").bind(":token_hash", key).run();
}

Result<Done, StoreError> eraseSessionsOf(Connection &connection, ClerkId clerk)
{
    return connection.statement("delete_sessions_of_clerk").bind(":clerk", clerk).run();
}

Result<Done, StoreError> putSetupToken(Connection &connection, const QByteArray &hash, Instant expires)
{
    return connection.statement("upsert_setup_token").bind(":token_hash", hash).bind(":expires", expires).run();
}

Result<bool, StoreError> hasAdministrator(Connection &connection)
{
    return connection.statement("count_administrators").flag();
}

Result<std::optional<SetupOutcome>, StoreError> findSetupObstacle(Connection &connection, const QByteArray &tokenHash,
                                                                  Instant now)
{
    const auto closed = hasAdministrator(connection);
    if (!closed)
        return Failure(closed.error());
    if (*closed)
        return std::optional(SetupOutcome::Closed);
    const auto right = isSetupToken(connection, tokenHash, now);
    if (!right)
        return Failure(right.error());
    return *right ? std::nullopt : std::optional(SetupOutcome::WrongToken);
}

Result<SetupOutcome, StoreError> createFirstAdministrator(Connection &connection, const Account &account,
                                                          const QByteArray &tokenHash, Instant now)
{
    const auto obstacle = findSetupObstacle(connection, tokenHash, now);
    if (!obstacle)
        return Failure(obstacle.error());
    if (*obstacle)
        return **obstacle;
    Statement insert = connection.statement("insert_clerk");
    if (const auto inserted = runWith(insert, account); !inserted) {
        if (inserted.error() == StoreError::Constraint)
            return SetupOutcome::LoginTaken;
        return Failure(inserted.error());
    }
    if (const auto used = connection.statement("delete_setup_token").run(); !used)
        return Failure(used.error());
    return SetupOutcome::Created;
}

} // namespace sprechtag::store
