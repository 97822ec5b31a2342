// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/Inspector.h"
#include "tests/unit/documents/SamplePdf.h"

#include <QBuffer>
#include <QImage>
#include <QTest>
#include <QtEndian>

#include <qpdf/qpdf-c.h>

using namespace sprechtag::documents;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray picture(const char *format, QSize size = {64, 48}, const QString &note = {})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    if (!note.isEmpty())
        image.setText(u"Comment"_s, note);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, format);
    return bytes;
}

//! As a camera writes it: a segment of its own behind the first two bytes.
QByteArray withExif(const QByteArray &jpeg, const QByteArray &exif)
{
    const QByteArray content = QByteArray("Exif\0\0", 6) + exif;
    QByteArray length(2, '\0');
    qToBigEndian(static_cast<quint16>(content.size() + 2), length.data());
    return jpeg.left(2) + "\xff\xe1" + length + content + jpeg.mid(2);
}

//! The same file with every object in compressed streams, where a search for words finds nothing.
QByteArray rewritten(const QByteArray &pdf, bool encrypted)
{
    qpdf_data qpdf = qpdf_init();
    qpdf_read_memory(qpdf, "sample", pdf.constData(), static_cast<unsigned long long>(pdf.size()), nullptr);
    qpdf_init_write_memory(qpdf);
    if (encrypted)
        qpdf_set_r6_encryption_parameters2(qpdf, "", "owner", 1, 1, 1, 1, 1, 1, qpdf_r3p_full, 1);
    else
        qpdf_set_object_stream_mode(qpdf, qpdf_o_generate);
    if (qpdf_write(qpdf) != 0)
        qFatal("the sample is no PDF");
    QByteArray bytes(reinterpret_cast<const char *>(qpdf_get_buffer(qpdf)),
                     static_cast<qsizetype>(qpdf_get_buffer_length(qpdf)));
    qpdf_cleanup(&qpdf);
    return bytes;
}

} // namespace

//! What is taken of the files of strangers, and what is left of them; by the helper itself.
class InspectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPdfIsTakenAsItIs_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::newRow("plain") << samplePdf();
        QTest::newRow("that opens at a page") << samplePdf("/OpenAction [3 0 R /Fit]");
        QTest::newRow("that opens at a page by an action") << samplePdf("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>");
        QTest::newRow("with a link") << samplePdf(
            {}, "/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org) >> >>]");
        QTest::newRow("with form fields")
            << samplePdf("/AcroForm << /Fields [4 0 R] >>", {}, {"<< /FT /Tx /T (name) /V (Kim) >>"});
        QTest::newRow("in object streams") << rewritten(samplePdf(), false);
    }
    void aPdfIsTakenAsItIs()
    {
        QFETCH(const QByteArray, pdf);
        const auto taken = ask(pdf);
        QVERIFY(taken.ok());
        QCOMPARE(taken->kind, Kind::Pdf);
        QCOMPARE(taken->content, pdf);
    }

    void aPdfThatDoesSomethingIsRefused_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        const auto row = [](const char *name, const QByteArray &pdf) {
            QTest::newRow(name) << pdf;
            QTest::newRow(qPrintable(QString::fromLatin1(name) + u", in object streams"_s)) << rewritten(pdf, false);
        };
        row("a script at the beginning", samplePdf("/OpenAction << /S /JavaScript /JS (app.alert) >>"));
        row("a script under a name", samplePdf("/Names << /JavaScript << /Names [(a) 4 0 R] >> >>", {},
                                               {"<< /S /JavaScript /JS (app.alert) >>"}));
        row("a script when a page opens", samplePdf({}, "/AA << /O << /S /JavaScript /JS (x) >> >>"));
        row("a script behind a quiet action",
            samplePdf("/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next << /S /Launch /F (x) >> >>"));
        row("a program", samplePdf("/OpenAction << /S /Launch /F (cmd.exe) >>"));
        row("a form that sends itself", samplePdf({}, "/AA << /O << /S /SubmitForm /F (https://example.org) >> >>"));
        row("another file", samplePdf("/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>", {},
                                      {"<< /Type /Filespec /F (a.exe) >>"}));
        row("another file on a page", samplePdf({}, "/Annots [<< /Subtype /FileAttachment /Rect [0 0 9 9] >>]"));
        row("an XFA form", samplePdf("/AcroForm << /Fields [] /XFA (x) >>"));
        row("rich media", samplePdf({}, "/Annots [<< /Subtype /RichMedia /Rect [0 0 9 9] >>]"));
        row("a film", samplePdf({}, "/Annots [<< /Subtype /Movie /Rect [0 0 9 9] >>]"));
        row("a name that is written in another way", samplePdf("/OpenAction << /S /Java#53cript /J#53 (x) >>"));
    }
    void aPdfThatDoesSomethingIsRefused()
    {
        QFETCH(const QByteArray, pdf);
        QCOMPARE(ask(pdf).error(), Fault::Active);
    }

    void whatCannotBeReadToItsEndIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("fault");
        const auto row = [](const char *name, const QByteArray &content, Fault fault) {
            QTest::newRow(name) << content << static_cast<int>(fault);
        };
        row("a PDF with a password", rewritten(samplePdf(), true), Fault::Encrypted);
        row("a PDF that is cut", samplePdf().chopped(60), Fault::Damaged);
        row("a PDF that is a page of the web", "%PDF-1.7\n<html><script>alert(1)</script>", Fault::Damaged);
        row("a PDF of too many pages", samplePdf({}, {}, {}, kPages + 1), Fault::TooComplex);
        row("a page of the web", "<!doctype html><script>alert(1)</script>", Fault::WrongType);
        row("a PDF behind a page of the web", "<html>" + samplePdf(), Fault::WrongType);
        row("a drawing with a script", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", Fault::WrongType);
        row("an archive", "PK\x03\x04", Fault::WrongType);
        row("a TIFF", QByteArray("II*\0", 4), Fault::WrongType);
        row("a GIF", "GIF89a", Fault::WrongType);
        row("nothing", {}, Fault::WrongType);
        row("a JPEG one byte short", picture("jpeg").chopped(1), Fault::Damaged);
        row("a JPEG of three bytes", "\xff\xd8\xff", Fault::Damaged);
        row("a PNG that is cut", picture("png").chopped(20), Fault::Damaged);
        row("a PNG that unpacks to more than there is", hugePng(), Fault::TooComplex);
    }
    void whatCannotBeReadToItsEndIsRefused()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const int, fault);
        const auto taken = ask(content);
        QVERIFY(!taken);
        QCOMPARE(taken.error(), static_cast<Fault>(fault));
    }

    void aPictureIsMadeAnewFromItsPixels()
    {
        const QByteArray jpeg = withExif(picture("jpeg"), "GPS-Kanarienvogel");
        QVERIFY(jpeg.contains("Kanarienvogel"));
        const auto taken = ask(jpeg);
        QVERIFY(taken.ok());
        QCOMPARE(taken->kind, Kind::Jpeg);
        QVERIFY(!taken->content.contains("Kanarienvogel") && !taken->content.contains("Exif"));
        QCOMPARE(QImage::fromData(taken->content, "jpeg").size(), QSize(64, 48));
    }

    void thePlaceOfAPhotographIsGone()
    {
        // A table of one entry: where the GPS table lies.
        const QByteArray exif = QByteArray::fromHex("49492a0008000000"
                                                    "0100"
                                                    "25880400"
                                                    "01000000"
                                                    "1a000000"
                                                    "00000000");
        const auto taken = ask(withExif(picture("jpeg"), exif));
        QVERIFY(taken.ok());
        QVERIFY(!taken->content.contains(QByteArray::fromHex("2588")));
        QVERIFY(!taken->content.contains("\xff\xe1"));
    }

    void aPhotographStandsUpright()
    {
        // Orientation 6: turned by 90 degrees.
        const QByteArray exif = QByteArray::fromHex("49492a0008000000"
                                                    "0100"
                                                    "12010300"
                                                    "01000000"
                                                    "06000000"
                                                    "00000000");
        const auto taken = ask(withExif(picture("jpeg"), exif));
        QVERIFY(taken.ok());
        QCOMPARE(QImage::fromData(taken->content, "jpeg").size(), QSize(48, 64));
    }

    void wordsInAPictureAreGone()
    {
        const QByteArray png = picture("png", {64, 48}, u"Kanarienvogel"_s);
        QVERIFY(png.contains("Kanarienvogel"));
        const auto taken = ask(png + "Kanarienvogel behind the end");
        QVERIFY(taken.ok());
        QCOMPARE(taken->kind, Kind::Png);
        QVERIFY(!taken->content.contains("Kanarienvogel") && !taken->content.contains("tEXt"));
    }

    void withoutTheHelperNothingPasses_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("it is missing") << u"/nowhere/sprechtag-inspect"_s;
        QTest::newRow("it fails") << u"/bin/false"_s;
        QTest::newRow("it says nothing") << u"/bin/true"_s;
    }
    void withoutTheHelperNothingPasses()
    {
        QFETCH(const QString, program);
        const std::atomic<bool> stop{false};
        const auto taken = Inspector(program).inspect(samplePdf(), stop);
        QVERIFY(!taken);
    }

private:
    //! Some hundred bytes that say to be 65 535 pixels high and wide.
    static QByteArray hugePng()
    {
        QByteArray png = picture("png", {1, 1});
        qToBigEndian(quint32{65535}, png.data() + 16);
        qToBigEndian(quint32{65535}, png.data() + 20);
        qToBigEndian(checksum(png.mid(12, 17)), png.data() + 29);
        return png;
    }

    //! CRC-32, as PNG has it.
    static quint32 checksum(const QByteArray &bytes)
    {
        quint32 sum = 0xffffffffU;
        for (const char byte : bytes) {
            sum ^= static_cast<unsigned char>(byte);
            for (int bit = 0; bit < 8; ++bit)
                sum = (sum & 1U) != 0 ? (sum >> 1U) ^ 0xedb88320U : sum >> 1U;
        }
        return ~sum;
    }

    static sprechtag::Result<Inspected, Fault> ask(const QByteArray &content)
    {
        const std::atomic<bool> stop{false};
        return Inspector(QStringLiteral(SPRECHTAG_INSPECT)).inspect(content, stop);
    }
};

QTEST_GUILESS_MAIN(InspectTest)
#include "InspectTest.moc"
