// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/StoreAccounts.h"

#include "server/store/AccountRows.h"

namespace sprechtag::store {

using broker::Account;
using broker::SaveOutcome;
using broker::SetupOutcome;

namespace {

SaveOutcome outcomeOf(const Result<Done, StoreError> &saved)
{
    return saved ? SaveOutcome::Saved : SaveOutcome::NoSuchClerk;
}

} // namespace

StoreAccounts::StoreAccounts(StoreWriter &writer, std::function<void(const Account &)> firstCreated)
    : m_writer(writer)
    , m_firstCreated(std::move(firstCreated))
{
}

void StoreAccounts::findAccount(const QString &login, std::function<void(std::optional<Account>)> then)
{
    m_writer.run<std::optional<Account>>(
        [login](Connection &connection) { return store::findAccount(connection, login); },
        [then = std::move(then)](const Result<std::optional<Account>, StoreError> &found) {
            then(found ? *found : std::nullopt);
        });
}

void StoreAccounts::replacePasswordHash(ClerkId clerk, const QByteArray &before, const QByteArray &hash)
{
    m_writer.run<Done>(
        [clerk, before, hash](Connection &connection) {
            return store::refreshPasswordHash(connection, clerk, before, hash);
        },
        {});
}

void StoreAccounts::choosePassword(ClerkId clerk, const QByteArray &before, const QByteArray &hash,
                                   std::function<void(SaveOutcome)> then)
{
    m_writer.run<Done>([clerk, before, hash](
                           Connection &connection) { return store::choosePassword(connection, clerk, before, hash); },
                       [then = std::move(then)](const Result<Done, StoreError> &saved) { then(outcomeOf(saved)); });
}

void StoreAccounts::saveSession(const broker::SessionRow &row, const QByteArray &passwordHash,
                                std::function<void(SaveOutcome)> then)
{
    m_writer.run<Done>(
        [row, passwordHash](Connection &connection) { return store::saveSession(connection, row, passwordHash); },
        [then = std::move(then)](const Result<Done, StoreError> &saved) { then(outcomeOf(saved)); });
}

void StoreAccounts::touchSession(const broker::SessionKey &key, Instant lastUsed)
{
    m_writer.run<Done>(
        [key, lastUsed](Connection &connection) { return store::touchSession(connection, key, lastUsed); }, {});
}

void StoreAccounts::eraseSessions(const std::vector<broker::SessionKey> &keys)
{
    m_writer.run<Done>(
        [keys](Connection &connection) -> Result<Done, StoreError> {
            for (const broker::SessionKey &key : keys) {
                if (const auto erased = eraseSession(connection, key); !erased)
                    return erased;
            }
            return Done{};
        },
        {});
}

void StoreAccounts::findSetupObstacle(const QByteArray &setupTokenHash, Instant now,
                                      std::function<void(std::optional<SetupOutcome>)> then)
{
    using Obstacle = std::optional<SetupOutcome>;
    m_writer.run<Obstacle>(
        [setupTokenHash, now](Connection &connection) {
            return store::findSetupObstacle(connection, setupTokenHash, now);
        },
        [then = std::move(then)](const Result<Obstacle, StoreError> &found) {
            then(found ? *found : Obstacle(SetupOutcome::WrongToken));
        });
}

void StoreAccounts::createFirstAdministrator(const Account &account, const QByteArray &setupTokenHash, Instant now,
                                             std::function<void(SetupOutcome)> then)
{
    m_writer.run<SetupOutcome>(
        [account, setupTokenHash, now](Connection &connection) {
            return store::createFirstAdministrator(connection, account, setupTokenHash, now);
        },
        [then = std::move(then), account, created = m_firstCreated](const Result<SetupOutcome, StoreError> &outcome) {
            if (created && outcome && *outcome == SetupOutcome::Created)
                created(account);
            then(outcome ? *outcome : SetupOutcome::LoginTaken);
        });
}

} // namespace sprechtag::store
