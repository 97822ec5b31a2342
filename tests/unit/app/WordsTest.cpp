// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/app/Language.h"
#include "server/store/StoreError.h"

#include <QTest>

using namespace sprechtag;
using namespace Qt::StringLiterals;

//! Which language the server speaks, and that the sentences of the store are there in it.
class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesALanguage_data()
    {
        QTest::addColumn<QStringList>("line");
        QTest::addColumn<QStringList>("system");
        QTest::addColumn<QString>("language");
        const QStringList german{u"de-DE"_s, u"de"_s};
        QTest::newRow("the system's") << QStringList{u"run"_s} << german << u"de"_s;
        QTest::newRow("the first that there is")
            << QStringList{u"run"_s} << QStringList{u"fr-FR"_s, u"de-DE"_s} << u"de"_s;
        QTest::newRow("English when there is none")
            << QStringList{u"run"_s} << QStringList{u"fr-FR"_s, u"C"_s} << u"en"_s;
        QTest::newRow("English when nothing is known") << QStringList{} << QStringList{} << u"en"_s;
        QTest::newRow("the wish before the system")
            << QStringList{u"--language"_s, u"en"_s, u"run"_s} << german << u"en"_s;
        QTest::newRow("a wish after other options")
            << QStringList{u"--data"_s, u"/d"_s, u"run"_s, u"--language=en"_s} << german << u"en"_s;
        QTest::newRow("a wish that there is not, to be refused in the system's")
            << QStringList{u"--language"_s, u"fr"_s} << german << u"de"_s;
        QTest::newRow("a language that only begins alike") << QStringList{} << QStringList{u"den-CA"_s} << u"en"_s;
    }

    void choosesALanguage()
    {
        QFETCH(const QStringList, line);
        QFETCH(const QStringList, system);
        QTEST(app::chooseLanguage(QStringList{u"sprechtag-server"_s} + line, system), "language");
    }

    void everyRefusalOfTheStoreIsGerman()
    {
        const store::StorePaths paths{u"/d/a.db"_s, u"/k/{db}.key"_s};
        const auto last = static_cast<int>(store::StoreError::WriteFailed);
        QStringList english;
        for (int error = 0; error <= last; ++error)
            english.append(adminSentence(static_cast<store::StoreError>(error), paths));
        QTranslator words;
        QVERIFY(app::loadWords(words, u"de"_s));
        QVERIFY(QCoreApplication::installTranslator(&words));
        for (int error = 0; error <= last; ++error) {
            const QString german = adminSentence(static_cast<store::StoreError>(error), paths);
            QVERIFY2(german != english.at(error), qPrintable(german));
            QCOMPARE(german.contains(paths.database), english.at(error).contains(paths.database));
            QCOMPARE(german.contains(paths.keyFile), english.at(error).contains(paths.keyFile));
        }
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "WordsTest.moc"
