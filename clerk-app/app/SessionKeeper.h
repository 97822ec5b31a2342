// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/app/Preferences.h"
#include "clerk-app/connection/ServerConnection.h"
#include "clerk-app/connection/SignIn.h"
#include "clerk-app/model/Workplace.h"
#include "clerk-app/platform/CredentialStore.h"
#include "clerk-app/view/SignInPage.h"

namespace sprechtag::clerk::app {

//! Signs in and out, keeps the session where the system keeps secrets, and says why the clerk is signed out.
class SessionKeeper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionKeeper)
public:
    SessionKeeper(Preferences &preferences, platform::CredentialStore &store, connection::ServerConnection &line,
                  QString language, QObject *parent = nullptr);

    //! With the session that was kept, if there is one.
    void resume();
    void signIn(const view::SignInForm &form);
    void signOut();

Q_SIGNALS:
    void signingIn();
    void signedIn();
    //! The sign-in page is needed; why, or nothing.
    void signedOut(const QString &why);
    //! For the clerk to know, though signing in worked.
    void remarked(const QString &text);

private:
    void take(const connection::ServerAddress &server, bool remember, const protocol::SignedIn &session);
    void keep(const QString &key, const Secret &token);
    void follow(const connection::LineStatus &status);
    [[nodiscard]] QString storeKey() const;
    [[nodiscard]] static QString words(connection::AddressError error);
    [[nodiscard]] static QString words(const connection::SignInError &error);
    [[nodiscard]] static QString words(connection::StopReason reason);

    Preferences &m_preferences;
    platform::CredentialStore &m_store;
    connection::ServerConnection &m_line;
    QString m_language;
    connection::SignIn m_signIn;
    std::optional<connection::ServerAddress> m_server;
    Secret m_token;
};

} // namespace sprechtag::clerk::app
