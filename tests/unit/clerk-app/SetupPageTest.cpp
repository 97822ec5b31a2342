// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/SetupPage.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sprechtag;
using namespace Qt::StringLiterals;
using clerk::view::SetupForm;
using clerk::view::SetupPage;

//! The first administrator of a new server.
class SetupPageTest : public QObject
{
    Q_OBJECT

    SetupPage m_page;
    QSignalSpy m_wanted{&m_page, &SetupPage::setupWanted};

    [[nodiscard]] QLineEdit *edit(const QString &name) const { return m_page.findChild<QLineEdit *>(name); }
    [[nodiscard]] QString message() const
    {
        const auto *label = m_page.findChild<QLabel *>(u"setupMessage"_s);
        return label->isHidden() ? QString() : label->text();
    }
    void fill() const
    {
        edit(u"tokenEdit"_s)->setText(u" once \n"_s);
        edit(u"setupNameEdit"_s)->setText(u"Frau Weber"_s);
        edit(u"setupLoginEdit"_s)->setText(u"weber "_s);
        edit(u"setupPasswordEdit"_s)->setText(u"vier Worte ohne Sinn"_s);
        edit(u"setupAgainEdit"_s)->setText(u"vier Worte ohne Sinn"_s);
    }
    void press() const { QTest::mouseClick(m_page.findChild<QPushButton *>(u"setupButton"_s), Qt::LeftButton); }

private Q_SLOTS:
    void init()
    {
        m_page.show();
        m_page.ask(u"localhost:8480"_s);
        m_wanted.clear();
    }

    void sendsWhatWasTyped()
    {
        fill();
        press();
        QCOMPARE(m_wanted.size(), 1);
        const auto form = m_wanted.first().first().value<SetupForm>();
        QCOMPARE(form.server, u"localhost:8480"_s);
        QCOMPARE(form.oneTimeToken.reveal(), QByteArray("once"));
        QCOMPARE(form.login, u"weber"_s);
        QCOMPARE(form.password.reveal(), QByteArray("vier Worte ohne Sinn"));
    }

    void isSentFromEveryLine()
    {
        for (const QLineEdit *one : m_page.findChildren<QLineEdit *>()) {
            fill();
            m_wanted.clear();
            QTest::keyClick(edit(one->objectName()), Qt::Key_Return);
            QVERIFY2(m_wanted.size() == 1, qPrintable(one->objectName()));
        }
    }

    void asksForWhatIsMissing()
    {
        fill();
        edit(u"setupNameEdit"_s)->clear();
        press();
        QVERIFY(m_wanted.isEmpty());
        QVERIFY(message().contains(u"all fields"_s));
        fill();
        edit(u"setupAgainEdit"_s)->setText(u"vier Worte"_s);
        press();
        QVERIFY(m_wanted.isEmpty());
        QVERIFY(message().contains(u"not the same"_s));
    }

    void aRefusalKeepsAllButThePasswords()
    {
        fill();
        m_page.refuse(u"Too old."_s);
        QCOMPARE(message(), u"Too old."_s);
        QCOMPARE(edit(u"setupNameEdit"_s)->text(), u"Frau Weber"_s);
        QVERIFY(edit(u"setupPasswordEdit"_s)->text().isEmpty());
    }

    void everyFieldHasAName()
    {
        for (const QLineEdit *line : m_page.findChildren<QLineEdit *>())
            QVERIFY2(
                QAccessible::queryAccessibleInterface(const_cast<QLineEdit *>(line))->text(QAccessible::Name).size() >
                    3,
                qPrintable(line->objectName()));
    }
};

QTEST_MAIN(SetupPageTest)
#include "SetupPageTest.moc"
