// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/app/Options.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sprechtag::app;
using namespace Qt::StringLiterals;

//! What may be typed behind sprechtag-server.
class OptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsItsCommands_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<std::optional<Command>>("command");
        QTest::newRow("run") << QStringList{u"run"_s} << std::optional(Command::Run);
        QTest::newRow("init") << QStringList{u"init"_s} << std::optional(Command::Init);
        QTest::newRow("backup with its file") << QStringList{u"backup"_s, u"a.db"_s} << std::optional(Command::Backup);
        QTest::newRow("backup without a file") << QStringList{u"backup"_s} << std::optional<Command>{};
        QTest::newRow("import with its file")
            << QStringList{u"admin"_s, u"import"_s, u"a.toml"_s} << std::optional(Command::AdminImport);
        QTest::newRow("import without a file") << QStringList{u"admin"_s, u"import"_s} << std::optional<Command>{};
        QTest::newRow("reset a second factor") << QStringList{u"admin"_s, u"reset-second-factor"_s, u"schmidt"_s}
                                               << std::optional(Command::AdminResetSecondFactor);
        QTest::newRow("reset nobody's second factor")
            << QStringList{u"admin"_s, u"reset-second-factor"_s} << std::optional<Command>();
        QTest::newRow("list") << QStringList{u"admin"_s, u"list"_s, u"--json"_s} << std::optional(Command::AdminList);
        QTest::newRow("who interprets") << QStringList{u"admin"_s, u"interpreters"_s, u"--json"_s}
                                        << std::optional(Command::AdminInterpreters);
        QTest::newRow("who interprets a language")
            << QStringList{u"admin"_s, u"interpreters"_s, u"tr"_s} << std::optional(Command::AdminInterpreters);
        QTest::newRow("who interprets two languages")
            << QStringList{u"admin"_s, u"interpreters"_s, u"tr"_s, u"uk"_s} << std::optional<Command>();
        QTest::newRow("disable an account")
            << QStringList{u"admin"_s, u"disable-account"_s, u"weber"_s} << std::optional(Command::AdminDisableAccount);
        QTest::newRow("disable nobody") << QStringList{u"admin"_s, u"disable-account"_s} << std::optional<Command>();
        QTest::newRow("deletion plan") << QStringList{u"admin"_s, u"deletion-plan"_s}
                                       << std::optional(Command::AdminDeletionPlan);
        QTest::newRow("record of processing")
            << QStringList{u"admin"_s, u"processing-record"_s} << std::optional(Command::AdminProcessingRecord);
        QTest::newRow("the log") << QStringList{u"admin"_s, u"log"_s} << std::optional(Command::AdminLog);
        QTest::newRow("the facts") << QStringList{u"admin"_s, u"facts"_s, u"--json"_s}
                                   << std::optional(Command::AdminFacts);
        QTest::newRow("figures of some days") << QStringList{u"admin"_s, u"figures"_s, u"--from"_s, u"2026-03-02"_s}
                                              << std::optional(Command::AdminFigures);
        QTest::newRow("figures of no day")
            << QStringList{u"admin"_s, u"figures"_s, u"--until"_s, u"2026-02-30"_s} << std::optional<Command>();
        QTest::newRow("what is stored of a number")
            << QStringList{u"admin"_s,    u"person"_s, u"--office"_s, u"B"_s,
                           u"--number"_s, u"17"_s,     u"--day"_s,    u"2026-03-02"_s}
            << std::optional(Command::AdminPerson);
        QTest::newRow("what is stored of any number of a day")
            << QStringList{u"admin"_s, u"person"_s, u"--office"_s, u"B"_s, u"--day"_s, u"2026-03-02"_s}
            << std::optional<Command>();
        QTest::newRow("nothing") << QStringList{} << std::optional<Command>{};
        QTest::newRow("two commands") << QStringList{u"init"_s, u"run"_s} << std::optional<Command>{};
        QTest::newRow("an option that there is not")
            << QStringList{u"run"_s, u"--prot"_s, u"1"_s} << std::optional<Command>{};
        QTest::newRow("a port that is none")
            << QStringList{u"run"_s, u"--port"_s, u"70000"_s} << std::optional<Command>{};
    }

    void knowsItsCommands()
    {
        QFETCH(const QStringList, words);
        const auto options =
            readOptions(QStringList{u"sprechtag-server"_s, u"--data"_s, u"/d"_s, u"--key-file"_s, u"/k"_s} + words);
        QTEST(options.ok() ? std::optional(options->command) : std::nullopt, "command");
        if (!options) {
            QCOMPARE(options.error().exitCode, 64);
            QVERIFY(!options.error().text.isEmpty());
        }
    }

    void theLineWinsOverTheFile()
    {
        QTemporaryDir directory;
        QFile file(directory.filePath(u"a.toml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[listen]\nport = 1000\naddress = \"::1\"\n[data]\ndirectory = \"/a\"\nkey_file = \"/b\"\n");
        file.close();
        const auto options =
            readOptions({u"sprechtag-server"_s, u"--config"_s, file.fileName(), u"--port"_s, u"0"_s, u"run"_s});
        QVERIFY(options.ok());
        QCOMPARE(options->config.port, std::uint16_t{0});
        QCOMPARE(options->config.address, u"::1"_s);
        QCOMPARE(options->config.databaseFile(), u"/a/sprechtag.db"_s);
    }

    void asksForTheDataAndItsKey()
    {
        QVERIFY(!readOptions({u"sprechtag-server"_s, u"run"_s, u"--data"_s, u"/d"_s}).ok());
        QVERIFY(!readOptions({u"sprechtag-server"_s, u"run"_s, u"--key-file"_s, u"/k"_s}).ok());
    }

    void helpIsNoMistake()
    {
        const auto options = readOptions({u"sprechtag-server"_s, u"--help"_s});
        QVERIFY(!options.ok());
        QCOMPARE(options.error().exitCode, 0);
        QVERIFY(options.error().text.contains(u"admin import"_s));
    }
};

QTEST_GUILESS_MAIN(OptionsTest)
#include "OptionsTest.moc"
