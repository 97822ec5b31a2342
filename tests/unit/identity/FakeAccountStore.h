// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/AccountPorts.h"

#include <QObject>

#include <map>

namespace sprechtag::test {

//! Accounts and sessions in memory; answers in the event loop, as the real one does.
class FakeAccountStore final : public QObject, public broker::AccountStore
{
    Q_OBJECT
public:
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

    std::map<QString, broker::Account> accounts;
    std::map<broker::SessionKey, broker::SessionRow> sessions;
    QByteArray setupTokenHash;
    Instant setupTokenExpires;
    int lookups{};
    std::function<void()> lookedUp;            //!< called after the one who looked for an account was answered
    std::function<void()> administratorStored; //!< called before the one who asked is answered
    int touches{};

private:
    [[nodiscard]] std::optional<broker::SetupOutcome> obstacle(const QByteArray &tokenHash, Instant now) const;
    void later(std::function<void()> then);
};

} // namespace sprechtag::test
