// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/identity/AccountsKit.h"

using namespace sprechtag;
using namespace sprechtag::test;
using broker::NewSession;
using broker::Role;
using broker::SignInRefusal;
using identity::Accounts;
using identity::HashQueue;
using identity::Sessions;
using namespace Qt::StringLiterals;

class AccountsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theRightPasswordMakesASession();
    void theLoginIsFoundHoweverItIsWritten();
    void everyWrongSignInGetsTheSameAnswer_data();
    void everyWrongSignInGetsTheSameAnswer();
    void tenKilobytesAreRefusedBeforeAnythingIsLookedUp();
    void failuresSlowTheOneWhoGuessesAlone();
    void nobodyIsLockedOutForGood();
    void guessingLoginsSlowsTheNetworkThatDoes();
    void whoSignsInMakesUpForTheMistakesOfTheNetwork();
    void moreThanAFewHashesAtOnceAreToldToTryLater();
    void oneNetworkLeavesPlacesToTheOthers();
    void anOlderHashIsReplacedAtSignIn();
    void aPasswordThatIsResetMeanwhileOpensNothing_data();
    void aPasswordThatIsResetMeanwhileOpensNothing();
    void aTokenIsStoredHashedAlone();
    void anotherTokenIsNobody();
    void aSessionEndsTwoHoursAfterItsLastUse();
    void aSessionEndsTwelveHoursAfterItsBeginHoweverBusy();
    void whoSetsTheClockEndsNoSession();
    void theSweepTellsWhatHasEnded();
    void aUseIsStoredOnceAMinute();
    void signOutEndsTheSessionAtOnce();
    void anAdministratorEndsAllSessionsOfAClerk();
    void anEleventhSessionEndsTheLongestUnused();
    void sessionsLiveOnAfterARestart();
    void sessionsOfTheDisabledEndWithARestart();
    void anOpenSignInMayOutliveTheAccounts();
};

void AccountsTest::theRightPasswordMakesASession()
{
    Town town;
    const NewSession session = town.session();
    QCOMPARE(session.token.reveal().size(), 43);
    QVERIFY((session.who.clerk == broker::ClerkName{town.schmidt().id, u"schmidt"_s, u"Frau Schmidt"_s}));
    QVERIFY((session.who.roles == QList<Role>{Role::Clerk, Role::HeadOfOffice}));
    QVERIFY(session.who.expires == town.clock.now() + Sessions::kLongest);
    QVERIFY(town.accounts.authenticate(session.token) == session.who);
}

void AccountsTest::theLoginIsFoundHoweverItIsWritten()
{
    Town town;
    QVERIFY(town.signIn(u" SCHMIDT "_s, kPassword).ok());
}

void AccountsTest::everyWrongSignInGetsTheSameAnswer_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<bool>("disabled");
    QTest::newRow("a wrong password") << u"schmidt"_s << QByteArray("Mein Hund Rex") << false;
    QTest::newRow("no password") << u"schmidt"_s << QByteArray() << false;
    QTest::newRow("an unknown login") << u"nobody"_s << QByteArray(kPassword) << false;
    QTest::newRow("no login") << QString() << QByteArray(kPassword) << false;
    QTest::newRow("a login that cannot be") << u"a b\n"_s << QByteArray(kPassword) << false;
    QTest::newRow("a disabled account with the right password") << u"schmidt"_s << QByteArray(kPassword) << true;
}

void AccountsTest::everyWrongSignInGetsTheSameAnswer()
{
    QFETCH(QString, login);
    QFETCH(QByteArray, password);
    QFETCH(bool, disabled);
    Town town;
    town.schmidt().disabled = disabled;
    const auto result = town.signIn(login, password);
    QVERIFY(!result);
    QVERIFY((result.error() == SignInRefusal{SignInRefusal::Code::WrongLogin, {}}));
    QVERIFY(town.store.sessions.empty());
}

void AccountsTest::tenKilobytesAreRefusedBeforeAnythingIsLookedUp()
{
    Town town;
    const auto result = town.signIn(u"schmidt"_s, QByteArray(10'000, 'x'));
    QVERIFY(!result);
    QCOMPARE(result.error().code, SignInRefusal::Code::BadRequest);
    QCOMPARE(town.store.lookups, 0);
}

void AccountsTest::failuresSlowTheOneWhoGuessesAlone()
{
    Town town;
    for (int i = 0; i < 3; ++i)
        QCOMPARE(town.signIn(u"schmidt"_s, "wrong").error().code, SignInRefusal::Code::WrongLogin);
    const auto slowed = town.signIn(u"schmidt"_s, kPassword);
    QVERIFY(!slowed);
    QVERIFY((slowed.error() == SignInRefusal{SignInRefusal::Code::TryLater, seconds(1)}));
    QVERIFY(town.signIn(u"schmidt"_s, kPassword, "192.0.2.2").ok());
    town.clock.advance(seconds(1));
    QVERIFY(town.signIn(u"schmidt"_s, kPassword).ok());
    QVERIFY(town.signIn(u"schmidt"_s, kPassword).ok());
}

void AccountsTest::nobodyIsLockedOutForGood()
{
    Town town;
    for (int i = 0; i < 100; ++i)
        QVERIFY(!town.signIn(u"schmidt"_s, "wrong"));
    QCOMPARE(town.signIn(u"schmidt"_s, kPassword).error().code, SignInRefusal::Code::TryLater);
    // Whoever asks while it is too early does not prolong it.
    town.clock.advance(identity::Attempts::kLongestWait);
    QVERIFY(town.signIn(u"schmidt"_s, kPassword).ok());
}

void AccountsTest::guessingLoginsSlowsTheNetworkThatDoes()
{
    Town town;
    for (std::uint32_t i = 0; i < Accounts::kFreeOfNetwork; ++i)
        QCOMPARE(town.signIn(u"user%1"_s.arg(i), "geheimnis").error().code, SignInRefusal::Code::WrongLogin);
    QVERIFY(
        (town.signIn(u"another"_s, "geheimnis").error() == SignInRefusal{SignInRefusal::Code::TryLater, seconds(1)}));
    QCOMPARE(town.store.lookups, static_cast<int>(Accounts::kFreeOfNetwork));
    QVERIFY(town.signIn(u"schmidt"_s, kPassword, "192.0.2.2").ok());
    town.clock.advance(seconds(1));
    QCOMPARE(town.signIn(u"another"_s, "geheimnis").error().code, SignInRefusal::Code::WrongLogin);
}

void AccountsTest::whoSignsInMakesUpForTheMistakesOfTheNetwork()
{
    Town town;
    for (std::uint32_t i = 0; i < 3 * Accounts::kFreeOfNetwork; ++i) {
        QCOMPARE(town.signIn(u"user%1"_s.arg(i), "geheimnis").error().code, SignInRefusal::Code::WrongLogin);
        if (i % 10 == 0)
            QVERIFY(town.signIn(u"schmidt"_s, kPassword).ok());
    }
}

void AccountsTest::moreThanAFewHashesAtOnceAreToldToTryLater()
{
    Town town;
    int wrong = 0;
    int later = 0;
    constexpr int attempts = 500;
    for (int i = 0; i < attempts; ++i) {
        const std::string peer = "192.0.2." + std::to_string(i % 250);
        town.accounts.signIn({u"user%1"_s.arg(i), Secret("geheimnis"), peer}, [&](const SignInResult &result) {
            const auto code = result.error().code;
            wrong += code == SignInRefusal::Code::WrongLogin ? 1 : 0;
            later += code == SignInRefusal::Code::TryLater && result.error().after == HashQueue::kTryLater ? 1 : 0;
        });
    }
    QTRY_COMPARE(wrong + later, attempts);
    QCOMPARE(wrong, HashQueue::kAtOnce + HashQueue::kWaiting);
    // Nobody is punished for having been sent away, and the places are free again.
    QCOMPARE(town.signIn(u"user499"_s, "geheimnis").error().code, SignInRefusal::Code::WrongLogin);
}

void AccountsTest::oneNetworkLeavesPlacesToTheOthers()
{
    Town town;
    int later = 0;
    for (int i = 0; i < 100; ++i) {
        town.accounts.signIn({u"user%1"_s.arg(i), Secret("geheimnis"), "192.0.2.1"}, [&](const SignInResult &result) {
            later += result.error().code == SignInRefusal::Code::TryLater ? 1 : 0;
        });
    }
    QVERIFY(town.signIn(u"schmidt"_s, kPassword, "192.0.2.2").ok());
    QCOMPARE(later, 100 - HashQueue::kOfNetwork);
    // The places are given back.
    QVERIFY(town.signIn(u"schmidt"_s, kPassword).ok());
}

void AccountsTest::anOlderHashIsReplacedAtSignIn()
{
    Town town;
    town.schmidt().passwordHash = *identity::hashOf(Secret(kPassword), {2, 16384});
    QVERIFY(town.signIn(u"schmidt"_s, kPassword).ok());
    QVERIFY(!identity::needsRehash(town.schmidt().passwordHash, kCheap));
    QVERIFY(town.signIn(u"schmidt"_s, kPassword).ok());
}

void AccountsTest::aPasswordThatIsResetMeanwhileOpensNothing_data()
{
    QTest::addColumn<bool>("older");
    QTest::newRow("as it is") << false;
    QTest::newRow("in an older form") << true;
}

void AccountsTest::aPasswordThatIsResetMeanwhileOpensNothing()
{
    QFETCH(const bool, older);
    Town town;
    if (older)
        town.schmidt().passwordHash = *identity::hashOf(Secret(kPassword), {2, 16384});
    const QByteArray start = *identity::hashOf(Secret("start-1"), kCheap);
    town.store.lookedUp = [&] { town.schmidt().passwordHash = start; };
    const SignInResult result = town.signIn(u"schmidt"_s, kPassword);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, broker::SignInRefusal::Code::WrongLogin);
    QVERIFY(town.store.sessions.empty());
    QCOMPARE(town.schmidt().passwordHash, start);
}

void AccountsTest::aTokenIsStoredHashedAlone()
{
    Town town;
    const NewSession session = town.session();
    QCOMPARE(town.store.sessions.size(), std::size_t(1));
    QCOMPARE(town.store.sessions.begin()->first, identity::hashOfToken(session.token));
    QCOMPARE(session.who.session, identity::hashOfToken(session.token));
}

void AccountsTest::anotherTokenIsNobody()
{
    Town town;
    const NewSession session = town.session();
    QByteArray nearMiss = session.token.reveal();
    nearMiss[0] = nearMiss[0] == 'A' ? 'B' : 'A';
    QVERIFY(!town.accounts.authenticate(Secret(nearMiss)));
    QVERIFY(!town.accounts.authenticate(Secret(session.who.session)));
    QVERIFY(!town.accounts.authenticate(Secret(session.token.reveal() + ' ')));
    QVERIFY(!town.accounts.authenticate({}));
}

void AccountsTest::aSessionEndsTwoHoursAfterItsLastUse()
{
    Town town;
    const NewSession session = town.session();
    town.clock.advance(Sessions::kIdle - milliseconds(1));
    town.accounts.touch(session.who.session);
    town.clock.advance(Sessions::kIdle - milliseconds(1));
    QVERIFY(town.accounts.authenticate(session.token));
    town.clock.advance(Sessions::kIdle);
    QVERIFY(!town.accounts.authenticate(session.token));
    town.accounts.touch(session.who.session);
    QVERIFY(!town.accounts.authenticate(session.token));
}

void AccountsTest::aSessionEndsTwelveHoursAfterItsBeginHoweverBusy()
{
    Town town;
    const NewSession session = town.session();
    for (int hour = 1; hour < 12; ++hour) {
        town.clock.advance(std::chrono::hours(1));
        QVERIFY(town.accounts.authenticate(session.token));
    }
    town.clock.advance(std::chrono::hours(1));
    QVERIFY(!town.accounts.authenticate(session.token));
}

void AccountsTest::whoSetsTheClockEndsNoSession()
{
    Town town;
    const NewSession session = town.session();
    town.clock.setWallClock(town.clock.now() + std::chrono::hours(24));
    town.accounts.sweep();
    QVERIFY(town.accounts.authenticate(session.token));
    town.clock.setWallClock(town.clock.now() - std::chrono::hours(48));
    town.clock.advance(Sessions::kIdle);
    QVERIFY(!town.accounts.authenticate(session.token));
}

void AccountsTest::theSweepTellsWhatHasEnded()
{
    Town town;
    const NewSession idle = town.session();
    const NewSession busy = town.session();
    town.clock.advance(Sessions::kIdle - milliseconds(1));
    town.accounts.touch(busy.who.session);
    town.clock.advance(milliseconds(1));
    town.accounts.sweep();
    QCOMPARE(town.ended, QList{idle.who.session});
    QCOMPARE(town.store.sessions.size(), std::size_t(1));
    QVERIFY(town.accounts.authenticate(busy.token));
}

void AccountsTest::aUseIsStoredOnceAMinute()
{
    Town town;
    const NewSession session = town.session();
    for (int i = 0; i < 100; ++i)
        town.accounts.touch(session.who.session);
    QCOMPARE(town.store.touches, 0);
    town.clock.advance(minutes(1));
    for (int i = 0; i < 100; ++i)
        town.accounts.touch(session.who.session);
    QCOMPARE(town.store.touches, 1);
    QVERIFY(town.store.sessions.begin()->second.lastUsed == town.clock.now());
}

void AccountsTest::signOutEndsTheSessionAtOnce()
{
    Town town;
    const NewSession first = town.session();
    const NewSession second = town.session();
    town.accounts.signOut(first.who.session);
    town.accounts.signOut(first.who.session);
    QVERIFY(!town.accounts.authenticate(first.token));
    QVERIFY(town.accounts.authenticate(second.token));
    QCOMPARE(town.ended, QList{first.who.session});
    QCOMPARE(town.store.sessions.size(), std::size_t(1));
}

void AccountsTest::anAdministratorEndsAllSessionsOfAClerk()
{
    Town town;
    const NewSession first = town.session();
    const NewSession second = town.session();
    town.accounts.endSessionsOf(ClerkId::fromBits({0, 2}));
    QVERIFY(town.ended.isEmpty());
    town.accounts.endSessionsOf(town.schmidt().id);
    QCOMPARE(town.ended.size(), 2);
    QVERIFY(!town.accounts.authenticate(first.token));
    QVERIFY(!town.accounts.authenticate(second.token));
}

void AccountsTest::anEleventhSessionEndsTheLongestUnused()
{
    Town town;
    std::vector<NewSession> sessions;
    for (std::size_t i = 0; i < Sessions::kMostPerClerk; ++i) {
        sessions.push_back(town.session());
        town.clock.advance(seconds(1));
    }
    town.accounts.touch(sessions[0].who.session);
    const NewSession last = town.session();
    QCOMPARE(town.ended, QList{sessions[1].who.session});
    QVERIFY(town.accounts.authenticate(last.token));
    QCOMPARE(town.store.sessions.size(), Sessions::kMostPerClerk);
}

void AccountsTest::sessionsLiveOnAfterARestart()
{
    Town town;
    const NewSession session = town.session();
    const broker::LiveSession stored{town.store.sessions.begin()->second, town.schmidt()};
    Accounts again(town.store, town.factors, town.clock, {stored}, kCheap);
    QVERIFY(again.authenticate(session.token) == session.who);
    town.clock.advance(Sessions::kIdle);
    const Accounts later(town.store, town.factors, town.clock, {stored}, kCheap);
    QVERIFY(town.store.sessions.empty());
}

void AccountsTest::sessionsOfTheDisabledEndWithARestart()
{
    Town town;
    const NewSession session = town.session();
    town.schmidt().disabled = true;
    Accounts again(town.store, town.factors, town.clock, {{town.store.sessions.begin()->second, town.schmidt()}},
                   kCheap);
    QVERIFY(!again.authenticate(session.token));
    QVERIFY(town.store.sessions.empty());
}

void AccountsTest::anOpenSignInMayOutliveTheAccounts()
{
    FakeClock clock;
    FakeAccountStore store;
    FakeSecondFactorStore factors;
    bool answered = false;
    {
        Accounts accounts(store, factors, clock, {}, kCheap);
        for (int i = 0; i < 5; ++i)
            accounts.signIn({u"user%1"_s.arg(i), Secret("geheimnis"), {}},
                            [&answered](const SignInResult &) { answered = true; });
        accounts.signIn({u"x"_s, Secret(QByteArray(5000, 'x')), {}},
                        [&answered](const SignInResult &) { answered = true; });
    }
    QCoreApplication::processEvents();
    QVERIFY(!answered);
}

QTEST_GUILESS_MAIN(AccountsTest)
#include "AccountsTest.moc"
