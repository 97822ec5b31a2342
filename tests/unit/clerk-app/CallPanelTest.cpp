// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/CallPanel.h"

#include "clerk-app/view/Announce.h"
#include "clerk-app/view/DeskPage.h"
#include "clerk-app/view/Notice.h"
#include "tests/unit/clerk-app/AppKit.h"
#include "tests/unit/clerk-app/WindowKit.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
using namespace sprechtag::clerk::view;
using sprechtag::clerk::model::LineTrouble;
namespace wire = sprechtag::protocol::clerk;

namespace {

QStringList said; // since it was last asked for
QStringList heard()
{
    return std::exchange(said, {});
}

} // namespace

//! In the place of the one that speaks, which is left out of this program: writes down.
void sprechtag::clerk::view::announce(QLabel *label)
{
    said.append(label->text());
}

namespace {

//! A picture is there, and Kim waits.
struct Call : Scene
{
    RecordingSurface surface;
    CallPanel &panel = window.desk().callPanel();

    Call()
    {
        panel.attach(surface);
        draw(1, u"Kim"_s);
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no window");
    }
    void leave(std::uint64_t n) { workplace.take(counter.after(office::Leave{ticketId(n)})); }
    [[nodiscard]] QString text(const QString &name) { return find<QLabel>(name)->text(); }
};

} // namespace

class CallPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        heard();
        Notice &notice = call.window.desk().notice();
        notice.tellOfProgress(u"Message sent."_s);
        for (int shown = 1; shown <= 60; ++shown)
            call.workplace.take(protocol::clerk::MessageStatus{call.counter.id(), 60, shown});
        QCOMPARE(notice.text(), u"Message sent, shown to 60 of 60."_s);
        QCOMPARE(heard(), QStringList{u"Message sent."_s});
        notice.clear();
        call.workplace.take(protocol::clerk::MessageStatus{call.counter.id(), 60, 60});
        QVERIFY2(notice.text().isEmpty(), "it does not come back by itself");
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
        QTest::newRow("interrupted") << call::LineState::Interrupted << u"Line interrupted, connecting again …"_s;
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
        QCOMPARE(heard(), QStringList({u"Line interrupted, connecting again …"_s}));
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
