// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/integration/kit/Servers.h"

#include <QFile>
#include <QTest>

using namespace sprechtag::test;
using namespace Qt::StringLiterals;

using Variables = QMap<QString, QString>;

//! The program speaks the language of whoever runs it.
class LanguageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheSystemAndTheWish_data();
    void followsTheSystemAndTheWish();
    void theWholeHelpIsGerman();
    void aMistakeOnTheLineIsToldInGerman_data();
    void aMistakeOnTheLineIsToldInGerman();
    void aMistakeInAFileIsToldInGerman();
    void aNewServerSpeaksGerman();
    void theLogStaysEnglish();
};

void LanguageTest::followsTheSystemAndTheWish_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QStringList>("wish");
    QTest::addColumn<QByteArray>("said");
    const QByteArray german = "Die Datenbank %1 gibt es nicht: Berichtigen Sie den Pfad";
    const QByteArray english = "There is no database at %1: correct the path";
    QTest::newRow("LANG is German") << Variables{{u"LANG"_s, u"de_DE.UTF-8"_s}} << QStringList{} << german;
    QTest::newRow("LANG is German of Austria") << Variables{{u"LANG"_s, u"de_AT.UTF-8"_s}} << QStringList{} << german;
    QTest::newRow("LC_MESSAGES goes before LANG")
        << Variables{{u"LC_MESSAGES"_s, u"de_DE.UTF-8"_s}, {u"LANG"_s, u"en_US.UTF-8"_s}} << QStringList{} << german;
    QTest::newRow("LC_ALL goes before all")
        << Variables{{u"LC_ALL"_s, u"C.UTF-8"_s}, {u"LC_MESSAGES"_s, u"de_DE.UTF-8"_s}, {u"LANG"_s, u"de_DE.UTF-8"_s}}
        << QStringList{} << english;
    QTest::newRow("a system without a language") << Variables{} << QStringList{} << english;
    QTest::newRow("a language that there is not")
        << Variables{{u"LANG"_s, u"fr_FR.UTF-8"_s}} << QStringList{} << english;
    QTest::newRow("English on a German system")
        << Variables{{u"LANG"_s, u"de_DE.UTF-8"_s}} << QStringList{u"--language"_s, u"en"_s} << english;
    QTest::newRow("German on an English system")
        << Variables{{u"LC_ALL"_s, u"C.UTF-8"_s}} << QStringList{u"--language=de"_s} << german;
}

void LanguageTest::followsTheSystemAndTheWish()
{
    QFETCH(Variables, variables);
    QFETCH(QStringList, wish);
    QFETCH(QByteArray, said);
    const TownFolder town;
    QVERIFY(QFile::remove(town.paths().database));
    ServerProgram server(town);
    server.setLanguage(variables);
    const auto exitCode =
        server.exitCodeOf(QStringList{u"--config"_s, town.writeConfig(town.config()), u"run"_s} + wish);
    QCOMPARE(exitCode, std::optional(1));
    const QByteArray sentence = said.replace("%1", town.paths().database.toUtf8());
    QVERIFY2(server.output().contains(sentence), server.output().constData());
}

void LanguageTest::theWholeHelpIsGerman()
{
    const TownFolder town;
    ServerProgram german(town);
    QCOMPARE(german.exitCodeOf({u"--help"_s, u"--language"_s, u"de"_s}), std::optional(0));
    ServerProgram english(town);
    QCOMPARE(english.exitCodeOf({u"--help"_s}), std::optional(0));
    QVERIFY(english.output().contains("--language"));
    // Only what is typed is the same in both; every line explains something.
    const QList<QByteArray> lines = german.output().split('\n');
    for (const QByteArray &line : english.output().split('\n'))
        QVERIFY2(line.isEmpty() || !lines.contains(line), line.constData());
}

void LanguageTest::aMistakeOnTheLineIsToldInGerman_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<QByteArray>("said");
    const QByteArray advice = " sprechtag-server --help zeigt, was es gibt.";
    QTest::newRow("an option") << QStringList{u"--prot"_s, u"1"_s, u"run"_s}
                               << "Die Option „prot“ gibt es nicht." + advice;
    QTest::newRow("no value") << QStringList{u"run"_s, u"--port"_s} << "Nach „--port“ fehlt ein Wert." + advice;
    QTest::newRow("a command") << QStringList{u"admin"_s, u"lits"_s}
                               << "Diesen Befehl gibt es nicht: admin lits." + advice;
    QTest::newRow("a language") << QStringList{u"run"_s, u"--language"_s, u"fr"_s}
                                << QByteArray("--language nimmt de oder en.");
}

void LanguageTest::aMistakeOnTheLineIsToldInGerman()
{
    QFETCH(QStringList, line);
    QFETCH(QByteArray, said);
    const TownFolder town;
    ServerProgram server(town);
    server.setLanguage({{u"LANG"_s, u"de_DE.UTF-8"_s}});
    QCOMPARE(server.exitCodeOf(line), std::optional(64));
    QVERIFY2(server.output().contains(said), server.output().constData());
}

void LanguageTest::aMistakeInAFileIsToldInGerman()
{
    const TownFolder town;
    ServerProgram server(town);
    server.setLanguage({{u"LANG"_s, u"de_DE.UTF-8"_s}});
    const QString file = town.path(u"wrong.toml"_s);
    QVERIFY(writeFile(file, "[listen]\nport = \"8480\"\n"));
    QCOMPARE(server.exitCodeOf({u"--config"_s, file, u"run"_s}), std::optional(78));
    const QString said = file + u":2: listen.port: Das ist keine ganze Zahl von 0 bis 65535. Schreiben Sie eine."_s;
    QVERIFY2(server.output().contains(said.toUtf8()), server.output().constData());
}

void LanguageTest::aNewServerSpeaksGerman()
{
    const TownFolder town;
    ServerProgram server(town);
    server.setLanguage({{u"LANG"_s, u"de_DE.UTF-8"_s}});
    const QStringList own{u"--data"_s, town.path(u"new"_s), u"--key-file"_s, town.path(u"new.key"_s)};
    QCOMPARE(server.exitCodeOf(own + QStringList{u"init"_s}), std::optional(0));
    QVERIFY2(server.output().contains("Bewahren Sie den Schlüssel getrennt"), server.output().constData());
    const QStringList import{u"admin"_s, u"import"_s, QStringLiteral(SPRECHTAG_SOURCE_DIR "/resources/demo/town.toml")};
    QCOMPARE(server.exitCodeOf(own + import), std::optional(0));
    QVERIFY2(server.output().contains("Landkreis Musterland ist auf dem neuen Stand. Büros: "),
             server.output().constData());
}

void LanguageTest::theLogStaysEnglish()
{
    const TownFolder town;
    ServerProgram server(town);
    server.setLanguage({{u"LANG"_s, u"de_DE.UTF-8"_s}});
    QVERIFY(server.start());
    server.askToStop();
    QCOMPARE(server.exitCodeWithin(kPatienceMs), std::optional(0));
    QVERIFY2(server.output().contains("sprechtag.server: serving "), server.output().constData());
}

QTEST_GUILESS_MAIN(LanguageTest)
#include "LanguageTest.moc"
