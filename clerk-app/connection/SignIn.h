// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/connection/ServerAddress.h"
#include "shared/protocol/Sessions.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>

#include <functional>

class QNetworkReply;

namespace sprechtag::clerk::connection {

enum class SignInTrouble {
    WrongLogin,    //!< name or password is wrong; the server does not say which
    WrongCode,     //!< the second factor is wrong, or used already
    ChallengeOver, //!< too late for a second factor or a new password: begin again with the password
    TooShort,      //!< the new password is, as are the three that follow
    TooSimple,     //!< one character over and over, or with the login in it
    TooCommon,     //!< whoever guesses tries it first
    Unchanged,     //!< it is the start password
    WrongToken,    //!< of setting up: it is wrong, too old, or used already
    SetUpAlready,  //!< the server has an administrator
    Unacceptable,  //!< see SignInError::field
    TryLater,      //!< too many attempts; see SignInError::after
    StorageFull,   //!< the server has no room to write
    Unreachable,   //!< nobody answers there
    Certificate,   //!< the server cannot prove who it is
    NotSprechtag   //!< somebody answers, but not our server
};

struct SignInError
{
    SignInTrouble trouble{};
    std::optional<seconds> after{};
    QString field{};
    friend bool operator==(const SignInError &, const SignInError &) = default;
};

//! A session, or what is needed beside the password, or in its place.
using SignInStep = std::variant<protocol::SignedIn, protocol::SecondFactorDemand, protocol::NewPasswordDemand>;

//! Turns login, password, second factor and a password of one's own into a session, and ends it again.
class SignIn final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignIn)
public:
    using Answer = Result<SignInStep, SignInError>;
    using Continuation = std::function<void(const Answer &)>;

    using SetUpContinuation = std::function<void(const Result<Done, SignInError> &)>;

    explicit SignIn(QObject *parent = nullptr);

    //! One attempt at a time; a newer one takes the place of the older, which is never answered.
    void signIn(const ServerAddress &server, const protocol::SignInRequest &request, Continuation then);
    void answer(const ServerAddress &server, const protocol::SecondFactorRequest &request, Continuation then);
    void choose(const ServerAddress &server, const protocol::NewPasswordRequest &request, Continuation then);
    //! Makes the first administrator of a new server.
    void setUp(const ServerAddress &server, const protocol::SetupRequest &request, SetUpContinuation then);
    //! The attempt under way is never answered.
    void cancel();
    //! Best effort: the server forgets the session, or it expires.
    void signOut(const ServerAddress &server, const Secret &token);

private:
    void post(const QUrl &url, const QByteArray &body, std::function<void(QNetworkReply &)> then);
    void ask(const QUrl &url, const QByteArray &body, Continuation then);
    static Answer read(QNetworkReply &reply);

    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_running;
};

} // namespace sprechtag::clerk::connection
