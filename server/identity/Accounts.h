// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/AccountPorts.h"
#include "server/identity/Attempts.h"
#include "server/identity/HashQueue.h"
#include "server/identity/Password.h"
#include "server/identity/PasswordStep.h"
#include "server/identity/SecondStep.h"
#include "server/identity/Sessions.h"
#include "shared/base/SteadyClock.h"

#include <QObject>
#include <QTimer>

namespace sprechtag::identity {

//! Clerks with local accounts: sign-in, sessions, the first administrator.
//!
//! Continuations that are open when it goes are never called.
class Accounts final : public QObject, public broker::Identity
{
    Q_OBJECT
public:
    //! Far more than clerks behind one address mistype in a row; guessing login after login is slowed by it.
    static constexpr std::uint32_t kFreeOfNetwork = 20;

    //! `sessions` are those that the store had when the server started; ended ones among them are erased.
    Accounts(broker::AccountStore &store, broker::SecondFactorStore &factors, const Clock &clock,
             const std::vector<broker::LiveSession> &sessions, HashCost cost = {});

    void signIn(const broker::SignInAttempt &attempt,
                std::function<void(Result<broker::SignInStep, broker::SignInRefusal>)> then) override;
    void answerChallenge(const broker::FactorAnswer &answer,
                         std::function<void(Result<broker::SignInStep, broker::FactorRefusal>)> then) override;
    void choosePassword(const broker::PasswordChoice &choice,
                        std::function<void(Result<broker::NewSession, broker::PasswordRefusal>)> then) override;
    [[nodiscard]] std::optional<broker::SignedIn> authenticate(const Secret &token) override;
    void touch(const broker::SessionKey &session) override;
    void signOut(const broker::SessionKey &session) override;
    void endSessionsOf(ClerkId clerk) override;
    void createFirstAdministrator(const broker::FirstAdministrator &who,
                                  std::function<void(Result<Done, broker::SetupRefusal>)> then) override;
    void onSessionEnded(std::function<void(const broker::SessionKey &)> listener) override;

    //! Ends the sessions that are over by now, and forgets failures that are old. Happens by itself twice a minute.
    void sweep();

private:
    using SignInThen = std::function<void(Result<broker::SignInStep, broker::SignInRefusal>)>;
    using StepThen = std::function<void(std::optional<broker::SignInStep>)>;
    using SessionThen = std::function<void(std::optional<broker::NewSession>)>;
    using SetupThen = std::function<void(Result<Done, broker::SetupRefusal>)>;
    struct Check;

    [[nodiscard]] static std::optional<broker::SetupRefusal> refusalOf(const broker::FirstAdministrator &who);
    void later(std::function<void()> then);
    //! How long to wait before this sign-in is looked at; nothing: now, and it has a place for its hash.
    [[nodiscard]] std::optional<seconds> admit(const std::string &key, const std::string &network);
    void verify(const Check &check, const std::optional<broker::Account> &account);
    void askForMore(const Check &check, const broker::Account &account);
    //! All that was asked for is right; but a start password opens nothing else. Nothing: as beginSession().
    void enter(const SecondStep::Passed &passed, StepThen then);
    //! Nothing: the account is gone, or disabled by now.
    void beginSession(const broker::Account &account, SessionThen then);
    void hashFirstPassword(const broker::FirstAdministrator &who, const SetupThen &then);
    void storeFirst(const broker::FirstAdministrator &who, const QByteArray &passwordHash, const SetupThen &then);
    void use(Sessions::Session &session, Instant now);
    void end(const std::vector<broker::SessionKey> &keys);

    broker::AccountStore &m_store;
    const Clock &m_clock; // one-time tokens are made by another process
    SteadyClock m_time;   // sessions
    const HashCost m_cost;
    const QByteArray m_dummyHash;
    Attempts m_attempts; // of login and network together
    Attempts m_attemptsOfNetworks{kFreeOfNetwork};
    SecondStep m_second;
    HashQueue m_hashes;
    PasswordStep m_password;
    Sessions m_sessions;
    std::vector<std::function<void(const broker::SessionKey &)>> m_listeners;
    QTimer m_sweep;
};

} // namespace sprechtag::identity
