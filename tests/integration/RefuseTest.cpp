// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/Connection.h"
#include "server/store/KeyFile.h"
#include "tests/integration/kit/Servers.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTest>

#include <functional>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;

namespace {

using Spoil = std::function<void(const TownFolder &, app::Config &)>;

const QByteArray kOtherKey(64, 'a');

void overwrite(const QString &path, const QByteArray &content)
{
    if (!writeFile(path, content))
        qFatal("%s cannot be written", qPrintable(path));
}

void makeNewer(const TownFolder &town, app::Config &)
{
    const auto key = store::readKeyFile(town.paths().keyFile);
    auto connection = store::Connection::open(town.paths().database, *key, store::Connection::Mode::Existing);
    if (!connection || !connection.value().execute("PRAGMA user_version = 9999"))
        qFatal("the version cannot be written");
}

} // namespace

Q_DECLARE_METATYPE(Spoil)

//! Whatever is wrong at the start, the program says what to do, changes nothing and gives nothing away.
class RefuseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatToDoAndEnds_data();
    void saysWhatToDoAndEnds();
    void aSecondServerOnTheSameData();
    void aPortInUse();
    void startsWhenNothingIsWrong();
};

void RefuseTest::saysWhatToDoAndEnds_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QByteArray>("advice");
    const auto row = [](const char *name, const Spoil &spoil, const char *advice) {
        QTest::newRow(name) << spoil << QByteArray(advice);
    };
    row(
        "the key of another database",
        [](const TownFolder &town, app::Config &) { overwrite(town.paths().keyFile, kOtherKey); },
        "correct one of the two paths");
    row(
        "a key that others may read",
        [](const TownFolder &town, app::Config &) {
            QFile::setPermissions(town.paths().keyFile,
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
        },
        "run chmod 600");
    row(
        "no key", [](const TownFolder &town, app::Config &) { QFile::remove(town.paths().keyFile); },
        "bring the file back from its safe copy");
    row(
        "no database", [](const TownFolder &town, app::Config &) { QFile::remove(town.paths().database); },
        "sprechtag-server init");
    row(
        "an empty database", [](const TownFolder &town, app::Config &) { overwrite(town.paths().database, {}); },
        "restore a backup");
    row(
        "a file of something else",
        [](const TownFolder &town, app::Config &) { overwrite(town.paths().database, QByteArray(8192, 'x')); },
        "correct one of the two paths");
    row(
        "a database without encryption",
        [](const TownFolder &town, app::Config &) {
            overwrite(town.paths().database, QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\0'));
        },
        "correct the path");
    row("a database of a newer version", makeNewer, "install that version or a later one");
    row(
        "no pages",
        [](const TownFolder &, app::Config &config) { QFile::remove(config.webDirectory + u"/index.html"_s); },
        "[public] web_directory");
    row(
        "an address that is not of this machine",
        [](const TownFolder &, app::Config &config) { config.address = u"192.0.2.1"_s; }, "Check [listen] address");
    for (const char *address : {"0.0.0.0", "::", "::ffff:0.0.0.0"}) {
        const QString all = QString::fromLatin1(address);
        row(
            address, [all](const TownFolder &, app::Config &config) { config.address = all; }, "Set [public] origin");
    }
}

void RefuseTest::saysWhatToDoAndEnds()
{
    QFETCH(Spoil, spoil);
    QFETCH(QByteArray, advice);
    const TownFolder town;
    const QByteArray key = contentOf(town.paths().keyFile).trimmed();
    QCOMPARE(key.size(), 64);
    app::Config config = town.config();
    spoil(town, config);
    const QByteArray database = contentOf(town.paths().database);
    const bool existed = QFile::exists(town.paths().database);
    const QStringList files = QDir(config.dataDirectory).entryList(QDir::Files);

    ServerProgram server(town);
    const auto exitCode = server.exitCodeOfRun(config);
    QVERIFY(exitCode);
    QVERIFY(*exitCode != 0);
    const QByteArray said = server.output();
    QVERIFY2(said.contains(advice), said.constData());
    QVERIFY(!said.contains(key) && !said.contains(kOtherKey));
    QVERIFY(!said.contains(key.first(16)));
    QCOMPARE(QFile::exists(town.paths().database), existed);
    QCOMPARE(QDir(config.dataDirectory).entryList(QDir::Files), files);
    if (advice != "[public] web_directory" && advice != "Check [listen] address")
        QCOMPARE(contentOf(town.paths().database), database);
}

void RefuseTest::aSecondServerOnTheSameData()
{
    const TownFolder town;
    ServerProgram first(town);
    QVERIFY(first.start());
    ServerProgram second(town);
    const auto exitCode = second.exitCodeOfRun(town.config());
    QVERIFY(exitCode && *exitCode != 0);
    QVERIFY2(second.output().contains("stop the other sprechtag-server first"), second.output().constData());
    first.askToStop();
    QCOMPARE(first.exitCodeWithin(kPatienceMs), std::optional(0));
}

void RefuseTest::aPortInUse()
{
    const TownFolder town;
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    app::Config config = town.config();
    config.port = other.serverPort();
    ServerProgram server(town);
    const auto exitCode = server.exitCodeOfRun(config);
    QVERIFY(exitCode && *exitCode != 0);
    QVERIFY2(server.output().contains("choose another port"), server.output().constData());
}

void RefuseTest::startsWhenNothingIsWrong()
{
    const TownFolder town;
    ServerProgram server(town);
    QVERIFY(server.start());
    server.askToStop();
    QCOMPARE(server.exitCodeWithin(kPatienceMs), std::optional(0));
}

QTEST_GUILESS_MAIN(RefuseTest)
#include "RefuseTest.moc"
