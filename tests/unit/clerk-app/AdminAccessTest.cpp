// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/FieldEditor.h"
#include "tests/unit/clerk-app/AdminScene.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QWheelEvent>

using namespace sprechtag;
using namespace sprechtag::clerk::test;

namespace {

town::Town townOfAHead()
{
    town::Town town = adminTown();
    town.accounts.first().roles = {town::Role::HeadOfOffice};
    return town;
}

void wheel(QWidget *widget)
{
    const QPointF middle = widget->rect().center();
    QWheelEvent event(middle, widget->mapToGlobal(middle), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(widget, &event);
}

QString described(const QWidget *widget)
{
    return widget->accessibleDescription();
}

} // namespace

//! The forms of the administration for whoever hears them, uses the keyboard alone, or may only read.
class AdminAccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Whatever can have the focus has a name, and the hint that stands below it.
    void everyFieldHasANameAndItsHint()
    {
        AdminScene scene;
        int seen = 0;
        for (const town::Key &key :
             {town::Key(), town::Key(kAmt), town::Key(kMove), town::Key(kBurger), town::Key(kMe)}) {
            scene.window.select(key);
            for (const auto *editor : scene.find<QWidget>(u"townForm"_s)->findChildren<clerk::view::FieldEditor *>()) {
                for (const QWidget *part : editor->findChildren<QWidget *>()) {
                    const bool isPart = part->objectName().startsWith(u"qt_"_s);
                    if (part->focusPolicy() == Qt::NoFocus || isPart || qobject_cast<const QPushButton *>(part))
                        continue;
                    const auto *box = qobject_cast<const QCheckBox *>(part);
                    QVERIFY2(!part->accessibleName().isEmpty() || (box && !box->text().isEmpty()),
                             qPrintable(editor->objectName()));
                    QCOMPARE(described(part), editor->accessibleDescription());
                    ++seen;
                }
            }
        }
        QVERIFY(seen > 60);
        scene.window.select(kBurger);
        QVERIFY(described(scene.field<QLineEdit>(u"letter"_s)).contains(u"B 017"_s));
    }

    void aFaultHasTheFocusAndIsReadWithItsField()
    {
        AdminScene scene;
        scene.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&scene.window));
        scene.type(u"letter"_s, {});
        scene.click(u"saveButton"_s);
        QVERIFY(scene.field<QLineEdit>(u"letter"_s)->hasFocus());
        QVERIFY(described(scene.field<QLineEdit>(u"letter"_s)).contains(u"must not be empty"_s));
    }

    void aFaultThatTheServerFindsHasTheFocusToo()
    {
        AdminScene scene;
        scene.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&scene.window));
        scene.type(u"letter"_s, u"C"_s);
        scene.click(u"saveButton"_s);
        scene.bring<wire::AdminSave>(wire::AdminRefused{{}, {{u"letter"_s, town::FaultCode::Taken}}, {}});
        QVERIFY(scene.field<QLineEdit>(u"letter"_s)->hasFocus());
        QVERIFY(described(scene.field<QLineEdit>(u"letter"_s)).contains(u"has this already"_s));
    }

    void whatMayOnlyBeReadIsReachedAndUnchanged()
    {
        AdminScene scene(townOfAHead());
        auto *name = scene.field<QLineEdit>(u"name"_s);
        QVERIFY(name->isEnabled());
        QTest::keyClicks(name, u"x"_s);
        QCOMPARE(name->text(), u"Bürgerservice"_s);
        auto *flag = scene.field<QCheckBox>(u"relay_only"_s);
        QVERIFY(flag->isEnabled());
        QTest::keyClick(flag, Qt::Key_Space);
        QTest::mouseClick(flag, Qt::LeftButton);
        QVERIFY(!flag->isChecked());
        auto *choice = scene.field<QComboBox>(u"department"_s);
        const int chosen = choice->currentIndex();
        QTest::keyClick(choice, Qt::Key_Up);
        QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(choice->currentIndex(), chosen);
        QVERIFY(scene.find<QWidget>(u"staffField"_s)->isEnabled());
        QVERIFY(scene.find<QWidget>(u"staffField"_s)->findChildren<QPushButton *>().first()->isHidden());
        QVERIFY(!scene.administration.hasDrafts());
    }

    void theWheelChangesNothingOnItsWay()
    {
        AdminScene scene;
        auto *spin = scene.find<QWidget>(u"settings.max_callsField"_s)->findChild<QSpinBox *>();
        QVERIFY(spin);
        auto *choice = scene.field<QComboBox>(u"department"_s);
        const int count = spin->value();
        const int chosen = choice->currentIndex();
        wheel(spin);
        choice->setCurrentIndex(0);
        wheel(choice);
        QCOMPARE(spin->value(), count);
        QCOMPARE(choice->currentIndex(), 0);
        QVERIFY(chosen != 0);
        QVERIFY(!scene.administration.hasDrafts());
    }
};

QTEST_MAIN(AdminAccessTest)
#include "AdminAccessTest.moc"
