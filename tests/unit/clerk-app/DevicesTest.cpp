// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/CallPanel.h"
#include "clerk-app/view/DeskPage.h"
#include "clerk-app/view/DevicesMenu.h"
#include "clerk-app/view/TalkKey.h"
#include "tests/unit/clerk-app/AppKit.h"
#include "tests/unit/clerk-app/WindowKit.h"

#include <QKeyEvent>
#include <QSignalSpy>
#include <QToolButton>
#include <QWindow>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
using namespace sprechtag::clerk::view;
using call::Device;
using call::DeviceKind;
using call::SwitchReason;

namespace {

const QList<Device> kDevices{{DeviceKind::Microphone, u"m1"_s, u"Desk"_s, true},
                             {DeviceKind::Microphone, u"m2"_s, u"Head & set"_s, false},
                             {DeviceKind::Camera, u"c1"_s, {}, true},
                             {DeviceKind::Speaker, u"s1"_s, u"Room"_s, false}};

//! In a call with Kim, the microphone on.
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
        call();
        enter(1);
        Q_EMIT surface.mediaChanged({true, true, false});
        surface.told.clear();
    }
    void hold(Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyPress(window.windowHandle(), TalkKey::kKey, modifiers);
    }
    void letGo(Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyRelease(window.windowHandle(), TalkKey::kKey, modifiers);
    }
    void mute()
    {
        window.actions().microphone->trigger();
        Q_EMIT surface.mediaChanged({false, true, false});
        surface.told.clear();
    }
    [[nodiscard]] DevicesMenu &menu() { return *find<DevicesMenu>(u"devicesMenu"_s); }
};

QAction *item(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text() == text)
            return action;
    }
    qFatal("no %s", qPrintable(text));
}

} // namespace

class DevicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersWhatMayBeBehindTheClerk()
    {
        using call::Background;
        using call::BackgroundReason;
        Call scene;
        QSignalSpy troubled(&scene.panel, &CallPanel::troubled);
        scene.menu().offerBackgrounds({Background::None, Background::Blur, Background::Picture}, Background::None);
        QVERIFY(item(scene.menu(), u"As it is"_s)->isChecked());
        item(scene.menu(), u"Picture of the authority"_s)->trigger();
        QCOMPARE(scene.surface.told.last(), u"background 2"_s);
        Q_EMIT scene.surface.backgroundChanged(Background::Picture, BackgroundReason::Chosen);
        QVERIFY(item(scene.menu(), u"Picture of the authority"_s)->isChecked());
        QCOMPARE(troubled.size(), 0);
        Q_EMIT scene.surface.backgroundChanged(Background::None, BackgroundReason::Slow);
        QVERIFY(item(scene.menu(), u"As it is"_s)->isChecked());
        QVERIFY(troubled.takeFirst().first().toString().contains(u"too slow"_s));
        Q_EMIT scene.surface.backgroundChanged(Background::None, BackgroundReason::Unsupported);
        QVERIFY(troubled.takeFirst().first().toString().contains(u"cannot be shown"_s));
    }

    void leavesNoChoiceWhereTheBackgroundIsLaidDown()
    {
        Call scene;
        scene.menu().offerBackgrounds({call::Background::Blur}, call::Background::Blur);
        QVERIFY(!item(scene.menu(), u"Blurred"_s)->isEnabled());
        QVERIFY(item(scene.menu(), u"Blurred"_s)->isChecked());
        for (const QAction *action : scene.menu().actions())
            QVERIFY(action->text() != u"As it is"_s);
    }

    void offersWhatThereIs()
    {
        Call scene;
        Q_EMIT scene.surface.devicesChanged(kDevices);
        QVERIFY(item(scene.menu(), u"Desk"_s)->isChecked());
        QVERIFY(!item(scene.menu(), u"Head && set"_s)->isChecked());
        QSignalSpy chosen(&scene.panel, &CallPanel::deviceChosen);
        item(scene.menu(), u"Head && set"_s)->trigger();
        QCOMPARE(scene.surface.told, QStringList{u"choose m2"_s});
        QCOMPARE(chosen.takeFirst().first().value<Device>(), kDevices.at(1));
    }

    void callsAnUnnamedDeviceByItsKind()
    {
        Call scene;
        Q_EMIT scene.surface.devicesChanged(kDevices);
        int cameras = 0;
        for (const QAction *action : scene.menu().actions())
            cameras += !action->isSeparator() && action->text() == u"Camera"_s ? 1 : 0;
        QCOMPARE(cameras, 1);
    }

    void forgetsWhatWasPulledOut()
    {
        Call scene;
        Q_EMIT scene.surface.devicesChanged(kDevices);
        Q_EMIT scene.surface.devicesChanged(kDevices.mid(0, 1));
        QStringList names;
        for (const QAction *action : scene.menu().actions()) {
            if (action->isCheckable())
                names.append(action->text());
        }
        QCOMPARE(names, QStringList({u"Desk"_s, u"As it is"_s, u"Blurred"_s}));
    }

    void testsTheLoudspeaker()
    {
        Call scene;
        Q_EMIT scene.surface.devicesChanged({});
        scene.find<QAction>(u"testSpeakerAction"_s)->trigger();
        QCOMPARE(scene.surface.told, QStringList{u"test speaker"_s});
    }

    void saysWhatCameInThePlaceOfWhat_data()
    {
        QTest::addColumn<call::DeviceSwitch>("change");
        QTest::addColumn<QString>("text");
        QTest::newRow("a camera that was pulled out")
            << call::DeviceSwitch{DeviceKind::Camera, SwitchReason::Lost, u"A"_s, u"B"_s}
            << u"The camera “A” is no longer connected. You are seen through “B”."_s;
        QTest::newRow("a microphone that was pulled out")
            << call::DeviceSwitch{DeviceKind::Microphone, SwitchReason::Lost, u"%2"_s, u"B"_s}
            << u"The microphone “%2” is no longer connected. You are heard through “B”."_s;
        QTest::newRow("a loudspeaker that was pulled out")
            << call::DeviceSwitch{DeviceKind::Speaker, SwitchReason::Lost, u"A"_s, {}}
            << u"The loudspeaker “A” is no longer connected. The sound comes from the system's own."_s;
        QTest::newRow("a camera that another program holds")
            << call::DeviceSwitch{DeviceKind::Camera, SwitchReason::Refused, u"A"_s, u"B"_s}
            << u"“A” cannot be used, perhaps because of another program. “B” is in use."_s;
        QTest::newRow("a loudspeaker that plays nothing")
            << call::DeviceSwitch{DeviceKind::Speaker, SwitchReason::Refused, u"A"_s, {}}
            << u"“A” cannot be used. The sound comes from the system's own loudspeaker."_s;
        QTest::newRow("one that is back")
            << call::DeviceSwitch{DeviceKind::Microphone, SwitchReason::Back, u"A"_s, u"B"_s}
            << u"“B” is connected again and in use."_s;
    }
    void saysWhatCameInThePlaceOfWhat()
    {
        QFETCH(call::DeviceSwitch, change);
        QFETCH(QString, text);
        Call scene;
        QSignalSpy troubled(&scene.panel, &CallPanel::troubled);
        Q_EMIT scene.surface.deviceSwitched(change);
        QCOMPARE(troubled.size(), 1);
        QCOMPARE(troubled.first().first().toString(), text);
    }

    void isHeardAsLongAsTheKeyIsHeld()
    {
        Call scene;
        scene.mute();
        scene.hold();
        QCOMPARE(scene.surface.told, QStringList{u"microphone on"_s});
        Q_EMIT scene.surface.mediaChanged({true, true, false});
        for (const QEvent::Type type : {QEvent::KeyRelease, QEvent::KeyPress}) { // the keyboard repeats
            QKeyEvent again(type, TalkKey::kKey, Qt::NoModifier, {}, true);
            QCoreApplication::sendEvent(scene.window.windowHandle(), &again);
        }
        scene.letGo();
        QCOMPARE(scene.surface.told, QStringList({u"microphone on"_s, u"microphone off"_s}));
        scene.letGo();
        QCOMPARE(scene.surface.told.size(), 2);
    }

    // A keyboard that repeats under load looks like that.
    void isMuteAgainAfterTwoPressesBeforeAnythingIsTold()
    {
        Call scene;
        scene.mute();
        scene.hold();
        Q_EMIT scene.surface.mediaChanged({true, true, false});
        scene.letGo();
        scene.hold();
        scene.letGo();
        QCOMPARE(scene.surface.told.last(), u"microphone off"_s);
    }

    void isMuteAsLongAsTheKeyIsHeld()
    {
        Call scene;
        scene.hold();
        scene.letGo(Qt::ShiftModifier);
        QCOMPARE(scene.surface.told, QStringList({u"microphone off"_s, u"microphone on"_s}));
    }

    void worksWhereverTheKeyboardIs()
    {
        Call scene;
        for (const QString &name : {u"devicesButton"_s, u"lobbyTable"_s}) {
            scene.find<QWidget>(name)->setFocus();
            scene.surface.told.clear();
            scene.hold();
            scene.letGo();
            QCOMPARE(scene.surface.told.size(), 2);
        }
    }

    void letsGoWhenTheWindowDoes()
    {
        Call scene;
        scene.hold();
        QWidget another;
        another.show();
        another.activateWindow();
        QTRY_COMPARE(scene.surface.told, QStringList({u"microphone off"_s, u"microphone on"_s}));
    }

    void letsGoWithTheCall()
    {
        Call scene;
        scene.hold();
        scene.workplace.take(scene.counter.after(office::Leave{ticketId(1)}));
        QVERIFY(scene.surface.told.contains(u"microphone on"_s));
        scene.surface.told.clear();
        scene.letGo();
        scene.hold();
        QCOMPARE(scene.surface.told, QStringList());
    }

    void countsTheButtonMoreThanTheKey()
    {
        Call scene;
        scene.hold();
        scene.window.actions().microphone->trigger();
        scene.surface.told.clear();
        scene.letGo();
        QCOMPARE(scene.surface.told, QStringList());
    }

    void leavesTheKeyWithOthersToOthers()
    {
        Call scene;
        scene.hold(Qt::ControlModifier);
        QCOMPARE(scene.surface.told, QStringList());
    }

    void namesTheKey()
    {
        Call scene;
        QVERIFY(scene.window.actions().microphone->toolTip().contains(u"F2"_s));
    }
};

QTEST_MAIN(DevicesTest)
#include "DevicesTest.moc"
