// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/GatewayKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
using protocol::DoneMessage;
using protocol::ErrorCode;
using protocol::ErrorMessage;

namespace {

constexpr int kAtOnce = protocol::limits::kDrawsAtOnce;

QString tokenOf(int person)
{
    return u"%1w"_s.arg(person, 21, 10, QChar(u'0'));
}

//! An open office, and people of one network who draw one after the other, each over a connection of their own.
struct Crowd
{
    GatewayKit kit;
    GatewayKit::Key schmidt{kit.clerk(kSchmidt)};
    int people{};

    Crowd() { kit.open(schmidt); }

    GatewayKit::Key draw()
    {
        const auto person = kit.citizen();
        kit.draw(person, tokenOf(++people));
        return person;
    }
    void drawAll()
    {
        for (int i = 0; i < kAtOnce; ++i)
            draw();
        QCOMPARE(kit.office().tickets.size(), static_cast<std::size_t>(kAtOnce));
    }
    std::optional<ErrorMessage> errorOf(GatewayKit::Key person)
    {
        const auto errors = kit.heardOf<ErrorMessage>(person);
        return errors.isEmpty() ? std::nullopt : std::optional(errors.back());
    }
};

} // namespace

//! One person cannot fill a lobby, a whole town hall behind one address can draw.
class GatewayDrawTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneNetworkDrawsThirtyAtOnceAndIsToldWhenToComeBack();
    void afterTheTimeThatWasToldItWorks();
    void otherNetworksDoNotNotice();
    void whoHasAPlaceGetsItAgain();
    void aRepeatedCommandGetsItsFirstAnswer();
    void drawsThatAreRefusedAreNotCounted();
};

void GatewayDrawTest::oneNetworkDrawsThirtyAtOnceAndIsToldWhenToComeBack()
{
    Crowd crowd;
    crowd.drawAll();
    const auto error = crowd.errorOf(crowd.draw());
    QVERIFY(error);
    QCOMPARE(error->re, u"draw"_s);
    QCOMPARE(error->code, ErrorCode::TryLater);
    QCOMPARE(error->afterSeconds, std::optional(protocol::limits::kSecondsPerDraw));
    QCOMPARE(crowd.kit.office().tickets.size(), static_cast<std::size_t>(kAtOnce));
}

void GatewayDrawTest::afterTheTimeThatWasToldItWorks()
{
    Crowd crowd;
    crowd.drawAll();
    const auto late = crowd.draw();
    const auto error = crowd.errorOf(late);
    QVERIFY(error && error->afterSeconds);
    crowd.kit.wait(seconds{*error->afterSeconds});
    crowd.kit.draw(late, tokenOf(crowd.people));
    QCOMPARE(crowd.kit.heardOf<DoneMessage>(late).size(), 1);
    QVERIFY(crowd.errorOf(crowd.draw()));
}

void GatewayDrawTest::otherNetworksDoNotNotice()
{
    Crowd crowd;
    crowd.drawAll();
    crowd.kit.network = "198.51.100.7";
    QVERIFY(!crowd.errorOf(crowd.draw()));
}

void GatewayDrawTest::whoHasAPlaceGetsItAgain()
{
    Crowd crowd;
    crowd.drawAll();
    const auto again = crowd.kit.citizen();
    crowd.kit.say(again, protocol::citizen::Draw{.id = u"other"_s,
                                                 .office = kCitizens,
                                                 .token = tokenOf(1),
                                                 .name = {},
                                                 .concern = {},
                                                 .consentVersion = u"2026-01"_s,
                                                 .lang = u"de"_s});
    QCOMPARE(crowd.kit.heardOf<DoneMessage>(again).size(), 1);
}

void GatewayDrawTest::aRepeatedCommandGetsItsFirstAnswer()
{
    Crowd crowd;
    crowd.drawAll();
    const auto again = crowd.kit.citizen();
    crowd.kit.draw(again, tokenOf(kAtOnce));
    QCOMPARE(crowd.kit.heardOf<DoneMessage>(again).size(), 1);
}

void GatewayDrawTest::drawsThatAreRefusedAreNotCounted()
{
    Crowd crowd;
    crowd.kit.say(crowd.schmidt, protocol::clerk::SuspendIntake{.id = u"stop"_s, .office = kCitizens});
    for (int i = 0; i < 2 * kAtOnce; ++i)
        QCOMPARE(crowd.errorOf(crowd.draw())->code, ErrorCode::IntakeSuspended);
    crowd.kit.say(crowd.schmidt, protocol::clerk::ResumeIntake{.id = u"go"_s, .office = kCitizens});
    QVERIFY(!crowd.errorOf(crowd.draw()));
}

QTEST_APPLESS_MAIN(GatewayDrawTest)
#include "GatewayDrawTest.moc"
