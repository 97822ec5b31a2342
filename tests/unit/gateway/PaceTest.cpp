// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/Pace.h"

#include <QTest>

using namespace sprechtag;
using gateway::Pace;

class PaceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesSixtyMessagesAtOnceAndNoMore();
    void earnsFifteenMessagesASecond();
    void doesNotSaveUpMoreThanABurst();
    void theTwentiethBadMessageOfAMinuteIsOneTooMany();
    void badMessagesAreForgottenAfterAMinute();
};

namespace {

constexpr MonotonicInstant kStart{std::chrono::hours{5}};

int admittedAt(Pace &pace, MonotonicInstant now)
{
    int count = 0;
    while (count < 1000 && pace.admit(now))
        ++count;
    return count;
}

} // namespace

void PaceTest::takesSixtyMessagesAtOnceAndNoMore()
{
    Pace pace;
    QCOMPARE(admittedAt(pace, kStart), 60);
}

void PaceTest::earnsFifteenMessagesASecond()
{
    Pace pace;
    QCOMPARE(admittedAt(pace, kStart), 60);
    QCOMPARE(admittedAt(pace, kStart + milliseconds{65}), 0);
    QCOMPARE(admittedAt(pace, kStart + milliseconds{66}), 1);
    QCOMPARE(admittedAt(pace, kStart + milliseconds{726}), 10);
}

void PaceTest::doesNotSaveUpMoreThanABurst()
{
    Pace pace;
    QCOMPARE(admittedAt(pace, kStart + std::chrono::hours{24}), 60);
}

void PaceTest::theTwentiethBadMessageOfAMinuteIsOneTooMany()
{
    Pace pace;
    for (int i = 0; i < 19; ++i)
        QVERIFY(!pace.isOneTooMany(kStart + seconds{i}));
    QVERIFY(pace.isOneTooMany(kStart + seconds{59}));
}

void PaceTest::badMessagesAreForgottenAfterAMinute()
{
    Pace pace;
    for (int i = 0; i < 1000; ++i)
        QVERIFY(!pace.isOneTooMany(kStart + milliseconds{3200} * i));
}

QTEST_GUILESS_MAIN(PaceTest)
#include "PaceTest.moc"
