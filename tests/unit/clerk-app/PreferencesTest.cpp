// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/Preferences.h"

#include "clerk-app/app/Language.h"
#include "clerk-app/app/Options.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sprechtag::clerk::app;
using namespace Qt::StringLiterals;

class PreferencesTest : public QObject
{
    Q_OBJECT

    static QVariant another(const PreferenceRow &row)
    {
        if (row.type == QMetaType::Bool)
            return QString::fromLatin1(row.defaultText) != u"true"_s;
        if (row.type == QMetaType::Int)
            return 25;
        if (row.type == QMetaType::QByteArray)
            return QByteArray("\x01\x00\xff", 3);
        return u"Bürgerbüro, „Test“"_s;
    }

private Q_SLOTS:
    void keepsEveryKey_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t row = 0; row < preferenceTable().size(); ++row)
            QTest::newRow(preferenceTable()[row].name) << static_cast<int>(row);
    }
    void keepsEveryKey()
    {
        QFETCH(int, row);
        const PreferenceRow &entry = preferenceTable()[static_cast<std::size_t>(row)];
        const QTemporaryDir dir;
        const QVariant value = another(entry);
        {
            Preferences preferences(dir.path());
            const QVariant standard = preferences.value(entry.key);
            QCOMPARE(standard.metaType().id(), static_cast<int>(entry.type));
            QCOMPARE(standard.toString(), QString::fromLatin1(entry.defaultText));
            preferences.set(entry.key, value);
            QCOMPARE(preferences.value(entry.key), value);
        }
        const Preferences again(dir.path());
        QCOMPARE(again.value(entry.key), value);
    }

    void namesEveryKeyOnce()
    {
        QStringList names;
        for (const PreferenceRow &row : preferenceTable()) {
            QVERIFY(!names.contains(QString::fromLatin1(row.name)));
            names.append(QString::fromLatin1(row.name));
            QVERIFY(*row.meaning != '\0');
        }
    }

    void takesThePasswordFromAFileOnly()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"password"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("geheim\n");
        file.close();
        const auto options = readOptions({u"app"_s, u"--server"_s, u"http://127.0.0.1:1"_s, u"--login"_s, u"schmidt"_s,
                                          u"--password-file"_s, file.fileName(), u"--profile"_s, dir.path()});
        QVERIFY(options.ok());
        QCOMPARE(options->password.reveal(), QByteArray("geheim"));
        QCOMPARE(options->login, u"schmidt"_s);
        QCOMPARE(options->profile, dir.path());
        qputenv("SPRECHTAG_PASSWORD", "geheim"); // every process that we start would see it
        QVERIFY(readOptions({u"app"_s})->password.isEmpty());
        QVERIFY(!readOptions({u"app"_s, u"--password"_s, u"geheim"_s}).ok());
        QVERIFY(!readOptions({u"app"_s, u"--password-file"_s, dir.filePath(u"missing"_s)}).ok());
    }

    void choosesALanguage_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("system");
        QTest::addColumn<QString>("chosen");
        QTest::newRow("the system's") << QString() << u"en_GB"_s << u"en"_s;
        QTest::newRow("asked for") << u"de"_s << u"en_GB"_s << u"de"_s;
        QTest::newRow("German where the system says nothing useful") << QString() << u"C"_s << u"de"_s;
        QTest::newRow("a language that we do not have") << u"fr"_s << u"fr_FR"_s << u"de"_s;
    }
    void choosesALanguage()
    {
        QFETCH(QString, asked);
        QFETCH(QString, system);
        QFETCH(QString, chosen);
        QCOMPARE(chooseLanguage(asked, system), chosen);
    }
};

QTEST_GUILESS_MAIN(PreferencesTest)
#include "PreferencesTest.moc"
