// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/CaptureShield.h"

#include <QTest>
#include <QWidget>

#include <map>

using namespace sprechtag::clerk;
using platform::InCaptures;

//! The app's own windows are left out of the pictures of the screen, as long as one is shown.
class CaptureShieldTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leavesOutWhatIsOpenAndWhatOpensMeanwhile()
    {
        std::map<WId, InCaptures> windows;
        app::CaptureShield shield([&windows](WId window, InCaptures how) { windows[window] = how; });
        QWidget lobby;
        lobby.show();
        QWidget notice;
        QVERIFY(windows.empty());

        shield.setSharing(true);
        QCOMPARE(windows, (std::map{std::pair(lobby.winId(), InCaptures::LeftOut)}));
        notice.show();
        QCOMPARE(windows[notice.winId()], InCaptures::LeftOut);

        shield.setSharing(false);
        QCOMPARE(windows[lobby.winId()], InCaptures::Shown);
        QCOMPARE(windows[notice.winId()], InCaptures::Shown);
        QWidget later;
        later.show();
        QVERIFY(!windows.contains(later.winId()));
    }

    void aSystemThatCannotIsAskedAllTheSame()
    {
        QWidget window;
        window.show();
        platform::setInCaptures(window.winId(), InCaptures::LeftOut);
        platform::setInCaptures(window.winId(), InCaptures::Shown);
        QVERIFY(window.isVisible());
    }
};

QTEST_MAIN(CaptureShieldTest)
#include "CaptureShieldTest.moc"
