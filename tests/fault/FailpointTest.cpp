// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/store/RunningWriter.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 30'000;
constexpr int kExitForRestart = 75;

//! Every failpoint of the work of a writer. The others have tests of their own.
const QStringList kFailpoints{
    u"commit.before_begin"_s, u"write.fact"_s,   u"write.visit"_s,   u"write.move"_s,   u"write.note"_s,
    u"write.erasure"_s,       u"write.answer"_s, u"commit.before"_s, u"commit.after"_s, u"checkpoint.before"_s,
    u"checkpoint.after"_s,    u"rewrite.step"_s, u"write.ticks"_s};
const QStringList kOthers{u"migration.step"_s,  u"migration.commit"_s, // DatabaseTest
                          u"town.before_log"_s,                        // TownSaveTest
                          u"fold.totals"_s,     u"fold.state"_s,       // FoldTest
                          u"fold.erasure"_s,    u"fold.rewrite"_s};

//! The program that draws numbers, on a disk with faults.
class Child
{
public:
    Child(const StoreFolder &folder, const QStringList &extra)
        : m_disk(folder.path(u"disk"_s))
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LD_PRELOAD"_s, QString::fromLocal8Bit(SPRECHTAG_FAULTY_DISK));
        environment.insert(u"SPRECHTAG_DISK"_s, m_disk);
        // In a build with sanitizers their library would insist on being the first.
        environment.insert(u"ASAN_OPTIONS"_s, u"verify_asan_link_order=0"_s);
        m_process.setProcessEnvironment(environment);
        m_process.start(QString::fromLocal8Bit(STORE_CRASH_CHILD),
                        QStringList{folder.paths().database, folder.paths().keyFile} + extra);
    }
    ~Child()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Child)

    //! False: it has ended before.
    [[nodiscard]] bool tells(qsizetype lines)
    {
        const qsizetype wanted = m_told.count('\n') + lines;
        while (m_told.count('\n') < wanted && m_process.waitForReadyRead(kPatienceMs))
            m_told += m_process.readAllStandardOutput();
        return m_told.count('\n') >= wanted;
    }
    [[nodiscard]] bool hasEnded()
    {
        // Waiting for what is over already would fail.
        return m_process.state() == QProcess::NotRunning || m_process.waitForFinished(kPatienceMs);
    }
    [[nodiscard]] bool wasKilled() const { return m_process.exitStatus() == QProcess::CrashExit; }
    [[nodiscard]] int exitCode() const { return m_process.exitCode(); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] office::Sequence acknowledged()
    {
        m_told += m_process.readAllStandardOutput();
        return m_told.isEmpty() ? 0 : m_told.first(m_told.lastIndexOf('\n')).split('\n').last().toULongLong();
    }
    void healTheDisk() { QFile::remove(m_disk); }

private:
    QString m_disk;
    QProcess m_process;
    QByteArray m_told;
};

// All that was acknowledged and nothing half: every number in line, with its answer and the persons that it left.
void compare(const StoreFolder &folder, office::Sequence acknowledged)
{
    const broker::Loaded loaded = loadedAgain(folder);
    const office::Facts &facts = loaded.offices[0].facts;
    QVERIFY2(facts.size() >= acknowledged, "an acknowledged number is lost");
    for (std::size_t i = 0; i < facts.size(); ++i)
        QCOMPARE(facts[i].seq, office::Sequence(i) + 1);
    QCOMPARE(loaded.answers.size(), facts.size());
    QCOMPARE(loaded.visits.size(), std::min(facts.size(), std::size_t(8)));
    for (const broker::Visit &visit : loaded.visits) {
        const auto drawn = std::ranges::find_if(facts, [&visit](const office::Fact &fact) {
            return std::get<office::TicketDrawn>(fact.body).ticket == visit.ticket;
        });
        QVERIFY(drawn != facts.end());
        QCOMPARE(visit.proposedNote.reveal().isEmpty(), drawn->seq + 2 > facts.size());
        QCOMPARE(visit.office, officeId(drawn->seq + 4 <= facts.size() ? 2 : 1));
    }
}

} // namespace

//! The process dies, the disk breaks or fills up at every step of the work of a writer (C-02, C-05).
class FailpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFailpointOfTheStoreHasItsRow();
    void nothingAcknowledgedIsLostAndNothingIsHalf_data();
    void nothingAcknowledgedIsLostAndNothingIsHalf();
    void oneStepOfTheDiskThatFailsLosesNothing_data();
    void oneStepOfTheDiskThatFailsLosesNothing();
};

void FailpointTest::everyFailpointOfTheStoreHasItsRow()
{
    QStringList found;
    const QRegularExpression failpoint(u"SPRECHTAG_FAILPOINT\\(\"([a-z_.]+)\"\\)"_s);
    QDirIterator files(QStringLiteral(SPRECHTAG_SOURCE_DIR "/server"), {u"*.cpp"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto matches = failpoint.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext())
            found.append(matches.next().captured(1));
    }
    QStringList known = kFailpoints + kOthers;
    found.sort();
    known.sort();
    QCOMPARE(found, known);
}

void FailpointTest::nothingAcknowledgedIsLostAndNothingIsHalf_data()
{
    QTest::addColumn<QString>("failpoint");
    QTest::addColumn<QString>("fault");
    for (const QString &failpoint : kFailpoints) {
        for (const QString &fault : {u"kill"_s, u"broken"_s, u"full"_s})
            QTest::addRow("%s at %s", qPrintable(fault), qPrintable(failpoint)) << failpoint << fault;
    }
}

void FailpointTest::nothingAcknowledgedIsLostAndNothingIsHalf()
{
    QFETCH(QString, failpoint);
    QFETCH(QString, fault);
    const StoreFolder folder;
    static_cast<void>(newTown(folder));
    Child child(folder, {u"at="_s + failpoint, u"do="_s + fault});
    if (fault == "full"_L1) {
        QVERIFY(QTest::qWaitFor([&] { return QFile::exists(folder.path(u"disk"_s)); }, kPatienceMs));
        child.healTheDisk();
        // It goes on by itself.
        QVERIFY(child.tells(100));
        child.kill();
    } else {
        QVERIFY(child.hasEnded());
        QCOMPARE(child.wasKilled(), fault == "kill"_L1);
        QVERIFY(child.wasKilled() || child.exitCode() == kExitForRestart);
        child.healTheDisk();
    }
    compare(folder, child.acknowledged());
}

void FailpointTest::oneStepOfTheDiskThatFailsLosesNothing_data()
{
    QTest::addColumn<QByteArray>("step");
    for (const char *const step : {"open", "read", "write", "sync", "truncate"})
        QTest::newRow(step) << QByteArray(step);
}

// The first, the second, … until there are no more in a run of fifty numbers.
void FailpointTest::oneStepOfTheDiskThatFailsLosesNothing()
{
    QFETCH(QByteArray, step);
    const StoreFolder folder;
    static_cast<void>(newTown(folder));
    int failed = 0;
    for (int n = 1, untouched = 0; untouched < 3 && n < 400; n += 1 + n / 8) {
        QFile disk(folder.path(u"disk"_s));
        QVERIFY(disk.open(QIODevice::WriteOnly) && disk.write("nth " + step + ' ' + QByteArray::number(n)) > 0);
        disk.close();
        Child child(folder, {u"at=never"_s});
        if (child.tells(50)) {
            ++untouched;
            child.kill();
        } else {
            ++failed;
            // Refused to begin, or left for a restart.
            QVERIFY2(child.hasEnded() && !child.wasKilled(), "neither told nor ended");
            QVERIFY2(child.exitCode() == kExitForRestart || child.exitCode() == 2 || child.exitCode() == 4,
                     qPrintable(QString::number(child.exitCode())));
        }
        child.healTheDisk();
        compare(folder, child.acknowledged());
    }
    QVERIFY(failed > 0);
}

QTEST_GUILESS_MAIN(FailpointTest)
#include "FailpointTest.moc"
