// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/identity/AccountsKit.h"

using namespace sprechtag;
using namespace sprechtag::test;
using broker::Role;
using broker::SetupRefusal;
using identity::Accounts;
using namespace Qt::StringLiterals;

//! How a town gets its first administrator.
class SetupTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void setupMakesTheFirstAdministratorOnce();
    void setupRefuses_data();
    void setupRefuses();
    void setupTokensDieAfterAQuarterOfAnHour();
    void anOpenSetupMayOutliveTheAccounts();
};

void SetupTest::setupMakesTheFirstAdministratorOnce()
{
    Town town;
    const broker::FirstAdministrator who{town.openSetup(), u"Admin"_s, u" Herr Weber "_s, Secret("Gut gewählt 7")};
    QVERIFY(town.setUp(who).ok());
    const broker::Account &made = town.store.accounts.at(u"admin"_s);
    QCOMPARE(made.name, u"Herr Weber"_s);
    QVERIFY((made.roles == QList<Role>{Role::Administrator}));
    QVERIFY(town.signIn(u"admin"_s, "Gut gewählt 7").ok());
    const auto again = town.setUp({town.openSetup(), u"zwei"_s, u"Zwei"_s, Secret("Gut gewählt 7")});
    QVERIFY(!again);
    QCOMPARE(again.error().code, SetupRefusal::Code::Closed);
}

void SetupTest::setupRefuses_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<bool>("rightToken");
    QTest::addColumn<SetupRefusal>("refusal");
    const QByteArray good("Gut gewählt 7");
    const auto bad = [](const QString &field) { return SetupRefusal{SetupRefusal::Code::BadRequest, field, {}}; };
    QTest::newRow("a wrong token, whatever else is wrong")
        << QString() << QString() << QByteArray() << false << SetupRefusal{SetupRefusal::Code::WrongToken, {}, {}};
    QTest::newRow("no login") << QString() << u"W"_s << good << true << bad(u"login"_s);
    QTest::newRow("no name") << u"admin"_s << u"  "_s << good << true << bad(u"name"_s);
    QTest::newRow("a name of 201 characters") << u"admin"_s << QString(201, u'x') << good << true << bad(u"name"_s);
    QTest::newRow("a short password") << u"admin"_s << u"W"_s << QByteArray("kurz") << true << bad(u"password"_s);
    QTest::newRow("a login that is taken")
        << u"schmidt"_s << u"W"_s << good << true << SetupRefusal{SetupRefusal::Code::LoginTaken, {}, {}};
}

void SetupTest::setupRefuses()
{
    QFETCH(QString, login);
    QFETCH(QString, name);
    QFETCH(QByteArray, password);
    QFETCH(bool, rightToken);
    QFETCH(SetupRefusal, refusal);
    Town town;
    const Secret token = town.openSetup();
    const auto result = town.setUp({rightToken ? token : identity::makeToken(), login, name, Secret(password)});
    QVERIFY(!result);
    QVERIFY(result.error() == refusal);
    QCOMPARE(town.store.accounts.size(), std::size_t(1));
}

void SetupTest::setupTokensDieAfterAQuarterOfAnHour()
{
    Town town;
    const broker::FirstAdministrator who{town.openSetup(), u"admin"_s, u"W"_s, Secret("Gut gewählt 7")};
    town.clock.advance(minutes(15));
    QCOMPARE(town.setUp(who).error().code, SetupRefusal::Code::WrongToken);
}

void SetupTest::anOpenSetupMayOutliveTheAccounts()
{
    FakeClock clock;
    FakeAccountStore store;
    FakeSecondFactorStore factors;
    const identity::SetupToken made = identity::makeSetupToken(clock.now());
    store.setupTokenHash = made.hash;
    store.setupTokenExpires = made.expires;
    bool answered = false;
    auto accounts = std::make_unique<Accounts>(store, factors, clock, std::vector<broker::LiveSession>{}, kCheap);
    // The last step of all: the account is stored, nobody has been told yet.
    store.administratorStored = [&accounts] { accounts.reset(); };
    accounts->createFirstAdministrator({made.token, u"admin"_s, u"W"_s, Secret("Gut gewählt 7")},
                                       [&answered](const SetupResult &) { answered = true; });
    QTRY_VERIFY(!accounts);
    QCoreApplication::processEvents();
    QVERIFY(store.accounts.contains(u"admin"_s));
    QVERIFY(!answered);
}

QTEST_GUILESS_MAIN(SetupTest)
#include "SetupTest.moc"
