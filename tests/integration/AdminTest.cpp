// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/integration/kit/Servers.h"

#include <QTest>

using namespace sprechtag::test;
using namespace Qt::StringLiterals;

//! Administration on the command line, with the program as IT staff run it.
class AdminTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasImportedIsInTheLog();
    void anAccountIsDisabledButNotTheLastAdministrators();
    void thePapersForDataProtectionAreWrittenInGerman();
};

namespace {

QStringList command(const TownFolder &town, const QStringList &words)
{
    return QStringList{u"--config"_s, town.writeConfig(town.config()), u"admin"_s} + words;
}

} // namespace

void AdminTest::whatWasImportedIsInTheLog()
{
    const TownFolder town;
    ServerProgram log(town);
    QCOMPARE(log.exitCodeOf(command(town, {u"log"_s, u"--json"_s})), std::optional(0));
    // The authority, departments, three accounts, eight offices: each with its fields, none with a password.
    QCOMPARE(log.output().count("\"kind\":\"account\""), 3);
    QCOMPARE(log.output().count("\"kind\":\"office\""), 8);
    QVERIFY(log.output().contains("{\"after\":\"Frau Schmidt\",\"before\":\"\",\"field\":\"name\"}"));
    QVERIFY(!log.output().contains("argon2"));
    ServerProgram verify(town);
    QCOMPARE(verify.exitCodeOf(command(town, {u"verify-log"_s})), std::optional(0));
    QVERIFY(verify.output().contains("The log of changes is whole."));
    ServerProgram exported(town);
    QCOMPARE(exported.exitCodeOf(command(town, {u"export"_s})), std::optional(0));
    QVERIFY(exported.output().contains("\"name\":\"Bürgerservice\""));
    QVERIFY(!exported.output().contains("argon2"));
}

void AdminTest::anAccountIsDisabledButNotTheLastAdministrators()
{
    const TownFolder town;
    constexpr int kRefused = 65;
    ServerProgram last(town);
    QCOMPARE(last.exitCodeOf(command(town, {u"disable-account"_s, u"weber"_s})), std::optional(kRefused));
    QVERIFY(last.output().contains("Nobody could change anything any more."));
    ServerProgram nobody(town);
    QCOMPARE(nobody.exitCodeOf(command(town, {u"disable-account"_s, u"meier"_s})), std::optional(kRefused));
    ServerProgram other(town);
    QCOMPARE(other.exitCodeOf(command(town, {u"disable-account"_s, u"Yilmaz"_s})), std::optional(0));
    ServerProgram list(town);
    QCOMPARE(list.exitCodeOf(command(town, {u"list"_s})), std::optional(0));
    QVERIFY(list.output().contains("Herr Yılmaz  (disabled)"));
    QVERIFY(!list.output().contains("Frau Weber  (disabled)"));
}

void AdminTest::thePapersForDataProtectionAreWrittenInGerman()
{
    const TownFolder town;
    ServerProgram plan(town);
    QCOMPARE(plan.exitCodeOf(command(town, {u"deletion-plan"_s, u"--language"_s, u"de"_s})), std::optional(0));
    QVERIFY(plan.output().contains("<h1>Löschkonzept des virtuellen Bürgerbüros</h1>"));
    QVERIFY(plan.output().contains("<td>Bürgerservice</td><td>30 Minuten</td>"));
    ServerProgram record(town);
    QCOMPARE(record.exitCodeOf(command(town, {u"processing-record"_s, u"--language"_s, u"de"_s})), std::optional(0));
    QVERIFY(record.output().contains("<h1>Verzeichnis von Verarbeitungstätigkeiten: virtuelles Bürgerbüro</h1>"));
    QVERIFY(record.output().contains("<td>Landkreis Musterland</td>"));
}

QTEST_GUILESS_MAIN(AdminTest)
#include "AdminTest.moc"
