// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/identity/RecoveryCodes.h"
#include "server/identity/Totp.h"
#include "tests/unit/identity/AccountsKit.h"

using namespace sprechtag;
using namespace sprechtag::test;
using broker::FactorChallenge;
using broker::FactorKind;
using broker::FactorRefusal;
using broker::NewSession;
using identity::SecondStep;
using identity::totpCode;
using identity::totpStepAt;
using namespace Qt::StringLiterals;

namespace {

using Code = FactorRefusal::Code;

const Secret kSecret("12345678901234567890");
constexpr auto kRecovery = "7k2m-0xqd-h4wn-c91s";

//! A town in which Frau Schmidt has a phone.
struct PhoneTown : Town
{
    PhoneTown()
    {
        factors.factors.emplace(
            schmidt().id,
            broker::NewSecondFactor{{kSecret, 0}, {*identity::hashOfRecoveryCode(QLatin1String(kRecovery))}});
    }
    [[nodiscard]] QByteArray code(int steps = 0) const { return totpCode(kSecret, totpStepAt(clock.now()) + steps); }
    [[nodiscard]] QByteArray wrong() const
    {
        QByteArray text = code(7);
        return text == code() || text == code(1) || text == code(-1) ? code(8) : text;
    }
};

template <typename T>
Code refusalOf(const Result<T, FactorRefusal> &result)
{
    if (result)
        qFatal("a code that must be refused was taken");
    return result.error().code;
}

} // namespace

class SecondStepTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thePasswordAloneOpensNothing()
    {
        PhoneTown town;
        const FactorChallenge challenge = town.challenge();
        QVERIFY(!challenge.enrolment);
        QVERIFY(town.store.sessions.empty());
        QVERIFY(!town.accounts.authenticate(challenge.token));
    }

    void theCodeOfThePhoneMakesASession()
    {
        PhoneTown town;
        const auto session = town.answer(town.challenge().token, town.code());
        QVERIFY(session);
        QVERIFY(town.accounts.authenticate(session->token) == session->who);
        QVERIFY(session->recoveryCodes.empty());
    }

    void aCodeWorksOnceWhoeverTypesIt()
    {
        PhoneTown town;
        const QByteArray code = town.code();
        const FactorChallenge spied = town.challenge();
        QVERIFY(town.answer(town.challenge().token, code));
        QCOMPARE(refusalOf(town.answer(spied.token, code)), Code::WrongCode);
        QCOMPARE(refusalOf(town.answer(spied.token, town.code(-1))), Code::WrongCode);
        town.clock.advance(identity::kTotpPeriod);
        QVERIFY(town.answer(spied.token, town.code()));
    }

    void twoAtTheSameInstantAreOne()
    {
        PhoneTown town;
        const QByteArray code = town.code();
        int opened = 0;
        int refused = 0;
        const auto count = [&](const FactorResult &result) { ++(result ? opened : refused); };
        for (const Secret &token : {town.challenge().token, town.challenge().token})
            town.accounts.answerChallenge({token, FactorKind::Phone, Secret(code), "192.0.2.1"}, count);
        QTRY_COMPARE(opened + refused, 2);
        QCOMPARE(opened, 1);
    }

    void aChallengeIsGoodForOneSession()
    {
        PhoneTown town;
        const FactorChallenge challenge = town.challenge();
        QVERIFY(town.answer(challenge.token, town.code()));
        town.clock.advance(identity::kTotpPeriod);
        QCOMPARE(refusalOf(town.answer(challenge.token, town.code())), Code::ChallengeOver);
        QCOMPARE(refusalOf(town.answer(Secret("made up"), town.code())), Code::ChallengeOver);
    }

    void aChallengeGetsTooOld()
    {
        PhoneTown town;
        const FactorChallenge challenge = town.challenge();
        town.clock.advance(identity::kChallengeLife - milliseconds(1));
        QCOMPARE(refusalOf(town.answer(challenge.token, town.wrong())), Code::WrongCode);
        town.clock.advance(milliseconds(1));
        QCOMPARE(refusalOf(town.answer(challenge.token, town.code())), Code::ChallengeOver);
    }

    void fiveWrongCodesCostFiveMinutes()
    {
        PhoneTown town;
        const FactorChallenge challenge = town.challenge();
        for (std::uint32_t i = 0; i < SecondStep::kFreeCodes; ++i)
            QCOMPARE(refusalOf(town.answer(challenge.token, town.wrong())), Code::WrongCode);
        const auto slowed = town.answer(challenge.token, town.code());
        QVERIFY((slowed.error() == FactorRefusal{Code::TryLater, SecondStep::kWaitAfterCodes}));
        // Elsewhere nobody waits, nor does a new challenge help.
        QVERIFY(town.answer(town.challenge().token, town.code(), FactorKind::Phone, "192.0.2.2"));
        QCOMPARE(refusalOf(town.answer(town.challenge().token, town.code(1))), Code::TryLater);
        town.clock.advance(SecondStep::kWaitAfterCodes);
        QVERIFY(town.answer(challenge.token, town.code()));
    }

    // A day and more of guessing by one network that knows the password: the account is never locked, and few guesses
    // are ever looked at.
    void sixThousandGuessesAreFew()
    {
        PhoneTown town;
        Secret token;
        int answered = 0;
        int lookedAt = 0;
        for (int i = 0; i < 6000; ++i) {
            if (i % 30 == 0)
                token = town.challenge().token;
            town.clock.advance(seconds(15));
            town.accounts.answerChallenge({token, FactorKind::Phone, Secret(town.wrong()), "192.0.2.1"},
                                          [&](const FactorResult &result) {
                                              ++answered;
                                              lookedAt += refusalOf(result) == Code::WrongCode ? 1 : 0;
                                          });
            for (int hop = 0; hop < 4; ++hop)
                QCoreApplication::processEvents();
        }
        QCOMPARE(answered, 6000);
        QVERIFY2(lookedAt <= 6000 * 15 / 300 + 5, qPrintable(QString::number(lookedAt)));
        QVERIFY(town.answer(town.challenge().token, town.code(), FactorKind::Phone, "192.0.2.2"));
    }

    void aRecoveryCodeWorksOnce()
    {
        PhoneTown town;
        QCOMPARE(refusalOf(town.answer(town.challenge().token, "7k2m-0xqd-h4wn-c92s", FactorKind::RecoveryCode)),
                 Code::WrongCode);
        QVERIFY(town.answer(town.challenge().token, " 7K2M Oxqd h4wn c9ls", FactorKind::RecoveryCode));
        QCOMPARE(refusalOf(town.answer(town.challenge().token, kRecovery, FactorKind::RecoveryCode)), Code::WrongCode);
        QCOMPARE(refusalOf(town.answer(town.challenge().token, kRecovery, FactorKind::Phone)), Code::WrongCode);
    }

    void whoMustHaveAPhoneSetsItUp()
    {
        Town town;
        town.factors.obligatory.insert(town.schmidt().id);
        const FactorChallenge challenge = town.challenge();
        QVERIFY(challenge.enrolment);
        QVERIFY(challenge.enrolment->uri.reveal().contains("secret=" + challenge.enrolment->text.reveal() + '&'));
        QVERIFY(challenge.enrolment->uri.reveal().startsWith("otpauth://totp/Musterland:schmidt?"));
        QCOMPARE(refusalOf(town.answer(challenge.token, "000000")), Code::WrongCode);
        QCOMPARE(refusalOf(town.answer(challenge.token, kRecovery, FactorKind::RecoveryCode)), Code::WrongCode);
        QVERIFY(town.factors.factors.empty());
    }

    void theFirstCodeOfANewPhoneMakesASessionAndRecoveryCodes()
    {
        Town town;
        town.factors.obligatory.insert(town.schmidt().id);
        const FactorChallenge older = town.challenge();
        const FactorChallenge challenge = town.challenge();
        const Secret secret = secretOf(*challenge.enrolment);
        QCOMPARE(secret.reveal().size(), 20);
        const QByteArray first = totpCode(secret, totpStepAt(town.clock.now()));
        const auto session = town.answer(challenge.token, first);
        QVERIFY(session);
        QCOMPARE(session->recoveryCodes.size(), identity::kRecoveryCodes);
        // Only their hashes are kept.
        const auto &kept = town.factors.factors.at(town.schmidt().id);
        QCOMPARE(kept.recoveryHashes.size(), identity::kRecoveryCodes);
        QVERIFY(!kept.recoveryHashes.front().contains(session->recoveryCodes.front().reveal()));
        // A second set-up that was under way does not take the place of the first one, and the first code is used.
        const QByteArray other = totpCode(secretOf(*older.enrolment), totpStepAt(town.clock.now()));
        QCOMPARE(refusalOf(town.answer(older.token, other)), Code::ChallengeOver);
        QVERIFY(!town.challenge().enrolment);
        QCOMPARE(refusalOf(town.answer(town.challenge().token, first)), Code::WrongCode);
        QVERIFY(town.answer(town.challenge().token, session->recoveryCodes.back().reveal(), FactorKind::RecoveryCode));
    }

    void whatHappensToTheAccountEndsItsChallenges_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("it is disabled") << 0;
        QTest::newRow("it has a new password") << 1;
        QTest::newRow("it is gone") << 2;
        QTest::newRow("its phone is reset") << 3;
    }
    void whatHappensToTheAccountEndsItsChallenges()
    {
        QFETCH(int, what);
        PhoneTown town;
        const FactorChallenge challenge = town.challenge();
        const ClerkId id = town.schmidt().id;
        if (what == 0)
            town.schmidt().disabled = true;
        else if (what == 1)
            town.schmidt().passwordHash = *identity::hashOf(Secret("Meine Katze Mia"), kCheap);
        else if (what == 2)
            town.store.accounts.clear();
        else
            town.factors.factors.erase(id);
        QCOMPARE(refusalOf(town.answer(challenge.token, town.code())), Code::ChallengeOver);
        QVERIFY(town.store.sessions.empty());
    }

    void aPasswordThatIsHashedAnewKeepsItsChallenge()
    {
        PhoneTown town;
        town.schmidt().passwordHash = *identity::hashOf(Secret(kPassword), {2, 16384});
        QVERIFY(town.answer(town.challenge().token, town.code()));
    }

    void whoHasNoPhoneAnyMoreNeedsThePasswordAlone()
    {
        PhoneTown town;
        QVERIFY(town.answer(town.challenge().token, town.code()));
        town.factors.factors.erase(town.schmidt().id);
        QVERIFY(!town.session().token.isEmpty());
    }

    void forgottenChallengesAreTheOldest()
    {
        PhoneTown town;
        SecondStep second(town.store, town.factors, town.clock);
        std::vector<Secret> tokens;
        for (std::size_t i = 0; i <= identity::kMostChallenges; ++i) {
            second.ask(town.schmidt(), [&tokens](const auto &challenge) { tokens.push_back(challenge->token); });
            QCoreApplication::processEvents();
            town.clock.advance(milliseconds(1));
        }
        QCOMPARE(tokens.size(), identity::kMostChallenges + 1);
        std::vector<bool> passed;
        for (const Secret &token : {tokens[0], tokens[1]}) {
            second.answer({token, FactorKind::Phone, Secret(town.code()), "192.0.2.1"},
                          [&passed](const auto &result) { passed.push_back(result.ok()); });
        }
        QTRY_COMPARE(passed.size(), std::size_t(2));
        QVERIFY((passed == std::vector{false, true}));
    }

    void anOpenAnswerMayOutliveTheAccounts()
    {
        FakeClock clock;
        PhoneTown town;
        bool answered = false;
        {
            identity::Accounts accounts(town.store, town.factors, clock, {}, kCheap);
            accounts.answerChallenge({Secret("made up"), {}, Secret("123456"), {}},
                                     [&answered](const FactorResult &) { answered = true; });
        }
        QCoreApplication::processEvents();
        QVERIFY(!answered);
    }
};

QTEST_GUILESS_MAIN(SecondStepTest)
#include "SecondStepTest.moc"
