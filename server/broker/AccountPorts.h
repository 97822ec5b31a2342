// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Ports.h"
#include "shared/base/Secret.h"
#include "shared/domain/town/Values.h"

#include <string>

//! Who is speaking: what gateway and http ask of it (Identity), and what it needs of the store (AccountStore).
namespace sprechtag::broker {

using town::Role;

//! A clerk's account. The login is kept as town::normalisedLogin() has it.
struct Account
{
    ClerkId id;
    QString login;
    QString name;
    QByteArray passwordHash; //!< Argon2id in its text form
    QList<Role> roles;
    bool disabled{};
    friend bool operator==(const Account &, const Account &) = default;
};

//! Names a session without opening it: the SHA-256 of its token.
using SessionKey = QByteArray;

struct SessionRow
{
    SessionKey key;
    ClerkId clerk;
    Instant created;
    Instant lastUsed;
    Instant expires; //!< at the latest, however busy
    friend bool operator==(const SessionRow &, const SessionRow &) = default;
};

//! A session that a restart has survived, with its owner.
struct LiveSession
{
    SessionRow row;
    Account account;
};

enum class SaveOutcome { Saved, NoSuchClerk };

enum class SetupOutcome {
    Created,
    WrongToken, //!< unknown or too old
    Closed,     //!< an administrator exists already
    LoginTaken
};

//! Where accounts and sessions are durable. Every function returns at once; `then` is called on the caller's thread
//! after the commit, in the order of the calls.
class AccountStore
{
public:
    virtual ~AccountStore() = default;
    virtual void findAccount(const QString &login, std::function<void(std::optional<Account>)> then) = 0;
    virtual void replacePasswordHash(ClerkId clerk, const QByteArray &hash) = 0;
    virtual void saveSession(const SessionRow &row, std::function<void(SaveOutcome)> then) = 0;
    virtual void touchSession(const SessionKey &key, Instant lastUsed) = 0;
    virtual void eraseSessions(const std::vector<SessionKey> &keys) = 0;
    //! What createFirstAdministrator() would say to this token, but for the login; nothing when it would create.
    virtual void findSetupObstacle(const QByteArray &setupTokenHash, Instant now,
                                   std::function<void(std::optional<SetupOutcome>)> then) = 0;
    //! Checks that no administrator exists and that the token is the one of `admin setup-token`, uses it up and
    //! stores the account: all or nothing.
    virtual void createFirstAdministrator(const Account &account, const QByteArray &setupTokenHash, Instant now,
                                          std::function<void(SetupOutcome)> then) = 0;
};

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
    virtual void signIn(const SignInAttempt &attempt, std::function<void(Result<NewSession, SignInRefusal>)> then) = 0;
    //! The owner of a live session; counts as a use of it.
    [[nodiscard]] virtual std::optional<SignedIn> authenticate(const Secret &token) = 0;
    //! Somebody still uses the session: at a message, and now and then while a connection of it stands.
    virtual void touch(const SessionKey &session) = 0;
    virtual void signOut(const SessionKey &session) = 0;
    virtual void createFirstAdministrator(const FirstAdministrator &who,
                                          std::function<void(Result<Done, SetupRefusal>)> then) = 0;
    //! Told of every session that ends, by sign-out, age or an administrator: connections of it must go.
    virtual void onSessionEnded(std::function<void(const SessionKey &)> listener) = 0;
};

} // namespace sprechtag::broker
