// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/store/StoreKit.h"

#include <QProcess>
#include <QTest>

#include <random>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;

// What this proves and what not: a killed process loses nothing that it has acknowledged. It says nothing about a
// power cut, where the kernel's unwritten pages are lost as well; see PowerCutTest.
class DurabilityTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasAcknowledgedBeforeAKillIsStored();
    void theProgramExportsNothingOfTheLibrary();
};

void DurabilityTest::whatWasAcknowledgedBeforeAKillIsStored()
{
    const StoreFolder folder;
    static_cast<void>(newTown(folder));
    std::mt19937 random(20260302);
    office::Sequence acknowledged = 0;
    for (int kill = 0; kill < 20; ++kill) {
        QProcess child;
        child.start(QString::fromLocal8Bit(STORE_CRASH_CHILD), {folder.paths().database, folder.paths().keyFile});
        QVERIFY(child.waitForStarted());
        // Killed after a random number of acknowledged rows: at any point of its work.
        const qsizetype lines = 1 + qsizetype(random() % 200);
        QByteArray told;
        while (told.count('\n') < lines) {
            QVERIFY2(child.waitForReadyRead(10'000), child.readAllStandardError().constData());
            told += child.readAllStandardOutput();
        }
        child.kill();
        QVERIFY(child.waitForFinished());
        told += child.readAllStandardOutput();
        const QList<QByteArray> rows = told.first(told.lastIndexOf('\n')).split('\n');
        QCOMPARE(rows.first().toULongLong(), rows.last().toULongLong() - qulonglong(rows.size()) + 1);
        acknowledged = rows.last().toULongLong();

        store::Database database = reopened(folder);
        const auto loaded = store::load(database.connection(), plainCodec());
        QVERIFY(loaded.ok());
        const office::Facts &facts = loaded->offices.front().facts;
        QVERIFY(facts.size() >= acknowledged);
        for (std::size_t i = 0; i < facts.size(); ++i)
            QCOMPARE(facts[i].seq, office::Sequence(i) + 1);
        QCOMPARE(loaded->answers.size(), facts.size());
    }
}

void DurabilityTest::theProgramExportsNothingOfTheLibrary()
{
    QProcess nm;
    nm.start(u"nm"_s, {u"--dynamic"_s, u"--defined-only"_s, QString::fromLocal8Bit(STORE_CRASH_CHILD)});
    QVERIFY(nm.waitForFinished());
    const QByteArray symbols = nm.readAllStandardOutput();
    QVERIFY(symbols.contains("storeCrashChildExportsThis"));
    QVERIFY(!symbols.contains("sqlite3_"));
    QVERIFY(!symbols.contains("sqlcipher_"));
}

QTEST_GUILESS_MAIN(DurabilityTest)
#include "DurabilityTest.moc"
