// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/Language.h"
#include "clerk-app/view/LeaveDialog.h"
#include "clerk-app/view/MessageDialog.h"
#include "clerk-app/view/NewPasswordPage.h"
#include "clerk-app/view/RecoveryCodesDialog.h"
#include "clerk-app/view/SecondFactorPage.h"
#include "clerk-app/view/SetupPage.h"
#include "clerk-app/view/SignInPage.h"
#include "clerk-app/view/TransferDialog.h"
#include "tests/unit/clerk-app/ScreenKit.h"
#include "tests/unit/clerk-app/WindowKit.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QStyle>
#include <QStyleFactory>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
using namespace sprechtag::clerk::view;

//! Paints every screen, light, dark and in high contrast, into <build>/screens for people to look at.
class ScreensTest : public QObject
{
    Q_OBJECT

    QTranslator m_words;

    static void shoot(Scene &scene, const QString &name)
    {
        scene.window.show();
        QCoreApplication::processEvents();
        keep(scene.window.grab().toImage(), name);
    }

    static void shootFarewell(Scene &scene, const QString &name)
    {
        QTimer::singleShot(0, &scene.window, [name] {
            auto *box = QApplication::activeModalWidget();
            QVERIFY(box);
            keep(box->grab().toImage(), name);
            box->close();
        });
        QVERIFY(!askToLeave(Leaving::Quit, {true, scene.workplace.visit().running(), false}, &scene.window));
    }

    static void fill(Scene &scene)
    {
        Counter second(2, u"Kfz-Zulassung"_s, u"K"_s, scene.clock);
        Counter third(3, u"Soziales und Wohngeld"_s, u"S"_s, scene.clock);
        second.after(office::Open{kColleague});
        scene.draw(1, u"Kim Yılmaz"_s);
        scene.clock.passed += minutes(4);
        scene.draw(2, u"Sascha Petersen"_s);
        scene.draw(3, {});
        scene.clock.passed += minutes(9);
        scene.draw(4, u"Maria-Magdalena von Hohenstein-Oberwiesenthal"_s);
        scene.workplace.take(scene.counter.after(office::Disconnect{ticketId(2)}));
        scene.workplace.take(scene.counter.after(office::Arrive{kColleague}));
        scene.workplace.take(second.snapshot());
        scene.workplace.take(third.snapshot());
        scene.clock.passed += seconds(65);
        scene.workplace.lobby().refreshWaits();
    }

    // Somebody away, parked, missed, with priority.
    static void crowd(Scene &scene)
    {
        const auto after = [&scene](const office::Command &command) {
            scene.workplace.take(scene.counter.after(command));
        };
        for (std::uint64_t n = 5; n <= 8; ++n)
            scene.draw(n, u"Person %1"_s.arg(n));
        after(office::CallNamed{kMe, ticketId(5)});
        after(office::Park{kMe, ticketId(5), 1, office::ParkReason::FillsInForm});
        after(office::CallNamed{kMe, ticketId(6)});
        after(office::NoShow{kMe, ticketId(6), 1});
        after(office::StepAway{ticketId(7)});
        after(office::Prioritise{kColleague, ticketId(8), office::Priority::First, office::PriorityReason::Deadline});
        after(office::CallNext{kColleague});
        scene.clock.passed += minutes(3);
        scene.workplace.lobby().refreshWaits();
    }

    // What the first two have ticked.
    static void papers(Scene &scene)
    {
        const QStringList listed{u"Personalausweis"_s, u"Mietvertrag"_s, u"Wohnungsgeberbestätigung"_s, u"Passfoto"_s};
        scene.workplace.take(scene.counter.afterTicks(1, listed, {true, false, false, true}));
        scene.workplace.take(scene.counter.afterTicks(3, listed.first(2), {true, true}));
    }

    static void message(Scene &scene, const QString &name)
    {
        const MessageReceivers receivers{scene.counter.id(), u"Bürgerservice"_s, 6,
                                         scene.workplace.lobby().rows().front()};
        MessageDialog dialog(receivers, scene.workplace, &scene.window);
        keep(dialog.grab().toImage(), u"message-"_s + name);
        inDialog(scene, name, u"away"_s, scene.window.actions().away, 0);
        QTimer::singleShot(0, &scene.window, [name] {
            auto *box = QApplication::activeModalWidget();
            QVERIFY(box);
            keep(box->grab().toImage(), u"close-"_s + name);
            box->close();
        });
        scene.find<QAbstractButton>(u"officeSwitch"_s)->click();
    }

    static void transfer(Scene &scene, const QString &name)
    {
        protocol::clerk::Neighbour cars{OfficeId::fromBits({3, 9}), u"Kfz-Zulassung"_s, {}, u"K"_s, {}, 2, {}};
        cars.view.state = office::PublicState::Occupied;
        cars.clerks = {{{kColleague, {}, u"Herr Meier"_s}, true}};
        const protocol::clerk::Neighbour closed{OfficeId::fromBits({3, 8}), u"Standesamt"_s, {}, u"S"_s, {}, 0, {}};
        TransferDialog dialog(u"B 001"_s, scene.workplace, &scene.window);
        dialog.show({cars, closed});
        auto *list = dialog.findChild<QTreeWidget *>();
        list->setCurrentItem(list->topLevelItem(0));
        keep(dialog.grab().toImage(), u"transfer-"_s + name);
        scene.workplace.town().learn({cars});
        scene.workplace.take(scene.counter.after(office::ProposeTransfer{kMe, ticketId(1), 1, cars.id, {}}));
        shoot(scene, u"transferring-"_s + name);
    }

    static void inDialog(Scene &scene, const QString &name, const QString &what, QAction *action, int row)
    {
        scene.find<QTableView>(u"lobbyTable"_s)->selectRow(row);
        QTimer::singleShot(0, &scene.window, [name, what] {
            auto *dialog = QApplication::activeModalWidget();
            QVERIFY(dialog);
            keep(dialog->grab().toImage(), what + u'-' + name);
            dialog->close();
        });
        QVERIFY2(action->isEnabled(), qPrintable(what));
        action->trigger();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(clerk::app::loadWords(m_words, u"de"_s));
        QCoreApplication::installTranslator(&m_words);
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    }

    void paintsTheLobbyOfABusyMorning_data() { paintsEveryScreen_data(); }
    void paintsTheLobbyOfABusyMorning()
    {
        QFETCH(QPalette, palette);
        QFETCH(QString, name);
        QApplication::setPalette(palette);
        Scene scene;
        fill(scene);
        crowd(scene);
        papers(scene);
        const Instant now = scene.clock.now();
        scene.workplace.take(scene.counter.after(office::SetWindow{office::Window{now, now + minutes(90)}}));
        auto *table = scene.find<QTableView>(u"lobbyTable"_s);
        table->setFocus();
        shoot(scene, u"morning-"_s + name);
        table->selectRow(0);
        shoot(scene, u"papers-"_s + name);
        message(scene, name);
        table->selectRow(table->model()->rowCount() - 1);
        shoot(scene, u"missed-"_s + name);
        inDialog(scene, name, u"priority"_s, scene.window.actions().prioritise, 1);
        scene.workplace.take(scene.counter.after(office::CallNext{kMe}));
        shoot(scene, u"answers-"_s + name);
        inDialog(scene, name, u"park"_s, scene.window.actions().park, 0);
        scene.window.resize(700, 560);
        shoot(scene, u"answers-narrow-"_s + name);
        scene.window.resize(1180, 740);
        scene.enter(1);
        transfer(scene, name);
    }

    void paintsEveryScreen_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::addColumn<QString>("name");
        QTest::newRow("light") << QApplication::style()->standardPalette() << u"light"_s;
        QTest::newRow("dark") << dark() << u"dark"_s;
        QTest::newRow("high contrast") << highContrast() << u"contrast"_s;
    }
    void paintsEveryScreen()
    {
        QFETCH(QPalette, palette);
        QFETCH(QString, name);
        QApplication::setPalette(palette);
        Scene scene;
        scene.window.showSignIn();
        scene.window.signInPage().fill(u"buergerbuero.musterland.example"_s, u"schmidt"_s, true);
        scene.window.signInPage().tell(
            QCoreApplication::translate("sprechtag::clerk::app::SessionKeeper", "Name or password is wrong."));
        shoot(scene, u"signin-"_s + name);
        scene.window.showSetup();
        scene.window.setupPage().ask(u"buergerbuero.musterland.example"_s);
        shoot(scene, u"setup-"_s + name);
        scene.window.showSecondFactor();
        scene.window.secondFactorPage().ask({});
        shoot(scene, u"code-"_s + name);
        scene.window.secondFactorPage().ask(PhoneEnrolment{
            Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"),
            Secret("otpauth://totp/Landkreis%20Musterland:schmidt?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                   "&issuer=Landkreis%20Musterland&algorithm=SHA1&digits=6&period=30")});
        shoot(scene, u"enrolment-"_s + name);
        scene.window.showNewPassword();
        scene.window.newPasswordPage().ask();
        shoot(scene, u"password-"_s + name);
        scene.window.newPasswordPage().refuse(
            QCoreApplication::translate("sprechtag::clerk::app::SessionKeeper",
                                        "Whoever guesses tries this password first. Choose another, such as four words "
                                        "that do not belong together."));
        shoot(scene, u"password-refused-"_s + name);
        RecoveryCodesDialog codes(QList<Secret>(10, Secret("7k2m-0xqd-h4wn-c91s")), &scene.window);
        codes.show();
        QCoreApplication::processEvents();
        keep(codes.grab().toImage(), u"recovery-"_s + name);
        codes.hide();
        scene.window.showDesk();
        shoot(scene, u"empty-"_s + name);
        fill(scene);
        scene.find<QWidget>(u"lobbyTable"_s)->setFocus();
        shoot(scene, u"lobby-"_s + name);
        scene.workplace.take(scene.counter.after(office::CallNext{kMe}));
        shoot(scene, u"called-"_s + name);
        scene.enter(1);
        scene.clock.passed += seconds(187);
        QTRY_VERIFY(scene.find<QLabel>(u"visitState"_s)->text().contains(u"3:07"_s));
        shoot(scene, u"call-"_s + name);
        shootFarewell(scene, u"farewell-"_s + name);
        scene.window.resize(900, 640);
        shoot(scene, u"call-narrow-"_s + name);
        scene.workplace.setLine({clerk::model::LineState::Waiting, {}, clerk::model::LineTrouble::Lost, seconds(2)});
        shoot(scene, u"lost-"_s + name);
    }
};

QTEST_MAIN(ScreensTest)
#include "ScreensTest.moc"
