// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/fault/Stored.h"
#include "tests/integration/kit/Citizen.h"
#include "tests/integration/kit/ClerkDesk.h"
#include "tests/integration/kit/Http.h"
#include "tests/integration/kit/Servers.h"

#include <QDir>
#include <QFile>
#include <QProcess>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;

//! sprechtag-server backup, with and without a server that runs (C-16).
class BackupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aBackupWhileNumbersAreDrawnIsAPrefixWithAllThatWasAcknowledged();
    void aRestoredBackupIsServed();
    void nothingIsOverwrittenAndNothingIsLeftHalf();
    void aBackupIsNoiseAndForItsOwnerAlone();

private:
    //! Ends with the exit code; the events of the test go on meanwhile.
    [[nodiscard]] int backUp(const QString &file);
    [[nodiscard]] bool open(ServerProgram &server) const;
    [[nodiscard]] static bool drawAndLeave(Citizen &person);

    const OfficeId m_counter{TownFolder::office(u"B"_s)};
    std::unique_ptr<TownFolder> m_town;
    QByteArray m_said;
};

void BackupTest::init()
{
    m_town = std::make_unique<TownFolder>();
    m_said.clear();
}

int BackupTest::backUp(const QString &file)
{
    QProcess program;
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(QStringLiteral(SPRECHTAG_BINARY_DIR "/server/app/sprechtag-server"),
                  {u"--config"_s, m_town->writeConfig(m_town->config()), u"--language"_s, u"en"_s, u"backup"_s, file});
    const bool ended = QTest::qWaitFor([&] { return program.state() == QProcess::NotRunning; }, kPatienceMs);
    m_said = program.readAll();
    return ended && program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1;
}

bool BackupTest::open(ServerProgram &server) const
{
    const auto token = signIn(server.port(), u"schmidt"_s, TownFolder::password(u"schmidt"_s));
    if (!token)
        return false;
    ClerkDesk schmidt(server.origin(), *token);
    return schmidt.greet() && schmidt.open(m_counter);
}

bool BackupTest::drawAndLeave(Citizen &person)
{
    auto drawing = person.drawing(TownFolder::office(u"B"_s), u"Kim"_s);
    drawing.token = Citizen::newToken();
    return person.run(drawing).done && person.run(citizen::Leave{.id = {}}).done;
}

void BackupTest::aBackupWhileNumbersAreDrawnIsAPrefixWithAllThatWasAcknowledged()
{
    ServerProgram server(*m_town);
    QVERIFY(server.start() && open(server));
    Citizen waits(server.origin());
    QVERIFY(waits.greet() && waits.draw(m_counter, u"Lee"_s));
    Citizen busy(server.origin());
    QVERIFY(busy.greet() && drawAndLeave(busy));

    QProcess program;
    const QString file = m_town->path(u"backup.db"_s);
    program.start(QStringLiteral(SPRECHTAG_BINARY_DIR "/server/app/sprechtag-server"),
                  {u"--config"_s, m_town->writeConfig(m_town->config()), u"backup"_s, file});
    int meanwhile = 0;
    while (program.state() != QProcess::NotRunning && meanwhile < 20) {
        QVERIFY(drawAndLeave(busy));
        ++meanwhile;
    }
    QVERIFY(QTest::qWaitFor([&] { return program.state() == QProcess::NotRunning; }, kPatienceMs));
    QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
    QVERIFY(meanwhile > 0 && drawAndLeave(busy));
    server.askToStop();
    QCOMPARE(server.exitCodeWithin(kPatienceMs), std::optional(0));

    const broker::Loaded whole = storedIn(m_town->paths());
    const broker::Loaded copy = storedIn({file, m_town->paths().keyFile});
    QCOMPARE(copy.offices.size(), whole.offices.size());
    for (std::size_t i = 0; i < whole.offices.size(); ++i) {
        const office::Facts &facts = copy.offices[i].facts;
        QVERIFY(facts.size() <= whole.offices[i].facts.size());
        QVERIFY(std::equal(facts.begin(), facts.end(), whole.offices[i].facts.begin()));
    }
    const auto lee = std::ranges::find(copy.visits, u"Lee"_s, &broker::Visit::name);
    QVERIFY2(lee != copy.visits.end(), "what was acknowledged before the backup is in it");
}

void BackupTest::aRestoredBackupIsServed()
{
    const QString file = m_town->path(u"backup.db"_s);
    ServerProgram server(*m_town);
    QVERIFY(server.start() && open(server));
    Citizen kim(server.origin());
    QVERIFY(kim.greet() && kim.draw(m_counter, u"Kim"_s));
    QCOMPARE(backUp(file), 0);
    Citizen late(server.origin());
    QVERIFY(late.greet() && late.draw(m_counter, u"Late"_s));
    QVERIFY(server.killAtOnce());

    const QString database = m_town->paths().database;
    QVERIFY(QFile::remove(database));
    QFile::remove(database + u"-wal"_s);
    QVERIFY(QFile::copy(file, database));
    QVERIFY(server.start());
    Citizen again(server.origin(), kim.token());
    QVERIFY(again.greet(Citizen::Greeting::Resume) && again.expect<citizen::TicketStateMessage>());
    QCOMPARE(again.state()->number, u"B 001"_s);
    Citizen unknown(server.origin(), late.token());
    QVERIFY(unknown.greet(Citizen::Greeting::Resume));
    QVERIFY(unknown.expect<citizen::TicketEnded>());
}

void BackupTest::nothingIsOverwrittenAndNothingIsLeftHalf()
{
    const QString file = m_town->path(u"backup.db"_s);
    QVERIFY(writeFile(file, "another"));
    QCOMPARE(backUp(file), 73);
    QVERIFY(m_said.contains("never overwritten"));
    QCOMPARE(contentOf(file), QByteArray("another"));
    QCOMPARE(backUp(m_town->path(u"no/such/folder.db"_s)), 73);
    // Without a server it works as well.
    QVERIFY(QFile::remove(file));
    QCOMPARE(backUp(file), 0);
    QCOMPARE(QDir(m_town->path({})).entryList({u"*.unfinished"_s}), QStringList());
    QVERIFY(!QFile::exists(file + u"-wal"_s) && !QFile::exists(file + u"-journal"_s));
}

void BackupTest::aBackupIsNoiseAndForItsOwnerAlone()
{
    const QString file = m_town->path(u"backup.db"_s);
    QCOMPARE(backUp(file), 0);
    const QByteArray bytes = contentOf(file);
    QVERIFY(bytes.size() > 10'000);
    QVERIFY(!bytes.contains("SQLite format") && !bytes.contains("Schmidt") && !bytes.contains("argon2"));
    QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
}

QTEST_GUILESS_MAIN(BackupTest)
#include "BackupTest.moc"
