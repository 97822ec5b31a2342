// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/AccountPorts.h"
#include "server/broker/TownPorts.h"
#include "server/store/Connection.h"

#include <vector>

//! Accounts, sessions and the set-up token as rows. Functions that change several rows need a transaction around them.
namespace sprechtag::store {

[[nodiscard]] Result<std::vector<broker::Account>, StoreError> loadAccounts(Connection &connection);
[[nodiscard]] Result<std::optional<broker::Account>, StoreError> findAccount(Connection &connection,
                                                                             const QString &login);
[[nodiscard]] Result<Done, StoreError> setPassword(Connection &connection, ClerkId clerk,
                                                   const broker::NewPassword &password);
//! Constraint: there is no such start password any more, or the account is disabled.
[[nodiscard]] Result<Done, StoreError> choosePassword(Connection &connection, ClerkId clerk, const QByteArray &before,
                                                      const QByteArray &hash);
//! The same password in another form; nothing happens where it is another password by now.
[[nodiscard]] Result<Done, StoreError> refreshPasswordHash(Connection &connection, ClerkId clerk,
                                                           const QByteArray &before, const QByteArray &hash);

[[nodiscard]] Result<std::vector<broker::LiveSession>, StoreError> loadSessions(Connection &connection);
//! Constraint: there is no such clerk, the account is disabled, or has a start password or another one by now.
[[nodiscard]] Result<Done, StoreError> saveSession(Connection &connection, const broker::SessionRow &row,
                                                   const QByteArray &passwordHash);
[[nodiscard]] Result<Done, StoreError> touchSession(Connection &connection, const broker::SessionKey &key,
                                                    Instant lastUsed);
[[nodiscard]] Result<Done, StoreError> eraseSession(Connection &connection, const broker::SessionKey &key);
[[nodiscard]] Result<Done, StoreError> eraseSessionsOf(Connection &connection, ClerkId clerk);

//! One at a time: a new token makes the older one worthless.
[[nodiscard]] Result<Done, StoreError> putSetupToken(Connection &connection, const QByteArray &hash, Instant expires);
[[nodiscard]] Result<bool, StoreError> hasAdministrator(Connection &connection);
[[nodiscard]] Result<std::optional<broker::SetupOutcome>, StoreError>
findSetupObstacle(Connection &connection, const QByteArray &tokenHash, Instant now);
[[nodiscard]] Result<broker::SetupOutcome, StoreError> createFirstAdministrator(Connection &connection,
                                                                                const broker::Account &account,
                                                                                const QByteArray &tokenHash,
                                                                                Instant now);

} // namespace sprechtag::store
