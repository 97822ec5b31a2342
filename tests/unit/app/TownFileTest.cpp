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
        QCOMPARE(town->town.offices.size(), 8);
        QCOMPARE(town->town.accounts.size(), 3);
        QCOMPARE(town->passwords.size(), std::size_t{3});
        // Whoever tries the demo signs in with what its page says.
        for (const auto &[clerk, given] : town->passwords)
            QVERIFY(!given.mustChange);
        for (const town::Office &office : town->town.offices) {
            QVERIFY(!office.hours.periods.first().virtualRanges.isEmpty());
            QVERIFY(!office.staff.isEmpty());
            QVERIFY(office.department);
        }
    }

    void theDemoTownShowsWhatAFileCanSay()
    {
        const auto town = readTownFile(demoTown());
        const hours::Calendar &calendar = town->town.authority.calendar;
        QVERIFY(calendar.land && calendar.rules.assumption && !calendar.closedDays.isEmpty());
        const hours::OpeningHours &hours = town->town.offices.front().hours;
        QVERIFY(hours.periods.size() > 1 && !hours.exceptions.isEmpty());
        QVERIFY(!hours.periods.front().inPersonRanges.isEmpty());
    }

    void idsStayWhenTheFileIsReadAgain()
    {
        const auto first = readTownFile(demoTown());
        QVERIFY(readTownFile(demoTown(), first->town)->town == first->town);
    }

    void whatAFileCannotSayStays()
    {
        town::Town present = readTownFile(demoTown())->town;
        present.concerns.append({.id = ConcernId::fromBits({1, 1}),
                                 .names = {{u"de"_s, u"Wohnsitz ummelden"_s}},
                                 .leikaKey = {},
                                 .length = std::nullopt,
                                 .checklist = {},
                                 .version = 4});
        // What a catalogue knows beside the file.
        present.concerns.first().leikaKey = u"99115005014000"_s;
        present.concerns.first().length = minutes{15};
        present.concerns.first().names.insert(u"tr"_s, u"Adres değişikliği"_s);
        present.concerns.first().checklist.first().insert(u"tr"_s, u"Kimlik"_s);
        present.offices[1].concerns = {present.concerns.last().id};
        town::Office &office = present.offices.first();
        office.staff[1].isHead = true;
        office.settings.maxCalls = 7;
        office.texts.welcome = {{u"de"_s, u"Guten Tag"_s}};
        office.version = 3;
        present.accounts[1].disabled = true;
        // The login counts, not where the account comes from.
        const ClerkId other = ClerkId::fromBits({2, 2});
        const ClerkId before = present.accounts[0].id;
        present.accounts[0].id = other;
        for (town::Office &one : present.offices) {
            for (town::StaffMember &member : one.staff)
                member.clerk = member.clerk == before ? other : member.clerk;
        }
        QVERIFY(readTownFile(demoTown(), present)->town == present);
    }

    void anOfficeDealsWithTheConcernsThatItNames()
    {
        const town::Town town = readTownFile(demoTown())->town;
        QCOMPARE(town.concerns.size(), 3);
        const town::Concern &moving = town.concerns.first();
        QCOMPARE(moving.names.value(u"de"_s), u"Wohnsitz ummelden"_s);
        QCOMPARE(moving.names.value(u"en"_s), u"Change of address"_s);
        QCOMPARE(moving.checklist.size(), 2);
        QCOMPARE(moving.checklist.first().value(u"en"_s), u"Identity card or passport"_s);
        QCOMPARE(town.offices.front().concerns.size(), 3);
        QCOMPARE(town.offices.front().concerns.front(), moving.id);
        QVERIFY(town.offices.at(1).concerns.isEmpty());
    }

    void blanksAtTheEndsOfAPasswordAreItsOwn()
    {
        QFile secret(m_dir.filePath(u"password"_s));
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write("  Mein Hund Bello \r\n");
        secret.close();
        QFile file(m_dir.filePath(u"blanks.toml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[authority]\nname = \"A\"\nconsent_version = \"1\"\n[[clerks]]\nlogin = \"a\"\nname = \"A\"\n"
                   "password_file = \"" +
                   secret.fileName().toUtf8() + "\"\n");
        file.close();
        const auto town = readTownFile(file.fileName());
        QVERIFY(town.ok());
        const auto &given = town->passwords.begin()->second;
        QCOMPARE(given.password.reveal(), QByteArray("  Mein Hund Bello "));
        QVERIFY(given.mustChange);
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
        const QString concern = u"[[concerns]]\nkey = \"a\"\nname = \"A\"\n"_s;
        QTest::newRow("concern that nobody knows")
            << head + u"[[offices]]\nkey = \"a\"\nname = \"A\"\nletter = \"A\"\nconcerns = [\"x\"]\n"_s
            << u"offices[1].concerns"_s;
        QTest::newRow("concern given twice") << head + concern + concern << u"concerns[2].key"_s;
        QTest::newRow("concern without a name")
            << head + u"[[concerns]]\nkey = \"a\"\nname = \" \"\n"_s << u"concerns[1].name"_s;
        QTest::newRow("checklist half in English")
            << head + concern + u"checklist = [\"a\", \"b\"]\nchecklist_en = [\"a\"]\n"_s
            << u"concerns[1].checklist_en"_s;
        QTest::newRow("small letter") << head + u"[[offices]]\nkey = \"a\"\nname = \"A\"\nletter = \"a\"\n"_s
                                      << u"offices[1].letter"_s;
        QTest::newRow("letter given twice")
            << head +
                   u"[[offices]]\nkey = \"a\"\nname = \"A\"\nletter = \"A\"\n[[offices]]\nkey = \"b\"\nname = \"B\"\nletter = \"A\"\n"_s
            << u"offices[1].letter"_s;
        QTest::newRow("key given twice")
            << head +
                   u"[[offices]]\nkey = \"a\"\nname = \"A\"\nletter = \"A\"\n[[offices]]\nkey = \"a\"\nname = \"B\"\nletter = \"B\"\n"_s
            << u"offices[2].key"_s;
        QTest::newRow("login that is none")
            << head + u"[[clerks]]\nlogin = \"a b\"\nname = \"A\"\n"_s << u"clerks[1].login"_s;
        QTest::newRow("more waiting than anybody means")
            << head + u"[[offices]]\nkey = \"a\"\nname = \"A\"\nletter = \"A\"\nqueue_limit = 10001\n"_s
            << u"offices[1].queue_limit"_s;
        QTest::newRow("role that there is not")
            << head + u"[[clerks]]\nlogin = \"a\"\nname = \"A\"\nroles = [\"king\"]\n"_s << u"clerks[1].roles"_s;
        QTest::newRow("a second factor for a role that there is not")
            << head + u"second_factor_roles = [\"king\"]\n"_s << u"authority.second_factor_roles"_s;
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
