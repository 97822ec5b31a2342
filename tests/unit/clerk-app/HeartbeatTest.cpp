// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/connection/Heartbeat.h"

#include <QSignalSpy>
#include <QTest>

using sprechtag::clerk::connection::Heartbeat;
using namespace std::chrono_literals;

class HeartbeatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatTheOtherSideIsDeadAfterTwoQuestionsWithoutAnAnswer()
    {
        Heartbeat heart(1ms, 1h);
        QSignalSpy due(&heart, &Heartbeat::due);
        QSignalSpy died(&heart, &Heartbeat::died);
        heart.start();
        QTRY_COMPARE(died.size(), 1);
        QCOMPARE(due.size(), 2);
    }

    void asksAtOnceAndQuicklyWhileThereAreDoubts()
    {
        Heartbeat heart(1h, 1ms);
        QSignalSpy due(&heart, &Heartbeat::due);
        QSignalSpy died(&heart, &Heartbeat::died);
        heart.start();
        heart.doubt();
        QCOMPARE(due.size(), 1);
        heart.doubt();
        QCOMPARE(due.size(), 1);
        QTRY_COMPARE(died.size(), 1);
    }

    void isCalmAgainWithTheFirstAnswer()
    {
        Heartbeat heart(1h, 1ms);
        QSignalSpy due(&heart, &Heartbeat::due);
        QSignalSpy died(&heart, &Heartbeat::died);
        heart.start();
        for (int round = 0; round < 5; ++round) {
            heart.doubt();
            QCOMPARE(due.size(), round + 1);
            heart.calm();
        }
        QCOMPARE(died.size(), 0);
    }

    void doubtsNothingWhileItDoesNotRun()
    {
        Heartbeat heart(1ms, 1ms);
        QSignalSpy due(&heart, &Heartbeat::due);
        heart.doubt();
        heart.calm();
        heart.start();
        heart.stop();
        heart.doubt();
        QCOMPARE(due.size(), 0);
    }
};

QTEST_GUILESS_MAIN(HeartbeatTest)
#include "HeartbeatTest.moc"
