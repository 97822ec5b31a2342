// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/app/TownFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::app;
using namespace Qt::StringLiterals;

//! A town in a file: ids that stay, mistakes that are named.
class TownFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDemoTownIsWhole()
    {
        const auto town = readTownFile(demoTown());
        QVERIFY2(town.ok(), town.ok() ? "" : qPrintable(town.error().text()));
        QCOMPARE(town->offices.size(), 8U);
        QCOMPARE(town->clerks.size(), 3U);
        for (const broker::OfficeConfig &office : town->offices) {
            QVERIFY(!office.hours.periods.first().virtualRanges.isEmpty());
            QVERIFY(!office.clerks.isEmpty());
        }
    }

    void theDemoTownShowsWhatAFileCanSay()
    {
        const auto town = readTownFile(demoTown());
        QVERIFY(town->calendar.land && town->calendar.rules.assumption && !town->calendar.closedDays.isEmpty());
        const hours::OpeningHours &hours = town->offices.front().hours;
        QVERIFY(hours.periods.size() > 1 && !hours.exceptions.isEmpty());
        QVERIFY(!hours.periods.front().inPersonRanges.isEmpty());
    }

    void idsStayWhenTheFileIsReadAgain()
    {
        QCOMPARE(readTownFile(demoTown())->offices, readTownFile(demoTown())->offices);
    }

    void namesTheMistake_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("key");
        const QString head = u"[authority]\nname = \"A\"\nconsent_version = \"1\"\n"_s;
        QTest::newRow("no authority") << u"\n"_s << u"authority.name"_s;
        QTest::newRow("clerk that nobody knows")
            << head + u"[[offices]]\nkey = \"a\"\nname = \"A\"\nletter = \"A\"\nclerks = [\"x\"]\n"_s
            << u"offices[1].clerks"_s;
        QTest::newRow("small letter") << head + u"[[offices]]\nkey = \"a\"\nname = \"A\"\nletter = \"a\"\n"_s
                                      << u"offices[1].letter"_s;
        QTest::newRow("letter given twice")
            << head +
                   u"[[offices]]\nkey = \"a\"\nname = \"A\"\nletter = \"A\"\n[[offices]]\nkey = \"b\"\nname = \"B\"\nletter = \"A\"\n"_s
            << u"offices[2].letter"_s;
        QTest::newRow("role that there is not")
            << head + u"[[clerks]]\nlogin = \"a\"\nname = \"A\"\nroles = [\"king\"]\n"_s << u"clerks[1].roles"_s;
    }

    void namesTheMistake()
    {
        QFETCH(const QString, text);
        QFile file(m_dir.filePath(u"town.toml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        file.close();
        const auto town = readTownFile(file.fileName());
        QVERIFY(!town.ok());
        QTEST(town.error().key, "key");
    }

private:
    static QString demoTown() { return QStringLiteral(SPRECHTAG_SOURCE_DIR "/resources/demo/town.toml"); }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TownFileTest)
#include "TownFileTest.moc"
