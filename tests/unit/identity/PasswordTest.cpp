// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/identity/Password.h"
#include "server/identity/Tokens.h"

#include <QCryptographicHash>
#include <QSet>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::identity;
using namespace Qt::StringLiterals;

namespace {

constexpr HashCost kCheap{1, 8192};

Secret secret(const QString &text)
{
    return Secret(text.toUtf8());
}

} // namespace

class PasswordTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judgesNewPasswords_data();
    void judgesNewPasswords();
    void refusesBytesThatAreNoText();
    void hashesWithArgon2idAtTheCostOfTheProduct();
    void matchesItsOwnPasswordAlone();
    void anUmlautMatchesHoweverItIsTyped();
    void blanksAtTheEndsCount();
    void nothingMatchesTheDummy();
    void theDummyCostsWhatARealHashCosts();
    void aHashOfAnotherCostIsMadeAnew();
    void rubbishMatchesNothing();
    void tokensAreLongAndNeverTheSame();
    void aSetupTokenLivesForAQuarterOfAnHour();
};

void PasswordTest::judgesNewPasswords_data()
{
    using Fault = std::optional<PasswordFault>;
    QTest::addColumn<QString>("password");
    QTest::addColumn<Fault>("fault");
    QTest::newRow("nothing") << QString() << Fault(PasswordFault::TooShort);
    QTest::newRow("seven characters") << u"abcdefg"_s << Fault(PasswordFault::TooShort);
    QTest::newRow("eight characters") << u"kq5 täßp"_s << Fault();
    QTest::newRow("eight characters in a row") << u"abcdefgh"_s << Fault(PasswordFault::TooCommon);
    QTest::newRow("seven letters of which one has its dots apart")
        << u"abcdefu\u0308"_s << Fault(PasswordFault::TooShort);
    QTest::newRow("seven characters outside of the basic plane") << u"😀😁😂😃😄😅😆"_s << Fault(PasswordFault::TooShort);
    QTest::newRow("a sentence with blanks") << u" Mein Hund heißt Bello "_s << Fault();
    QTest::newRow("128 characters") << u"ab"_s.repeated(64) << Fault();
    QTest::newRow("129 characters") << u"abc"_s.repeated(43) << Fault(PasswordFault::TooLong);
    QTest::newRow("one character over and over") << u"aaaaaaaaaaaa"_s << Fault(PasswordFault::TooSimple);
    QTest::newRow("contains the login in capitals") << u"SCHMIDT2026!"_s << Fault(PasswordFault::TooSimple);
    QTest::newRow("what everybody takes") << u"password"_s << Fault(PasswordFault::TooCommon);
    QTest::newRow("the same in German with a capital") << u"Passwort"_s << Fault(PasswordFault::TooCommon);
    QTest::newRow("the same with the year") << u"Passwort2026!"_s << Fault(PasswordFault::TooCommon);
    QTest::newRow("an umlaut with its dots apart") << u"Bu\u0308rgerbu\u0308ro1"_s << Fault(PasswordFault::TooCommon);
    QTest::newRow("figures alone that everybody takes") << u"12345678"_s << Fault(PasswordFault::TooCommon);
    QTest::newRow("a sentence in which it stands") << u"kein passwort wie andere"_s << Fault();
    QTest::newRow("ten kilobytes") << u"ab"_s.repeated(5000) << Fault(PasswordFault::TooLong);
}

void PasswordTest::judgesNewPasswords()
{
    QFETCH(QString, password);
    QFETCH(std::optional<PasswordFault>, fault);
    QCOMPARE(faultOf(secret(password), u"schmidt"_s), fault);
}

void PasswordTest::refusesBytesThatAreNoText()
{
    QCOMPARE(faultOf(Secret("abcdefgh\xff"), {}), PasswordFault::NotText);
    QCOMPARE(faultOf(Secret(QByteArray("abcd\0efgh", 9)), {}), PasswordFault::NotText);
}

void PasswordTest::hashesWithArgon2idAtTheCostOfTheProduct()
{
    const auto hash = hashOf(secret(u"Mein Hund heißt Bello"_s));
    QVERIFY(hash);
    QVERIFY2(hash->startsWith("$argon2id$v=19$m=65536,t=3,p=1$"), hash->constData());
    QVERIFY(!needsRehash(*hash));
}

void PasswordTest::matchesItsOwnPasswordAlone()
{
    const auto hash = hashOf(secret(u"correct horse"_s), kCheap);
    QVERIFY(matches(*hash, secret(u"correct horse"_s)));
    QVERIFY(!matches(*hash, secret(u"correct horsf"_s)));
    QVERIFY(!matches(*hash, secret(u"Correct horse"_s)));
    QVERIFY(!matches(*hash, {}));
    QVERIFY(*hash != *hashOf(secret(u"correct horse"_s), kCheap));
}

void PasswordTest::anUmlautMatchesHoweverItIsTyped()
{
    const auto hash = hashOf(secret(u"B\u00fcrgerb\u00fcro"_s), kCheap);
    QVERIFY(matches(*hash, secret(u"Bu\u0308rgerbu\u0308ro"_s)));
}

void PasswordTest::blanksAtTheEndsCount()
{
    const auto hash = hashOf(secret(u" geheimnis"_s), kCheap);
    QVERIFY(matches(*hash, secret(u" geheimnis"_s)));
    QVERIFY(!matches(*hash, secret(u"geheimnis"_s)));
}

void PasswordTest::nothingMatchesTheDummy()
{
    const QByteArray dummy = dummyHash(kCheap);
    QVERIFY(!matches(dummy, {}));
    QVERIFY(!matches(dummy, secret(u"geheimnis"_s)));
}

void PasswordTest::theDummyCostsWhatARealHashCosts()
{
    // The library reads the same cost out of both, so that it does the same work for both.
    QVERIFY(!needsRehash(dummyHash()));
    QVERIFY(!needsRehash(dummyHash(kCheap), kCheap));
    QCOMPARE(dummyHash().size(), hashOf(secret(u"geheimnis"_s))->size());
}

void PasswordTest::aHashOfAnotherCostIsMadeAnew()
{
    const auto hash = hashOf(secret(u"geheimnis"_s), kCheap);
    QVERIFY(!needsRehash(*hash, kCheap));
    QVERIFY(needsRehash(*hash));
}

void PasswordTest::rubbishMatchesNothing()
{
    for (const QByteArray &hash : {QByteArray(), QByteArray("$argon2id$"), QByteArray(4000, '$'), QByteArray("x")})
        QVERIFY(!matches(hash, secret(u"geheimnis"_s)));
}

void PasswordTest::tokensAreLongAndNeverTheSame()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 1000; ++i) {
        const Secret token = makeToken();
        QCOMPARE(token.reveal().size(), 43);
        seen.insert(token.reveal());
    }
    QCOMPARE(seen.size(), 1000);
}

void PasswordTest::aSetupTokenLivesForAQuarterOfAnHour()
{
    const Instant now{milliseconds(1'772'438'400'000)};
    const SetupToken made = makeSetupToken(now);
    QCOMPARE(made.hash, QCryptographicHash::hash(made.token.reveal(), QCryptographicHash::Sha256));
    QVERIFY(made.expires - now == minutes(15));
}

QTEST_GUILESS_MAIN(PasswordTest)
#include "PasswordTest.moc"
