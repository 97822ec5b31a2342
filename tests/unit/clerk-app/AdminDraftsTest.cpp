// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/clerk-app/AdminScene.h"

#include <QApplication>
#include <QMessageBox>
#include <QTimer>
#include <QTreeWidget>

using namespace sprechtag;
using namespace sprechtag::clerk::test;

//! What happens to what is typed in the administration while others are at work in it, too.
class AdminDraftsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConflictSaysWhatMyVersionReplaces()
    {
        AdminScene scene;
        scene.type(u"name"_s, u"Rathaus"_s);
        scene.click(u"saveButton"_s);
        scene.conflict(u"Bürgeramt"_s);
        QVERIFY(scene.find<QLabel>(u"conflictText"_s)->text().contains(u"Both of you have changed: Name."_s));
        scene.click(u"loadStoredButton"_s);
        auto *monday = scene.hoursOf(u"The week, Monday, virtual"_s);
        monday->selectAll();
        QTest::keyClicks(monday, u"9-11"_s);
        scene.click(u"saveButton"_s);
        scene.conflict(u"Bürgeramt"_s);
        QVERIFY(!scene.find<QLabel>(u"conflictText"_s)->text().contains(u"Both of you"_s));
        QCOMPARE(scene.field<QLineEdit>(u"name"_s)->text(), u"Bürgeramt"_s);
        QCOMPARE(scene.find<QTreeWidget>(u"conflictList"_s)->topLevelItemCount(), 1);
    }

    void whatWasTakenAwayIsOfferedAsANewOne()
    {
        AdminScene scene;
        scene.type(u"name"_s, u"Rathaus"_s);
        scene.click(u"saveButton"_s);
        scene.administration.take({kBurger, std::nullopt});
        scene.bring<wire::AdminSave>(
            wire::AdminRefused{{}, {}, wire::AdminConflict{u"Frau Weber"_s, scene.clock.now(), {}}});
        QVERIFY(scene.find<QPushButton>(u"saveMineButton"_s)->text().contains(u"as a new one"_s));
        scene.click(u"saveMineButton"_s);
        QCOMPARE(scene.field<QLineEdit>(u"name"_s)->text(), u"Rathaus"_s);
        const auto sent = scene.bring<wire::AdminSave>(wire::AdminSaved{{}, 1, {}});
        QVERIFY(town::keyOf(sent.value) != town::Key(kBurger));
        QCOMPARE(scene.find<QLabel>(u"adminTitle"_s)->text(), u"Rathaus"_s);
    }

    void whatCannotBeReadOutlivesWhatOthersStore()
    {
        AdminScene scene;
        auto *monday = scene.hoursOf(u"The week, Monday, virtual"_s);
        monday->selectAll();
        QTest::keyClicks(monday, u"morgens"_s);
        scene.storedByOthers([](town::Office &office) { office.name = u"Bürgeramt"_s; });
        QCOMPARE(monday->text(), u"morgens"_s);
        QVERIFY(scene.fault(u"hours.periods"_s).contains(u"cannot be read"_s));
        QCOMPARE(scene.find<QLabel>(u"adminTitle"_s)->text(), u"Bürgerservice •"_s);
    }

    void whatCannotBeReadOutlivesTheEndOfMySaving()
    {
        AdminScene scene;
        scene.type(u"name"_s, u"Rathaus"_s);
        scene.click(u"saveButton"_s);
        auto *monday = scene.hoursOf(u"The week, Monday, virtual"_s);
        monday->selectAll();
        QTest::keyClicks(monday, u"morgens"_s);
        scene.bring<wire::AdminSave>(wire::AdminSaved{{}, 4, {}});
        QCOMPARE(monday->text(), u"morgens"_s);
        QVERIFY(scene.administration.draft(kBurger));
        monday->selectAll();
        QTest::keyClicks(monday, u"8-12"_s);
        QVERIFY(!scene.administration.hasDrafts());
        QVERIFY(!scene.find<QPushButton>(u"saveButton"_s)->isEnabled());
    }

    void anOpenCellIsStoredWithTheRest()
    {
        town::Town town = adminTown();
        town.offices.first().roster = {{kBurger, kColleague, {}, {1, 480, 720}}};
        AdminScene scene(town);
        scene.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&scene.window));
        QLineEdit *cell = scene.openCell(u"roster"_s, 0, 3, u"9-11"_s);
        QVERIFY(scene.find<QPushButton>(u"saveButton"_s)->isEnabled());
        QTest::keyClick(cell, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!scene.port.sent.empty());
        const auto sent = scene.bring<wire::AdminSave>(wire::AdminSaved{{}, 4, {}});
        QCOMPARE(std::get<town::Office>(sent.value).roster.first().range, (hours::Range{1, 540, 660}));
    }

    void anOpenCellOutlivesWhatOthersStore()
    {
        town::Town town = adminTown();
        town.offices.first().roster = {{kBurger, kColleague, {}, {1, 480, 720}}};
        AdminScene scene(town);
        QLineEdit *cell = scene.openCell(u"roster"_s, 0, 3, u"9-11"_s);
        scene.storedByOthers([](town::Office &office) { office.roster.clear(); });
        QCOMPARE(cell->text(), u"9-11"_s);
        QCOMPARE(scene.office().version, 3U);
        QCOMPARE(scene.office().roster.first().range, (hours::Range{1, 540, 660}));
    }

    void theHeadThatIsChosenStaysChosen()
    {
        AdminScene scene;
        auto *tree = scene.find<QTreeWidget>(u"adminTree"_s);
        const int heads = tree->topLevelItemCount();
        for (int i = 1; i < heads; ++i) { // the first is the authority, which is a value
            tree->setCurrentItem(tree->topLevelItem(i));
            scene.port.sent.clear();
            scene.storedByOthers([i](town::Office &office) { office.name = u"Büro %1"_s.arg(i); });
            QCOMPARE(tree->indexOfTopLevelItem(tree->currentItem()), i);
            QVERIFY(scene.port.sent.empty()); // the changes are not read from the beginning
        }
    }

    void theHeadTakesThePlaceOfWhatIsGone()
    {
        AdminScene scene;
        scene.administration.take({kBurger, std::nullopt});
        const auto *tree = scene.find<QTreeWidget>(u"adminTree"_s);
        QCOMPARE(tree->currentItem()->text(0), u"Offices"_s);
    }

    void nothingIsDoneToAnAccountThatIsGone()
    {
        AdminScene scene;
        scene.window.select(kColleague);
        QTimer::singleShot(0, &scene.window, [&scene] {
            auto *box = QApplication::activeModalWidget();
            if (!box)
                qFatal("nothing was asked");
            scene.administration.take({kColleague, std::nullopt}); // a colleague was faster
            box->findChild<QPushButton *>(u"sureButton"_s)->click();
        });
        scene.click(u"passwordButton"_s);
        QVERIFY(scene.port.sent.empty());
    }

    void aChecklistKeepsLanguagesThatTheTownHasNoMore()
    {
        town::Town town = adminTown();
        town.concerns.first().checklist = {{{u"de"_s, u"Ausweis"_s}},
                                           {{u"de"_s, u"Pass"_s}, {u"fr"_s, u"Passeport"_s}}};
        AdminScene scene(town);
        scene.window.select(kMove);
        auto *table = scene.field<QTableWidget>(u"checklist"_s);
        table->item(1, 0)->setText(u"Reisepass"_s);
        const auto checklist = [&scene] {
            return std::get<town::Concern>(*scene.administration.shown(kMove)).checklist;
        };
        const town::Words passport{{u"de"_s, u"Reisepass"_s}, {u"fr"_s, u"Passeport"_s}};
        QCOMPARE(checklist().last(), passport);
        table->setCurrentCell(0, 0);
        const auto buttons = scene.find<QWidget>(u"checklistField"_s)->findChildren<QPushButton *>();
        QTest::mouseClick(buttons.last(), Qt::LeftButton);
        QCOMPARE(checklist(), QList<town::Words>{passport});
    }

    void aNewStartPasswordIsAskedFor()
    {
        AdminScene scene;
        scene.window.select(kColleague);
        const auto answer = [&scene](const QString &button) {
            QTimer::singleShot(0, &scene.window, [button] {
                auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
                if (!box)
                    qFatal("nothing was asked");
                if (button.isEmpty())
                    box->reject();
                else
                    box->findChild<QPushButton *>(button)->click();
            });
            scene.click(u"passwordButton"_s);
        };
        answer({});
        QVERIFY(scene.port.sent.empty());
        answer(u"sureButton"_s);
        scene.bring<wire::AdminResetPassword>(wire::AdminSaved{{}, 2, u"4k7m-2hqt-x0rn-9wbz"_s});
    }

    void onesOwnKeysAreResetBySomebodyElse()
    {
        AdminScene scene;
        for (const QString &button : {u"passwordButton"_s, u"factorButton"_s}) {
            scene.window.select(kMe);
            QVERIFY(scene.find<QPushButton>(button)->isHidden());
            scene.window.select(kColleague);
            QVERIFY(!scene.find<QPushButton>(button)->isHidden());
        }
    }
};

QTEST_MAIN(AdminDraftsTest)
#include "AdminDraftsTest.moc"
