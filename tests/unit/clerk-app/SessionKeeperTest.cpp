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
    QSignalSpy remarks{&keeper, &SessionKeeper::remarked};

    void keep(const QString &server, const QByteArray &token)
    {
        preferences.set(Preference::StaySignedIn, true);
        store.kept.insert(u"schmidt@"_s + server, Secret(token));
    }
    [[nodiscard]] QString why() { return out.takeLast().at(0).toString(); }
};

QByteArray welcome()
{
    return OneAnswerServer::http(
        "201 Created", protocol::encode(protocol::SignedIn{Secret("fresh"),
                                                           Instant(milliseconds(1'772'438'400'000)),
                                                           {ClerkId::fromBits({1, 1}), u"schmidt"_s, u"Schmidt"_s},
                                                           {}}));
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
