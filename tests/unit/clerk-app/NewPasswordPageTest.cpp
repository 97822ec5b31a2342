// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/NewPasswordPage.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sprechtag;
using namespace Qt::StringLiterals;
using clerk::view::NewPasswordPage;

//! Choosing a password in the place of a start password.
class NewPasswordPageTest : public QObject
{
    Q_OBJECT

    NewPasswordPage m_page;
    QSignalSpy m_chosen{&m_page, &NewPasswordPage::chosen};

    [[nodiscard]] QLineEdit *password() const { return m_page.findChild<QLineEdit *>(u"newPasswordEdit"_s); }
    [[nodiscard]] QLineEdit *again() const { return m_page.findChild<QLineEdit *>(u"newPasswordAgainEdit"_s); }
    [[nodiscard]] QPushButton *go() const { return m_page.findChild<QPushButton *>(u"choosePasswordButton"_s); }
    [[nodiscard]] QString message() const
    {
        const auto *label = m_page.findChild<QLabel *>(u"newPasswordMessage"_s);
        return label->isHidden() ? QString() : label->text();
    }
    void type(const QString &first, const QString &second) const
    {
        password()->setText(first);
        again()->setText(second);
        QTest::mouseClick(go(), Qt::LeftButton);
    }

private Q_SLOTS:
    void init()
    {
        m_page.show();
        m_page.ask();
        m_chosen.clear();
    }

    void theRulesAreToldBeforehand()
    {
        const QString rules = m_page.findChild<QLabel *>(u"passwordRules"_s)->text();
        QVERIFY(rules.contains(u"at least 8 characters"_s));
        const auto *heard = QAccessible::queryAccessibleInterface(password());
        QCOMPARE(heard->text(QAccessible::Description), rules);
        QCOMPARE(message(), QString());
    }

    void aPasswordIsChosenByTheKeyboardAlone()
    {
        m_page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_page));
        QTest::keyClicks(password(), u"vier Worte ohne Sinn"_s);
        QTest::keyClick(password(), Qt::Key_Return);
        QVERIFY(m_chosen.isEmpty() && again()->hasFocus());
        QTest::keyClicks(again(), u"vier Worte ohne Sinn"_s);
        QTest::keyClick(again(), Qt::Key_Return);
        QCOMPARE(m_chosen.size(), 1);
        QCOMPARE(m_chosen.first().first().value<Secret>().reveal(), QByteArray("vier Worte ohne Sinn"));
    }

    void whatWasMistypedIsSaidAtOnce_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("word");
        QTest::newRow("nothing") << QString() << QString() << u"fill in"_s;
        QTest::newRow("mistyped") << u"vier Worte ohne Sinn"_s << u"vier Worte"_s << u"not the same"_s;
    }
    void whatWasMistypedIsSaidAtOnce()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(QString, word);
        type(first, second);
        QVERIFY(m_chosen.isEmpty());
        QVERIFY2(message().contains(word), qPrintable(message()));
    }

    void nothingThatWasTypedStays()
    {
        type(u"vier Worte ohne Sinn"_s, u"vier Worte ohne Sinn"_s);
        m_page.setBusy(true);
        QVERIFY(!password()->isEnabled() && !go()->isEnabled());
        m_page.refuse(u"Too common."_s);
        QCOMPARE(message(), u"Too common."_s);
        QVERIFY(password()->isEnabled() && go()->isEnabled());
        QVERIFY(password()->text().isEmpty() && again()->text().isEmpty());
        m_page.ask();
        QCOMPARE(message(), QString());
    }

    void nothingIsCutOffOrCovered()
    {
        m_page.resize(1180, 740);
        m_page.refuse(u"Whoever guesses tries this password first. "_s.repeated(3));
        for (const QLabel *label : m_page.findChildren<QLabel *>())
            QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        QVERIFY(again()->y() > password()->geometry().bottom());
        QVERIFY(go()->y() > again()->geometry().bottom());
    }

    void nobodyReadsOverTheShoulder()
    {
        for (const QLineEdit *edit : {password(), again()})
            QCOMPARE(edit->echoMode(), QLineEdit::Password);
    }

    void everyFieldHasAName()
    {
        for (QLineEdit *edit : {password(), again()})
            QVERIFY(QAccessible::queryAccessibleInterface(edit)->text(QAccessible::Name).contains(u"password"_s));
    }
};

QTEST_MAIN(NewPasswordPageTest)
#include "NewPasswordPageTest.moc"
