// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/connection/SignIn.h"
#include "clerk-app/connection/BackOff.h"
#include "clerk-app/connection/ServerClock.h"
#include "tests/unit/clerk-app/OfficeKit.h"
#include "tests/unit/clerk-app/ScriptedServer.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::clerk::connection;
using namespace sprechtag::clerk::test;

class SignInTest : public QObject
{
    Q_OBJECT

    static std::optional<SignIn::Answer> ask(const QString &address)
    {
        SignIn signIn;
        std::optional<SignIn::Answer> answer;
        signIn.signIn(ServerAddress::parse(address).value(), {u"schmidt"_s, Secret("geheim")},
                      [&answer](const SignIn::Answer &given) { answer.emplace(given); });
        (void)QTest::qWaitFor([&answer] { return answer.has_value(); });
        return answer;
    }

private Q_SLOTS:
    void readsWhatPeopleType_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("server");
        QTest::addColumn<std::optional<AddressError>>("error");
        const std::optional<AddressError> none;
        QTest::newRow("a bare name") << u" buero.example.de "_s << u"https://buero.example.de"_s << none;
        QTest::newRow("with a port") << u"buero.example.de:8443"_s << u"https://buero.example.de:8443"_s << none;
        QTest::newRow("with a path") << u"https://buero.example.de/clerk"_s << u"https://buero.example.de"_s << none;
        QTest::newRow("this machine, plain") << u"http://127.0.0.1:8080"_s << u"http://127.0.0.1:8080"_s << none;
        QTest::newRow("this machine, plain, by name")
            << u"http://localhost:8080"_s << u"http://localhost:8080"_s << none;
        QTest::newRow("nothing") << u"  "_s << QString() << std::optional(AddressError::Empty);
        QTest::newRow("no host") << u"https://"_s << QString() << std::optional(AddressError::Unusable);
        QTest::newRow("another scheme") << u"ftp://example.de"_s << QString() << std::optional(AddressError::Unusable);
        QTest::newRow("a password inside")
            << u"https://a:b@example.de"_s << QString() << std::optional(AddressError::Unusable);
        QTest::newRow("plain to elsewhere")
            << u"http://example.de"_s << QString() << std::optional(AddressError::Insecure);
        QTest::newRow("plain to a name like ours")
            << u"http://localhost.example.de"_s << QString() << std::optional(AddressError::Insecure);
    }
    void readsWhatPeopleType()
    {
        QFETCH(QString, typed);
        QFETCH(QString, server);
        QFETCH(std::optional<AddressError>, error);
        const auto address = ServerAddress::parse(typed);
        QCOMPARE(address.ok(), !error.has_value());
        if (address)
            QCOMPARE(address->text(), server);
        else
            QCOMPARE(address.error(), *error);
    }

    void getsASession()
    {
        const QByteArray body = protocol::encode(protocol::SignedIn{
            Secret("token"), Instant(milliseconds(1'772'438'400'000)), {kMe, u"schmidt"_s, u"Frau Schmidt"_s}, {}});
        OneAnswerServer server(OneAnswerServer::http("201 Created", body));
        const auto answer = ask(server.address());
        QVERIFY(answer && answer->ok());
        QCOMPARE(std::get<protocol::SignedIn>(answer->value()).token.reveal(), QByteArray("token"));
        QVERIFY(server.request.startsWith("POST /api/v1/sessions "));
        QVERIFY(!server.request.left(server.request.indexOf("\r\n\r\n")).contains("geheim"));
    }

    void hearsThatMoreIsNeeded()
    {
        OneAnswerServer server(OneAnswerServer::http(
            "401 Unauthorized", protocol::encode(protocol::SecondFactorDemand{Secret("half-way"), {}})));
        const auto answer = ask(server.address());
        QVERIFY(answer && answer->ok());
        const auto &demand = std::get<protocol::SecondFactorDemand>(answer->value());
        QCOMPARE(demand.challenge.reveal(), QByteArray("half-way"));
        QVERIFY(!demand.enrolment);
    }

    void hearsThatAnotherPasswordIsNeeded()
    {
        OneAnswerServer server(OneAnswerServer::http(
            "401 Unauthorized", protocol::encode(protocol::NewPasswordDemand{Secret("half-way"), {}})));
        const auto answer = ask(server.address());
        QVERIFY(answer && answer->ok());
        QCOMPARE(std::get<protocol::NewPasswordDemand>(answer->value()).challenge.reveal(), QByteArray("half-way"));
    }

    void saysWhyThereIsNone_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<SignInTrouble>("trouble");
        using S = OneAnswerServer;
        QTest::newRow("wrong password") << S::http("401 Unauthorized", R"({"error":"wrong_login"})")
                                        << SignInTrouble::WrongLogin;
        QTest::newRow("a wrong code") << S::http("401 Unauthorized", R"({"error":"wrong_code"})")
                                      << SignInTrouble::WrongCode;
        QTest::newRow("too late for a code")
            << S::http("401 Unauthorized", R"({"error":"challenge_over"})") << SignInTrouble::ChallengeOver;
        QTest::newRow("a demand without a challenge")
            << S::http("401 Unauthorized", R"({"error":"second_factor_needed"})") << SignInTrouble::NotSprechtag;
        QTest::newRow("too many attempts")
            << S::http("429 Too Many Requests", R"({"error":"try_later","after_s":30})") << SignInTrouble::TryLater;
        QTest::newRow("a full disk") << S::http("503 Service Unavailable", R"({"error":"storage_full","after_s":30})")
                                     << SignInTrouble::StorageFull;
        QTest::newRow("another web site") << S::http("200 OK", "<html></html>") << SignInTrouble::NotSprechtag;
        QTest::newRow("another web site says created") << S::http("201 Created", "{}") << SignInTrouble::NotSprechtag;
        QTest::newRow("a redirect is not followed")
            << QByteArray("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")
            << SignInTrouble::NotSprechtag;
    }
    void saysWhyThereIsNone()
    {
        QFETCH(QByteArray, answer);
        QFETCH(SignInTrouble, trouble);
        OneAnswerServer server(answer);
        const auto result = ask(server.address());
        QVERIFY(result && !result->ok());
        QCOMPARE(result->error().trouble, trouble);
        if (trouble == SignInTrouble::TryLater)
            QVERIFY(result->error().after == seconds(30));
    }

    void saysThatNobodyIsThere()
    {
        quint16 free = 0;
        {
            QTcpServer server;
            QVERIFY(server.listen(QHostAddress::LocalHost));
            free = server.serverPort();
        }
        const auto result = ask(u"http://127.0.0.1:%1"_s.arg(free));
        QVERIFY(result && !result->ok());
        QCOMPARE(result->error().trouble, SignInTrouble::Unreachable);
    }

    void waitsLongerEachTimeUpToALimit()
    {
        BackOff backOff(milliseconds(500), milliseconds(4'000));
        QCOMPARE(backOff.next(0.0).count(), 250);
        QCOMPARE(backOff.next(0.0).count(), 500);
        QCOMPARE(backOff.next(1.0).count(), 2'000);
        QCOMPARE(backOff.next(1.0).count(), 4'000);
        QCOMPARE(backOff.next(1.0).count(), 4'000);
        backOff.reset();
        QCOMPARE(backOff.next(1.0).count(), 500);
        QCOMPARE(BackOff::asked(seconds(2), 0.5).count(), 3'000);
    }

    void carriesTheServersTimeOnThoughTheWallClockIsWrong()
    {
        StillClock local;
        ServerClock clock(local);
        QVERIFY(clock.now() == local.now());
        const Instant server{milliseconds(1'000'000)};
        clock.setServerTime(server);
        local.passed += seconds(5);
        QVERIFY(clock.now() == server + seconds(5));
    }
};

QTEST_GUILESS_MAIN(SignInTest)
#include "SignInTest.moc"
