// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/Migrations.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sprechtag;
using namespace Qt::StringLiterals;

//! What lies beside the database goes when what it holds would have gone.
class OldCopiesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void removesCopiesThatNobodyNeeds_data();
    void removesCopiesThatNobodyNeeds();
};

void OldCopiesTest::removesCopiesThatNobodyNeeds_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<int>("hoursOld");
    QTest::addColumn<bool>("stays");
    QTest::newRow("from before a migration, young") << u".version-5"_s << 89 * 24 << true;
    QTest::newRow("from before a migration, as old as what it holds may be") << u".version-5"_s << 91 * 24 << false;
    QTest::newRow("of a report that is being made") << u".read-4711"_s << 0 << true;
    QTest::newRow("of a report that was cut short") << u".read-4711"_s << 2 << false;
    QTest::newRow("and its journal") << u".read-4711-wal"_s << 2 << false;
    QTest::newRow("the database itself") << QString() << 1000 * 24 << true;
    QTest::newRow("somebody else's file") << u".backup"_s << 1000 * 24 << true;
}

void OldCopiesTest::removesCopiesThatNobodyNeeds()
{
    QFETCH(QString, suffix);
    QFETCH(int, hoursOld);
    QFETCH(bool, stays);
    const QTemporaryDir folder;
    const QString database = folder.filePath(u"sprechtag.db"_s);
    QFile file(database + suffix);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000);
    QVERIFY(file.setFileTime(now.addSecs(-3600 * qint64{hoursOld}), QFileDevice::FileModificationTime));
    file.close();
    store::removeOldCopies(database, Instant(milliseconds(now.toMSecsSinceEpoch())), std::chrono::days{90});
    QCOMPARE(file.exists(), stays);
}

QTEST_GUILESS_MAIN(OldCopiesTest)
#include "OldCopiesTest.moc"
