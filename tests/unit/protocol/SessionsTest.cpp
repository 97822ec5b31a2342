// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "shared/protocol/Sessions.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::protocol;
using namespace Qt::StringLiterals;

class SessionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsBackWhatItWrites()
    {
        const auto request = decodeSignInRequest(encode(SignInRequest{u"schmidt"_s, Secret("pass wörd")}));
        QVERIFY(request.ok());
        QCOMPARE(request->login, u"schmidt"_s);
        QCOMPARE(request->password.reveal(), QByteArray("pass wörd"));

        const ClerkCard frau{ClerkId::fromBits({1, 2}), u"schmidt"_s, u"Frau Schmidt"_s};
        const SignedIn answer{Secret("token"), Instant(milliseconds(1'772'438'400'123)), frau, {clerk::Role::Clerk}};
        const auto session = decodeSignedIn(encode(answer));
        QVERIFY(session.ok());
        QCOMPARE(session->token.reveal(), QByteArray("token"));
        QVERIFY(session->expiresAt == answer.expiresAt);
        QVERIFY(session->clerk == frau);
        QCOMPARE(session->roles, answer.roles);

        const SetupRequest setup{Secret("once"), u"admin"_s, u"Frau Yıldız"_s, Secret("geheim genug")};
        const auto read = decodeSetupRequest(encode(setup));
        QVERIFY(read.ok());
        QCOMPARE(read->oneTimeToken.reveal(), QByteArray("once"));
        QCOMPARE(read->login, setup.login);
        QCOMPARE(read->name, setup.name);
        QCOMPARE(read->password.reveal(), QByteArray("geheim genug"));

        const RestError later{ErrorCode::TryLater, 7};
        QVERIFY(*decodeRestError(encode(later)) == later);
        const RestError weak{.code = ErrorCode::BadRequest, .field = u"password"_s};
        QVERIFY(*decodeRestError(encode(weak)) == weak);
        QVERIFY((*decodeHealth(encode(Health{u"0.1.0"_s})) == Health{u"0.1.0"_s}));
        QVERIFY((*decodeHealth(encode(Health{u"0.1.0"_s, true})) == Health{u"0.1.0"_s, true}));
        QVERIFY((*decodeHealth(encode(Health{u"0.1.0"_s, false, 7})) == Health{u"0.1.0"_s, false, 7}));
    }

    void readsBackWhatTheSecondStepSays()
    {
        const auto plain = decodeSecondFactorDemand(encode(SecondFactorDemand{Secret("half-way"), {}}));
        QVERIFY(plain.ok() && !plain->enrolment);
        QCOMPARE(plain->challenge.reveal(), QByteArray("half-way"));
        const SecondFactorDemand::Enrolment phone{Secret("MZXW6"), Secret("otpauth://totp/A:b")};
        const auto enrolment = decodeSecondFactorDemand(encode(SecondFactorDemand{Secret("half-way"), phone}));
        QVERIFY(enrolment.ok() && enrolment->enrolment);
        QCOMPARE(enrolment->enrolment->secret.reveal(), QByteArray("MZXW6"));
        QCOMPARE(enrolment->enrolment->uri.reveal(), QByteArray("otpauth://totp/A:b"));
        for (const auto kind : {SecondFactorRequest::Kind::Phone, SecondFactorRequest::Kind::RecoveryCode}) {
            const auto answer =
                decodeSecondFactorRequest(encode(SecondFactorRequest{Secret("half-way"), kind, Secret("123 456")}));
            QVERIFY(answer.ok());
            QCOMPARE(answer->kind, kind);
            QCOMPARE(answer->challenge.reveal(), QByteArray("half-way"));
            QCOMPARE(answer->code.reveal(), QByteArray("123 456"));
        }
    }

    void readsBackTheChoiceOfAPassword()
    {
        const auto plain = decodeNewPasswordDemand(encode(NewPasswordDemand{Secret("half-way"), {}}));
        QVERIFY(plain.ok() && plain->recoveryCodes.isEmpty());
        QCOMPARE(plain->challenge.reveal(), QByteArray("half-way"));
        const auto enrolled = decodeNewPasswordDemand(encode(NewPasswordDemand{Secret("half-way"), {Secret("7k2m")}}));
        QVERIFY(enrolled.ok());
        QCOMPARE(enrolled->recoveryCodes.value(0).reveal(), QByteArray("7k2m"));
        const auto request = decodeNewPasswordRequest(encode(NewPasswordRequest{Secret("half-way"), Secret("ä ö ü")}));
        QVERIFY(request.ok());
        QCOMPARE(request->challenge.reveal(), QByteArray("half-way"));
        QCOMPARE(request->password.reveal(), QByteArray("ä ö ü"));
        QVERIFY(!decodeNewPasswordDemand(R"({"error":"second_factor_needed","challenge":"a"})").ok());
        QVERIFY(!decodeNewPasswordDemand(R"({"error":"new_password_needed"})").ok());
        QVERIFY(!decodeNewPasswordRequest(R"({"challenge":"a","password":""})").ok());
    }

    void refusesADemandThatAsksForNothing_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("another error") << QByteArray(R"({"error":"wrong_login","challenge":"a"})");
        QTest::newRow("no challenge") << QByteArray(R"({"error":"second_factor_needed"})");
        QTest::newRow("an enrolment without a secret")
            << QByteArray(R"({"error":"second_factor_enrolment","challenge":"a","uri":"x"})");
    }
    void refusesADemandThatAsksForNothing()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!decodeSecondFactorDemand(body).ok());
    }

    void refusesWhatIsNoBodyOfOurs_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        QTest::newRow("no JSON") << QByteArray("<html>") << QString();
        QTest::newRow("an array") << QByteArray("[]") << QString();
        QTest::newRow("no login") << QByteArray(R"({"password":"x"})") << u"login"_s;
        QTest::newRow("login is a number") << QByteArray(R"({"login":1,"password":"x"})") << u"login"_s;
        QTest::newRow("empty password") << QByteArray(R"({"login":"a","password":""})") << u"password"_s;
        QTest::newRow("password too long")
            << QByteArray(R"({"login":"a","password":")") + QByteArray(1025, 'x') + QByteArray(R"("})")
            << u"password"_s;
        QTest::newRow("the login twice") << QByteArray(R"({"login":"a","login":"b","password":"x"})") << u"login"_s;
        QTest::newRow("a login with a line feed") << QByteArray(R"({"login":"a\nb","password":"x"})") << u"login"_s;
        QTest::newRow("a body that is too long")
            << QByteArray(8 * 1024, ' ') + R"({"login":"a","password":"x"})" << QString();
    }
    void refusesWhatIsNoBodyOfOurs()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        const auto request = decodeSignInRequest(body);
        QVERIFY(!request.ok());
        QCOMPARE(request.error().field, field);
    }

    void refusesASessionWithoutItsParts_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no token") << QByteArray(R"({"expires_at":"2026-03-02T08:00:00.000Z","clerk":{}})");
        QTest::newRow("a local time") << QByteArray(R"({"token":"t","expires_at":"2026-03-02T08:00:00.000"})");
        QTest::newRow("no clerk") << QByteArray(R"({"token":"t","expires_at":"2026-03-02T08:00:00.000Z"})");
    }
    void refusesASessionWithoutItsParts()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!decodeSignedIn(body).ok());
    }
};

QTEST_GUILESS_MAIN(SessionsTest)
#include "SessionsTest.moc"
