// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/AccountStore.h"
#include "server/broker/SecondFactorPorts.h"
#include "shared/base/Secret.h"

#include <string>

//! Who is speaking: what gateway and http ask of it (Identity). What it needs of the store is in AccountStore.h and
//! SecondFactorPorts.h.
namespace sprechtag::broker {

//! Somebody who has signed in.
struct SignedIn
{
    SessionKey session;
    ClerkName clerk;
    QList<Role> roles;
    Instant expires;
    friend bool operator==(const SignedIn &, const SignedIn &) = default;
};

struct NewSession
{
    Secret token;
    SignedIn who;
    std::vector<Secret> recoveryCodes{}; //!< of a second factor that was set up with this very sign-in
};

//! All that was asked for is right, but the password is a start password: `token` stands for it until it is too old,
//! and opens nothing but the choice of another one.
struct PasswordDemand
{
    Secret token;
    std::vector<Secret> recoveryCodes{}; //!< of a second factor that was set up with this very sign-in
};

//! What a right password leads to, and a right second factor.
using SignInStep = std::variant<NewSession, FactorChallenge, PasswordDemand>;

struct PasswordChoice
{
    Secret challenge;
    Secret password;
    std::string peer; //!< the network that it comes from: it hashes as little at once as one that signs in
};

//! Why a password was not taken. ChallengeOver: begin again with the start password. BadRequest: too long, or no text.
//! `after` is how long to wait, with TryLater.
struct PasswordRefusal
{
    enum class Code { ChallengeOver, TooShort, TooSimple, TooCommon, Unchanged, BadRequest, TryLater };
    Code code{};
    seconds after{};
    friend bool operator==(const PasswordRefusal &, const PasswordRefusal &) = default;
};

//! `peer` is the network that it comes from: delays after failures are counted for login and network together, and
//! more generously for the network alone, so that a stranger who guesses keeps nobody else out.
struct SignInAttempt
{
    QString login;
    Secret password;
    std::string peer;
};

//! Why nobody signed in. `after` is how long to wait, with TryLater.
struct SignInRefusal
{
    enum class Code { WrongLogin, TryLater, BadRequest };
    Code code{};
    seconds after{};
    friend bool operator==(const SignInRefusal &, const SignInRefusal &) = default;
};

struct FirstAdministrator
{
    Secret oneTimeToken;
    QString login;
    QString name;
    Secret password;
};

//! BadRequest names the field that is not acceptable (login, name, password). Closed: answer as if there were no such
//! route.
struct SetupRefusal
{
    enum class Code { WrongToken, Closed, LoginTaken, BadRequest, TryLater };
    Code code{};
    QString field;
    seconds after{};
    friend bool operator==(const SetupRefusal &, const SetupRefusal &) = default;
};

//! Who is speaking. All functions are called from one thread; continuations come back on it, never before the call
//! has returned.
class Identity
{
public:
    virtual ~Identity() = default;
    virtual void signIn(const SignInAttempt &attempt, std::function<void(Result<SignInStep, SignInRefusal>)> then) = 0;
    virtual void answerChallenge(const FactorAnswer &answer,
                                 std::function<void(Result<SignInStep, FactorRefusal>)> then) = 0;
    //! In the place of a start password.
    virtual void choosePassword(const PasswordChoice &choice,
                                std::function<void(Result<NewSession, PasswordRefusal>)> then) = 0;
    //! The owner of a live session; counts as a use of it.
    [[nodiscard]] virtual std::optional<SignedIn> authenticate(const Secret &token) = 0;
    //! Somebody still uses the session: at a message, and now and then while a connection of it stands.
    virtual void touch(const SessionKey &session) = 0;
    virtual void signOut(const SessionKey &session) = 0;
    //! Ends every session of a clerk at once: disabled, new password, new roles. To be called when the store has
    //! committed that change; no sign-in that was under way outlives it.
    virtual void endSessionsOf(ClerkId clerk) = 0;
    virtual void createFirstAdministrator(const FirstAdministrator &who,
                                          std::function<void(Result<Done, SetupRefusal>)> then) = 0;
    //! Told of every session that ends, by sign-out, age or an administrator: connections of it must go.
    virtual void onSessionEnded(std::function<void(const SessionKey &)> listener) = 0;
};

} // namespace sprechtag::broker
