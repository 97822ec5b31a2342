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
        QTest::newRow("TURN without a secret")
            << u"[turn]\nurls = [\"turn:a.example\"]\n"_s << u"turn.secret_file"_s << 1;
        QTest::newRow("relay only without TURN") << u"[turn]\nrelay_only = true\n"_s << u"turn.relay_only"_s << 2;
        QTest::newRow("TURN address of another kind")
            << u"[turn]\nurls = [\"https://a.example\"]\n"_s << u"turn.urls"_s << 2;
        QTest::newRow("section that is a value") << u"turn = 3\n"_s << u"turn"_s << 1;
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

    void aShortSecretIsRefused()
    {
        const QString secret = m_dir.filePath(u"turn.secret"_s);
        QFile file(secret);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("admin\n");
        file.close();
        const auto config =
            readConfig(write(u"[turn]\nurls = [\"turn:a.example\"]\nsecret_file = \"%1\"\n"_s.arg(secret)));
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

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(ConfigTest)
#include "ConfigTest.moc"
