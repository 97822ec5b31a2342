// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/store/StoreKit.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <random>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;

namespace {

//! What was told before the power went, and what was there when it came back.
struct Cut
{
    office::Sequence acknowledged{};
    std::size_t stored{};
};

// The folder as a disk would have it that kept nothing but what was synchronised.
void loseWhatWasNotSynchronised(const StoreFolder &folder)
{
    for (const QString &name : {folder.paths().database, folder.paths().database + "-wal"_L1}) {
        QFile::remove(name);
        if (QFile::exists(name + ".synced"_L1))
            QVERIFY(QFile::copy(name + ".synced"_L1, name));
    }
}

Cut cutPower(const StoreFolder &folder, const QStringList &extra, qsizetype lines)
{
    Cut cut;
    // Closed and synchronised long before.
    QFile::copy(folder.paths().database, folder.paths().database + ".synced"_L1);
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_PRELOAD"_s, QString::fromLocal8Bit(STORE_KEEP_SYNCED));
    // In a build with sanitizers their library would insist on being the first.
    environment.insert(u"ASAN_OPTIONS"_s, u"verify_asan_link_order=0"_s);
    child.setProcessEnvironment(environment);
    child.start(QString::fromLocal8Bit(STORE_CRASH_CHILD),
                QStringList{folder.paths().database, folder.paths().keyFile} + extra);
    QByteArray told;
    while (told.count('\n') < lines && child.waitForReadyRead(10'000))
        told += child.readAllStandardOutput();
    child.kill();
    child.waitForFinished();
    told += child.readAllStandardOutput();
    if (told.count('\n') < lines)
        qFatal("the child has not worked: %s", child.readAllStandardError().constData());
    cut.acknowledged = told.first(told.lastIndexOf('\n')).split('\n').last().toULongLong();

    loseWhatWasNotSynchronised(folder);
    store::Database database = reopened(folder);
    const auto loaded = store::load(database.connection(), plainCodec());
    if (!loaded)
        qFatal("what the power cut has left cannot be loaded");
    cut.stored = loaded->offices.front().facts.size();
    return cut;
}

} // namespace

class PowerCutTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasAcknowledgedSurvivesAPowerCut();
    void withoutSynchronousFullAcknowledgedNumbersAreLost();
};

void PowerCutTest::whatWasAcknowledgedSurvivesAPowerCut()
{
    std::mt19937 random(20260302);
    const int rounds =
        qEnvironmentVariableIsSet("SPRECHTAG_POWER_CUTS") ? qEnvironmentVariableIntValue("SPRECHTAG_POWER_CUTS") : 200;
    for (int round = 0; round < rounds; ++round) {
        const StoreFolder folder;
        static_cast<void>(newTown(folder));
        const Cut cut = cutPower(folder, {}, 1 + qsizetype(random() % 100));
        QVERIFY(cut.acknowledged > 0);
        QVERIFY2(cut.stored >= cut.acknowledged, "an acknowledged number is lost");
    }
}

// The control: the same cut must find the same program out when it does not wait for the disk.
void PowerCutTest::withoutSynchronousFullAcknowledgedNumbersAreLost()
{
    const StoreFolder folder;
    static_cast<void>(newTown(folder));
    const Cut cut = cutPower(folder, {u"synchronous=NORMAL"_s}, 50);
    QVERIFY(cut.stored < cut.acknowledged);
}

QTEST_GUILESS_MAIN(PowerCutTest)
#include "PowerCutTest.moc"
