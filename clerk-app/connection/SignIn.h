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
    WrongLogin,  //!< name or password is wrong; the server does not say which
    TryLater,    //!< too many attempts; see SignInError::after
    Unreachable, //!< nobody answers there
    Certificate, //!< the server cannot prove who it is
    NotSprechtag //!< somebody answers, but not our server
};

struct SignInError
{
    SignInTrouble trouble{};
    std::optional<seconds> after{};
    friend bool operator==(const SignInError &, const SignInError &) = default;
};

//! Turns login and password into a session, and ends it again.
class SignIn final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignIn)
public:
    using Answer = Result<protocol::SignedIn, SignInError>;
    using Continuation = std::function<void(const Answer &)>;

    explicit SignIn(QObject *parent = nullptr);

    //! One attempt at a time; a newer one takes the place of the older, which is never answered.
    void signIn(const ServerAddress &server, const protocol::SignInRequest &request, Continuation then);
    //! Best effort: the server forgets the session, or it expires.
    void signOut(const ServerAddress &server, const Secret &token);

private:
    static Answer read(QNetworkReply &reply);

    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_running;
};

} // namespace sprechtag::clerk::connection
