// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/media/TownIceServers.h"
#include "server/media/TurnCredentials.h"
#include "tests/support/FakeClock.h"

#include <QCryptographicHash>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::media;
using namespace Qt::StringLiterals;

namespace {

QByteArray saltForTests()
{
    return "7f3a9c";
}

// RFC 2104 from its text, so that the product's own use of Qt is not its own judge.
QByteArray hmacSha1(QByteArray key, const QByteArray &message)
{
    constexpr qsizetype kBlock = 64;
    if (key.size() > kBlock)
        key = QCryptographicHash::hash(key, QCryptographicHash::Sha1);
    key = key.leftJustified(kBlock, '\0');
    QByteArray inner = key;
    QByteArray outer = key;
    for (qsizetype i = 0; i < kBlock; ++i) {
        inner[i] = static_cast<char>(key[i] ^ 0x36);
        outer[i] = static_cast<char>(key[i] ^ 0x5c);
    }
    const QByteArray innerHash = QCryptographicHash::hash(inner + message, QCryptographicHash::Sha1);
    return QCryptographicHash::hash(outer + innerHash, QCryptographicHash::Sha1);
}

} // namespace

class TownIceServersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signsAsOpensslDoes();
    void signsAsTheRfcSays();
    void grantsExpireAfterTenMinutes();
    void stunServersGetNoCredentials();
    void aTownWithoutServersGrantsNone();
    void refusesWhatCannotWork_data();
    void refusesWhatCannotWork();
};

void TownIceServersTest::signsAsOpensslDoes()
{
    // printf '1772439000:7f3a9c' | openssl dgst -sha1 -hmac 'north-wind-and-sun' -binary | base64
    const auto credentials = turnCredentials(Secret("north-wind-and-sun"), Instant{seconds{1772439000}}, "7f3a9c");
    QCOMPARE(credentials.username, u"1772439000:7f3a9c"_s);
    QCOMPARE(credentials.password.reveal(), QByteArray("yZYkygjIwyf9HAxRSiCNyQ1mGQE="));
}

void TownIceServersTest::signsAsTheRfcSays()
{
    const QByteArray secret(100, 'k');
    const auto credentials = turnCredentials(Secret(secret), Instant{seconds{1}}, "x");
    QCOMPARE(credentials.password.reveal(), hmacSha1(secret, credentials.username.toLatin1()).toBase64());
}

void TownIceServersTest::grantsExpireAfterTenMinutes()
{
    auto servers = TownIceServers::create(
        {.urls = {u"turn:turn.town.example:3478"_s, u"turns:turn.town.example:5349?transport=tcp"_s},
         .turnSecret = Secret("north-wind-and-sun"),
         .relayOnly = true},
        saltForTests);
    QVERIFY(servers);
    const auto grant = servers.value().grant(test::FakeClock::kBegin);
    QCOMPARE(grant.ttl, seconds{600});
    QVERIFY(grant.relayOnly);
    QCOMPARE(grant.servers.size(), 1);
    QCOMPARE(grant.servers.front().urls.size(), 2);
    QCOMPARE(grant.servers.front().username, u"1772439000:7f3a9c"_s); // 08:10 of that day
    QCOMPARE(grant.servers.front().credential.reveal(), QByteArray("yZYkygjIwyf9HAxRSiCNyQ1mGQE="));
}

void TownIceServersTest::stunServersGetNoCredentials()
{
    auto servers = TownIceServers::create({.urls = {u"turn:turn.town.example"_s, u"stun:turn.town.example"_s},
                                           .turnSecret = Secret("north-wind-and-sun"),
                                           .relayOnly = false},
                                          saltForTests);
    QVERIFY(servers);
    const auto grant = servers.value().grant(test::FakeClock::kBegin);
    QCOMPARE(grant.servers.size(), 2);
    QCOMPARE(grant.servers.front().urls, QStringList{u"stun:turn.town.example"_s});
    QVERIFY(grant.servers.front().username.isEmpty());
    QVERIFY(grant.servers.front().credential.isEmpty());
    QVERIFY(!grant.servers.back().credential.isEmpty());
}

void TownIceServersTest::aTownWithoutServersGrantsNone()
{
    auto servers = TownIceServers::create({}, saltForTests);
    QVERIFY(servers);
    QVERIFY(servers.value().grant(test::FakeClock::kBegin).servers.isEmpty());
    QVERIFY(!servers.value().relayOnly());
}

void TownIceServersTest::refusesWhatCannotWork_data()
{
    QTest::addColumn<QStringList>("urls");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<bool>("relayOnly");
    QTest::addColumn<MediaConfigError>("error");

    QTest::newRow("a web address among the servers")
        << QStringList{u"https://turn.town.example"_s} << QByteArray("s") << false << MediaConfigError::UnknownScheme;
    QTest::newRow("a scheme without a server")
        << QStringList{u"turn:"_s} << QByteArray("s") << false << MediaConfigError::UnknownScheme;
    QTest::newRow("a TURN server without its secret")
        << QStringList{u"turn:turn.town.example"_s} << QByteArray() << false << MediaConfigError::NoTurnSecret;
    QTest::newRow("relay only with a STUN server alone")
        << QStringList{u"stun:turn.town.example"_s} << QByteArray("s") << true << MediaConfigError::NobodyToRelay;
}

void TownIceServersTest::refusesWhatCannotWork()
{
    QFETCH(QStringList, urls);
    QFETCH(QByteArray, secret);
    QFETCH(bool, relayOnly);
    QFETCH(MediaConfigError, error);
    const auto servers =
        TownIceServers::create({.urls = urls, .turnSecret = Secret(secret), .relayOnly = relayOnly}, saltForTests);
    QVERIFY(!servers);
    QCOMPARE(servers.error(), error);
}

QTEST_GUILESS_MAIN(TownIceServersTest)
#include "TownIceServersTest.moc"
