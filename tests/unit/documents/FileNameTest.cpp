// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/documents/FileName.h"

#include <QTest>

using namespace sprechtag::documents;
using namespace Qt::StringLiterals;

//! The names under which files are shown and saved.
class FileNameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameIsSafeToShowAndToSave_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("shown");
        QTest::newRow("as it is") << u"Mietvertrag.pdf"_s << u"Mietvertrag.pdf"_s;
        QTest::newRow("umlauts") << u"Bestätigung Größe.PDF"_s << u"Bestätigung Größe.pdf"_s;
        QTest::newRow("a path") << u"../../etc/passwd"_s << u"passwd.pdf"_s;
        QTest::newRow("a path of Windows") << u"C:\\Users\\kim\\a.pdf"_s << u"a.pdf"_s;
        QTest::newRow("a device of Windows") << u"CON"_s << u"_CON.pdf"_s;
        QTest::newRow("a device with an ending") << u"lpt1.txt"_s << u"_lpt1.txt.pdf"_s;
        QTest::newRow("a line break") << u"a\r\nSet-Cookie: b"_s << u"aSet-Cookie b.pdf"_s;
        QTest::newRow("a turned direction") << u"rechnung\u202Efdp.exe"_s << u"rechnungfdp.exe.pdf"_s;
        QTest::newRow("two endings") << u"rechnung.pdf.exe"_s << u"rechnung.pdf.exe.pdf"_s;
        QTest::newRow("nothing but dots") << u"..."_s << u"file.pdf"_s;
        QTest::newRow("hidden") << u".htaccess"_s << u"htaccess.pdf"_s;
        QTest::newRow("empty") << QString() << u"file.pdf"_s;
        QTest::newRow("wild cards") << u"a*b?c|d\"e<f>g:h.pdf"_s << u"abcdefgh.pdf"_s;
    }
    void aNameIsSafeToShowAndToSave()
    {
        QFETCH(const QString, given);
        QFETCH(const QString, shown);
        QCOMPARE(shownName(given, Kind::Pdf), shown);
    }

    void aLongNameIsCut()
    {
        const QString name = shownName(QString(300, u'a') + u".jpg"_s, Kind::Jpeg);
        QVERIFY(name.size() <= kNameChars);
        QVERIFY(name.endsWith(u".jpg"_s));
    }

    void theEndingIsThatOfTheContent() { QCOMPARE(shownName(u"foto.pdf"_s, Kind::Png), u"foto.png"_s); }
};

QTEST_GUILESS_MAIN(FileNameTest)
#include "FileNameTest.moc"
