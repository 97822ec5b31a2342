// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/app/Preferences.h"
#include "clerk-app/connection/ServerConnection.h"
#include "clerk-app/connection/SignIn.h"
#include "clerk-app/model/Workplace.h"
#include "clerk-app/platform/CredentialStore.h"
#include "clerk-app/view/SecondFactorPage.h"
#include "clerk-app/view/SetupPage.h"
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

    //! With the session that was kept for this name at this server, if there is one.
    void resume(const QString &server, const QString &login);
    void signIn(const view::SignInForm &form);
    //! Makes the first administrator of a new server, and signs in.
    void setUp(const view::SetupForm &form);
    //! The second step, after secondFactorWanted().
    void answer(const view::SecondFactorForm &form);
    //! After newPasswordWanted().
    void choosePassword(const Secret &password);
    //! Back to the first step.
    void cancelAttempt();
    void signOut();

Q_SIGNALS:
    void signingIn();
    void settingUp();
    void setupRefused(const QString &why);
    //! The password was right; with the phone that is to be set up first, if any.
    void secondFactorWanted(const std::optional<sprechtag::clerk::view::PhoneEnrolment> &enrolment);
    void answering();
    void secondFactorRefused(const QString &why);
    //! The password was right, but somebody else has given it.
    void newPasswordWanted();
    void choosingPassword();
    void newPasswordRefused(const QString &why);
    //! Of the phone that was just set up: they are never to be had again.
    void recoveryCodesIssued(const QList<sprechtag::Secret> &codes);
    void signedIn();
    //! The password that was typed is of no more use: it was taken, or it was wrong.
    void passwordSpent();
    //! The sign-in page is needed; why, or nothing.
    void signedOut(const QString &why);
    //! For the clerk to know, though signing in worked.
    void remarked(const QString &text);

private:
    void take(const connection::ServerAddress &server, bool remember, const protocol::SignedIn &session);
    void judge(const connection::SignIn::Answer &answer);
    void demand(const protocol::SecondFactorDemand &demand);
    void demand(const protocol::NewPasswordDemand &demand);
    void judgeChoice(const connection::SignIn::Answer &answer);
    void judgeCode(view::CodeKind kind, const connection::SignIn::Answer &answer);
    void refuse(const connection::SignInError &error);
    void keep();
    void follow(const connection::LineStatus &status);
    [[nodiscard]] static QString words(connection::AddressError error);
    [[nodiscard]] static QString words(platform::CredentialError error);
    [[nodiscard]] static QString words(const connection::SignInError &error);
    [[nodiscard]] static QString words(connection::StopReason reason);
    [[nodiscard]] static QString wordsForField(const QString &field);
    [[nodiscard]] static QString wordsForCode(view::CodeKind kind);
    [[nodiscard]] static QString wordsForPassword(connection::SignInTrouble trouble);

    //! A sign-in under way.
    struct Attempt
    {
        connection::ServerAddress server;
        bool remember{};
        Secret challenge; //!< of the step after the password
    };

    Preferences &m_preferences;
    platform::CredentialStore &m_store;
    connection::ServerConnection &m_line;
    QString m_language;
    connection::SignIn m_signIn;
    std::optional<Attempt> m_attempt;
    std::optional<connection::ServerAddress> m_server;
    Secret m_token;
    QString m_key; //!< under which the store keeps it
};

} // namespace sprechtag::clerk::app
