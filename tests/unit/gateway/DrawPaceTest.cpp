// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/DrawPace.h"

#include <QTest>

using namespace sprechtag;
using gateway::DrawPace;

class DrawPaceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thirtyAtOnceAndNoMore();
    void thenOneEveryTwoSeconds();
    void saysHowLongToWait();
    void networksDoNotShare();
    void whatBroughtNoNumberIsGivenBack();
    void nothingIsSavedUpBeyondABurst();
    void whoIsForgottenHadFullCredit();
    void manyNetworksFillNoMemory();
};

namespace {

constexpr MonotonicInstant kStart{std::chrono::hours{5}};
const std::string kHome{"192.0.2.1"};

int takenAt(DrawPace &pace, MonotonicInstant now, const std::string &network = kHome)
{
    int count = 0;
    while (count < 1000 && !pace.take(network, now))
        ++count;
    return count;
}

} // namespace

void DrawPaceTest::thirtyAtOnceAndNoMore()
{
    DrawPace pace;
    QCOMPARE(takenAt(pace, kStart), 30);
    DrawPace ofATown(3);
    QCOMPARE(takenAt(ofATown, kStart), 3);
}

void DrawPaceTest::thenOneEveryTwoSeconds()
{
    DrawPace pace;
    QCOMPARE(takenAt(pace, kStart), 30);
    QCOMPARE(takenAt(pace, kStart + milliseconds{1999}), 0);
    QCOMPARE(takenAt(pace, kStart + milliseconds{2000}), 1);
    QCOMPARE(takenAt(pace, kStart + milliseconds{22'000}), 10);
}

void DrawPaceTest::saysHowLongToWait()
{
    DrawPace pace;
    QCOMPARE(takenAt(pace, kStart), 30);
    QCOMPARE(pace.take(kHome, kStart), std::optional(milliseconds{2000}));
    const auto wait = pace.take(kHome, kStart + milliseconds{500});
    QCOMPARE(wait, std::optional(milliseconds{1500}));
    QVERIFY(!pace.take(kHome, kStart + milliseconds{500} + *wait));
}

void DrawPaceTest::networksDoNotShare()
{
    DrawPace pace;
    QCOMPARE(takenAt(pace, kStart), 30);
    QCOMPARE(takenAt(pace, kStart, "2001:db8::/64"), 30);
}

void DrawPaceTest::whatBroughtNoNumberIsGivenBack()
{
    DrawPace pace;
    QCOMPARE(takenAt(pace, kStart), 30);
    pace.giveBack(kHome);
    QCOMPARE(takenAt(pace, kStart), 1);
    pace.giveBack("192.0.2.2");
    QCOMPARE(takenAt(pace, kStart, "192.0.2.2"), 30);
}

void DrawPaceTest::nothingIsSavedUpBeyondABurst()
{
    DrawPace pace;
    QVERIFY(!pace.take(kHome, kStart));
    pace.giveBack(kHome);
    pace.giveBack(kHome);
    QCOMPARE(takenAt(pace, kStart + std::chrono::hours{24}), 30);
}

void DrawPaceTest::whoIsForgottenHadFullCredit()
{
    DrawPace pace;
    QCOMPARE(takenAt(pace, kStart), 30);
    pace.forget(kStart + milliseconds{59'999});
    QCOMPARE(takenAt(pace, kStart + milliseconds{59'999}), 29);
    pace.forget(kStart + std::chrono::hours{1});
    QCOMPARE(takenAt(pace, kStart + std::chrono::hours{1}), 30);
}

void DrawPaceTest::manyNetworksFillNoMemory()
{
    DrawPace pace(2);
    QVERIFY(!pace.take(kHome, kStart));
    for (std::size_t i = 0; i < DrawPace::kMostNetworks; ++i) {
        const std::string network = std::to_string(i);
        QVERIFY(!pace.take(network, kStart + milliseconds{1}));
        QVERIFY(!pace.take(network, kStart + milliseconds{1}));
    }
    // The stalest had to go, the others are still remembered.
    QCOMPARE(takenAt(pace, kStart + milliseconds{1}), 2);
    QCOMPARE(takenAt(pace, kStart + milliseconds{1}, "9999"), 0);
}

QTEST_APPLESS_MAIN(DrawPaceTest)
#include "DrawPaceTest.moc"
