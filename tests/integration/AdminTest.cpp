// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/integration/kit/Citizen.h"
#include "tests/integration/kit/ClerkDesk.h"
#include "tests/integration/kit/Http.h"
#include "tests/integration/kit/Servers.h"
#include "tests/unit/documents/SamplePdf.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

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
    void aValueIsShownChangedAndSaved();
    void whoInterpretsIsListed();
    void whatIsWrongOrChangedMeanwhileIsRefused();
    void anAccountIsAddedAndGetsAnotherPassword();
    void whatHappenedInTheOfficesIsPrintedAndNamesNobody();
    void formsAreAddedRenamedAndTakenAway();
    void aFileThatIsNoFormIsRefused();
};

namespace {

QStringList command(const TownFolder &town, const QStringList &words)
{
    return QStringList{u"--config"_s, town.writeConfig(town.config()), u"admin"_s} + words;
}

QString written(const QTemporaryDir &folder, const QByteArray &content)
{
    const QString path = folder.filePath(u"Antrag.pdf"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("no file can be written");
    return path;
}

} // namespace

void AdminTest::formsAreAddedRenamedAndTakenAway()
{
    const TownFolder town;
    const QTemporaryDir folder;
    const QString file = written(folder, samplePdf("/OpenAction << /S /JavaScript /JS (x) >>"));
    ServerProgram add(town);
    QCOMPARE(add.exitCodeOf(command(town, {u"forms"_s, u"add"_s, u"B"_s, file, u"Anmeldung"_s})), std::optional(0));
    QVERIFY(add.output().contains("Scripts and attachments were taken out of it."));
    QVERIFY(add.output().contains("It has no fields"));
    // Another of the same name is one too many.
    ServerProgram twice(town);
    QCOMPARE(twice.exitCodeOf(command(town, {u"forms"_s, u"add"_s, u"B"_s, file, u"anmeldung"_s})), std::optional(65));
    ServerProgram rename(town);
    QCOMPARE(rename.exitCodeOf(command(town, {u"forms"_s, u"rename"_s, u"B"_s, u"Anmeldung"_s, u"Ummeldung"_s})),
             std::optional(0));
    ServerProgram list(town);
    QCOMPARE(list.exitCodeOf(command(town, {u"forms"_s, u"B"_s, u"--json"_s})), std::optional(0));
    const QJsonArray forms = QJsonDocument::fromJson(list.output()).object().value(u"forms"_s).toArray();
    QCOMPARE(forms.size(), 1);
    QCOMPARE(forms.first()[u"names"_s][u"de"_s].toString(), u"Ummeldung"_s);
    QCOMPARE(forms.first()[u"version"_s].toInt(), 2);
    ServerProgram remove(town);
    QCOMPARE(remove.exitCodeOf(command(town, {u"forms"_s, u"remove"_s, u"B"_s, u"Ummeldung"_s, u"--json"_s})),
             std::optional(0));
    ServerProgram empty(town);
    QCOMPARE(empty.exitCodeOf(command(town, {u"forms"_s, u"--json"_s})), std::optional(0));
    QCOMPARE(empty.output().trimmed(), QByteArray("{\"forms\":[]}"));
    ServerProgram log(town);
    QCOMPARE(log.exitCodeOf(command(town, {u"log"_s, u"--json"_s})), std::optional(0));
    QCOMPARE(log.output().count("\"kind\":\"form\""), 3);
}

void AdminTest::aFileThatIsNoFormIsRefused()
{
    const TownFolder town;
    const QTemporaryDir folder;
    const QString file = written(folder, "GIF89a");
    constexpr int kRefused = 65;
    ServerProgram picture(town);
    QCOMPARE(picture.exitCodeOf(command(town, {u"forms"_s, u"add"_s, u"B"_s, file, u"Bild"_s})),
             std::optional(kRefused));
    QVERIFY(picture.output().contains("The file is no PDF."));
    ServerProgram nowhere(town);
    QCOMPARE(nowhere.exitCodeOf(command(town, {u"forms"_s, u"add"_s, u"Nirgends"_s, file, u"Bild"_s})),
             std::optional(kRefused));
    ServerProgram nothing(town);
    QCOMPARE(nothing.exitCodeOf(command(town, {u"forms"_s, u"rename"_s, u"B"_s, u"Anmeldung"_s, u"x"_s})),
             std::optional(kRefused));
}

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

namespace {

constexpr int kExitData = 65;

//! What a command of the administration prints as JSON.
QJsonObject answerOf(const TownFolder &town, const QStringList &words, int exitCode = 0)
{
    ServerProgram program(town);
    const auto code = program.exitCodeOf(command(town, words + QStringList{u"--json"_s}));
    if (code != exitCode)
        qWarning("exit code %d: %s", code.value_or(-1), program.output().constData());
    for (const QByteArray &line : program.output().split('\n')) {
        if (code == exitCode && line.startsWith('{'))
            return QJsonDocument::fromJson(line).object();
    }
    return {};
}

} // namespace

void AdminTest::aValueIsShownChangedAndSaved()
{
    const TownFolder town;
    QJsonObject office = answerOf(town, {u"show"_s, u"office"_s, u"B"_s});
    QCOMPARE(office[u"name"_s].toString(), u"Bürgerservice"_s);
    office[u"name"_s] = u"Bürgerbüro"_s;
    const QString file = town.path(u"office.json"_s);
    QVERIFY(writeFile(file, QJsonDocument(office).toJson()));
    const QJsonObject saved = answerOf(town, {u"save"_s, u"office"_s, file});
    QCOMPARE(saved[u"id"_s], office[u"id"_s]);
    QCOMPARE(saved[u"version"_s].toInt(), office[u"version"_s].toInt() + 1);
    QCOMPARE(answerOf(town, {u"show"_s, u"office"_s, u"Bürgerbüro"_s})[u"letter"_s].toString(), u"B"_s);
    QVERIFY(writeFile(file, R"({"name":"Archiv"})"));
    const QJsonObject made = answerOf(town, {u"save"_s, u"department"_s, file});
    QVERIFY(made[u"id"_s].toString().startsWith(u"dep_"_s));
    QCOMPARE(answerOf(town, {u"remove"_s, u"department"_s, u"Archiv"_s})[u"id"_s], made[u"id"_s]);
}

void AdminTest::whoInterpretsIsListed()
{
    const TownFolder town;
    const QString file = town.path(u"interpreter.json"_s);
    QVERIFY(writeFile(
        file, R"({"name":"Demir","languages":["tr","gsg"],"phone":"0941 1234","email":"","hours":[],"note":""})"));
    const QJsonObject made = answerOf(town, {u"save"_s, u"interpreter"_s, file});
    QVERIFY(made[u"id"_s].toString().startsWith(u"int_"_s));
    const auto listed = [&town](const QStringList &words) {
        return answerOf(town, QStringList{u"interpreters"_s} + words)[u"interpreters"_s].toArray();
    };
    QCOMPARE(listed({}).size(), 1);
    QCOMPARE(listed({u"gsg"_s}).at(0)[u"name"_s].toString(), u"Demir"_s);
    QCOMPARE(listed({u"uk"_s}).size(), 0);
    // Kept under its version, and in the log, whose kinds were fewer once.
    QJsonObject shown = answerOf(town, {u"show"_s, u"interpreter"_s, u"Demir"_s});
    shown[u"version"_s] = 7;
    QVERIFY(writeFile(file, QJsonDocument(shown).toJson()));
    ServerProgram late(town);
    QCOMPARE(late.exitCodeOf(command(town, {u"save"_s, u"interpreter"_s, file})), std::optional(0));
    shown[u"phone"_s] = u"0941 9999"_s;
    QVERIFY(writeFile(file, QJsonDocument(shown).toJson()));
    ServerProgram later(town);
    QCOMPARE(later.exitCodeOf(command(town, {u"save"_s, u"interpreter"_s, file})), std::optional(kExitData));
    ServerProgram log(town);
    QCOMPARE(log.exitCodeOf(command(town, {u"verify-log"_s})), std::optional(0));
    QCOMPARE(answerOf(town, {u"remove"_s, u"interpreter"_s, u"Demir"_s})[u"id"_s], made[u"id"_s]);
    QCOMPARE(listed({}).size(), 0);
}

void AdminTest::whatIsWrongOrChangedMeanwhileIsRefused()
{
    const TownFolder town;
    QJsonObject office = answerOf(town, {u"show"_s, u"office"_s, u"B"_s});
    const QString file = town.path(u"office.json"_s);
    const auto refusal = [&](const QByteArray &content) {
        ServerProgram program(town);
        const bool refused =
            writeFile(file, content) &&
            program.exitCodeOf(command(town, {u"save"_s, u"office"_s, file})) == std::optional(kExitData);
        return refused ? program.output() : QByteArray("not refused");
    };
    office[u"letter"_s] = u"K"_s;
    QVERIFY(refusal(QJsonDocument(office).toJson()).contains("letter"));
    office[u"letter"_s] = 7;
    QVERIFY(refusal(QJsonDocument(office).toJson()).contains("in the field: letter"));
    office[u"letter"_s] = u"X"_s;
    office[u"version"_s] = 99;
    QVERIFY(refusal(QJsonDocument(office).toJson()).contains("It has changed meanwhile"));
    QVERIFY(refusal("no JSON at all").contains("is not what it should be"));
    // Two of a name: neither goes by it.
    QVERIFY(writeFile(file, R"({"names":{"de":"Doppelt"},"leika_key":"","checklist":[]})"));
    QVERIFY(answerOf(town, {u"save"_s, u"concern"_s, file})[u"id"_s].isString());
    const QJsonObject second = answerOf(town, {u"save"_s, u"concern"_s, file});
    ServerProgram either(town);
    QCOMPARE(either.exitCodeOf(command(town, {u"remove"_s, u"concern"_s, u"Doppelt"_s})), std::optional(kExitData));
    QVERIFY(either.output().contains("Doppelt is more than one"));
    QCOMPARE(answerOf(town, {u"remove"_s, u"concern"_s, second[u"id"_s].toString()})[u"id"_s], second[u"id"_s]);
    ServerProgram used(town);
    QCOMPARE(used.exitCodeOf(command(town, {u"remove"_s, u"account"_s, u"schmidt"_s})), std::optional(kExitData));
    ServerProgram nothing(town);
    QCOMPARE(nothing.exitCodeOf(command(town, {u"show"_s, u"castle"_s})), std::optional(kExitData));
    QVERIFY(nothing.output().contains("castle is none of authority"));
}

void AdminTest::anAccountIsAddedAndGetsAnotherPassword()
{
    const TownFolder town;
    const QJsonObject added = answerOf(town, {u"add-account"_s, u"Kim"_s, u"Kim Yılmaz"_s, u"clerk"_s});
    const QString password = added[u"start_password"_s].toString();
    QCOMPARE(password.size(), 19);
    QCOMPARE(answerOf(town, {u"show"_s, u"account"_s, u"kim"_s})[u"name"_s].toString(), u"Kim Yılmaz"_s);
    const QString other = answerOf(town, {u"reset-password"_s, u"kim"_s})[u"start_password"_s].toString();
    QVERIFY(other.size() == 19 && other != password);
    ServerProgram log(town);
    QCOMPARE(log.exitCodeOf(command(town, {u"log"_s, u"--json"_s})), std::optional(0));
    QVERIFY(!log.output().contains(password.toUtf8()) && !log.output().contains(other.toUtf8()));
    ServerProgram twice(town);
    QCOMPARE(twice.exitCodeOf(command(town, {u"add-account"_s, u"kim"_s, u"Kim"_s, u"clerk"_s})),
             std::optional(kExitData));
    ServerProgram role(town);
    QCOMPARE(role.exitCodeOf(command(town, {u"add-account"_s, u"tom"_s, u"Tom"_s, u"king"_s})),
             std::optional(kExitData));
}

void AdminTest::whatHappenedInTheOfficesIsPrintedAndNamesNobody()
{
    const TownFolder town;
    ServerProgram server(town);
    QVERIFY(server.start());
    const auto token = signIn(server.port(), u"schmidt"_s, TownFolder::password(u"schmidt"_s));
    QVERIFY(token);
    ClerkDesk schmidt(server.origin(), *token);
    QVERIFY(schmidt.greet() && schmidt.open(TownFolder::office(u"B"_s)));
    Citizen kim(server.origin());
    QVERIFY(kim.greet() && kim.draw(TownFolder::office(u"B"_s), u"Kim Beispiel"_s));
    constexpr int kPatienceMs = 5'000;
    server.askToStop();
    QCOMPARE(server.exitCodeWithin(kPatienceMs), std::optional(0));

    const QJsonObject facts = answerOf(town, {u"facts"_s});
    QCOMPARE(facts[u"type"_s].toString(), u"office.facts"_s);
    ServerProgram asText(town);
    QCOMPARE(asText.exitCodeOf(command(town, {u"facts"_s})), std::optional(0));
    const QList<QByteArray> lines = asText.output().split('\n');
    const auto drawn = std::ranges::find_if(lines, [](const auto &line) { return line.contains("ticket_drawn"); });
    QVERIFY(drawn != lines.end());
    QVERIFY(drawn->startsWith("B  {") && drawn->contains("\"number\":1"));
    QVERIFY(!asText.output().contains("Kim"));
}

QTEST_GUILESS_MAIN(AdminTest)
#include "AdminTest.moc"
