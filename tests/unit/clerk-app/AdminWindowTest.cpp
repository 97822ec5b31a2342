// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/clerk-app/AdminScene.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTableWidget>
#include <QTreeWidget>

using namespace sprechtag;
using namespace sprechtag::clerk::test;

//! The administration as heads of office and administrators use it.
class AdminWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsInTheListOnTheLeft()
    {
        AdminScene scene;
        const auto *tree = scene.find<QTreeWidget>(u"adminTree"_s);
        QStringList heads;
        for (int i = 0; i < tree->topLevelItemCount(); ++i)
            heads.append(u"%1 %2"_s.arg(tree->topLevelItem(i)->text(0)).arg(tree->topLevelItem(i)->childCount()));
        QCOMPARE(heads,
                 (QStringList{u"Authority 0"_s, u"Departments 1"_s, u"Concerns 1"_s, u"Offices 1"_s, u"Forms 0"_s,
                              u"Accounts 2"_s, u"Interpreters 0"_s, u"Forecasts of the wait 0"_s, u"Changes 0"_s}));
    }

    void forecastsSayWhereSomethingIsToBeDone()
    {
        AdminScene scene;
        auto *tree = scene.find<QTreeWidget>(u"adminTree"_s);
        tree->setCurrentItem(tree->topLevelItem(tree->topLevelItemCount() - 2));
        const auto cells = [&scene] {
            const auto *list = scene.find<QTreeWidget>(u"forecastsList"_s);
            QStringList texts;
            for (int column = 0; column < list->columnCount(); ++column)
                texts.append(list->topLevelItem(0)->text(column));
            return texts;
        };
        scene.bring<wire::AdminFigures>(
            wire::AdminOfficeFigures{{}, {{kBurger, {.today = {}, .week = 80, .month = 95}}}});
        QCOMPARE(cells(), (QStringList{u"Bürgerservice"_s, u"too few"_s, u"80 %"_s, u"95 %"_s}));
        const auto *advice = scene.find<QLabel>(u"forecastsAdvice"_s);
        QVERIFY(!advice->isVisible());
        scene.click(u"forecastsRefresh"_s);
        scene.bring<wire::AdminFigures>(
            wire::AdminOfficeFigures{{}, {{kBurger, {.today = {}, .week = 79, .month = 95}}}});
        QVERIFY(advice->isVisible());
        const auto *row = scene.find<QTreeWidget>(u"forecastsList"_s)->topLevelItem(0);
        QCOMPARE(row->data(2, Qt::AccessibleTextRole).toString(), u"79 %, less than 80 %"_s);
        QVERIFY(!row->icon(2).isNull() && row->icon(3).isNull());
        // Whatever others store, the page stays.
        scene.storedByOthers([](town::Office &office) { office.name = u"Rathaus"_s; });
        QVERIFY(scene.find<QWidget>(u"forecastsList"_s)->isVisible());
    }

    void anOfficeIsChangedAndStored()
    {
        AdminScene scene;
        QVERIFY(!scene.find<QPushButton>(u"saveButton"_s)->isEnabled());
        scene.type(u"name"_s, u"Rathaus"_s);
        auto *monday = scene.hoursOf(u"The week, Monday, virtual"_s);
        QCOMPARE(monday->text(), u"08:00–12:00"_s);
        monday->selectAll();
        QTest::keyClicks(monday, u"9-11"_s);
        scene.click(u"saveButton"_s);
        const auto sent = scene.bring<wire::AdminSave>(wire::AdminSaved{{}, 4, {}});
        const auto &office = std::get<town::Office>(sent.value);
        QCOMPARE(office.name, u"Rathaus"_s);
        QCOMPARE(office.hours.periods.first().virtualRanges, (QList<hours::Range>{{1, 540, 660}, {4, 810, 1080}}));
        QCOMPARE(office.settings, adminTown().offices.first().settings);
        QVERIFY(!scene.find<QPushButton>(u"saveButton"_s)->isEnabled());
    }

    void whatIsOpenedAndNotTouchedIsNoDraft()
    {
        AdminScene scene;
        for (const town::Key &key : {town::Key(), town::Key(kAmt), town::Key(kMove), town::Key(kMe)})
            scene.window.select(key);
        scene.window.select(kBurger);
        QVERIFY(!scene.administration.hasDrafts());
    }

    void aFieldThatIsWrongSaysSoItself()
    {
        AdminScene scene;
        scene.type(u"name"_s, {});
        scene.click(u"saveButton"_s);
        QVERIFY(scene.port.sent.empty());
        QVERIFY(scene.fault(u"name"_s).contains(u"must not be empty"_s));
        scene.type(u"name"_s, u"Rathaus"_s);
        QCOMPARE(scene.fault(u"name"_s), QString());
    }

    void hoursThatCannotBeReadAreNotLost()
    {
        AdminScene scene;
        auto *monday = scene.hoursOf(u"The week, Monday, virtual"_s);
        monday->selectAll();
        QTest::keyClicks(monday, u"morgens"_s);
        QVERIFY(scene.fault(u"hours.periods"_s).contains(u"cannot be read"_s));
        scene.window.select(kAmt);
        QCOMPARE(scene.hoursOf(u"The week, Monday, virtual"_s)->text(), u"morgens"_s);
        scene.click(u"saveButton"_s);
        QVERIFY(scene.port.sent.empty());
        scene.click(u"discardButton"_s);
        QCOMPARE(scene.hoursOf(u"The week, Monday, virtual"_s)->text(), u"08:00–12:00"_s);
        scene.window.select(kAmt);
        QCOMPARE(scene.find<QLabel>(u"adminTitle"_s)->text(), u"Einwohnermeldeamt"_s);
    }

    void aDraftWaitsWhileAnotherThingIsShown()
    {
        AdminScene scene;
        scene.type(u"name"_s, u"Rathaus"_s);
        scene.window.select(kAmt);
        scene.window.select(kBurger);
        QCOMPARE(scene.field<QLineEdit>(u"name"_s)->text(), u"Rathaus"_s);
        QCOMPARE(scene.find<QLabel>(u"adminTitle"_s)->text(), u"Rathaus •"_s);
    }

    void aConflictShowsBothVersions()
    {
        AdminScene scene;
        scene.type(u"name"_s, u"Rathaus"_s);
        scene.click(u"saveButton"_s);
        scene.conflict(u"Bürgeramt"_s);
        QVERIFY(scene.find<QLabel>(u"conflictText"_s)->text().contains(u"Frau Weber"_s));
        const auto *versions = scene.find<QTreeWidget>(u"conflictList"_s);
        QVERIFY(versions->isVisible());
        QCOMPARE(versions->topLevelItemCount(), 1);
        QCOMPARE(versions->topLevelItem(0)->text(1), u"Rathaus"_s);
        QCOMPARE(versions->topLevelItem(0)->text(2), u"Bürgeramt"_s);
        QCOMPARE(scene.field<QLineEdit>(u"name"_s)->text(), u"Rathaus"_s);
        scene.click(u"saveMineButton"_s);
        QCOMPARE(town::versionOf(scene.bring<wire::AdminSave>(wire::AdminSaved{{}, 5, {}}).value), 4U);
        QVERIFY(!versions->isVisible());
    }

    void aRowIsAddedToTheRoster()
    {
        AdminScene scene;
        auto *buttons = scene.find<QWidget>(u"rosterField"_s);
        QTest::mouseClick(buttons->findChildren<QPushButton *>().first(), Qt::LeftButton);
        QVERIFY(scene.fault(u"roster"_s).contains(u"Row 1"_s));
        auto *table = scene.field<QTableWidget>(u"roster"_s);
        table->item(0, 1)->setData(Qt::UserRole, u"1"_s);
        table->item(0, 3)->setText(u"8-12"_s);
        QCOMPARE(scene.fault(u"roster"_s), QString());
        const hours::Shift shift = scene.office().roster.first();
        QCOMPARE(shift.clerk, kMe);
        QCOMPARE(shift.office, kBurger);
        QCOMPARE(shift.range, (hours::Range{1, 480, 720}));
    }

    void aHeadChangesWhatIsAllowedOnly()
    {
        town::Town town = adminTown();
        town.accounts.first().roles = {town::Role::HeadOfOffice};
        AdminScene scene(town);
        QVERIFY(scene.field<QLineEdit>(u"name"_s)->isReadOnly());
        QCOMPARE(scene.field<QTableWidget>(u"staff"_s)->editTriggers(), QAbstractItemView::NoEditTriggers);
        QVERIFY(!scene.hoursOf(u"The week, Monday, virtual"_s)->isReadOnly());
        QVERIFY(scene.field<QTableWidget>(u"roster"_s)->editTriggers() != QAbstractItemView::NoEditTriggers);
        QVERIFY(!scene.find<QPushButton>(u"newButton"_s)->isEnabled());
        QVERIFY(!scene.find<QPushButton>(u"removeButton"_s)->isEnabled());
    }

    void aNewPersonGetsAStartPasswordThatIsShownOnce()
    {
        AdminScene scene;
        scene.window.select(kMe);
        scene.click(u"newButton"_s);
        scene.type(u"name"_s, u"Kim Yilmaz"_s);
        scene.type(u"login"_s, u"kim"_s);
        scene.click(u"saveButton"_s);
        scene.bring<wire::AdminSave>(wire::AdminSaved{{}, 1, u"4k7m-2hqt-x0rn-9wbz"_s});
        auto *box = scene.window.findChild<QMessageBox *>(u"startPasswordDialog"_s);
        QVERIFY(box);
        QCOMPARE(box->informativeText(), u"4k7m-2hqt-x0rn-9wbz"_s);
    }

    // Whatever the keyboard reaches, screen readers can name: on every page, with a mistake and with a conflict.
    void everythingThatTheKeyboardReachesHasAName()
    {
        AdminScene scene;
        scene.type(u"name"_s, {});
        scene.click(u"saveButton"_s);
        scene.type(u"name"_s, u"Rathaus"_s);
        scene.click(u"saveButton"_s);
        scene.conflict(u"Bürgeramt"_s);
        auto *tree = scene.find<QTreeWidget>(u"adminTree"_s);
        int seen = 0;
        for (QTreeWidgetItemIterator page(tree); *page; ++page) {
            tree->setCurrentItem(*page);
            for (QWidget *widget : scene.window.findChildren<QWidget *>()) {
                if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&scene.window) ||
                    widget->focusProxy() || widget->objectName().startsWith(u"qt_"_s))
                    continue;
                const QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(widget);
                const QString what = u"%1: %2 %3"_s.arg(
                    (*page)->text(0), QLatin1String(widget->metaObject()->className()), widget->objectName());
                QVERIFY2(reader && !reader->text(QAccessible::Name).trimmed().isEmpty(), qPrintable(what));
                ++seen;
            }
        }
        QVERIFY(seen > 100);
    }

    void theKeyboardGetsOutOfATable()
    {
        AdminScene scene;
        scene.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&scene.window));
        auto *table = scene.field<QTableWidget>(u"staff"_s);
        table->setFocus();
        table->setCurrentCell(0, 0);
        const QWidget *last = nullptr;
        for (int pressed = 0; pressed < 20 && table->isAncestorOf(QApplication::focusWidget()); ++pressed) {
            last = QApplication::focusWidget();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QVERIFY(!table->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(last);
    }

    void aKindSaysWhatItIsFor()
    {
        AdminScene scene;
        auto *tree = scene.find<QTreeWidget>(u"adminTree"_s);
        tree->setCurrentItem(tree->topLevelItem(3));
        QVERIFY(scene.find<QLabel>(u"adminExplanation"_s)->text().contains(u"An office is a queue of its own"_s));
        QCOMPARE(scene.find<QPushButton>(u"newButton"_s)->text(), u"&New office"_s);
    }
};

QTEST_MAIN(AdminWindowTest)
#include "AdminWindowTest.moc"
