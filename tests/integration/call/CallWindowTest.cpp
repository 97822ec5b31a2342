// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/call/CallSurface.h"
#include "clerk-app/call/CallSurfaceFactory.h"
#include "tests/unit/clerk-app/call/WebEngineTestMain.h"

#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWidget>

using namespace sprechtag::call;

//! The native window that the call comes into; on a real display, because Qt has no such windows without one.
class CallWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysTheSameWhenThePictureComesIn();
};

void CallWindowTest::staysTheSameWhenThePictureComesIn()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    prepareWindowForCalls(window);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const WId before = window.winId();

    const std::unique_ptr<CallSurface> surface = createCallSurface();
    QSignalSpy ready(surface.get(), &CallSurface::ready);
    layout->addWidget(surface->widget());
    QTRY_VERIFY(surface->widget()->isVisible());
    QVERIFY(ready.wait(20000));
    QCOMPARE(window.winId(), before);
}

int main(int argc, char *argv[])
{
    CallWindowTest test;
    return runWithWebEngine(test, argc, argv);
}

#include "CallWindowTest.moc"
