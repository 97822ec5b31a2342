// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/AccountPorts.h"
#include "server/store/StoreWriter.h"

namespace sprechtag::store {

//! Accounts and sessions in the database, written by the same thread as everything else.
class StoreAccounts final : public broker::AccountStore
{
public:
    //! `firstCreated` hears of the first administrator, before whoever has asked for that account.
    explicit StoreAccounts(StoreWriter &writer, std::function<void(const broker::Account &)> firstCreated = {});

    void findAccount(const QString &login, std::function<void(std::optional<broker::Account>)> then) override;
    void replacePasswordHash(ClerkId clerk, const QByteArray &before, const QByteArray &hash) override;
    void choosePassword(ClerkId clerk, const QByteArray &before, const QByteArray &hash,
                        std::function<void(broker::SaveOutcome)> then) override;
    void saveSession(const broker::SessionRow &row, const QByteArray &passwordHash,
                     std::function<void(broker::SaveOutcome)> then) override;
    void touchSession(const broker::SessionKey &key, Instant lastUsed) override;
    void eraseSessions(const std::vector<broker::SessionKey> &keys) override;
    void findSetupObstacle(const QByteArray &setupTokenHash, Instant now,
                           std::function<void(std::optional<broker::SetupOutcome>)> then) override;
    void createFirstAdministrator(const broker::Account &account, const QByteArray &setupTokenHash, Instant now,
                                  std::function<void(broker::SetupOutcome)> then) override;

private:
    StoreWriter &m_writer;
    std::function<void(const broker::Account &)> m_firstCreated;
};

} // namespace sprechtag::store
