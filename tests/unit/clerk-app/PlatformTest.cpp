// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/platform/ArrivalAlerts.h"
#include "clerk-app/platform/SingleInstance.h"
#include "clerk-app/platform/System.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace sprechtag;
using namespace sprechtag::clerk::platform;

class PlatformTest : public QObject
{
    Q_OBJECT

    static MonotonicInstant at(int seconds) { return MonotonicInstant(sprechtag::seconds(seconds)); }

private Q_SLOTS:
    void tellsOfEachArrivalForItselfWhenFewCome()
    {
        ArrivalAlerts alerts;
        QCOMPARE(alerts.arrived(at(0), Busy::No), (Alert{1, true}));
        QCOMPARE(alerts.arrived(at(5), Busy::No), (Alert{1, true}));
        QCOMPARE(alerts.arrived(at(11), Busy::No), (Alert{1, true}));
    }

    void mergesThreeWithinTenSecondsAndRingsOnce()
    {
        ArrivalAlerts alerts;
        QCOMPARE(alerts.arrived(at(0), Busy::No), (Alert{1, true}));
        QCOMPARE(alerts.arrived(at(1), Busy::No), (Alert{1, true}));
        QCOMPARE(alerts.arrived(at(9), Busy::No), (Alert{3, true}));
        QCOMPARE(alerts.arrived(at(9), Busy::No), (Alert{4, false}));
        QCOMPARE(alerts.arrived(at(30), Busy::No), (Alert{1, true}));
    }

    void countsTheTenSecondsHalfOpen()
    {
        ArrivalAlerts alerts;
        QVERIFY(alerts.arrived(at(0), Busy::No).people == 1);
        QVERIFY(alerts.arrived(at(5), Busy::No).people == 1);
        QCOMPARE(alerts.arrived(at(10), Busy::No), (Alert{1, true}));
    }

    void isSilentInACallAndStartsAnewAfterIt()
    {
        ArrivalAlerts alerts;
        QVERIFY(alerts.arrived(at(0), Busy::No).people == 1);
        QVERIFY(alerts.arrived(at(1), Busy::No).people == 1);
        QCOMPARE(alerts.arrived(at(2), Busy::InCall), Alert{});
        QCOMPARE(alerts.arrived(at(3), Busy::No), (Alert{1, true}));
    }

    void letsOneAppRunForAProfileAndTellsItOfTheSecond()
    {
        const QTemporaryDir dir;
        SingleInstance one(dir.path());
        QVERIFY(one.first());
        QSignalSpy seconds(&one, &SingleInstance::secondStarted);
        SingleInstance two(dir.path());
        QVERIFY(!two.first());
        QTRY_COMPARE(seconds.size(), 1);
        SingleInstance other(dir.path() + QStringLiteral("/other"));
        QVERIFY(other.first());
    }

    void leavesNoCoreDumps()
    {
        disableCoreDumps();
#ifdef Q_OS_UNIX
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_max, rlim_t(0));
#endif
    }

    void bringsItsSound()
    {
        QVERIFY(QFile::exists(QStringLiteral(":/sounds/arrival.wav")));
    }
};

QTEST_GUILESS_MAIN(PlatformTest)
#include "PlatformTest.moc"
