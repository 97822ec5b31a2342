// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/app/TownFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::app;
using namespace Qt::StringLiterals;

//! A town in a file: hours as people write them, ids that stay, mistakes that are named.
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

    void idsStayWhenTheFileIsReadAgain()
    {
        QCOMPARE(readTownFile(demoTown())->offices, readTownFile(demoTown())->offices);
    }

    void readsHours_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QList<hours::Range>>("ranges");
        QTest::newRow("one morning") << u"do 14:00-18:00"_s << QList<hours::Range>{{4, 840, 1080}};
        QTest::newRow("two days, two ranges")
            << u"mo-di 08:00-12:00 13:00-16:00"_s
            << QList<hours::Range>{{1, 480, 720}, {1, 780, 960}, {2, 480, 720}, {2, 780, 960}};
        QTest::newRow("until midnight") << u"so 00:00-24:00"_s << QList<hours::Range>{{7, 0, 1440}};
    }

    void readsHours()
    {
        QFETCH(const QString, line);
        QFETCH(const QList<hours::Range>, ranges);
        QCOMPARE(parseHours(line), std::optional(ranges));
    }

    void refusesHours_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line :
             {"", "mo", "xx 08:00-12:00", "mo 8:00-12:00", "mo 12:00-08:00", "mo 08:00-08:00", "mo 08:60-12:00",
              "mo 08:00-24:01", "fr-mo 08:00-12:00", "mo 08:00", "mo-fri 08:00-12:00"})
            QTest::newRow(line) << QString::fromLatin1(line);
    }

    void refusesHours()
    {
        QFETCH(const QString, line);
        QVERIFY(!parseHours(line));
    }

    void namesTheMistake_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("key");
        const QString head = u"[authority]\nname = \"A\"\nconsent_version = \"1\"\n"_s;
        QTest::newRow("no authority") << u"\n"_s << u"authority.name"_s;
        QTest::newRow("unknown time zone") << head + u"time_zone = \"Europe/Atlantis\"\n"_s << u"authority.time_zone"_s;
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
