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

//! With which words a PDF is locked.
struct Lock
{
    const char *toOpen;
    const char *toChange;
};

//! The same file with every object in compressed streams, where a search for words finds nothing; or locked.
QByteArray rewritten(const QByteArray &pdf, std::optional<Lock> lock)
{
    qpdf_data qpdf = qpdf_init();
    qpdf_read_memory(qpdf, "sample", pdf.constData(), static_cast<unsigned long long>(pdf.size()), nullptr);
    qpdf_init_write_memory(qpdf);
    qpdf_set_preserve_unreferenced_objects(qpdf, QPDF_TRUE);
    if (lock)
        qpdf_set_r6_encryption_parameters2(qpdf, lock->toOpen, lock->toChange, 1, 1, 1, 1, 1, 1, qpdf_r3p_full, 1);
    else
        qpdf_set_object_stream_mode(qpdf, qpdf_o_generate);
    if (qpdf_write(qpdf) != 0)
        qFatal("the sample is no PDF");
    QByteArray bytes(reinterpret_cast<const char *>(qpdf_get_buffer(qpdf)),
                     static_cast<qsizetype>(qpdf_get_buffer_length(qpdf)));
    qpdf_cleanup(&qpdf);
    return bytes;
}

//! Every object in plain sight, also those that nothing refers to.
QByteArray unpacked(const QByteArray &pdf)
{
    qpdf_data qpdf = qpdf_init();
    qpdf_read_memory(qpdf, "outcome", pdf.constData(), static_cast<unsigned long long>(pdf.size()), nullptr);
    qpdf_init_write_memory(qpdf);
    qpdf_set_preserve_unreferenced_objects(qpdf, QPDF_TRUE);
    qpdf_set_object_stream_mode(qpdf, qpdf_o_disable);
    qpdf_set_stream_data_mode(qpdf, qpdf_s_uncompress);
    if (qpdf_write(qpdf) != 0)
        qFatal("the outcome is no PDF");
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
        QTest::newRow("in object streams") << rewritten(samplePdf(), {});
    }
    void aPdfIsTakenAsItIs()
    {
        QFETCH(const QByteArray, pdf);
        const auto taken = ask(pdf);
        QVERIFY(taken.ok());
        QCOMPARE(taken->kind, Kind::Pdf);
        QCOMPARE(taken->content, pdf);
        QCOMPARE(taken->treatment, Treatment::None);
    }

    void whatAPdfDoesIsTakenOut_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        const auto row = [](const char *name, const QByteArray &pdf) {
            QTest::newRow(name) << pdf;
            QTest::newRow(qPrintable(QString::fromLatin1(name) + u", in object streams"_s)) << rewritten(pdf, {});
        };
        row("a script at the beginning", samplePdf("/OpenAction << /S /JavaScript /JS (Kanarienvogel) >>"));
        row("a script under a name", samplePdf("/Names << /JavaScript << /Names [(a) 4 0 R] >> >>", {},
                                               {"<< /S /JavaScript /JS (Kanarienvogel) >>"}));
        row("a script when a page opens", samplePdf({}, "/AA << /O << /S /JavaScript /JS (Kanarienvogel) >> >>"));
        row("a script behind a quiet action",
            samplePdf("/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next << /S /Launch /F (Kanarienvogel) >> >>"));
        row("a script in a list of actions", samplePdf({},
                                                       "/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI "
                                                       "(https://example.org) /Next [4 0 R] >> >>]",
                                                       {"<< /S /JavaScript /JS (Kanarienvogel) >>"}));
        row("a script in a stream",
            samplePdf("/OpenAction 4 0 R", {},
                      {"<< /S /JavaScript /JS 5 0 R >>", "<< /Length 13 >>\nstream\nKanarienvogel\nendstream"}));
        row("a program", samplePdf("/OpenAction << /S /Launch /F (Kanarienvogel) >>"));
        row("a form that sends itself", samplePdf({}, "/AA << /O << /S /SubmitForm /F (Kanarienvogel) >> >>"));
        row("another file", samplePdf("/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>", {},
                                      {"<< /Type /Filespec /F (Kanarienvogel) >>"}));
        row("another file on a page",
            samplePdf({}, "/Annots [<< /Subtype /FileAttachment /Contents (Kanarienvogel) /Rect [0 0 9 9] >>]"));
        row("an XFA form beside its fields",
            samplePdf("/AcroForm << /Fields [4 0 R] /XFA (Kanarienvogel) >>", "/Annots [4 0 R]",
                      {"<< /Type /Annot /Subtype /Widget /Rect [0 0 9 9] /FT /Tx /T (name) >>"}));
        row("rich media", samplePdf({}, "/Annots [<< /Subtype /RichMedia /NM (Kanarienvogel) /Rect [0 0 9 9] >>]"));
        row("a film", samplePdf({}, "/Annots [<< /Subtype /Movie /T (Kanarienvogel) /Rect [0 0 9 9] >>]"));
        row("a name that is written in another way",
            samplePdf("/OpenAction << /S /Java#53cript /J#53 (Kanarienvogel) >>"));
        row("a script that nothing refers to", samplePdf({}, {}, {"<< /S /JavaScript /JS (Kanarienvogel) >>"}));
    }
    void whatAPdfDoesIsTakenOut()
    {
        QFETCH(const QByteArray, pdf);
        const auto taken = ask(pdf);
        QVERIFY(taken.ok());
        QCOMPARE(taken->kind, Kind::Pdf);
        QCOMPARE(taken->treatment, Treatment::Cleaned);
        const QByteArray plain = unpacked(taken->content);
        for (const char *word : {"/JS", "/JavaScript", "/Launch", "/SubmitForm", "/EmbeddedFile", "/FileAttachment",
                                 "/XFA", "/RichMedia", "/Movie", "/AA", "Kanarienvogel"})
            QVERIFY2(!plain.contains(word), word);
        QVERIFY(plain.contains("/MediaBox"));
        QCOMPARE(ask(taken->content)->treatment, Treatment::None);
    }

    void theFieldsOfAFormStayAndAreCounted()
    {
        const QByteArray script = "/AA << /K << /S /JavaScript /JS (AFNumber_Keystroke) >> >>";
        const auto taken = ask(samplePdf(
            "/AcroForm << /Fields [4 0 R 5 0 R 6 0 R] /CO [4 0 R] >>", "/Annots [4 0 R 5 0 R 6 0 R]",
            {"<< /Type /Annot /Subtype /Widget /Rect [0 0 9 9] /FT /Tx /T (amount) " + script + " >>",
             "<< /Type /Annot /Subtype /Widget /Rect [0 0 9 9] /FT /Btn /T (agreed) >>",
             "<< /Type /Annot /Subtype /Widget /Rect [0 0 9 9] /FT /Btn /Ff 65536 /T (send) /A << /S /SubmitForm /F "
             "(https://example.org) >> >>"}));
        QVERIFY(taken.ok());
        QCOMPARE(taken->treatment, Treatment::Cleaned);
        QCOMPARE(taken->fields, 2);
        const QByteArray plain = unpacked(taken->content);
        QVERIFY(plain.contains("(amount)") && plain.contains("(agreed)"));
        QVERIFY(!plain.contains("AFNumber") && !plain.contains("SubmitForm"));
    }

    void whatIsSignedIsHandedOnAsItCameOrNotAtAll()
    {
        const std::vector<QByteArray> signature{
            "<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 1 2 3] /Contents <00> >>",
            "<< /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /FT /Sig /T (signature) /V 4 0 R >>"};
        const QByteArray form = "/AcroForm << /Fields [5 0 R] /SigFlags 3 >>";
        const QByteArray quiet = samplePdf(form, {}, signature);
        QCOMPARE(ask(quiet)->content, quiet);
        QCOMPARE(ask(samplePdf(form + "/OpenAction << /S /JavaScript /JS (x) >>", {}, signature)).error(),
                 Fault::Signed);
    }

    // As the makers of many official forms have it: one program may save them, and that is signed.
    void aPermissionIsNoSignature()
    {
        const auto taken = ask(samplePdf("/Perms << /UR3 4 0 R >> /OpenAction << /S /JavaScript /JS (x) >>", {},
                                         {"<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>"}));
        QVERIFY(taken.ok());
        QCOMPARE(taken->treatment, Treatment::Cleaned);
        QVERIFY(!unpacked(taken->content).contains("/UR3"));
    }

    void whatMayOnlyBeReadIsOpened()
    {
        const auto taken = ask(rewritten(samplePdf(), Lock{"", "owner"}));
        QVERIFY(taken.ok());
        QCOMPARE(taken->treatment, Treatment::Anew);
        QVERIFY(!taken->content.contains("/Encrypt"));
        const auto script = ask(rewritten(samplePdf("/OpenAction << /S /JavaScript /JS (x) >>"), Lock{"", "owner"}));
        QCOMPARE(script->treatment, Treatment::Cleaned);
        QVERIFY(!unpacked(script->content).contains("/JS"));
    }

    void whatIsNothingWithoutItsProgramsIsRefused_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::newRow("a form that a program draws") << samplePdf("/AcroForm << /Fields [] /XFA (x) >>");
        QTest::newRow("that says so") << samplePdf("/NeedsRendering true /AcroForm << /Fields [] /XFA (x) >>");
        QTest::newRow("nested without end")
            << samplePdf("/Deep " + QByteArray("[").repeated(100) + QByteArray("]").repeated(100));
        QTest::newRow("a page that is a script") << samplePdf("/Also 4 0 R", "/S /JavaScript");
    }
    void whatIsNothingWithoutItsProgramsIsRefused()
    {
        QFETCH(const QByteArray, pdf);
        const auto taken = ask(pdf);
        QVERIFY(!taken);
    }

    void whatCannotBeReadToItsEndIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("fault");
        const auto row = [](const char *name, const QByteArray &content, Fault fault) {
            QTest::newRow(name) << content << static_cast<int>(fault);
        };
        row("a PDF with a password", rewritten(samplePdf(), Lock{"secret", "owner"}), Fault::Encrypted);
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
