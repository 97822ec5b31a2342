// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/AccountPorts.h"
#include "server/identity/Challenges.h"
#include "server/identity/HashQueue.h"
#include "server/identity/Password.h"

namespace sprechtag::identity {

//! The last step of signing in with a password that somebody else has given: choosing another one.
//!
//! Continuations that are open when this goes are never called.
class PasswordStep final : public QObject
{
    Q_OBJECT
public:
    //! The account with the password that was chosen.
    using Then = std::function<void(Result<broker::Account, broker::PasswordRefusal>)>;

    PasswordStep(broker::AccountStore &store, HashQueue &hashes, const Clock &clock, HashCost cost);

    //! The token of the one who has to choose. `account` as it was when all else was right.
    [[nodiscard]] Secret ask(const broker::Account &account);
    void choose(const broker::PasswordChoice &choice, Then then);
    //! Forgets challenges that are over. To be called now and then.
    void sweep() { m_challenges.sweep(); }

private:
    struct Choosing;

    [[nodiscard]] std::optional<broker::PasswordRefusal> refusalOf(const broker::PasswordChoice &choice);
    void store(const Choosing &choosing, const QByteArray &hash);

    broker::AccountStore &m_store;
    HashQueue &m_hashes;
    const HashCost m_cost;
    Challenges<broker::Account> m_challenges;
};

} // namespace sprechtag::identity
