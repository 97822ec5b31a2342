// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/clerk-app/call/WebEngineTestMain.h"

#include "clerk-app/call/CallScheme.h"

#include <QApplication>
#include <QTest>

#include <unistd.h>

int runWithWebEngine(QObject &test, int argc, char *argv[])
{
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu --use-fake-device-for-media-stream");
    // Chromium's sandbox refuses to work for root, which containers often are.
    if (::geteuid() == 0)
        qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
    sprechtag::call::registerCallScheme();
    const QApplication app(argc, argv);
    return QTest::qExec(&test, argc, argv);
}
