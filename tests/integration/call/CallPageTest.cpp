// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/call/CallSurface.h"
#include "clerk-app/call/CallSurfaceFactory.h"
#include "tests/unit/clerk-app/call/WebEngineTestMain.h"

#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace sprechtag;
using namespace sprechtag::call;

//! The call page that is built into the app, in the app's own web engine.
class CallPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensCameraAndMicrophoneBeforeTheFirstCall();
};

namespace {
constexpr int kPatience = 20000;
}

void CallPageTest::opensCameraAndMicrophoneBeforeTheFirstCall()
{
    const std::unique_ptr<CallSurface> surface = createCallSurface();
    QSignalSpy ready(surface.get(), &CallSurface::ready);
    QSignalSpy media(surface.get(), &CallSurface::mediaChanged);
    QSignalSpy devices(surface.get(), &CallSurface::devicesChanged);
    QSignalSpy problem(surface.get(), &CallSurface::mediaProblem);
    surface->configure({});
    surface->warm(true);
    surface->widget()->show();
    QVERIFY(ready.wait(kPatience));
    const protocol::MediaState open{.microphone = true, .camera = true, .screen = false};
    QTRY_VERIFY_WITH_TIMEOUT(!media.isEmpty() && media.last().at(0).value<protocol::MediaState>() == open, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!devices.isEmpty(), kPatience);
    QCOMPARE(problem.count(), 0);
}

int main(int argc, char *argv[])
{
    CallPageTest test;
    return runWithWebEngine(test, argc, argv);
}

#include "CallPageTest.moc"
