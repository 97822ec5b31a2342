// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/Actions.h"
#include "clerk-app/view/GuestsPanel.h"
#include "clerk-app/view/Notice.h"
#include "tests/unit/clerk-app/CallKit.h"

#include <QAction>
#include <QApplication>
#include <QLayout>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
using namespace sprechtag::clerk::view;
using sprechtag::clerk::model::LineTrouble;
namespace wire = sprechtag::protocol::clerk;

class CallPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatIsNotTicked()
    {
        Call call;
        call.call();
        QVERIFY(!call.find<QLabel>(u"visitPapers"_s)->isVisible());
        call.workplace.take(call.counter.afterTicks(1, {u"Ausweis"_s, u"Mietvertrag"_s}, {true, false}));
        QVERIFY(call.find<QLabel>(u"visitPapers"_s)->isVisible());
        QCOMPARE(call.text(u"visitPapers"_s), u"Papers: 1 of 2. Not ticked: Mietvertrag"_s);
        call.enter(1);
        call.workplace.take(call.counter.afterTicks(1, {u"Ausweis"_s, u"Mietvertrag"_s}, {true, true}));
        QCOMPARE(call.text(u"visitPapers"_s), u"Papers: 2 of 2"_s);
    }

    void staysWithThePersonWhenTheAnswersGo()
    {
        Call call;
        call.call();
        auto *appeared = call.find<QToolButton>(u"appearedButton"_s);
        appeared->setFocus();
        QTest::keyClick(appeared, Qt::Key_Space);
        call.enter(1);
        QVERIFY(!appeared->isVisible());
        QCOMPARE(QApplication::focusWidget(), call.find<QWidget>(u"visitWho"_s));
    }

    void saysOnceThatAMessageIsOnItsWay()
    {
        Call call;
        (void)heard();
        Notice &notice = call.window.desk().notice();
        notice.tellOfProgress(call.counter.id(), u"Message sent."_s);
        for (int shown = 1; shown <= 60; ++shown)
            call.workplace.take(protocol::clerk::MessageStatus{call.counter.id(), 60, shown});
        QCOMPARE(notice.text(), u"Message sent, shown to 60 of 60."_s);
        QCOMPARE(heard(), QStringList{u"Message sent."_s});
        notice.clear();
        call.workplace.take(protocol::clerk::MessageStatus{call.counter.id(), 60, 60});
        QVERIFY2(notice.text().isEmpty(), "it does not come back by itself");
    }

    void leavesThePictureItsRoom()
    {
        Call scene;
        scene.call();
        scene.enter(1);
        scene.makeWide(150);
        const auto &actions = scene.window.actions();
        actions.writing->trigger();
        QVERIFY(scene.find<QWidget>(u"textPanel"_s)->isVisible());
        actions.guests->trigger();
        QVERIFY(!scene.find<QWidget>(u"textPanel"_s)->isVisible());
        QVERIFY(!actions.writing->isChecked());
        QVERIFY(scene.find<QWidget>(u"guestsPanel"_s)->isVisible());
        scene.makeWide(260);
        actions.writing->trigger();
        QVERIFY(scene.find<QWidget>(u"textPanel"_s)->isVisible());
        QVERIFY(scene.find<QWidget>(u"guestsPanel"_s)->isVisible());
        scene.makeWide(150);
        QVERIFY(scene.find<QWidget>(u"textPanel"_s)->isVisible());
        QVERIFY(!scene.find<QWidget>(u"guestsPanel"_s)->isVisible());
    }

    void takesNobodyFromTheKeyboard()
    {
        Call scene;
        scene.call();
        scene.enter(1);
        scene.makeWide(150);
        const auto &actions = scene.window.actions();
        actions.writing->trigger();
        auto *field = QApplication::focusWidget();
        QVERIFY(scene.find<QWidget>(u"textPanel"_s)->isAncestorOf(field));
        auto *guests = scene.find<GuestsPanel>(u"guestsPanel"_s);
        Q_EMIT guests->wanted();
        QVERIFY(!guests->isVisible());
        QCOMPARE(QApplication::focusWidget(), field);
        scene.find<QToolButton>(u"microphoneButton"_s)->setFocus();
        Q_EMIT guests->wanted();
        QVERIFY(guests->isVisible());
        QVERIFY(!scene.find<QWidget>(u"textPanel"_s)->isVisible());
        QCOMPARE(QApplication::focusWidget(), scene.find<QToolButton>(u"microphoneButton"_s));
    }

    void keepsWhatThePictureSaidBeforeItWasShown()
    {
        Call scene;
        scene.window.actions().callNext->trigger();
        scene.call();
        scene.port.take<wire::CallNext>().then(clerk::connection::Answer{});
        Q_EMIT scene.surface.peerMediaChanged({true, false, false});
        Q_EMIT scene.surface.lineChanged(call::LineState::Connected);
        scene.window.desk().settle();
        QVERIFY(scene.text(u"visitPeer"_s).contains(u"camera off"_s));
        scene.leave(1);
        QVERIFY(scene.text(u"visitPeer"_s).isEmpty());
    }

    void saysHowTheCallStands_data()
    {
        QTest::addColumn<call::LineState>("line");
        QTest::addColumn<QString>("text");
        QTest::newRow("connected") << call::LineState::Connected << u"In conversation: 0:08 min"_s;
        QTest::newRow("interrupted") << call::LineState::Interrupted
                                     << u"Line interrupted, connecting again, 1:00 left"_s;
        QTest::newRow("failed") << call::LineState::Failed << u"No picture and no sound"_s;
    }
    void saysHowTheCallStands()
    {
        QFETCH(call::LineState, line);
        QFETCH(QString, text);
        Call scene;
        scene.call();
        QCOMPARE(scene.text(u"visitState"_s), u"Called, 1:00 left"_s);
        scene.enter(1);
        scene.clock.passed += seconds(8);
        Q_EMIT scene.surface.lineChanged(line);
        QTRY_COMPARE(scene.text(u"visitState"_s), text);
    }

    void saysHowGoodTheLineIsAndWhatHelps()
    {
        using namespace sprechtag::call;
        Call scene;
        scene.call();
        scene.enter(1);
        Q_EMIT scene.surface.mediaChanged({true, true, false});
        Q_EMIT scene.surface.lineChanged(LineState::Connected);
        auto *notice = scene.find<QWidget>(u"lineNotice"_s);
        auto *off = scene.find<QToolButton>(u"lineVideoOffButton"_s);
        QCOMPARE(scene.text(u"visitLine"_s), u"Line: good"_s);
        QVERIFY(notice->isHidden());
        (void)heard();
        Q_EMIT scene.surface.lineQualityChanged({LineLevel::Weak, PictureShare::Less});
        QCOMPARE(scene.text(u"visitLine"_s), u"Line: weak"_s);
        QCOMPARE(heard(), QStringList({u"The line is weak."_s}));
        QVERIFY(off->isVisible());
        Q_EMIT scene.surface.lineQualityChanged({LineLevel::Bad, PictureShare::None});
        QCOMPARE(scene.text(u"visitLine"_s), u"Line: bad"_s);
        QVERIFY(scene.text(u"lineText"_s).contains(u"not being sent"_s));
        off->click();
        QCOMPARE(scene.surface.told.last(), u"camera off"_s);
        Q_EMIT scene.surface.mediaChanged({true, false, false});
        QVERIFY(!off->isVisible());
        Q_EMIT scene.surface.lineChanged(LineState::Failed);
        QVERIFY(scene.text(u"visitLine"_s).isEmpty());
        QVERIFY(scene.text(u"lineText"_s).contains(u"call back"_s));
        scene.leave(1);
        QVERIFY(notice->isHidden());
        QVERIFY(scene.text(u"visitLine"_s).isEmpty());
    }

    void tellsOfADeadPictureOnlyInACall()
    {
        Call scene;
        QSignalSpy troubled(&scene.panel, &CallPanel::troubled);
        Q_EMIT scene.surface.surfaceFailed();
        QCOMPARE(troubled.size(), 0);
        scene.call();
        Q_EMIT scene.surface.surfaceFailed();
        QCOMPARE(troubled.size(), 1);
        scene.leave(1);
        Q_EMIT scene.surface.surfaceFailed();
        QCOMPARE(troubled.size(), 1);
    }

    void controlsTheVisitorOfAConversationAlone()
    {
        Call scene;
        const auto &actions = scene.window.actions();
        const QList<QAction *> controls{actions.hold, actions.muteVisitor, actions.visitorCamera, actions.visitorShare,
                                        actions.sight};
        scene.call();
        for (const QAction *action : controls)
            QVERIFY2(!action->isEnabled(), qPrintable(action->objectName()));
        QVERIFY(!scene.find<QToolButton>(u"holdButton"_s)->isVisible());
        scene.enter(1);
        for (const QAction *action : controls)
            QVERIFY2(action->isEnabled() && !action->isChecked(), qPrintable(action->objectName()));
        QVERIFY(scene.find<QToolButton>(u"visitorButton"_s)->isVisible());
        QCOMPARE(scene.find<QToolButton>(u"visitorButton"_s)->menu()->actions(), controls);
    }

    void asksTheServerAndShowsWhatItHasAgreedTo()
    {
        Call scene;
        scene.call();
        scene.enter(1);
        const auto &actions = scene.window.actions();
        actions.muteVisitor->trigger();
        QVERIFY2(!actions.muteVisitor->isChecked(), "nobody has agreed yet");
        // A second wish of the same moment does not take back the first.
        actions.visitorShare->trigger();
        const auto first = scene.port.take<wire::ControlCall>();
        const auto second = scene.port.take<wire::ControlCall>();
        QCOMPARE(std::get<wire::ControlCall>(first.command).control, (office::CallControl{.muted = true}));
        const office::CallControl both{.muted = true, .mayShare = true};
        QCOMPARE(std::get<wire::ControlCall>(second.command).control, both);
        QCOMPARE(std::get<wire::ControlCall>(second.command).epoch, office::Epoch(1));
        scene.control(both);
        QVERIFY(actions.muteVisitor->isChecked() && actions.visitorShare->isChecked());
        QCOMPARE(scene.text(u"visitPeer"_s), u"On the other side: microphone locked, may share the screen"_s);
        first.then(clerk::connection::Answer{});
        second.then(clerk::connection::Answer{});
        actions.muteVisitor->trigger();
        QCOMPARE(std::get<wire::ControlCall>(scene.port.take<wire::ControlCall>().command).control,
                 (office::CallControl{.mayShare = true}));
    }

    void aRefusedWishChangesNothing()
    {
        Call scene;
        scene.call();
        scene.enter(1);
        scene.window.actions().hold->trigger();
        protocol::ErrorMessage full;
        full.code = protocol::ErrorCode::StorageFull;
        scene.port.take<wire::ControlCall>().then(Failure(clerk::connection::CommandError(full)));
        QVERIFY(!scene.window.actions().hold->isChecked());
        QVERIFY(!scene.window.desk().notice().text().isEmpty());
        scene.window.actions().muteVisitor->trigger();
        QCOMPARE(std::get<wire::ControlCall>(scene.port.take<wire::ControlCall>().command).control,
                 (office::CallControl{.muted = true}));
    }

    void onHoldTheButtonGoesOn()
    {
        Call scene;
        scene.call();
        scene.enter(1);
        Q_EMIT scene.surface.peerMediaChanged({true, true, false});
        (void)heard();
        const auto *button = scene.find<QToolButton>(u"holdButton"_s);
        QVERIFY(!button->isVisible());
        scene.control({.onHold = true});
        QVERIFY(button->isVisible());
        QVERIFY2(!scene.find<QToolButton>(u"shareButton"_s)->isVisible(), "there is no room for both");
        QCOMPARE(heard(), QStringList({u"On hold: nobody hears or sees the other"_s}));
        QCOMPARE(button->text(), u"Go on"_s);
        QVERIFY(button->isChecked());
        Q_EMIT scene.surface.peerMediaChanged({false, false, false});
        QVERIFY2(scene.text(u"visitPeer"_s).isEmpty(), "that nothing comes is what a hold is");
        QTest::keyClick(&scene.window, Qt::Key_H, Qt::ControlModifier);
        QCOMPARE(std::get<wire::ControlCall>(scene.port.take<wire::ControlCall>().command).control,
                 office::CallControl{});
        scene.control({});
        QVERIFY(!button->isVisible());
        QVERIFY(scene.find<QToolButton>(u"shareButton"_s)->isVisible());
        QCOMPARE(heard(), QStringList({u"In conversation: 0:00 min"_s}));
    }

    void tellsWhatTheOtherSideDoes_data()
    {
        QTest::addColumn<office::CallControl>("control");
        QTest::addColumn<bool>("screen");
        QTest::addColumn<QString>("text");
        QTest::newRow("locked") << office::CallControl{.muted = true, .cameraOff = true} << false
                                << u"On the other side: microphone locked, camera locked"_s;
        QTest::newRow("off by the visitor")
            << office::CallControl{} << false << u"On the other side: microphone off, camera off"_s;
        QTest::newRow("shares") << office::CallControl{.mayShare = true} << true
                                << u"On the other side: microphone off, camera off, shares the screen"_s;
        QTest::newRow("says to share and may not")
            << office::CallControl{} << true << u"On the other side: microphone off, camera off"_s;
    }
    void tellsWhatTheOtherSideDoes()
    {
        QFETCH(office::CallControl, control);
        QFETCH(bool, screen);
        QFETCH(QString, text);
        Call scene;
        scene.call();
        scene.enter(1);
        Q_EMIT scene.surface.peerMediaChanged({false, false, screen});
        if (control != office::CallControl{})
            scene.control(control);
        QCOMPARE(scene.text(u"visitPeer"_s), text);
    }

    void switchesSharingOffThatDidNotBegin()
    {
        Call scene;
        scene.call();
        QAction *share = scene.window.actions().share;
        share->trigger();
        QCOMPARE(scene.surface.told.last(), u"share"_s);
        QVERIFY(share->isChecked());
        Q_EMIT scene.surface.shareEnded();
        QVERIFY(!share->isChecked());
    }

    void saysThatTheScreenIsShownAndPausesIt()
    {
        Call scene;
        scene.call();
        scene.enter(1);
        auto *bar = scene.find<QWidget>(u"shareBar"_s);
        auto *pause = scene.find<QPushButton>(u"sharePauseButton"_s);
        QVERIFY(bar->isHidden());
        QVERIFY(!scene.window.actions().sharePause->isEnabled());
        const auto frame = [&scene] { return scene.find<QWidget>(u"callStage"_s)->layout()->contentsMargins().left(); };
        QCOMPARE(frame(), 0);

        (void)heard();
        Q_EMIT scene.surface.mediaChanged({true, true, true});
        QVERIFY(bar->isVisible());
        QVERIFY(frame() > 0);
        QCOMPARE(heard(), QStringList{u"Your screen is shown to the visitor."_s});
        Q_EMIT scene.surface.mediaChanged({false, true, true});
        QCOMPARE(heard(), QStringList());
        QTest::keyClick(pause, Qt::Key_Space);
        QCOMPARE(scene.surface.told.last(), u"pause share"_s);

        Q_EMIT scene.surface.sharePaused(true);
        QCOMPARE(heard(), QStringList{u"Paused: the visitor keeps seeing the last picture."_s});
        QCOMPARE(pause->accessibleName(), u"Go on sharing"_s);
        scene.window.actions().sharePause->trigger();
        QCOMPARE(scene.surface.told.last(), u"go on sharing"_s);
        Q_EMIT scene.surface.sharePaused(false);
        QCOMPARE(pause->accessibleName(), u"Pause the sharing"_s);

        scene.find<QPushButton>(u"shareStopButton"_s)->click();
        QCOMPARE(scene.surface.told.last(), u"stop share"_s);
        Q_EMIT scene.surface.shareEnded();
        QVERIFY(bar->isHidden());
        QCOMPARE(frame(), 0);
        QVERIFY(!scene.window.actions().sharePause->isEnabled());
    }

    void theNextConversationBeginsWithoutAScreen()
    {
        Call scene;
        scene.call();
        scene.enter(1);
        Q_EMIT scene.surface.mediaChanged({true, true, true});
        Q_EMIT scene.surface.sharePaused(true);
        scene.leave(1);
        QVERIFY(scene.find<QWidget>(u"shareBar"_s)->isHidden());
        QVERIFY(!scene.window.actions().sharePause->isEnabled());
    }

    void takesTheKeyboardIntoTheCallAndBack()
    {
        Call scene;
        scene.draw(2, u"Sascha"_s);
        scene.find<QWidget>(u"callNextButton"_s)->setFocus();
        scene.call();
        QCOMPARE(QApplication::focusWidget()->objectName(), u"visitWho"_s);
        QVERIFY(scene.find<QLabel>(u"visitWho"_s)->accessibleDescription().contains(u"1:00"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(scene.panel.isAncestorOf(QApplication::focusWidget()));
        scene.leave(1);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"callNextButton"_s);
        scene.call();
        scene.leave(2);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"lobbyTable"_s);
    }

    void leavesTheKeyboardWhereTheClerkHasPutIt()
    {
        Call scene;
        scene.call();
        scene.find<QWidget>(u"lobbyTable"_s)->setFocus();
        scene.enter(1);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"lobbyTable"_s);
    }

    void speaksOfWhatChangesAndNotOfEverySecond()
    {
        Call scene;
        (void)heard();
        scene.call();
        QCOMPARE(heard(), QStringList({u"Called, 1:00 left"_s}));
        scene.clock.passed += seconds(5);
        QTRY_COMPARE(scene.text(u"visitState"_s), u"Called, 0:55 left"_s);
        QCOMPARE(heard(), QStringList());
        scene.enter(1);
        QCOMPARE(heard(), QStringList({u"In conversation: 0:00 min"_s}));
        Q_EMIT scene.surface.lineChanged(call::LineState::Interrupted);
        Q_EMIT scene.surface.lineChanged(call::LineState::Interrupted);
        QCOMPARE(heard(), QStringList({u"Line interrupted, connecting again, 1:00 left"_s}));
        scene.clock.passed += seconds(18);
        QTRY_COMPARE(scene.text(u"visitState"_s), u"Line interrupted, connecting again, 0:42 left"_s);
        QVERIFY(heard().isEmpty());
        Q_EMIT scene.surface.lineChanged(call::LineState::Connected);
        QCOMPARE(heard().size(), 1);
    }

    void speaksOfTheLineToTheServerOnceADisturbance()
    {
        Call scene;
        (void)heard();
        using clerk::model::LineState;
        const auto line = [&scene](LineState state, LineTrouble trouble) {
            scene.workplace.setLine({state, {}, trouble, {}});
        };
        line(LineState::Waiting, LineTrouble::Unreachable);
        const QString gone = u"The server cannot be reached – trying again …"_s;
        QCOMPARE(heard(), QStringList({gone}));
        for (int attempt = 0; attempt < 3; ++attempt) {
            line(LineState::Connecting, LineTrouble::Unreachable);
            line(LineState::Waiting, LineTrouble::Unreachable);
        }
        QCOMPARE(heard(), QStringList());
        scene.online();
        QCOMPARE(heard(), QStringList({u"Connected"_s}));
    }

    void doesNothingTwiceWhileAKeyIsHeld()
    {
        Scene scene;
        for (const QAction *action : scene.window.actions().findChildren<QAction *>())
            QVERIFY2(!action->autoRepeat(), qPrintable(action->objectName()));
    }
};

QTEST_MAIN(CallPanelTest)
#include "CallPanelTest.moc"
