// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/media/MediaConfig.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::media;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(MediaConfigError)

namespace {

const QByteArray kGoodSecret(kShortestTurnSecret, 's');

} // namespace

//! Which of the town's servers go together, and which mistake is named when they do not.
class MediaConfigTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTownWithoutServersIsFine();
    void sortsServersByWhatTheyAre();
    void takesWhatCanWork_data();
    void takesWhatCanWork();
    void refusesWhatCannotWork_data();
    void refusesWhatCannotWork();
};

void MediaConfigTest::aTownWithoutServersIsFine()
{
    const auto config = MediaConfig::check({});
    QVERIFY(config);
    QVERIFY(config->stunUrls().isEmpty());
    QVERIFY(config->turnUrls().isEmpty());
    QVERIFY(!config->relayOnly());
}

void MediaConfigTest::sortsServersByWhatTheyAre()
{
    const auto config = MediaConfig::check({.urls = {u"turn:a.example"_s, u"stuns:b.example"_s, u"stun:c.example"_s,
                                                     u"turns:d.example:5349?transport=tcp"_s},
                                            .turnSecret = Secret(kGoodSecret),
                                            .relayOnly = true});
    QVERIFY(config);
    QCOMPARE(config->stunUrls(), (QStringList{u"stuns:b.example"_s, u"stun:c.example"_s}));
    QCOMPARE(config->turnUrls(), (QStringList{u"turn:a.example"_s, u"turns:d.example:5349?transport=tcp"_s}));
    QCOMPARE(config->turnSecret().reveal(), kGoodSecret);
    QVERIFY(config->relayOnly());
}

void MediaConfigTest::takesWhatCanWork_data()
{
    QTest::addColumn<QStringList>("urls");
    QTest::addColumn<QByteArray>("secret");

    QTest::newRow("STUN over TLS alone needs no secret") << QStringList{u"stuns:a.example"_s} << QByteArray();
    QTest::newRow("plain STUN alone needs no secret") << QStringList{u"stun:a.example"_s} << QByteArray();
    QTest::newRow("STUN does not mind a secret that it has no use for")
        << QStringList{u"stun:a.example"_s} << QByteArray("short");
    QTest::newRow("TURN with the shortest secret") << QStringList{u"turn:a.example"_s} << kGoodSecret;
}

void MediaConfigTest::takesWhatCanWork()
{
    QFETCH(QStringList, urls);
    QFETCH(QByteArray, secret);
    QVERIFY(MediaConfig::check({.urls = urls, .turnSecret = Secret(secret), .relayOnly = false}));
}

void MediaConfigTest::refusesWhatCannotWork_data()
{
    QTest::addColumn<QStringList>("urls");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<bool>("relayOnly");
    QTest::addColumn<MediaConfigError>("error");

    QTest::newRow("a web address among the servers") << QStringList{u"turn:a.example"_s, u"https://a.example"_s}
                                                     << kGoodSecret << false << MediaConfigError::UnknownScheme;
    QTest::newRow("a scheme without a server")
        << QStringList{u"turn:"_s} << kGoodSecret << false << MediaConfigError::UnknownScheme;
    QTest::newRow("a TURN server without its secret")
        << QStringList{u"turn:a.example"_s} << QByteArray() << false << MediaConfigError::NoTurnSecret;
    QTest::newRow("a TURN server over TLS without its secret")
        << QStringList{u"stun:a.example"_s, u"turns:a.example"_s} << QByteArray() << false
        << MediaConfigError::NoTurnSecret;
    QTest::newRow("a secret that can be guessed")
        << QStringList{u"turn:a.example"_s} << kGoodSecret.chopped(1) << false << MediaConfigError::WeakTurnSecret;
    QTest::newRow("relay only with a STUN server alone")
        << QStringList{u"stun:a.example"_s} << kGoodSecret << true << MediaConfigError::NobodyToRelay;
    QTest::newRow("relay only without any server")
        << QStringList() << QByteArray() << true << MediaConfigError::NobodyToRelay;
}

void MediaConfigTest::refusesWhatCannotWork()
{
    QFETCH(QStringList, urls);
    QFETCH(QByteArray, secret);
    QFETCH(bool, relayOnly);
    const auto config = MediaConfig::check({.urls = urls, .turnSecret = Secret(secret), .relayOnly = relayOnly});
    QVERIFY(!config);
    QTEST(config.error(), "error");
}

QTEST_GUILESS_MAIN(MediaConfigTest)
#include "MediaConfigTest.moc"
