// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Farewell.h"

#include "tests/unit/clerk-app/OfficeKit.h"

using namespace sprechtag;
using namespace sprechtag::clerk::model;
using namespace sprechtag::clerk::test;
namespace wire = sprechtag::protocol::clerk;

namespace {

//! Frau Schmidt at the desks of two offices.
struct Desk
{
    StillClock clock;
    KeepingPort port;
    Workplace workplace{port, clock};
    Intents intents{port, workplace};
    Farewell farewell{workplace, intents, minutes(5)};
    Counter first{1, u"Bürgerservice"_s, u"B"_s, clock};
    Counter second{2, u"Kfz"_s, u"K"_s, clock};
    int gone{};

    Desk()
    {
        workplace.setLine({LineState::Online, {}, {}, {}});
        workplace.welcome({1, clock.now(), u"Musterland"_s, {kMe, u"schmidt"_s, u"Frau Schmidt"_s}, {}});
        for (Counter *counter : {&first, &second}) {
            counter->after(office::Open{kMe});
            workplace.take(counter->snapshot());
        }
    }
    void call()
    {
        workplace.take(first.afterDraw(1, u"Kim"_s));
        workplace.take(first.after(office::CallNext{kMe}));
    }
    void enter() { workplace.take(first.after(office::Enter{ticketId(1), first.epoch(ticketId(1))})); }
    void go()
    {
        farewell.go([this] { ++gone; });
    }
};

} // namespace

class FarewellTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesEveryDeskAndGoesAfterTheLastAnswer()
    {
        Desk desk;
        desk.go();
        answer(desk.port.take<wire::Depart>(), clerk::connection::Answer{});
        QCOMPARE(desk.gone, 0);
        answer(desk.port.take<wire::Depart>(), refused(protocol::ErrorCode::NotAtDesk));
        QCOMPARE(desk.gone, 1);
    }

    void givesThePersonBackBeforeTheDeskIsLeft()
    {
        Desk desk;
        desk.call();
        desk.enter();
        QCOMPARE(desk.farewell.person()->name, u"Kim"_s);
        desk.go();
        const auto back = desk.port.take<wire::ReturnTicket>();
        const auto ticket = std::get<wire::ReturnTicket>(back.command);
        QVERIFY(ticket.ticket == ticketId(1));
        QCOMPARE(ticket.epoch, desk.first.epoch(ticketId(1)));
        QCOMPARE(ticket.place, office::Place::Front);
        desk.workplace.take(
            desk.first.after(office::ReturnToLobby{kMe, ticketId(1), ticket.epoch, office::Place::Front}));
        answer(back, clerk::connection::Answer{});
        QVERIFY2(!desk.first.after(office::Depart{kMe}).facts.empty(), "the office lets the clerk go now");
        answer(desk.port.take<wire::Depart>(), clerk::connection::Answer{});
        answer(desk.port.take<wire::Depart>(), clerk::connection::Answer{});
        QCOMPARE(desk.gone, 1);
    }

    void givesBackAPersonWhoWasFoundAtSignIn()
    {
        Desk desk;
        Counter held(3, u"Soziales"_s, u"S"_s, desk.clock);
        held.after(office::Open{kMe});
        held.afterDraw(7, u"Sascha"_s);
        held.after(office::CallNext{kMe});
        held.after(office::LoseClerk{kMe});
        desk.workplace.take(held.snapshot());
        QCOMPARE(desk.farewell.person()->name, u"Sascha"_s);
        desk.go();
        QVERIFY(std::get<wire::ReturnTicket>(desk.port.take<wire::ReturnTicket>().command).ticket == ticketId(7));
    }

    void endsAConversationThatOutlastedItsOffice()
    {
        Desk desk;
        desk.call();
        desk.enter();
        desk.workplace.take(desk.first.after(office::Close{kMe, office::CloseMode::Now}));
        QVERIFY(desk.workplace.visit().running());
        desk.go();
        const auto finish = std::get<wire::FinishTicket>(desk.port.take<wire::FinishTicket>().command);
        QCOMPARE(finish.outcome, office::Outcome::Unstated);
    }

    void goesAtOnceWithoutALine_data()
    {
        QTest::addColumn<LineState>("state");
        QTest::newRow("lost") << LineState::Waiting;
        QTest::newRow("on its way") << LineState::Connecting;
        QTest::newRow("ended by the server") << LineState::Stopped;
    }
    void goesAtOnceWithoutALine()
    {
        QFETCH(LineState, state);
        Desk desk;
        desk.call();
        desk.workplace.setLine({state, {}, LineTrouble::Lost, {}});
        desk.go();
        QCOMPARE(desk.gone, 1);
        QVERIFY2(desk.port.sent.empty(), "it would be kept, and done when the line is back");
    }

    void goesThoughTheServerDoesNotAnswer()
    {
        Desk desk;
        Farewell hasty(desk.workplace, desk.intents, milliseconds(1));
        int gone = 0;
        hasty.go([&gone] { ++gone; });
        QTRY_COMPARE(gone, 1);
        answer(desk.port.take<wire::Depart>(), clerk::connection::Answer{});
        answer(desk.port.take<wire::Depart>(), clerk::connection::Answer{});
        QCOMPARE(gone, 1);
    }

    void sendsItsFarewellsOnceThoughTheClerkAsksTwice()
    {
        Desk desk;
        desk.go();
        int quit = 0;
        desk.farewell.go([&quit] { ++quit; });
        answer(desk.port.take<wire::Depart>(), clerk::connection::Answer{});
        QCOMPARE(quit, 0);
        answer(desk.port.take<wire::Depart>(), clerk::connection::Answer{});
        QVERIFY(desk.port.sent.empty());
        QCOMPARE(quit, 1);
        QCOMPARE(desk.gone, 0);
    }

    void asksOnlyWhereSomebodyWouldMissTheClerk()
    {
        Desk desk;
        QVERIFY(desk.farewell.mustAsk());
        desk.workplace.take(desk.first.after(office::Depart{kMe}));
        desk.workplace.take(desk.second.after(office::Depart{kMe}));
        QVERIFY(!desk.farewell.mustAsk());
        QVERIFY2(!desk.farewell.mayHide(), "there is nothing to stay for");
        desk.go();
        QCOMPARE(desk.gone, 1);
    }

    void hidesNoLiveCameraBehindAClosedWindow()
    {
        Desk desk;
        QVERIFY(desk.farewell.mayHide());
        desk.workplace.take(desk.first.afterDraw(1, u"Kim"_s));
        desk.intents.callNext(desk.first.id(), this, [](const CommandResult &) {});
        QVERIFY2(!desk.farewell.mayHide(), "the call is under way");
        desk.workplace.take(desk.first.after(office::CallNext{kMe}));
        answer(desk.port.take<wire::CallNext>(), clerk::connection::Answer{});
        QVERIFY(!desk.farewell.mayHide());
        desk.enter();
        QVERIFY(!desk.farewell.mayHide());
        desk.workplace.take(
            desk.first.after(office::Finish{kMe, ticketId(1), desk.first.epoch(ticketId(1)), office::Outcome::Done}));
        QVERIFY(desk.farewell.mayHide());
    }
};

QTEST_GUILESS_MAIN(FarewellTest)
#include "FarewellTest.moc"
