// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/SessionKeeper.h"

#include "tests/unit/clerk-app/AppKit.h"
#include "tests/unit/clerk-app/ScriptedServer.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace sprechtag;
using namespace sprechtag::clerk::app;
using namespace sprechtag::clerk::test;
using sprechtag::clerk::platform::CredentialError;
namespace wire = sprechtag::protocol::clerk;

namespace {

//! A keeper of sessions on a fresh computer.
struct Desk
{
    QTemporaryDir dir;
    Preferences preferences{dir.path()};
    MemoryStore store;
    clerk::connection::ServerConnection line;
    SessionKeeper keeper{preferences, store, line, u"de"_s};
    QSignalSpy in{&keeper, &SessionKeeper::signedIn};
    QSignalSpy out{&keeper, &SessionKeeper::signedOut};
    QSignalSpy spent{&keeper, &SessionKeeper::passwordSpent};
    QSignalSpy wanted{&keeper, &SessionKeeper::secondFactorWanted};
    QSignalSpy refused{&keeper, &SessionKeeper::secondFactorRefused};
    QSignalSpy codes{&keeper, &SessionKeeper::recoveryCodesIssued};
    QSignalSpy passwordWanted{&keeper, &SessionKeeper::newPasswordWanted};
    QSignalSpy passwordRefused{&keeper, &SessionKeeper::newPasswordRefused};
    QSignalSpy remarks{&keeper, &SessionKeeper::remarked};

    void keep(const QString &server, const QByteArray &token)
    {
        preferences.set(Preference::StaySignedIn, true);
        store.kept.insert(u"schmidt@"_s + server, Secret(token));
    }
    [[nodiscard]] QString why() { return out.takeLast().at(0).toString(); }
};

QByteArray demand()
{
    return OneAnswerServer::http("401 Unauthorized",
                                 protocol::encode(protocol::SecondFactorDemand{Secret("half-way"), {}}));
}

QByteArray passwordDemand(const QList<Secret> &recoveryCodes = {})
{
    return OneAnswerServer::http("401 Unauthorized",
                                 protocol::encode(protocol::NewPasswordDemand{Secret("nearly there"), recoveryCodes}));
}

QByteArray welcome(const QList<Secret> &recoveryCodes = {})
{
    return OneAnswerServer::http(
        "201 Created", protocol::encode(protocol::SignedIn{Secret("fresh"),
                                                           Instant(milliseconds(1'772'438'400'000)),
                                                           {ClerkId::fromBits({1, 1}), u"schmidt"_s, u"Schmidt"_s},
                                                           {},
                                                           recoveryCodes}));
}

} // namespace

class SessionKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackWithTheSessionThatWasKept()
    {
        ScriptedServer server;
        Desk desk;
        desk.keep(server.address(), "kept");
        desk.keeper.resume(u" "_s + server.address() + u"/ "_s, u"schmidt"_s);
        (void)server.next<wire::Hello>();
        QCOMPARE(server.authorization(), QByteArray("Bearer kept"));
        QCOMPARE(desk.in.size(), 1);
        QCOMPARE(desk.out.size(), 0);
    }

    void comesBackOnlyToTheServerAndTheNameThatWereKept_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("login");
        QTest::newRow("another server") << u"https://other.example.de"_s << u"schmidt"_s;
        QTest::newRow("another name") << u"https://buero.example.de"_s << u"yilmaz"_s;
        QTest::newRow("no server") << QString() << u"schmidt"_s;
    }
    void comesBackOnlyToTheServerAndTheNameThatWereKept()
    {
        QFETCH(QString, server);
        QFETCH(QString, login);
        Desk desk;
        desk.keep(u"https://buero.example.de"_s, "kept");
        desk.keeper.resume(server, login);
        QTRY_COMPARE(desk.out.size(), 1);
        QCOMPARE(desk.why(), QString());
        QCOMPARE(desk.in.size(), 0);
    }

    void saysThatTheStoreIsLocked_data()
    {
        QTest::addColumn<CredentialError>("failure");
        QTest::addColumn<bool>("said");
        QTest::newRow("locked") << CredentialError::Unavailable << true;
        QTest::newRow("refused") << CredentialError::Refused << true;
        QTest::newRow("nothing was kept") << CredentialError::Missing << false;
    }
    void saysThatTheStoreIsLocked()
    {
        QFETCH(CredentialError, failure);
        QFETCH(bool, said);
        Desk desk;
        desk.keep(u"https://buero.example.de"_s, "kept");
        desk.store.failure = failure;
        desk.keeper.resume(u"https://buero.example.de"_s, u"schmidt"_s);
        QTRY_COMPARE(desk.out.size(), 1);
        QCOMPARE(!desk.why().isEmpty(), said);
    }

    void keepsASessionOnlyWhereTheClerkWantsIt_data()
    {
        QTest::addColumn<bool>("remember");
        QTest::newRow("stay signed in") << true;
        QTest::newRow("not here") << false;
    }
    void keepsASessionOnlyWhereTheClerkWantsIt()
    {
        QFETCH(bool, remember);
        OneAnswerServer server(welcome());
        Desk desk;
        desk.keep(server.address(), "earlier");
        desk.keeper.signIn({server.address(), u"schmidt"_s, Secret("geheim"), remember});
        QTRY_COMPARE(desk.in.size(), 1);
        QCOMPARE(desk.spent.size(), 1);
        QCOMPARE(desk.preferences.isOn(Preference::StaySignedIn), remember);
        QCOMPARE(desk.store.kept.size(), remember ? 1 : 0);
        if (remember)
            QCOMPARE(desk.store.kept.first().reveal(), QByteArray("fresh"));
    }

    void saysThatThisComputerKeepsNothing()
    {
        OneAnswerServer server(welcome());
        Desk desk;
        desk.store.failure = CredentialError::Unavailable;
        desk.keeper.signIn({server.address(), u"schmidt"_s, Secret("geheim"), true});
        QTRY_COMPARE(desk.remarks.size(), 1);
        QCOMPARE(desk.in.size(), 1);
        QVERIFY(!desk.preferences.isOn(Preference::StaySignedIn));
    }

    void asksForTheSecondFactor()
    {
        OneAnswerServer server(demand());
        Desk desk;
        desk.keeper.signIn({server.address(), u"schmidt"_s, Secret("geheim"), true});
        QTRY_COMPARE(desk.wanted.size(), 1);
        QVERIFY(!desk.wanted.first().first().value<std::optional<clerk::view::PhoneEnrolment>>());
        QCOMPARE(desk.spent.size(), 1);
        QCOMPARE(desk.in.size(), 0);
        QVERIFY(desk.store.kept.isEmpty());
        server.setAnswer(welcome({Secret("7k2m-0xqd-h4wn-c91s")}));
        server.request.clear();
        desk.keeper.answer({clerk::view::CodeKind::Recovery, Secret("7k2m0xqdh4wnc91s")});
        QTRY_COMPARE(desk.in.size(), 1);
        QVERIFY(server.request.startsWith("POST /api/v1/sessions/second-factor "));
        // The desk's line follows on the heels of the answer.
        QByteArray body = server.request.mid(server.request.indexOf("\r\n\r\n") + 4);
        body.truncate(body.indexOf('}') + 1);
        const auto sent = protocol::decodeSecondFactorRequest(body);
        QVERIFY(sent.ok());
        QCOMPARE(sent->challenge.reveal(), QByteArray("half-way"));
        QCOMPARE(sent->kind, protocol::SecondFactorRequest::Kind::RecoveryCode);
        QCOMPARE(desk.codes.size(), 1);
        QCOMPARE(desk.codes.first().first().value<QList<Secret>>().size(), 1);
        QCOMPARE(desk.store.kept.first().reveal(), QByteArray("fresh"));
    }

    void asksForAnotherPasswordThanTheStartPassword()
    {
        OneAnswerServer server(passwordDemand());
        Desk desk;
        desk.keeper.signIn({server.address(), u"schmidt"_s, Secret("geheim"), true});
        QTRY_COMPARE(desk.passwordWanted.size(), 1);
        QCOMPARE(desk.spent.size(), 1);
        QCOMPARE(desk.in.size() + desk.codes.size(), 0);
        server.setAnswer(welcome());
        server.request.clear();
        desk.keeper.choosePassword(Secret("vier Worte ohne Sinn"));
        QTRY_COMPARE(desk.in.size(), 1);
        QVERIFY(server.request.startsWith("POST /api/v1/sessions/new-password "));
        QByteArray body = server.request.mid(server.request.indexOf("\r\n\r\n") + 4);
        body.truncate(body.indexOf('}') + 1);
        const auto sent = protocol::decodeNewPasswordRequest(body);
        QVERIFY(sent.ok());
        QCOMPARE(sent->challenge.reveal(), QByteArray("nearly there"));
        QCOMPARE(sent->password.reveal(), QByteArray("vier Worte ohne Sinn"));
        QCOMPARE(desk.store.kept.first().reveal(), QByteArray("fresh"));
    }

    void asksForItAfterThePhone()
    {
        OneAnswerServer server(demand());
        Desk desk;
        desk.keeper.signIn({server.address(), u"schmidt"_s, Secret("geheim"), false});
        QTRY_COMPARE(desk.wanted.size(), 1);
        server.setAnswer(passwordDemand({Secret("7k2m-0xqd-h4wn-c91s")}));
        desk.keeper.answer({clerk::view::CodeKind::Phone, Secret("123456")});
        QTRY_COMPARE(desk.passwordWanted.size(), 1);
        // They are never to be had again, whatever becomes of the password.
        QCOMPARE(desk.codes.size(), 1);
        desk.keeper.cancelAttempt();
        QCOMPARE(desk.why(), QString());
        server.request.clear();
        desk.keeper.choosePassword(Secret("vier Worte ohne Sinn"));
        QCoreApplication::processEvents();
        QVERIFY(server.request.isEmpty());
    }

    void saysWhyAPasswordWasNotTaken_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("again");
        const auto refused = [](const QByteArray &code) {
            return OneAnswerServer::http("400 Bad Request", R"({"error":")" + code + R"("})");
        };
        QTest::newRow("too short") << refused("password_too_short") << u"too short"_s << true;
        QTest::newRow("too simple") << refused("password_too_simple") << u"too simple"_s << true;
        QTest::newRow("often used") << refused("password_too_common") << u"guesses"_s << true;
        QTest::newRow("the start password") << refused("password_unchanged") << u"start password"_s << true;
        QTest::newRow("too long") << OneAnswerServer::http("400 Bad Request",
                                                           R"({"error":"bad_request","field":"password"})")
                                  << u"128"_s << true;
        QTest::newRow("too late") << OneAnswerServer::http("401 Unauthorized", R"({"error":"challenge_over"})")
                                  << u"password again"_s << false;
    }
    void saysWhyAPasswordWasNotTaken()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, word);
        QFETCH(bool, again);
        OneAnswerServer server(passwordDemand());
        Desk desk;
        desk.keeper.signIn({server.address(), u"schmidt"_s, Secret("geheim"), false});
        QTRY_COMPARE(desk.passwordWanted.size(), 1);
        server.setAnswer(answer);
        desk.keeper.choosePassword(Secret("kurz"));
        QSignalSpy &told = again ? desk.passwordRefused : desk.out;
        QTRY_COMPARE(told.size(), 1);
        QVERIFY2(told.first().first().toString().contains(word), qPrintable(told.first().first().toString()));
        QCOMPARE(desk.passwordRefused.size() + desk.out.size(), 1);
    }

    void setsUpANewServerAndSignsIn()
    {
        OneAnswerServer server(OneAnswerServer::http("201 Created", "{}"));
        Desk desk;
        QSignalSpy refused(&desk.keeper, &SessionKeeper::setupRefused);
        const clerk::view::SetupForm form{server.address(), Secret("once"), u"Frau Weber"_s, u"weber"_s,
                                          Secret("vier Worte ohne Sinn")};
        connect(&desk.keeper, &SessionKeeper::signingIn, &server, [&server] { server.setAnswer(welcome()); });
        desk.keeper.setUp(form);
        QTRY_COMPARE(desk.in.size(), 1);
        QVERIFY(refused.isEmpty());
    }

    void saysWhyNothingWasSetUp_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("word");
        const auto http = OneAnswerServer::http;
        QTest::newRow("a wrong token") << http("403 Forbidden", R"({"error":"not_authorised"})") << u"setup-token"_s;
        QTest::newRow("set up already") << http("404 Not Found", R"({"error":"unsupported"})") << u"administrator"_s;
        QTest::newRow("a bad password") << http("400 Bad Request", R"({"error":"bad_request","field":"password"})")
                                        << u"password"_s;
        QTest::newRow("a bad login") << http("400 Bad Request", R"({"error":"bad_request","field":"login"})")
                                     << u"64 characters"_s;
        QTest::newRow("a bad name") << http("400 Bad Request", R"({"error":"bad_request","field":"name"})")
                                    << u"200 characters"_s;
        QTest::newRow("a token that is none")
            << http("400 Bad Request", R"({"error":"bad_request","field":"one_time_token"})") << u"setup-token"_s;
    }
    void saysWhyNothingWasSetUp()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, word);
        OneAnswerServer server(answer);
        Desk desk;
        QSignalSpy refused(&desk.keeper, &SessionKeeper::setupRefused);
        desk.keeper.setUp({server.address(), Secret("once"), u"Frau Weber"_s, u"weber"_s, Secret("kurz")});
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY2(refused.first().first().toString().contains(word), qPrintable(refused.first().first().toString()));
        QCOMPARE(desk.in.size() + desk.out.size(), 0);
    }

    void saysWhyACodeOpenedNothing_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("again");
        const auto http = OneAnswerServer::http;
        QTest::newRow("wrong") << http("401 Unauthorized", R"({"error":"wrong_code"})") << u"clock of your phone"_s
                               << true;
        QTest::newRow("too many") << http("429 Too Many Requests", R"({"error":"try_later","after_s":300})")
                                  << u"5 minute"_s << true;
        QTest::newRow("too late") << http("401 Unauthorized", R"({"error":"challenge_over"})") << u"password again"_s
                                  << false;
    }
    void saysWhyACodeOpenedNothing()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, word);
        QFETCH(bool, again);
        OneAnswerServer server(demand());
        Desk desk;
        desk.keeper.signIn({server.address(), u"schmidt"_s, Secret("geheim"), false});
        QTRY_COMPARE(desk.wanted.size(), 1);
        server.setAnswer(answer);
        desk.keeper.answer({clerk::view::CodeKind::Phone, Secret("123456")});
        QSignalSpy &told = again ? desk.refused : desk.out;
        QTRY_COMPARE(told.size(), 1);
        QVERIFY2(told.first().first().toString().contains(word), qPrintable(told.first().first().toString()));
        QCOMPARE(desk.refused.size() + desk.out.size(), 1);
    }

    void goesBackToThePassword()
    {
        OneAnswerServer server(demand());
        Desk desk;
        desk.keeper.signIn({server.address(), u"schmidt"_s, Secret("geheim"), false});
        QTRY_COMPARE(desk.wanted.size(), 1);
        desk.keeper.cancelAttempt();
        QCOMPARE(desk.why(), QString());
        server.request.clear();
        desk.keeper.answer({clerk::view::CodeKind::Phone, Secret("123456")});
        QCoreApplication::processEvents();
        QVERIFY(server.request.isEmpty());
    }

    void usesUpAPasswordOnlyWhenItWasLookedAt_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("spent");
        QTest::newRow("wrong") << OneAnswerServer::http("401 Unauthorized", R"({"error":"wrong_login"})") << 1;
        QTest::newRow("another web site") << OneAnswerServer::http("200 OK", "<html></html>") << 0;
    }
    void usesUpAPasswordOnlyWhenItWasLookedAt()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, spent);
        OneAnswerServer server(answer);
        Desk desk;
        desk.keeper.signIn({server.address(), u"schmidt"_s, Secret("geheim"), false});
        QTRY_COMPARE(desk.out.size(), 1);
        QVERIFY(!desk.why().isEmpty());
        QCOMPARE(desk.spent.size(), spent);
        desk.keeper.signIn({u"not an address"_s, u"schmidt"_s, Secret("geheim"), false});
        QVERIFY(!desk.why().isEmpty());
        QCOMPARE(desk.spent.size(), spent);
    }

    void endsTheSessionEverywhereOnSignOut()
    {
        ScriptedServer server;
        Desk desk;
        desk.keep(server.address(), "kept");
        desk.keeper.resume(server.address(), u"schmidt"_s);
        (void)server.next<wire::Hello>();
        desk.keeper.signOut();
        QCOMPARE(desk.why(), QString());
        QVERIFY(desk.store.kept.isEmpty());
        QCOMPARE(desk.line.status().state, clerk::connection::LineState::Offline);
    }

    void saysWhyTheServerEndedIt_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("kept");
        QTest::newRow("another computer") << u"taken_over"_s << u"another computer"_s << true;
        QTest::newRow("expired") << u"session_ended"_s << u"session has ended"_s << false;
    }
    void saysWhyTheServerEndedIt()
    {
        QFETCH(QString, reason);
        QFETCH(QString, word);
        QFETCH(bool, kept);
        ScriptedServer server;
        Desk desk;
        desk.keep(server.address(), "kept");
        desk.keeper.resume(server.address(), u"schmidt"_s);
        (void)server.next<wire::Hello>();
        protocol::Goodbye goodbye;
        goodbye.reason = reason;
        goodbye.action = protocol::GoodbyeAction::Stop;
        server.say(goodbye);
        QTRY_COMPARE(desk.out.size(), 1);
        QVERIFY(desk.why().contains(word));
        QCOMPARE(!desk.store.kept.isEmpty(), kept);
    }
};

QTEST_GUILESS_MAIN(SessionKeeperTest)
#include "SessionKeeperTest.moc"
