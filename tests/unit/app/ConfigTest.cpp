// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/app/Config.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sprechtag::app;
using namespace Qt::StringLiterals;

//! What an administrator may write into sprechtag.toml, and which mistakes are named.
class ConfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedFileIsValid()
    {
        const auto config = readConfig(QStringLiteral(SPRECHTAG_SOURCE_DIR "/resources/config/sprechtag.toml"));
        QVERIFY2(config.ok(), config.ok() ? "" : qPrintable(config.error().text()));
        QCOMPARE(config->dataDirectory, u"/var/lib/sprechtag"_s);
        QCOMPARE(config->port, std::uint16_t{8480});
        QCOMPARE(config->factsKept.count(), 90);
    }

    void namesTheMistake_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("line");
        QTest::newRow("misspelt key") << u"[listen]\nadress = \"::\"\n"_s << u"listen.adress"_s << 2;
        QTest::newRow("unknown section") << u"[listne]\nport = 1\n"_s << u"listne"_s << 1;
        QTest::newRow("port beyond the range") << u"[listen]\nport = 70000\n"_s << u"listen.port"_s << 2;
        QTest::newRow("port as text") << u"[listen]\nport = \"80\"\n"_s << u"listen.port"_s << 2;
        QTest::newRow("certificate without key")
            << u"[listen]\ncertificate = \"a.pem\"\n"_s << u"listen.certificate"_s << 2;
        QTest::newRow("origin with a path")
            << u"[public]\norigin = \"https://a.example/x\"\n"_s << u"public.origin"_s << 2;
        QTest::newRow("origin without scheme") << u"[public]\norigin = \"a.example\"\n"_s << u"public.origin"_s << 2;
        QTest::newRow("origin in capital letters")
            << u"[public]\norigin = \"https://Www.Musterland.example\"\n"_s << u"public.origin"_s << 2;
        QTest::newRow("frame ancestor in capital letters")
            << u"[public]\nframe_ancestors = [\"https://a.example\", \"https://Www.Musterland.example\"]\n"_s
            << u"public.frame_ancestors"_s << 2;
        QTest::newRow("frame ancestor with the usual port")
            << u"[public]\nframe_ancestors = [\"https://a.example:443\"]\n"_s << u"public.frame_ancestors"_s << 2;
        QTest::newRow("TURN without a secret")
            << u"[turn]\nurls = [\"turn:a.example\"]\n"_s << u"turn.secret_file"_s << 1;
        QTest::newRow("relay only without TURN") << u"[turn]\nrelay_only = true\n"_s << u"turn.relay_only"_s << 2;
        QTest::newRow("TURN address of another kind")
            << u"[turn]\nurls = [\"https://a.example\"]\n"_s << u"turn.urls"_s << 2;
        QTest::newRow("relay only with STUN alone")
            << u"[turn]\nurls = [\"stun:a.example\"]\nrelay_only = true\n"_s << u"turn.relay_only"_s << 3;
        QTest::newRow("section that is a value") << u"turn = 3\n"_s << u"turn"_s << 1;
        QTest::newRow("facts for no time at all")
            << u"[retention]\nfacts_days = 0\n"_s << u"retention.facts_days"_s << 2;
        QTest::newRow("not TOML at all") << u"[listen\n"_s << u""_s << 1;
    }

    void namesTheMistake()
    {
        QFETCH(const QString, text);
        const auto config = readConfig(write(text));
        QVERIFY(!config.ok());
        QTEST(config.error().key, "key");
        QTEST(config.error().line, "line");
        QVERIFY(!config.error().what.isEmpty());
    }

    void originsAreKeptAsBrowsersSendThem()
    {
        const auto config = readConfig(write(u"[public]\norigin = \"https://a.example\"\nframe_ancestors = "
                                             "[\"https://b.example\", \"http://[::1]:8480\"]\n"_s));
        QVERIFY2(config.ok(), config.ok() ? "" : qPrintable(config.error().text()));
        QCOMPARE(config->publicOrigin->text(), std::string("https://a.example"));
        QCOMPARE(config->frameAncestors.size(), 2U);
        QCOMPARE(config->frameAncestors.back().text(), std::string("http://[::1]:8480"));
    }

    void stunNeedsNoSecret()
    {
        const auto config = readConfig(write(u"[turn]\nurls = [\"stuns:a.example\", \"stun:a.example\"]\n"_s));
        QVERIFY2(config.ok(), config.ok() ? "" : qPrintable(config.error().text()));
        QCOMPARE(config->media.stunUrls(), (QStringList{u"stuns:a.example"_s, u"stun:a.example"_s}));
    }

    void turnComesWithItsSecret()
    {
        const QByteArray secret(sprechtag::media::kShortestTurnSecret, 's');
        const auto config = readConfig(writeTurn(secret + '\n'));
        QVERIFY2(config.ok(), config.ok() ? "" : qPrintable(config.error().text()));
        QCOMPARE(config->media.turnUrls(), QStringList{u"turn:a.example"_s});
        QCOMPARE(config->media.turnSecret().reveal(), secret);
        QVERIFY(config->media.relayOnly());
    }

    void aMissingSecretFileIsSaid()
    {
        const auto config =
            readConfig(write(u"[turn]\nurls = [\"turn:a.example\"]\nsecret_file = \"/nonexistent/turn\"\n"_s));
        QVERIFY(!config.ok());
        QCOMPARE(config.error().key, u"turn.secret_file"_s);
        QVERIFY2(config.error().what.contains(u"cannot be read"_s), qPrintable(config.error().what));
    }

    void aShortSecretIsRefused()
    {
        const auto config = readConfig(writeTurn("admin\n"));
        QVERIFY(!config.ok());
        QCOMPARE(config.error().key, u"turn.secret_file"_s);
        QVERIFY(!config.error().text().contains(u"admin"_s));
    }

    void aMissingFileIsSaid()
    {
        const auto config = readConfig(m_dir.filePath(u"none.toml"_s));
        QVERIFY(!config.ok());
        QVERIFY(config.error().text().contains(u"none.toml"_s));
    }

private:
    QString write(const QString &text)
    {
        QFile file(m_dir.filePath(u"sprechtag.toml"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no temporary file");
        file.write(text.toUtf8());
        return file.fileName();
    }

    QString writeTurn(const QByteArray &secret)
    {
        QFile file(m_dir.filePath(u"turn.secret"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no temporary file");
        file.write(secret);
        return write(
            u"[turn]\nurls = [\"turn:a.example\"]\nsecret_file = \"%1\"\nrelay_only = true\n"_s.arg(file.fileName()));
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(ConfigTest)
#include "ConfigTest.moc"
