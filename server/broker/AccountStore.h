// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Ports.h"
#include "shared/domain/town/Values.h"

//! Accounts and sessions, and where they are durable.
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
    bool mustChange{}; //!< the password was given by somebody else, and opens nothing but the choice of another one
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

//! NoSuchClerk: nor has a disabled account sessions, or one with a start password, or with another one by now.
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
    //! The same password in another form: nothing happens where the stored one is not `before` any more.
    virtual void replacePasswordHash(ClerkId clerk, const QByteArray &before, const QByteArray &hash) = 0;
    //! Another password in the place of the start password whose hash is `before`. NoSuchClerk: that one is not there
    //! any more, or the account is disabled.
    virtual void choosePassword(ClerkId clerk, const QByteArray &before, const QByteArray &hash,
                                std::function<void(SaveOutcome)> then) = 0;
    //! `passwordHash`: of the password that has opened the account, and must open it still.
    virtual void saveSession(const SessionRow &row, const QByteArray &passwordHash,
                             std::function<void(SaveOutcome)> then) = 0;
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

} // namespace sprechtag::broker
