// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/IdleBreak.h"

#include "tests/unit/clerk-app/OfficeKit.h"

#include <QSignalSpy>

using namespace sprechtag;
using namespace sprechtag::clerk;
using namespace sprechtag::clerk::test;
namespace wire = sprechtag::protocol::clerk;

namespace {

//! At the desk of an open office, and nobody touches the computer.
struct IdleDesk
{
    StillClock clock;
    KeepingPort port;
    model::Workplace workplace{port, clock};
    model::Intents intents{port, workplace};
    platform::IdleWatch watch{clock, [this] { return platform::Presence{clock.passed, false}; }, minutes(10)};
    app::IdleBreak idleBreak{watch, workplace, intents};
    Counter counter{1, u"Bürgerservice"_s, u"B"_s, clock};
    QSignalSpy warned{&idleBreak, &app::IdleBreak::warned};
    QSignalSpy wentAway{&idleBreak, &app::IdleBreak::wentAway};

    IdleDesk()
    {
        workplace.setLine({model::LineState::Online, {}, {}, {}});
        workplace.welcome({1, clock.now(), {}, {kMe, u"schmidt"_s, u"Frau Schmidt"_s}, {wire::Role::Clerk}});
        counter.after(office::Open{kMe});
        workplace.take(counter.snapshot());
        watch.look();
    }
    void pass(minutes span)
    {
        clock.passed += span;
        watch.look();
    }
};

} // namespace

class IdleBreakTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void warnsTwiceAndThenTellsWhatTheServerHasDone()
    {
        IdleDesk desk;
        desk.pass(minutes(8));
        desk.pass(minutes(1));
        QCOMPARE(desk.warned.size(), 2);
        QVERIFY(desk.port.sent.empty());
        desk.pass(minutes(1));
        const auto pause = desk.port.take<wire::Pause>();
        QVERIFY(std::get<wire::Pause>(pause.command).reason == office::PauseReason::Idle);
        QVERIFY2(desk.wentAway.isEmpty(), "the server has not said yes");
        answer(pause, connection::Answer{});
        QCOMPARE(desk.wentAway.size(), 1);
        desk.pass(minutes(1));
        QVERIFY(desk.port.sent.empty());
    }

    void asksAgainWhenTheServerRefuses()
    {
        IdleDesk desk;
        desk.pass(minutes(10));
        answer(desk.port.take<wire::Pause>(), refused(protocol::ErrorCode::StorageFull));
        QVERIFY(desk.wentAway.isEmpty());
        desk.pass(minutes(1));
        answer(desk.port.take<wire::Pause>(), connection::Answer{});
        QCOMPARE(desk.wentAway.size(), 1);
    }

    void leavesWhoTalksAlone()
    {
        IdleDesk desk;
        desk.workplace.take(desk.counter.afterDraw(1, u"Kim"_s));
        desk.workplace.take(desk.counter.after(office::CallNext{kMe}));
        desk.pass(minutes(20));
        QVERIFY(desk.warned.isEmpty());
        QVERIFY(desk.port.sent.empty());
    }
};

QTEST_MAIN(IdleBreakTest)
#include "IdleBreakTest.moc"
