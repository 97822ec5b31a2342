// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/identity/FakeAccountStore.h"

#include <algorithm>

namespace sprechtag::test {

using broker::Account;
using broker::SetupOutcome;

void FakeAccountStore::later(std::function<void()> then)
{
    QMetaObject::invokeMethod(this, std::move(then), Qt::QueuedConnection);
}

void FakeAccountStore::findAccount(const QString &login, std::function<void(std::optional<Account>)> then)
{
    ++lookups;
    const auto found = accounts.find(login);
    const auto account = found == accounts.end() ? std::nullopt : std::optional(found->second);
    later([this, then, account] {
        then(account);
        if (lookedUp)
            lookedUp();
    });
}

void FakeAccountStore::replacePasswordHash(ClerkId clerk, const QByteArray &before, const QByteArray &hash)
{
    const auto found = std::ranges::find_if(accounts, [clerk](const auto &entry) { return entry.second.id == clerk; });
    if (found == accounts.end())
        qFatal("a password hash for nobody");
    if (found->second.passwordHash == before)
        found->second.passwordHash = hash;
}

void FakeAccountStore::choosePassword(ClerkId clerk, const QByteArray &before, const QByteArray &hash,
                                      std::function<void(broker::SaveOutcome)> then)
{
    const auto found = std::ranges::find_if(accounts, [clerk](const auto &entry) { return entry.second.id == clerk; });
    const bool open = found != accounts.end() && found->second.mustChange && !found->second.disabled &&
                      found->second.passwordHash == before;
    if (open) {
        found->second.passwordHash = hash;
        found->second.mustChange = false;
    }
    later([then, open] { then(open ? broker::SaveOutcome::Saved : broker::SaveOutcome::NoSuchClerk); });
}

void FakeAccountStore::saveSession(const broker::SessionRow &row, const QByteArray &passwordHash,
                                   std::function<void(broker::SaveOutcome)> then)
{
    const bool known = std::ranges::any_of(accounts, [&](const auto &entry) {
        return entry.second.id == row.clerk && entry.second.passwordHash == passwordHash && !entry.second.mustChange;
    });
    if (known && !sessions.emplace(row.key, row).second)
        qFatal("a session key came twice");
    later([then, known] { then(known ? broker::SaveOutcome::Saved : broker::SaveOutcome::NoSuchClerk); });
}

void FakeAccountStore::touchSession(const broker::SessionKey &key, Instant lastUsed)
{
    ++touches;
    if (!sessions.contains(key))
        qFatal("a session was used that is not stored");
    sessions.at(key).lastUsed = lastUsed;
}

void FakeAccountStore::eraseSessions(const std::vector<broker::SessionKey> &keys)
{
    for (const broker::SessionKey &key : keys) {
        if (sessions.erase(key) == 0)
            qFatal("a session was erased that is not stored");
    }
}

std::optional<SetupOutcome> FakeAccountStore::obstacle(const QByteArray &tokenHash, Instant now) const
{
    const bool closed = std::ranges::any_of(
        accounts, [](const auto &entry) { return entry.second.roles.contains(broker::Role::Administrator); });
    if (closed)
        return SetupOutcome::Closed;
    const bool right = !tokenHash.isEmpty() && tokenHash == setupTokenHash && now < setupTokenExpires;
    return right ? std::nullopt : std::optional(SetupOutcome::WrongToken);
}

void FakeAccountStore::findSetupObstacle(const QByteArray &tokenHash, Instant now,
                                         std::function<void(std::optional<SetupOutcome>)> then)
{
    later([then, found = obstacle(tokenHash, now)] { then(found); });
}

void FakeAccountStore::createFirstAdministrator(const Account &account, const QByteArray &tokenHash, Instant now,
                                                std::function<void(SetupOutcome)> then)
{
    SetupOutcome outcome = obstacle(tokenHash, now).value_or(SetupOutcome::Created);
    if (outcome == SetupOutcome::Created && !accounts.emplace(account.login, account).second)
        outcome = SetupOutcome::LoginTaken;
    if (administratorStored)
        later(administratorStored);
    later([then, outcome] { then(outcome); });
}

} // namespace sprechtag::test
