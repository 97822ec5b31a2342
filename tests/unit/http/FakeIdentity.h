// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/AccountPorts.h"

#include <QTest>

#include <deque>

//! Answers what the test has prepared, later as the real one does; fails when asked anything else.
class FakeIdentity final : public sprechtag::broker::Identity
{
public:
    using NewSession = sprechtag::broker::NewSession;
    using SignedIn = sprechtag::broker::SignedIn;
    using SignInResult = sprechtag::Result<sprechtag::broker::SignInStep, sprechtag::broker::SignInRefusal>;
    using FactorResult = sprechtag::Result<sprechtag::broker::SignInStep, sprechtag::broker::FactorRefusal>;
    using ChoiceResult = sprechtag::Result<NewSession, sprechtag::broker::PasswordRefusal>;
    using SetupResult = sprechtag::Result<sprechtag::Done, sprechtag::broker::SetupRefusal>;

    std::optional<SignInResult> preparedSignIn{};
    std::optional<FactorResult> preparedAnswer{};
    std::optional<ChoiceResult> preparedChoice{};
    std::optional<SetupResult> preparedSetup{};
    std::optional<SignedIn> owner{}; //!< of the session "good-token"
    QString askedLogin{};
    QByteArray askedPassword{};
    std::optional<sprechtag::broker::FirstAdministrator> askedAdministrator{};
    std::optional<sprechtag::broker::FactorAnswer> askedAnswer{};
    std::optional<sprechtag::broker::PasswordChoice> askedChoice{};
    QList<sprechtag::broker::SessionKey> signedOut{};

    //! What comes back on the thread after the call.
    void answerLater()
    {
        while (!m_later.empty()) {
            m_later.front()();
            m_later.pop_front();
        }
    }

    void signIn(const sprechtag::broker::SignInAttempt &attempt, std::function<void(SignInResult)> then) override
    {
        QVERIFY2(preparedSignIn, "nobody was expected to sign in");
        askedLogin = attempt.login;
        askedPassword = attempt.password.reveal();
        m_later.push_back([then, answer = *preparedSignIn] { then(answer); });
    }
    void answerChallenge(const sprechtag::broker::FactorAnswer &answer, std::function<void(FactorResult)> then) override
    {
        QVERIFY2(preparedAnswer, "no code was expected");
        askedAnswer = answer;
        m_later.push_back([then, told = *preparedAnswer] { then(told); });
    }
    void choosePassword(const sprechtag::broker::PasswordChoice &choice,
                        std::function<void(ChoiceResult)> then) override
    {
        QVERIFY2(preparedChoice, "no password was expected");
        askedChoice = choice;
        m_later.push_back([then, told = *preparedChoice] { then(told); });
    }
    std::optional<SignedIn> authenticate(const sprechtag::Secret &token) override
    {
        return token.reveal() == "good-token" ? owner : std::nullopt;
    }
    void touch(const sprechtag::broker::SessionKey &) override { QFAIL("nobody was expected to touch a session"); }
    void signOut(const sprechtag::broker::SessionKey &session) override { signedOut.append(session); }
    void endSessionsOf(sprechtag::ClerkId) override { QFAIL("no sessions were expected to end"); }
    void createFirstAdministrator(const sprechtag::broker::FirstAdministrator &who,
                                  std::function<void(SetupResult)> then) override
    {
        QVERIFY2(preparedSetup, "nobody was expected to set up");
        askedAdministrator = who;
        m_later.push_back([then, answer = *preparedSetup] { then(answer); });
    }
    void onSessionEnded(std::function<void(const sprechtag::broker::SessionKey &)>) override
    {
        QFAIL("nobody was expected to listen");
    }

private:
    std::deque<std::function<void()>> m_later{};
};
