// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/AnswerBook.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::office;
using Verdict = AnswerBook::Verdict;

//! A command repeated after a lost line is answered, not done twice.
class AnswerBookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewKeyIsNew();
    void aRepeatedCommandGetsTheFirstAnswer();
    void theSameKeyWithAnotherContentIsAConflict();
    void theFirstAnswerStands();
    void forgetsAfterTheKeepTime();
    void keepsWithinTheKeepTimeAlthoughTheClockIsSetBack();
    void tooManyPushOutTheOldest();
    void aForgottenKeyIsNewAndKeptForItsOwnTime();
};

namespace {

constexpr Instant kNow{std::chrono::hours{480'000}};
constexpr std::uint64_t kDigest = 7;

Answer refusal()
{
    return {Refusal{RefusalCode::NobodyWaiting}, std::nullopt, std::nullopt};
}

} // namespace

void AnswerBookTest::aNewKeyIsNew()
{
    const AnswerBook book;
    QVERIFY(book.find("clerk/k1", kDigest).verdict == Verdict::New);
}

void AnswerBookTest::tooManyPushOutTheOldest()
{
    AnswerBook book;
    book.remember("first", kDigest, refusal(), kNow);
    for (std::size_t i = 0; i < AnswerBook::kMostEntries; ++i)
        book.remember(std::to_string(i), kDigest, refusal(), kNow);
    QCOMPARE(book.size(), AnswerBook::kMostEntries);
    QVERIFY(book.find("first", kDigest).verdict == Verdict::New);
    QVERIFY(book.find("0", kDigest).verdict == Verdict::Repeated);
}

void AnswerBookTest::aRepeatedCommandGetsTheFirstAnswer()
{
    AnswerBook book;
    book.remember("clerk/k1", kDigest, refusal(), kNow);
    const auto finding = book.find("clerk/k1", kDigest);
    QVERIFY(finding.verdict == Verdict::Repeated);
    QVERIFY(finding.answer == refusal());
    QVERIFY(book.find("clerk/k2", kDigest).verdict == Verdict::New);
}

void AnswerBookTest::theSameKeyWithAnotherContentIsAConflict()
{
    AnswerBook book;
    book.remember("clerk/k1", kDigest, refusal(), kNow);
    const auto finding = book.find("clerk/k1", kDigest + 1);
    QVERIFY(finding.verdict == Verdict::Conflict);
    QVERIFY(finding.answer == Answer{});
}

void AnswerBookTest::theFirstAnswerStands()
{
    AnswerBook book;
    book.remember("clerk/k1", kDigest, refusal(), kNow);
    book.remember("clerk/k1", kDigest, Answer{}, kNow + minutes{30});
    QVERIFY(book.find("clerk/k1", kDigest).answer == refusal());
    QCOMPARE(book.size(), 1U);
    book.forgetBefore(kNow + minutes{60});
    QCOMPARE(book.size(), 0U);
}

void AnswerBookTest::forgetsAfterTheKeepTime()
{
    AnswerBook book(minutes{10});
    book.remember("a", kDigest, {}, kNow);
    book.remember("b", kDigest, {}, kNow + minutes{5});
    book.forgetBefore(kNow + minutes{10} - milliseconds{1});
    QCOMPARE(book.size(), 2U);
    book.forgetBefore(kNow + minutes{10});
    QVERIFY(book.find("a", kDigest).verdict == Verdict::New);
    QVERIFY(book.find("b", kDigest).verdict == Verdict::Repeated);
    book.forgetBefore(kNow + minutes{15});
    QCOMPARE(book.size(), 0U);
}

void AnswerBookTest::keepsWithinTheKeepTimeAlthoughTheClockIsSetBack()
{
    AnswerBook book(minutes{10});
    book.remember("a", kDigest, {}, kNow);
    book.remember("b", kDigest, {}, kNow - minutes{60});
    book.forgetBefore(kNow - minutes{60});
    QCOMPARE(book.size(), 2U);
    book.forgetBefore(kNow + minutes{10});
    QCOMPARE(book.size(), 0U);
}

void AnswerBookTest::aForgottenKeyIsNewAndKeptForItsOwnTime()
{
    AnswerBook book(minutes{10});
    book.remember("a", kDigest, {}, kNow);
    book.forgetBefore(kNow + minutes{10});
    book.remember("a", kDigest + 1, refusal(), kNow + minutes{11});
    book.forgetBefore(kNow + minutes{20});
    QVERIFY(book.find("a", kDigest + 1).answer == refusal());
}

QTEST_GUILESS_MAIN(AnswerBookTest)
#include "AnswerBookTest.moc"
