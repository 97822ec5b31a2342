// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/call/CallHardening.h"

#include <QTest>

using namespace sprechtag::call;
using namespace Qt::StringLiterals;

//! What a release does with switches in its environment: nothing. Built with the lockdown of a release.
class LockdownTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void switchesForDebuggingAreIgnored_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("a port for a debugger") << "QTWEBENGINE_REMOTE_DEBUGGING"_ba
                                               << "9222"_ba;
        QTest::newRow("switches of the engine") << "QTWEBENGINE_CHROMIUM_FLAGS"_ba
                                                << "--no-sandbox --remote-debugging-port=9222"_ba;
        QTest::newRow("no sandbox") << "QTWEBENGINE_DISABLE_SANDBOX"_ba
                                    << "1"_ba;
        QTest::newRow("another engine") << "QTWEBENGINEPROCESS_PATH"_ba
                                        << "/tmp/engine"_ba;
        QTest::newRow("other resources") << "QTWEBENGINE_RESOURCES_PATH"_ba
                                         << "/tmp"_ba;
    }
    void switchesForDebuggingAreIgnored()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        qputenv(name.constData(), value);
        ignoreDebuggingEnvironment();
        QVERIFY(!qEnvironmentVariableIsSet(name.constData()));
    }

    void onlyTheAppsOwnSwitchIsThere()
    {
        qputenv("QTWEBENGINE_CHROMIUM_FLAGS", "--no-sandbox");
        ignoreDebuggingEnvironment();
        keepUnseenPageQuick();
        QCOMPARE(qgetenv("QTWEBENGINE_CHROMIUM_FLAGS"), "--disable-renderer-backgrounding"_ba);
    }

    void whereSwitchesAreHeededTheyStay()
    {
        qputenv("QTWEBENGINE_CHROMIUM_FLAGS", "--use-fake-ui-for-media-stream");
        keepUnseenPageQuick();
        QCOMPARE(qgetenv("QTWEBENGINE_CHROMIUM_FLAGS"),
                 "--use-fake-ui-for-media-stream --disable-renderer-backgrounding"_ba);
        qunsetenv("QTWEBENGINE_CHROMIUM_FLAGS");
    }

    void whatTheDesktopNeedsStays()
    {
        qputenv("SPRECHTAG_TEST_NEIGHBOUR", "1");
        ignoreDebuggingEnvironment();
        QCOMPARE(qgetenv("SPRECHTAG_TEST_NEIGHBOUR"), "1"_ba);
        qunsetenv("SPRECHTAG_TEST_NEIGHBOUR");
    }
};

QTEST_GUILESS_MAIN(LockdownTest)
#include "LockdownTest.moc"
