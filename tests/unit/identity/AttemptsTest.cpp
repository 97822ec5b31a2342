// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/identity/Attempts.h"

#include <QTest>

using namespace sprechtag;
using sprechtag::identity::Attempts;

namespace {

MonotonicInstant second(int count)
{
    return MonotonicInstant(seconds(1'000'000 + count));
}

} // namespace

class AttemptsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void threeFailuresAreFreeThenTheWaitDoubles();
    void theWaitHasAnEnd();
    void successForgetsEverything();
    void anAttemptThatWasNotLookedAtCostsNothing();
    void manyAtOnceGainNothing();
    void strangersDoNotSlowEachOther();
    void failuresAreForgottenInTime();
    void nobodyIsRememberedLongerThanThat();
    void strangersCannotFillTheMemory();
    void howManyAreFreeIsTheOwnersChoice();
};

void AttemptsTest::threeFailuresAreFreeThenTheWaitDoubles()
{
    Attempts attempts;
    for (int i = 0; i < 3; ++i)
        QCOMPARE(attempts.begin("a", second(0)).has_value(), false);
    int now = 0;
    for (const int wait : {1, 2, 4, 8, 16, 32, 60, 60}) {
        QCOMPARE(attempts.begin("a", second(now))->count(), wait);
        QCOMPARE(attempts.begin("a", second(now + wait - 1))->count(), 1);
        now += wait;
        QVERIFY(!attempts.begin("a", second(now)));
    }
}

void AttemptsTest::theWaitHasAnEnd()
{
    Attempts attempts;
    int now = 0;
    for (int i = 0; i < 500; ++i, now += 60)
        QVERIFY(!attempts.begin("a", second(now)));
}

void AttemptsTest::successForgetsEverything()
{
    Attempts attempts;
    for (int i = 0; i < 3; ++i)
        QVERIFY(!attempts.begin("a", second(0)));
    QVERIFY(attempts.begin("a", second(0)));
    attempts.succeeded("a");
    for (int i = 0; i < 3; ++i)
        QVERIFY(!attempts.begin("a", second(0)));
    QVERIFY(attempts.begin("a", second(0)));
}

void AttemptsTest::anAttemptThatWasNotLookedAtCostsNothing()
{
    Attempts attempts;
    for (int i = 0; i < 100; ++i) {
        QVERIFY(!attempts.begin("a", second(0)));
        attempts.withdrawn("a");
    }
    attempts.withdrawn("never begun");
}

void AttemptsTest::manyAtOnceGainNothing()
{
    Attempts attempts;
    int allowed = 0;
    for (int i = 0; i < 500; ++i)
        allowed += attempts.begin("a", second(0)) ? 0 : 1;
    QCOMPARE(allowed, 3);
}

void AttemptsTest::strangersDoNotSlowEachOther()
{
    Attempts attempts;
    for (int i = 0; i < 10; ++i)
        static_cast<void>(attempts.begin("schmidt 192.0.2.1", second(0)));
    QVERIFY(attempts.begin("schmidt 192.0.2.1", second(0)));
    QVERIFY(!attempts.begin("schmidt 192.0.2.2", second(0)));
}

void AttemptsTest::failuresAreForgottenInTime()
{
    Attempts attempts;
    for (int i = 0; i < 3; ++i)
        QVERIFY(!attempts.begin("a", second(0)));
    for (int i = 0; i < 3; ++i)
        QVERIFY(!attempts.begin("a", second(900)));
    QVERIFY(attempts.begin("a", second(900)));
}

void AttemptsTest::nobodyIsRememberedLongerThanThat()
{
    Attempts attempts;
    QVERIFY(!attempts.begin("schmidt 192.0.2.7", second(0)));
    QVERIFY(!attempts.begin("weber 192.0.2.8", second(1)));
    attempts.forget(second(899));
    QCOMPARE(attempts.remembered(), std::size_t{2});
    attempts.forget(second(900));
    QCOMPARE(attempts.remembered(), std::size_t{1});
    attempts.forget(second(901));
    QCOMPARE(attempts.remembered(), std::size_t{0});
}

void AttemptsTest::strangersCannotFillTheMemory()
{
    Attempts attempts;
    for (int i = 0; i < 3; ++i)
        QVERIFY(!attempts.begin("oldest", second(0)));
    QVERIFY(attempts.begin("oldest", second(0)));
    for (std::size_t i = 0; i < Attempts::kMostKeys; ++i)
        QVERIFY(!attempts.begin(std::to_string(i), second(1)));
    // Forgotten, to make room for one that is newer.
    for (int i = 0; i < 3; ++i)
        QVERIFY(!attempts.begin("oldest", second(1)));
}

void AttemptsTest::howManyAreFreeIsTheOwnersChoice()
{
    Attempts attempts(5);
    for (int i = 0; i < 5; ++i)
        QVERIFY(!attempts.begin("a", second(0)));
    QCOMPARE(attempts.begin("a", second(0))->count(), 1);
}

QTEST_GUILESS_MAIN(AttemptsTest)
#include "AttemptsTest.moc"
