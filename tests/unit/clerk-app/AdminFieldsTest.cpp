// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/clerk-app/AdminScene.h"

#include <QComboBox>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTreeWidget>

using namespace sprechtag;
using namespace sprechtag::clerk::test;

//! What single fields of the administration show, and what they leave as it is.
class AdminFieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTimeZoneThatThereIsNotIsNotStored_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("none at all") << QString();
        QTest::newRow("a slip of the finger") << u"Europe/Berlinn"_s;
    }
    void aTimeZoneThatThereIsNotIsNotStored()
    {
        QFETCH(QString, typed);
        AdminScene scene;
        scene.window.select(town::Key());
        scene.type(u"time_zone"_s, typed);
        QVERIFY(scene.fault(u"time_zone"_s).contains(u"There is no such time zone."_s));
        scene.click(u"saveButton"_s);
        QVERIFY(scene.port.sent.empty());
        scene.window.select(kAmt);
        QCOMPARE(scene.field<QLineEdit>(u"time_zone"_s)->text(), typed);
        scene.type(u"time_zone"_s, u"Europe/Vienna"_s);
        scene.click(u"saveButton"_s);
        const auto sent = scene.bring<wire::AdminSave>(wire::AdminSaved{{}, 2, {}});
        QCOMPARE(std::get<town::Authority>(sent.value).calendar.zone, QTimeZone("Europe/Vienna"));
    }

    void whoIsNotOnOfferAnyMoreIsNotReplacedInPassing()
    {
        town::Town town = adminTown();
        const ClerkId gone = ClerkId::fromBits({1, 9});
        town.offices.first().roster = {{kBurger, gone, {}, {1, 480, 720}}};
        AdminScene scene(town);
        auto *table = scene.field<QTableWidget>(u"roster"_s);
        QCOMPARE(table->item(0, 0)->text(), u"(no longer there)"_s);
        table->editItem(table->item(0, 0));
        auto *box = table->viewport()->findChild<QComboBox *>();
        QVERIFY(box);
        QCOMPARE(box->currentText(), u"(no longer there)"_s);
        QTest::keyClick(box, Qt::Key_Tab);
        QCOMPARE(scene.office().roster.first().clerk, gone);
        QVERIFY(!scene.administration.hasDrafts());
    }

    void aLanguageMoreHasItsFieldsAtOnce()
    {
        town::Town town = adminTown();
        town.authority.languages = {u"de"_s};
        AdminScene scene(town);
        scene.window.select(town::Key());
        const auto welcomes = [&scene] {
            return scene.find<QWidget>(u"texts.welcomeField"_s)->findChildren<QPlainTextEdit *>().size();
        };
        QCOMPARE(welcomes(), 1);
        scene.type(u"languages"_s, u"de, en"_s);
        scene.click(u"saveButton"_s);
        scene.bring<wire::AdminSave>(wire::AdminSaved{{}, 2, {}});
        QTRY_COMPARE(welcomes(), 2);
    }

    void nobodyIsDisturbedWhileTyping()
    {
        AdminScene scene;
        scene.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&scene.window));
        auto *name = scene.field<QLineEdit>(u"name"_s);
        name->setFocus();
        scene.type(u"name"_s, u"Rathaus"_s);
        const auto offered = [&scene] { return scene.field<QListWidget>(u"concerns"_s)->count(); };
        town::Concern pass = adminTown().concerns.first();
        pass.id = ConcernId::fromBits({5, 2});
        scene.administration.take({pass.id, pass});
        QCoreApplication::processEvents();
        QCOMPARE(scene.field<QLineEdit>(u"name"_s), name);
        QCOMPARE(offered(), 1);
        scene.find<QTreeWidget>(u"adminTree"_s)->setFocus();
        QTRY_COMPARE(offered(), 2);
        QCOMPARE(scene.field<QLineEdit>(u"name"_s)->text(), u"Rathaus"_s);
    }
};

QTEST_MAIN(AdminFieldsTest)
#include "AdminFieldsTest.moc"
