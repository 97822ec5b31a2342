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
    void opensThemAgainBeforeTheNextOne();
    void keepsTheCameraOffThatTheClerkTurnedOff();
};

namespace {
constexpr int kPatience = 20000;
constexpr protocol::MediaState kOpen{.microphone = true, .camera = true, .screen = false};
constexpr protocol::MediaState kNoCamera{.microphone = true, .camera = false, .screen = false};
constexpr protocol::MediaState kShut{};

//! What the page says that it sends, last.
bool says(const QSignalSpy &media, const protocol::MediaState &state)
{
    return !media.isEmpty() && media.last().at(0).value<protocol::MediaState>() == state;
}
} // namespace

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
    QTRY_VERIFY_WITH_TIMEOUT(says(media, kOpen), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!devices.isEmpty(), kPatience);
    QCOMPARE(problem.count(), 0);
}

void CallPageTest::opensThemAgainBeforeTheNextOne()
{
    const std::unique_ptr<CallSurface> surface = createCallSurface();
    QSignalSpy media(surface.get(), &CallSurface::mediaChanged);
    surface->warm(true);
    QTRY_VERIFY_WITH_TIMEOUT(says(media, kOpen), kPatience);
    surface->warm(false);
    QTRY_VERIFY_WITH_TIMEOUT(says(media, kShut), kPatience);
    surface->warm(true);
    QTRY_VERIFY_WITH_TIMEOUT(says(media, kOpen), kPatience);
}

void CallPageTest::keepsTheCameraOffThatTheClerkTurnedOff()
{
    const std::unique_ptr<CallSurface> surface = createCallSurface();
    QSignalSpy media(surface.get(), &CallSurface::mediaChanged);
    surface->warm(true);
    QTRY_VERIFY_WITH_TIMEOUT(says(media, kOpen), kPatience);
    surface->setCamera(false);
    QTRY_VERIFY_WITH_TIMEOUT(says(media, kNoCamera), kPatience);
    surface->warm(false);
    QTRY_VERIFY_WITH_TIMEOUT(says(media, kShut), kPatience);
    surface->warm(true);
    QTRY_VERIFY_WITH_TIMEOUT(says(media, kNoCamera), kPatience);
}

int main(int argc, char *argv[])
{
    CallPageTest test;
    return runWithWebEngine(test, argc, argv);
}

#include "CallPageTest.moc"
