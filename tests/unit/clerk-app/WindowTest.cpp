// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/clerk-app/WindowKit.h"

#include "clerk-app/view/DeskPage.h"
#include "clerk-app/view/PrimaryButton.h"
#include "clerk-app/view/SignInPage.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMap>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
using namespace sprechtag::clerk::view;
namespace wire = sprechtag::protocol::clerk;

class WindowTest : public QObject
{
    Q_OBJECT

    static void show(Scene &scene)
    {
        scene.window.show();
        QVERIFY(QTest::qWaitForWindowActive(&scene.window));
    }
    //! Presses a button of the next message box.
    static void inDialog(QObject *context, const std::function<void(QMessageBox &)> &act)
    {
        QTimer::singleShot(0, context, [act] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            if (!box)
                qFatal("no dialog");
            act(*box);
        });
    }

private Q_SLOTS:
    // A key that two actions have does nothing at all.
    void everyKeyIsOfOneAction()
    {
        Scene scene;
        QMap<QKeySequence, QString> taken;
        for (const QAction *action : scene.window.actions().findChildren<QAction *>()) {
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(!taken.contains(key),
                         qPrintable(key.toString() + u": "_s + taken.value(key) + u", "_s + action->text()));
                taken.insert(key, action->text());
            }
        }
        QVERIFY(taken.size() > 20);
    }

    void callsTheNextPersonByKey_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("with");
        QTest::newRow("F5") << Qt::Key_F5 << Qt::KeyboardModifiers();
        QTest::newRow("Ctrl+N") << Qt::Key_N << Qt::KeyboardModifiers(Qt::ControlModifier);
    }
    void callsTheNextPersonByKey()
    {
        QFETCH(Qt::Key, key);
        QFETCH(Qt::KeyboardModifiers, with);
        Scene scene;
        show(scene);
        QTest::keyClick(&scene.window, key, with);
        QVERIFY2(scene.port.sent.empty(), "nobody waits");
        scene.draw(1, u"Kim"_s);
        QTest::keyClick(&scene.window, key, with);
        QTest::keyClick(&scene.window, key, with);
        scene.port.take<wire::CallNext>();
        QVERIFY2(scene.port.sent.empty(), "the second press is the same call");
    }

    void callsTheSelectedPersonByEnterAndByDoubleClick()
    {
        Scene scene;
        show(scene);
        scene.draw(1, u"Kim"_s);
        scene.draw(2, u"Sascha"_s);
        auto *table = scene.find<QTableView>(u"lobbyTable"_s);
        table->selectRow(1);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        const auto sent = scene.port.take<wire::CallNamed>();
        QVERIFY(std::get<wire::CallNamed>(sent.command).ticket == ticketId(2));
        answer(sent, refused(protocol::ErrorCode::AlreadyCalled));
        QVERIFY(scene.find<QLabel>(u"noticeText"_s)->text().contains(u"colleague"_s));
        const QPoint first = table->visualRect(table->model()->index(0, 0)).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, first);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, first);
        scene.port.take<wire::CallNamed>();
    }

    void isPaintedAfterThePressOnceTheCallStands()
    {
        Scene scene;
        show(scene);
        scene.draw(1, u"Kim"_s);
        scene.window.actions().callNext->trigger();
        QVERIFY(!scene.window.desk().updatesEnabled());
        scene.call();
        scene.port.take<wire::CallNext>().then(clerk::connection::Answer{});
        QVERIFY(!scene.find<QWidget>(u"callPanel"_s)->isVisible());
        scene.window.desk().settle();
        QVERIFY(scene.window.desk().updatesEnabled());
        QVERIFY(scene.find<QWidget>(u"callPanel"_s)->isVisible());
        QCOMPARE(scene.find<QLabel>(u"visitWho"_s)->text(), u"B 001 · Kim"_s);
    }

    void doesNotWaitLongForACallThatDoesNotStand()
    {
        Scene scene;
        show(scene);
        scene.draw(1, u"Kim"_s);
        scene.window.actions().callNext->trigger();
        scene.call();
        scene.port.take<wire::CallNext>().then(clerk::connection::Answer{});
        QTRY_VERIFY(scene.find<QWidget>(u"callPanel"_s)->isVisible());
        QVERIFY(scene.window.desk().updatesEnabled());
    }

    void isPaintedAtOnceWhenTheCallIsRefused()
    {
        Scene scene;
        show(scene);
        scene.draw(1, u"Kim"_s);
        scene.window.actions().callNext->trigger();
        protocol::ErrorMessage refusal;
        refusal.code = protocol::ErrorCode::Conflict;
        scene.port.take<wire::CallNext>().then(Failure(refusal));
        QVERIFY(scene.window.desk().updatesEnabled());
    }

    void showsTheCallBesideTheLobbyAndCountsDown()
    {
        Scene scene;
        show(scene);
        scene.draw(1, u"Kim"_s);
        scene.draw(2, u"Sascha"_s);
        QVERIFY(!scene.find<QWidget>(u"callPanel"_s)->isVisible());
        scene.call();
        QVERIFY(scene.find<QWidget>(u"callPanel"_s)->isVisible());
        QVERIFY(scene.find<QWidget>(u"lobbyPanel"_s)->isVisible());
        QCOMPARE(scene.find<QLabel>(u"visitWho"_s)->text(), u"B 001 · Kim"_s);
        QCOMPARE(scene.find<QLabel>(u"visitState"_s)->text(), u"Called, 1:00 left"_s);
        scene.clock.passed += seconds(18);
        scene.enter(1);
        scene.clock.passed += seconds(67);
        QTRY_COMPARE(scene.find<QLabel>(u"visitState"_s)->text(), u"In conversation: 1:07 min"_s);
    }

    void givesTheCallItsRoomFromTheFirstMoment()
    {
        Scene scene;
        scene.draw(1, u"Kim"_s);
        show(scene);
        const auto *lobby = scene.find<QWidget>(u"lobbyPanel"_s);
        scene.call();
        QCoreApplication::processEvents();
        const int width = lobby->width();
        scene.enter(1);
        QCoreApplication::processEvents();
        QCOMPARE(lobby->width(), width);
    }

    void doesNotOutgrowASmallScreenInACall()
    {
        Scene scene;
        scene.draw(1, u"Kim"_s);
        scene.window.resize(690, 500);
        show(scene);
        const int width = scene.window.width();
        scene.call();
        QCoreApplication::processEvents();
        QCOMPARE(scene.window.width(), width);
        QVERIFY(!scene.find<QWidget>(u"lobbyPanel"_s)->isVisible());
        scene.enter(1);
        QCoreApplication::processEvents();
        QCOMPARE(scene.window.width(), width);
        scene.workplace.take(scene.counter.after(office::Leave{ticketId(1)}));
        QVERIFY(scene.find<QWidget>(u"lobbyPanel"_s)->isVisible());
    }

    void callButtonsGiveUpTheirWordsWhereThereIsNoRoom()
    {
        Scene scene;
        scene.draw(1, u"Kim"_s);
        show(scene);
        scene.call();
        scene.enter(1);
        QCoreApplication::processEvents();
        auto *row = scene.find<QWidget>(u"callButtons"_s);
        const auto *finish = scene.find<QToolButton>(u"finishButton"_s);
        QCOMPARE(finish->toolButtonStyle(), Qt::ToolButtonTextUnderIcon);
        const QSize wide = row->size();
        row->resize(row->minimumSizeHint().width(), row->height());
        QCOMPARE(finish->toolButtonStyle(), Qt::ToolButtonIconOnly);
        QCOMPARE(finish->toolTip(), finish->text());
        QVERIFY(row->layout()->minimumSize().width() <= row->minimumSizeHint().width());
        row->resize(wide);
        QCOMPARE(finish->toolButtonStyle(), Qt::ToolButtonTextUnderIcon);
    }

    void endsAndSendsBackByKey()
    {
        Scene scene;
        show(scene);
        scene.draw(1, u"Kim"_s);
        scene.call();
        scene.enter(1);
        QTest::keyClick(&scene.window, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        const auto finish = std::get<wire::FinishTicket>(scene.port.take<wire::FinishTicket>().command);
        QVERIFY(finish.outcome == office::Outcome::NotDone);
        QTest::keyClick(&scene.window, Qt::Key_B, Qt::ControlModifier);
        const auto back = std::get<wire::ReturnTicket>(scene.port.take<wire::ReturnTicket>().command);
        QVERIFY(back.place == office::Place::Keep);
    }

    // The focus that goes with the call would arrive in the lobby as if by the Tab key.
    void choosesNobodyWhenAConversationEnds()
    {
        Scene scene;
        scene.draw(1, u"Kim"_s);
        scene.draw(2, u"Sascha"_s);
        scene.call();
        scene.enter(1);
        show(scene);
        scene.find<QWidget>(u"callPanel"_s)->findChild<QToolButton *>(u"devicesButton"_s)->setFocus();
        scene.workplace.take(scene.counter.after(
            office::Finish{kMe, ticketId(1), scene.counter.epoch(ticketId(1)), office::Outcome::Done}));
        QVERIFY(!scene.find<QTableView>(u"lobbyTable"_s)->selectionModel()->hasSelection());
        QVERIFY(!scene.find<QPushButton>(u"callSelectedButton"_s)->isEnabled());
    }
    void asksBeforeItClosesAnOfficeWhereSomebodyWaits()
    {
        Scene scene;
        show(scene);
        scene.draw(1, u"Kim"_s);
        auto *button = scene.find<QAbstractButton>(u"officeSwitch"_s);
        QVERIFY(button->isChecked());
        inDialog(&scene.window, [](QMessageBox &box) {
            QCOMPARE(box.defaultButton()->objectName(), u"serveButton"_s);
            QTest::keyClick(&box, Qt::Key_Return);
        });
        button->click();
        const auto close = std::get<wire::CloseOffice>(scene.port.take<wire::CloseOffice>().command);
        QVERIFY(close.mode == office::CloseMode::ServeWaiting);
        QVERIFY2(button->isChecked(), "the server decides");
        inDialog(&scene.window, [](QMessageBox &box) { QTest::keyClick(&box, Qt::Key_Escape); });
        button->click();
        QVERIFY(scene.port.sent.empty());
    }

    void offersToResumeWithOneClick()
    {
        Scene scene;
        Counter held(2, u"Kfz-Zulassung"_s, u"K"_s, scene.clock);
        held.after(office::Open{kMe});
        held.afterDraw(7, u"Kim"_s);
        held.after(office::CallNext{kMe});
        held.after(office::LoseClerk{kMe});
        show(scene);
        scene.workplace.take(held.snapshot());
        auto *resume = scene.find<QToolButton>(u"noticeActionButton"_s);
        QVERIFY(resume->isVisible());
        resume->click();
        QVERIFY(std::get<wire::Arrive>(scene.port.take<wire::Arrive>().command).office == held.id());
        QVERIFY(scene.find<QWidget>(u"callPanel"_s)->isVisible());
    }

    void showsForeignTextAsItIsWritten()
    {
        Scene scene;
        show(scene);
        const QString hostile = u"<b>Kim</b><img src=x>"_s;
        scene.draw(1, hostile);
        scene.call();
        int shown = 0;
        for (const QLabel *label : scene.window.findChildren<QLabel *>()) {
            if (!label->text().contains(hostile))
                continue;
            ++shown;
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        QVERIFY(shown > 0);
        for (const QLabel *label : scene.window.findChildren<QLabel *>())
            QVERIFY2(!label->openExternalLinks(), qPrintable(label->objectName()));
    }

    void givesEveryControlANameToSeeAndToHear()
    {
        Scene scene;
        scene.draw(1, u"Kim"_s);
        scene.call();
        for (const QAbstractButton *button : scene.window.findChildren<QAbstractButton *>()) {
            if (button->objectName().startsWith(u"qt_"_s) || button->inherits("QTableCornerButton"))
                continue;
            QVERIFY2(!button->objectName().isEmpty(), button->metaObject()->className());
            if (button->objectName() == u"noticeActionButton"_s)
                continue; // has its name from the action that it is given when it is shown
            auto *spoken = QAccessible::queryAccessibleInterface(const_cast<QAbstractButton *>(button));
            QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(), qPrintable(button->objectName()));
        }
        for (QAction *action : scene.window.actions().findChildren<QAction *>())
            QVERIFY2(!action->objectName().isEmpty() && !action->text().isEmpty(), qPrintable(action->objectName()));
    }

    void keepsTextOnColourReadable_data()
    {
        QTest::addColumn<QColor>("back");
        QTest::addColumn<QColor>("text");
        QTest::newRow("Fusion's blue") << QColor(0x30, 0x8c, 0xc6) << QColor(Qt::white);
        QTest::newRow("a light highlight under dark text") << QColor(92, 150, 222) << QColor(15, 20, 28);
        QTest::newRow("yellow under white") << QColor(Qt::yellow) << QColor(Qt::white);
        QTest::newRow("high contrast") << QColor(Qt::black) << QColor(Qt::white);
    }
    void keepsTextOnColourReadable()
    {
        QFETCH(QColor, back);
        QFETCH(QColor, text);
        QVERIFY(contrast(readableBack(back, text), text) >= 4.5);
    }

    void goesByTabAsOneReads()
    {
        Scene scene;
        scene.draw(1, u"Kim"_s);
        show(scene);
        scene.find<QAbstractButton>(u"allOfficesButton"_s)->setFocus();
        for (const auto &name : {u"officeSwitch"_s, u"officeMenuButton"_s, u"callNextButton"_s}) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget()->objectName(), name);
        }
    }

    void theBreakButtonShowsWhatTheServerHasAgreedTo()
    {
        Scene scene;
        auto *button = scene.find<QAbstractButton>(u"breakButton"_s);
        QVERIFY(button->isEnabled());
        button->click();
        scene.port.take<wire::Pause>();
        QVERIFY2(!button->isChecked(), "the server decides");
        scene.workplace.take(scene.counter.after(office::Pause{kMe}));
        QVERIFY(button->isChecked());
        button->click();
        scene.port.take<wire::Resume>();
    }

    void saysHowTheLineIs()
    {
        Scene scene;
        const auto *line = scene.find<QLabel>(u"lineStatus"_s);
        QCOMPARE(line->text(), u"Connected"_s);
        scene.draw(1, u"Kim"_s);
        QVERIFY(scene.window.actions().callNext->isEnabled());
        scene.workplace.setLine({clerk::model::LineState::Waiting, {}, clerk::model::LineTrouble::Lost, seconds(2)});
        QCOMPARE(line->text(), u"Connection lost – connecting again …"_s);
        QVERIFY(!scene.window.actions().callNext->isEnabled());
    }

    void signsInWithTheKeyboardAlone()
    {
        Scene scene;
        scene.window.showSignIn();
        show(scene);
        QSignalSpy wanted(&scene.window.signInPage(), &SignInPage::signInWanted);
        auto *server = scene.find<QLineEdit>(u"serverEdit"_s);
        QTRY_VERIFY(server->hasFocus());
        QTest::keyClicks(server, u"buero.example.de"_s);
        QTest::keyClick(server, Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), u"schmidt"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 0);
        QVERIFY(scene.find<QLabel>(u"signInMessage"_s)->isVisible());
        QVERIFY(scene.find<QLineEdit>(u"passwordEdit"_s)->hasFocus());
        QTest::keyClicks(QApplication::focusWidget(), u"geheim"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        const auto form = wanted.first().first().value<SignInForm>();
        QCOMPARE(form.login, u"schmidt"_s);
        QCOMPARE(form.password.reveal(), QByteArray("geheim"));
        QVERIFY2(!scene.find<QLineEdit>(u"passwordEdit"_s)->text().isEmpty(), "perhaps only the address is wrong");
        scene.window.signInPage().forgetPassword();
        QVERIFY(scene.find<QLineEdit>(u"passwordEdit"_s)->text().isEmpty());
    }
};

QTEST_MAIN(WindowTest)
#include "WindowTest.moc"
