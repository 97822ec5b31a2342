// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/identity/Totp.h"
#include "tests/unit/identity/AccountsKit.h"

using namespace sprechtag;
using namespace sprechtag::test;
using broker::FactorChallenge;
using broker::NewSession;
using broker::PasswordDemand;
using broker::PasswordRefusal;
using identity::HashQueue;
using namespace Qt::StringLiterals;

namespace {

using Code = PasswordRefusal::Code;

constexpr auto kOwn = "vier Worte ohne Sinn";
const Secret kPhone("12345678901234567890");

//! A town in which Frau Schmidt was given a start password.
struct StartTown : Town
{
    StartTown() { schmidt().mustChange = true; }
    Secret demanded() { return std::get<PasswordDemand>(*signIn(u"schmidt"_s, kPassword)).token; }
    [[nodiscard]] QByteArray codeOf(const Secret &phone) const
    {
        return identity::totpCode(phone, identity::totpStepAt(clock.now()));
    }
};

Code refusalOf(const ChoiceResult &result)
{
    if (result)
        qFatal("a password that must be refused was taken");
    return result.error().code;
}

} // namespace

class PasswordStepTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStartPasswordOpensNothing()
    {
        StartTown town;
        const Secret token = town.demanded();
        QVERIFY(town.store.sessions.empty());
        QVERIFY(!town.accounts.authenticate(token));
        QVERIFY(!town.answer(token, "123456"));
    }

    void thePasswordThatIsChosenMakesASession()
    {
        StartTown town;
        const auto session = town.choose(town.demanded(), kOwn);
        QVERIFY(session);
        QVERIFY(town.accounts.authenticate(session->token) == session->who);
        QVERIFY(!town.signIn(u"schmidt"_s, kPassword));
        QVERIFY(std::holds_alternative<NewSession>(*town.signIn(u"schmidt"_s, kOwn)));
    }

    void theSecondFactorComesBeforeIt()
    {
        StartTown town;
        town.factors.factors.emplace(town.schmidt().id, broker::NewSecondFactor{{kPhone, 0}, {}});
        const FactorChallenge challenge = town.challenge();
        QCOMPARE(refusalOf(town.choose(challenge.token, kOwn)), Code::ChallengeOver);
        const auto step = town.stepAfter(challenge.token, town.codeOf(kPhone));
        QVERIFY(step && std::holds_alternative<PasswordDemand>(*step));
        QVERIFY(town.store.sessions.empty());
        QVERIFY(town.choose(std::get<PasswordDemand>(*step).token, kOwn));
    }

    void theRecoveryCodesOfANewPhoneAreToldAtOnce()
    {
        StartTown town;
        town.factors.obligatory.insert(town.schmidt().id);
        const FactorChallenge challenge = town.challenge();
        QVERIFY(challenge.enrolment);
        const auto step = town.stepAfter(challenge.token, town.codeOf(secretOf(*challenge.enrolment)));
        QVERIFY(step && std::holds_alternative<PasswordDemand>(*step));
        const auto &demand = std::get<PasswordDemand>(*step);
        QCOMPARE(demand.recoveryCodes.size(), town.factors.factors.at(town.schmidt().id).recoveryHashes.size());
        const auto session = town.choose(demand.token, kOwn);
        QVERIFY(session && session->recoveryCodes.empty());
    }

    void whatIsNoGoodPasswordIsNotTaken_data()
    {
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<Code>("code");
        QTest::newRow("seven characters") << QByteArray("kurz123") << Code::TooShort;
        QTest::newRow("one character") << QByteArray("aaaaaaaaaaaa") << Code::TooSimple;
        QTest::newRow("the login in it") << QByteArray("schmidt-2026-Rathaus") << Code::TooSimple;
        QTest::newRow("what everybody takes") << QByteArray("password123") << Code::TooCommon;
        QTest::newRow("the start password") << QByteArray(kPassword) << Code::Unchanged;
        QTest::newRow("no text") << QByteArray("\xff\xfe is no text") << Code::BadRequest;
        QTest::newRow("a whole page") << QByteArray("Wort ").repeated(100) << Code::BadRequest;
    }
    void whatIsNoGoodPasswordIsNotTaken()
    {
        QFETCH(QByteArray, password);
        QFETCH(Code, code);
        StartTown town;
        const Secret token = town.demanded();
        QCOMPARE(refusalOf(town.choose(token, password)), code);
        QVERIFY(town.store.sessions.empty() && town.schmidt().mustChange);
        // And another one may be tried.
        QVERIFY(town.choose(token, kOwn));
    }

    void aStartPasswordIsChangedOnce()
    {
        StartTown town;
        QCOMPARE(refusalOf(town.choose(Secret("made up"), kOwn)), Code::ChallengeOver);
        const Secret first = town.demanded();
        const Secret second = town.demanded();
        QVERIFY(town.choose(first, kOwn));
        QCOMPARE(refusalOf(town.choose(first, "noch ein anderes")), Code::ChallengeOver);
        QCOMPARE(refusalOf(town.choose(second, "noch ein anderes")), Code::ChallengeOver);
        QVERIFY(std::holds_alternative<NewSession>(*town.signIn(u"schmidt"_s, kOwn)));
    }

    void twoAtTheSameInstantAreOne()
    {
        StartTown town;
        int chosen = 0;
        int refused = 0;
        const Secret token = town.demanded();
        for (const QByteArray &password : {QByteArray(kOwn), QByteArray("noch ein anderes")})
            town.accounts.choosePassword({token, Secret(password), "192.0.2.1"},
                                         [&](const ChoiceResult &result) { ++(result ? chosen : refused); });
        QTRY_COMPARE(chosen + refused, 2);
        QCOMPARE(chosen, 1);
        QCOMPARE(town.store.sessions.size(), std::size_t(1));
    }

    void aChallengeGetsTooOld()
    {
        StartTown town;
        const Secret token = town.demanded();
        town.clock.advance(identity::kChallengeLife - milliseconds(1));
        QCOMPARE(refusalOf(town.choose(token, "kurz")), Code::TooShort);
        town.clock.advance(milliseconds(1));
        QCOMPARE(refusalOf(town.choose(token, kOwn)), Code::ChallengeOver);
    }

    void whatHappensToTheAccountEndsItsChallenges_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("it is disabled") << 0;
        QTest::newRow("it has another start password") << 1;
        QTest::newRow("it is gone") << 2;
    }
    void whatHappensToTheAccountEndsItsChallenges()
    {
        QFETCH(int, what);
        StartTown town;
        const Secret token = town.demanded();
        if (what == 0)
            town.schmidt().disabled = true;
        else if (what == 1)
            town.schmidt().passwordHash = *identity::hashOf(Secret("Meine Katze Mia"), kCheap);
        else
            town.store.accounts.clear();
        QCOMPARE(refusalOf(town.choose(token, kOwn)), Code::ChallengeOver);
        QVERIFY(town.store.sessions.empty());
    }

    void oneNetworkHashesOnlySoMuchAtOnce()
    {
        StartTown town;
        const Secret token = town.demanded();
        int later = 0;
        int answered = 0;
        for (int i = 0; i < HashQueue::kOfNetwork + 2; ++i) {
            town.accounts.choosePassword({token, Secret(kPassword), "192.0.2.1"}, [&](const ChoiceResult &result) {
                ++answered;
                later += (result.error() == PasswordRefusal{Code::TryLater, HashQueue::kTryLater}) ? 1 : 0;
            });
        }
        QTRY_COMPARE(answered, HashQueue::kOfNetwork + 2);
        QCOMPARE(later, 2);
        QVERIFY(town.choose(token, kOwn));
    }

    void anOpenChoiceMayOutliveTheAccounts()
    {
        bool answered = false;
        StartTown town;
        {
            identity::Accounts accounts(town.store, town.factors, town.clock, {}, kCheap);
            std::optional<Secret> token;
            accounts.signIn({u"schmidt"_s, Secret(kPassword), "192.0.2.1"},
                            [&token](const SignInResult &step) { token = std::get<PasswordDemand>(*step).token; });
            QTRY_VERIFY(token);
            accounts.choosePassword({*token, Secret(kOwn), "192.0.2.1"},
                                    [&answered](const ChoiceResult &) { answered = true; });
        }
        QCoreApplication::processEvents();
        QVERIFY(!answered);
    }
};

QTEST_GUILESS_MAIN(PasswordStepTest)
#include "PasswordStepTest.moc"
