// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/SecondFactorPage.h"
#include "clerk-app/view/QrCode.h"
#include "clerk-app/view/RecoveryCodesDialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::clerk::view;
using namespace Qt::StringLiterals;

namespace {

const PhoneEnrolment kPhone{Secret("GEZDGNBVGY3TQOJQ"), Secret("otpauth://totp/A:b?secret=GEZDGNBVGY3TQOJQ")};

//! The page in a window of its own, and what it wants.
struct Scene
{
    explicit Scene(const std::optional<PhoneEnrolment> &enrolment = {})
    {
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the window never became active");
        page.ask(enrolment);
    }
    template <typename T>
    T *find(const QString &name)
    {
        return page.findChild<T *>(name);
    }
    void type(const QString &text) { QTest::keyClicks(find<QLineEdit>(u"codeEdit"_s), text); }
    void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    QString message() { return find<QLabel>(u"secondFactorMessage"_s)->text(); }
    SecondFactorForm form() { return answered.takeFirst().first().value<SecondFactorForm>(); }

    SecondFactorPage page;
    QSignalSpy answered{&page, &SecondFactorPage::answered};
    QSignalSpy cancelled{&page, &SecondFactorPage::cancelled};
};

} // namespace

class SecondFactorPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesTheCodeWithTheKeyboardAlone()
    {
        Scene scene;
        QTRY_VERIFY(scene.find<QLineEdit>(u"codeEdit"_s)->hasFocus());
        scene.type(u"123456"_s);
        scene.press(Qt::Key_Return);
        const SecondFactorForm form = scene.form();
        QCOMPARE(form.kind, CodeKind::Phone);
        QCOMPARE(form.code.reveal(), QByteArray("123456"));
        QVERIFY(!scene.find<QLabel>(u"qrCode"_s)->isVisible());
    }

    void takesWhatWasCopiedFromElsewhere_data()
    {
        QTest::addColumn<QString>("copied");
        QTest::newRow("in two groups") << u"123 456"_s;
        QTest::newRow("with a line feed") << u" 123456\n"_s;
        QTest::newRow("with a blank that does not break") << u"123\u00a0456"_s;
        QTest::newRow("with a hyphen") << u"123-456"_s;
    }
    void takesWhatWasCopiedFromElsewhere()
    {
        QFETCH(QString, copied);
        Scene scene;
        QGuiApplication::clipboard()->setText(copied);
        scene.find<QLineEdit>(u"codeEdit"_s)->paste();
        QTest::mouseClick(scene.find<QPushButton>(u"answerButton"_s), Qt::LeftButton);
        QCOMPARE(scene.answered.size(), 1);
        QCOMPARE(scene.form().code.reveal(), QByteArray("123456"));
    }

    void lettersAreNoCode()
    {
        Scene scene;
        scene.type(u"12a3b4"_s);
        QCOMPARE(scene.find<QLineEdit>(u"codeEdit"_s)->text(), u"1234"_s);
        QTest::keyClick(scene.find<QLineEdit>(u"codeEdit"_s), Qt::Key_Return);
        QCOMPARE(scene.answered.size(), 0);
        QVERIFY(scene.message().contains(u"six figures"_s));
    }

    void takesARecoveryCodeInstead()
    {
        Scene scene;
        scene.type(u"12"_s);
        QTest::mouseClick(scene.find<QPushButton>(u"otherKindButton"_s), Qt::LeftButton);
        QVERIFY(scene.find<QLineEdit>(u"codeEdit"_s)->text().isEmpty());
        QTRY_VERIFY(scene.find<QLineEdit>(u"codeEdit"_s)->hasFocus());
        scene.type(u"7k2m-0xqd"_s);
        scene.press(Qt::Key_Return);
        QCOMPARE(scene.answered.size(), 0);
        scene.type(u"-h4wn c91s"_s);
        scene.press(Qt::Key_Return);
        const SecondFactorForm form = scene.form();
        QCOMPARE(form.kind, CodeKind::Recovery);
        QCOMPARE(form.code.reveal(), QByteArray("7k2m0xqdh4wnc91s"));
        QTest::mouseClick(scene.find<QPushButton>(u"otherKindButton"_s), Qt::LeftButton);
        scene.type(u"123456"_s);
        QTest::keyClick(scene.find<QLineEdit>(u"codeEdit"_s), Qt::Key_Return);
        QCOMPARE(scene.form().kind, CodeKind::Phone);
    }

    void aWrongCodeIsClearedAndSaidWhy()
    {
        Scene scene;
        scene.type(u"123456"_s);
        scene.page.setBusy(true);
        QVERIFY(!scene.find<QLineEdit>(u"codeEdit"_s)->isEnabled());
        scene.page.refuse(u"Wrong."_s);
        QVERIFY(scene.find<QLineEdit>(u"codeEdit"_s)->isEnabled());
        QVERIFY(scene.find<QLineEdit>(u"codeEdit"_s)->text().isEmpty());
        QVERIFY(scene.find<QLabel>(u"secondFactorMessage"_s)->isVisible());
        QCOMPARE(scene.message(), u"Wrong."_s);
        QTRY_VERIFY(scene.find<QLineEdit>(u"codeEdit"_s)->hasFocus());
    }

    void setsUpAPhoneByPictureOrByHand()
    {
        Scene scene(kPhone);
        auto *picture = scene.find<QLabel>(u"qrCode"_s);
        QVERIFY(picture->isVisible());
        QVERIFY(picture->pixmap().width() > 100);
        QVERIFY(!picture->accessibleName().isEmpty());
        QCOMPARE(scene.find<QLineEdit>(u"secretEdit"_s)->text(), u"GEZD GNBV GY3T QOJQ"_s);
        QVERIFY(scene.find<QLineEdit>(u"secretEdit"_s)->isReadOnly());
        QVERIFY2(!scene.find<QPushButton>(u"otherKindButton"_s)->isVisible(), "there are no recovery codes yet");
        scene.page.forget();
        QVERIFY(scene.find<QLineEdit>(u"secretEdit"_s)->text().isEmpty());
        QVERIFY(picture->pixmap().isNull());
    }

    void thePictureIsShownWhole()
    {
        Scene scene(PhoneEnrolment{
            kPhone.secret,
            Secret("otpauth://totp/Landkreis%20Musterland:schmidt?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                   "&issuer=Landkreis%20Musterland&algorithm=SHA1&digits=6&period=30")});
        scene.page.resize(1180, 700);
        const auto *picture = scene.find<QLabel>(u"qrCode"_s);
        QTRY_VERIFY(picture->height() >= picture->pixmap().height());
        for (const QLabel *label : scene.page.findChildren<QLabel *>())
            QVERIFY2(!label->isVisible() || label->height() >= label->heightForWidth(label->width()),
                     qPrintable(label->text()));
    }

    void everythingIsReachedByTab()
    {
        Scene scene(kPhone);
        QTRY_VERIFY(scene.find<QLineEdit>(u"codeEdit"_s)->hasFocus());
        QStringList reached;
        for (int i = 0; i < 4; ++i) {
            reached.append(QApplication::focusWidget()->objectName());
            scene.press(Qt::Key_Tab);
        }
        for (const QString &name : {u"codeEdit"_s, u"answerButton"_s, u"backButton"_s, u"secretEdit"_s})
            QVERIFY2(reached.contains(name), qPrintable(name + u" not in "_s + reached.join(u' ')));
        scene.find<QPushButton>(u"backButton"_s)->setFocus();
        scene.press(Qt::Key_Space);
        QCOMPARE(scene.cancelled.size(), 1);
    }

    void thePictureHasItsThreeCornersAndAQuietZone()
    {
        const QImage image = qrCode(kPhone.uri.reveal(), 3);
        QVERIFY(!image.isNull());
        const int modules = image.width() / 3;
        const auto dark = [&image](int x, int y) { return qGray(image.pixel(3 * x + 1, 3 * y + 1)) < 128; };
        for (int i = 0; i < modules; ++i) {
            for (int j = 0; j < 4; ++j)
                QVERIFY(!dark(i, j) && !dark(j, i) && !dark(i, modules - 1 - j) && !dark(modules - 1 - j, i));
        }
        // A finder: a dark frame of seven, a light one, a dark middle.
        for (const QPoint corner : {QPoint(4, 4), QPoint(modules - 11, 4), QPoint(4, modules - 11)}) {
            for (int i = 0; i < 7; ++i)
                QVERIFY(dark(corner.x() + i, corner.y()) && dark(corner.x(), corner.y() + i));
            QVERIFY(!dark(corner.x() + 1, corner.y() + 1) && dark(corner.x() + 3, corner.y() + 3));
        }
        QVERIFY(qrCode("another text", 3) != image);
        QVERIFY(qrCode(QByteArray(10'000, 'x'), 3).isNull());
    }

    void theRecoveryCodesStayUntilTheyAreKept()
    {
        RecoveryCodesDialog dialog({Secret("7k2m-0xqd-h4wn-c91s"), Secret("0000-1111-2222-3333")}, nullptr);
        dialog.show();
        const auto *codes = dialog.findChild<QPlainTextEdit *>(u"codesEdit"_s);
        QCOMPARE(codes->toPlainText(), u"7k2m-0xqd-h4wn-c91s\n0000-1111-2222-3333"_s);
        QVERIFY(!codes->accessibleName().isEmpty());
        auto *done = dialog.findChild<QPushButton *>(u"doneButton"_s);
        QVERIFY(!done->isEnabled());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(dialog.isVisible());
        QTest::mouseClick(dialog.findChild<QPushButton *>(u"copyButton"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), codes->toPlainText());
        dialog.findChild<QCheckBox *>(u"keptCheck"_s)->click();
        QTest::mouseClick(done, Qt::LeftButton);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
    }
};

QTEST_MAIN(SecondFactorPageTest)
#include "SecondFactorPageTest.moc"
