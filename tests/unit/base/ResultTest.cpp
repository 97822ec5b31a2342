// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/base/Result.h"

#include <QTest>

#include <memory>
#include <string>

using namespace sprechtag;

namespace {

enum class Trouble { Small, Large };

Result<int, Trouble> half(int value)
{
    if (value % 2 != 0)
        return Failure(Trouble::Small);
    return value / 2;
}

} // namespace

//! A value, or the reason why there is none.
class ResultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsAValue();
    void holdsTheReason();
    void valueAndErrorMayBeOfOneType();
    void movesWhatCannotBeCopied();
    void visitsEveryAlternative();
};

void ResultTest::holdsAValue()
{
    const auto result = half(4);
    QVERIFY(result.ok());
    QVERIFY(static_cast<bool>(result));
    QCOMPARE(*result, 2);
    QCOMPARE(result.value(), 2);
}

void ResultTest::holdsTheReason()
{
    const auto result = half(5);
    QVERIFY(!result.ok());
    QVERIFY(result.error() == Trouble::Small);
}

void ResultTest::valueAndErrorMayBeOfOneType()
{
    const Result<std::string, std::string> good(std::string("fine"));
    const Result<std::string, std::string> bad(Failure(std::string("broken")));
    QVERIFY(good.ok() && *good == "fine" && good->size() == 4);
    QVERIFY(!bad.ok() && bad.error() == "broken");
}

void ResultTest::movesWhatCannotBeCopied()
{
    Result<std::unique_ptr<int>, Trouble> result(std::make_unique<int>(7));
    const std::unique_ptr<int> taken = std::move(result).value();
    QCOMPARE(*taken, 7);
}

void ResultTest::visitsEveryAlternative()
{
    const auto kind = Overloaded{[](int) { return 1; }, [](const std::string &) { return 2; }};
    QCOMPARE(std::visit(kind, std::variant<int, std::string>(5)), 1);
    QCOMPARE(std::visit(kind, std::variant<int, std::string>(std::string("five"))), 2);
}

QTEST_GUILESS_MAIN(ResultTest)
#include "ResultTest.moc"
