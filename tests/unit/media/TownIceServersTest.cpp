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

const QByteArray kSecret = "north-wind-and-sun-quarrel-at-dawn";

MediaConfig checked(const QStringList &urls, bool relayOnly)
{
    auto config = MediaConfig::check({.urls = urls, .turnSecret = Secret(kSecret), .relayOnly = relayOnly});
    if (!config)
        qFatal("the settings of the test do not go together");
    return std::move(config).value();
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
    void oneSubjectIsOneUserHoweverOftenItAsks();
    void stunServersGetNoCredentials();
    void aTownWithoutServersGrantsNone();
};

void TownIceServersTest::signsAsOpensslDoes()
{
    // printf '1772439000:7f3a9c' | openssl dgst -sha1 -hmac 'north-wind-and-sun-quarrel-at-dawn' -binary | base64
    const auto credentials = turnCredentials(Secret(kSecret), Instant{seconds{1772439000}}, "7f3a9c");
    QCOMPARE(credentials.username, u"1772439000:7f3a9c"_s);
    QCOMPARE(credentials.password.reveal(), QByteArray("/qp8S488Ds/Py5w9cGPo+Dx0MRs="));
}

void TownIceServersTest::signsAsTheRfcSays()
{
    const QByteArray secret(100, 'k');
    const auto credentials = turnCredentials(Secret(secret), Instant{seconds{1}}, "x");
    QCOMPARE(credentials.password.reveal(), hmacSha1(secret, credentials.username.toLatin1()).toBase64());
}

void TownIceServersTest::grantsExpireAfterTenMinutes()
{
    TownIceServers servers(
        checked({u"turn:turn.town.example:3478"_s, u"turns:turn.town.example:5349?transport=tcp"_s}, true));
    const auto grant = servers.grant(test::FakeClock::kBegin, "tkt_a");
    QCOMPARE(grant.ttl, seconds{600});
    QVERIFY(grant.relayOnly);
    QCOMPARE(grant.servers.size(), 1);
    QCOMPARE(grant.servers.front().urls.size(), 2);
    QVERIFY(grant.servers.front().username.startsWith(u"1772439000:"_s)); // 08:10 of that day
    QCOMPARE(grant.servers.front().credential.reveal(),
             hmacSha1(kSecret, grant.servers.front().username.toLatin1()).toBase64());
}

void TownIceServersTest::oneSubjectIsOneUserHoweverOftenItAsks()
{
    TownIceServers servers(checked({u"turn:turn.town.example"_s}, false));
    // coturn counts by what stands behind the colon.
    const auto userOf = [&servers](Instant now, std::string_view subject) {
        return servers.grant(now, subject).servers.front().username.section(u':', 1);
    };
    const QString kim = userOf(test::FakeClock::kBegin, "tkt_kim");
    QCOMPARE(userOf(test::FakeClock::kBegin + minutes{9}, "tkt_kim"), kim);
    QVERIFY(userOf(test::FakeClock::kBegin, "tkt_ali") != kim);
    QCOMPARE(kim.size(), 18);
    QVERIFY(!kim.contains(u"kim"_s));
    TownIceServers others(
        MediaConfig::check({.urls = {u"turn:a.example"_s}, .turnSecret = Secret(kSecret + "2"), .relayOnly = false})
            .value());
    QVERIFY(others.grant(test::FakeClock::kBegin, "tkt_kim").servers.front().username.section(u':', 1) != kim);
}

void TownIceServersTest::stunServersGetNoCredentials()
{
    TownIceServers servers(checked({u"turn:turn.town.example"_s, u"stun:turn.town.example"_s}, false));
    const auto grant = servers.grant(test::FakeClock::kBegin, "tkt_a");
    QCOMPARE(grant.servers.size(), 2);
    QCOMPARE(grant.servers.front().urls, QStringList{u"stun:turn.town.example"_s});
    QVERIFY(grant.servers.front().username.isEmpty());
    QVERIFY(grant.servers.front().credential.isEmpty());
    QVERIFY(!grant.servers.back().credential.isEmpty());
}

void TownIceServersTest::aTownWithoutServersGrantsNone()
{
    TownIceServers servers({});
    QVERIFY(servers.grant(test::FakeClock::kBegin, "tkt_a").servers.isEmpty());
    QVERIFY(!servers.relayOnly());
}

QTEST_GUILESS_MAIN(TownIceServersTest)
#include "TownIceServersTest.moc"
