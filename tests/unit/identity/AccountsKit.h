// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/identity/Accounts.h"
#include "server/identity/Tokens.h"
#include "tests/support/FakeClock.h"
#include "tests/unit/identity/FakeAccountStore.h"
#include "tests/unit/identity/FakeSecondFactorStore.h"

#include <QTest>

namespace sprechtag::test {

inline constexpr identity::HashCost kCheap{1, 8192};
inline constexpr auto kPassword = "Mein Hund Bello";

using SignInResult = Result<broker::SignInStep, broker::SignInRefusal>;
using FactorResult = Result<broker::SignInStep, broker::FactorRefusal>;
using ChoiceResult = Result<broker::NewSession, broker::PasswordRefusal>;
using SetupResult = Result<Done, broker::SetupRefusal>;

//! What the phone makes of the text that is typed into it.
inline Secret secretOf(const broker::FactorEnrolment &enrolment)
{
    QByteArray bytes;
    unsigned buffer = 0;
    int bits = 0;
    for (const char c : enrolment.text.reveal()) {
        buffer = (buffer << 5U) | static_cast<unsigned>(QByteArray("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").indexOf(c));
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes.append(static_cast<char>((buffer >> bits) & 0xffU));
        }
    }
    return Secret(bytes);
}

//! A town with Frau Schmidt in it.
struct Town
{
    Town()
    {
        const ClerkId id = ClerkId::fromBits({0, 1});
        store.accounts.emplace(QStringLiteral("schmidt"),
                               broker::Account{id,
                                               QStringLiteral("schmidt"),
                                               QStringLiteral("Frau Schmidt"),
                                               *identity::hashOf(Secret(kPassword), kCheap),
                                               {broker::Role::Clerk, broker::Role::HeadOfOffice},
                                               false});
        accounts.onSessionEnded([this](const broker::SessionKey &key) { ended.append(key); });
    }

    SignInResult signIn(const QString &login, const QByteArray &password, const std::string &peer = "192.0.2.1")
    {
        std::optional<SignInResult> result;
        accounts.signIn({login, Secret(password), peer}, [&result](const SignInResult &told) { result.emplace(told); });
        // Never before the call has returned.
        if (result || !QTest::qWaitFor([&result] { return result.has_value(); }))
            qFatal("a sign-in was answered at once, or never");
        return *result;
    }
    broker::NewSession session() { return std::get<broker::NewSession>(*signIn(QStringLiteral("schmidt"), kPassword)); }
    broker::FactorChallenge challenge()
    {
        return std::get<broker::FactorChallenge>(*signIn(QStringLiteral("schmidt"), kPassword));
    }
    FactorResult stepAfter(const Secret &challenge, const QByteArray &code,
                           broker::FactorKind kind = broker::FactorKind::Phone, const std::string &peer = "192.0.2.1")
    {
        std::optional<FactorResult> result;
        accounts.answerChallenge({challenge, kind, Secret(code), peer},
                                 [&result](const FactorResult &told) { result.emplace(told); });
        if (result || !QTest::qWaitFor([&result] { return result.has_value(); }))
            qFatal("a challenge was answered at once, or never");
        return *result;
    }
    //! For those who have no start password: a session, or a refusal.
    Result<broker::NewSession, broker::FactorRefusal> answer(const Secret &challenge, const QByteArray &code,
                                                             broker::FactorKind kind = broker::FactorKind::Phone,
                                                             const std::string &peer = "192.0.2.1")
    {
        const FactorResult result = stepAfter(challenge, code, kind, peer);
        if (!result)
            return Failure(result.error());
        return std::get<broker::NewSession>(*result);
    }
    ChoiceResult choose(const Secret &challenge, const QByteArray &password, const std::string &peer = "192.0.2.1")
    {
        std::optional<ChoiceResult> result;
        accounts.choosePassword({challenge, Secret(password), peer},
                                [&result](const ChoiceResult &told) { result.emplace(told); });
        if (result || !QTest::qWaitFor([&result] { return result.has_value(); }))
            qFatal("a choice was answered at once, or never");
        return *result;
    }

    SetupResult setUp(const broker::FirstAdministrator &who)
    {
        std::optional<SetupResult> result;
        accounts.createFirstAdministrator(who, [&result](const SetupResult &told) { result.emplace(told); });
        if (result || !QTest::qWaitFor([&result] { return result.has_value(); }))
            qFatal("a set-up was answered at once, or never");
        return *result;
    }
    Secret openSetup()
    {
        const identity::SetupToken made = identity::makeSetupToken(clock.now());
        store.setupTokenHash = made.hash;
        store.setupTokenExpires = made.expires;
        return made.token;
    }

    broker::Account &schmidt() { return store.accounts.at(QStringLiteral("schmidt")); }

    FakeClock clock;
    FakeAccountStore store;
    FakeSecondFactorStore factors;
    QList<broker::SessionKey> ended;
    identity::Accounts accounts{store, factors, clock, {}, kCheap};
};

} // namespace sprechtag::test
