// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Workplace.h"

#include "clerk-app/model/Intents.h"
#include "tests/unit/clerk-app/OfficeKit.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace sprechtag;
using namespace sprechtag::clerk::model;
using namespace sprechtag::clerk::test;
namespace wire = sprechtag::protocol::clerk;

class WorkplaceTest : public QObject
{
    Q_OBJECT

    StillClock m_clock;

    static wire::Welcome greeting()
    {
        wire::Welcome welcome{1, {}, u"Landkreis Musterland"_s, {kMe, u"schmidt"_s, u"Frau Schmidt"_s}, {}};
        welcome.roles = {wire::Role::Clerk};
        return welcome;
    }
    static void online(Workplace &workplace)
    {
        workplace.setLine({LineState::Online, {}, {}, {}});
        workplace.welcome(greeting());
    }

private Q_SLOTS:
    void init() { m_clock.passed = {}; }

    void listsOfficesWithWhatIsGoingOnThere()
    {
        KeepingPort port;
        Workplace workplace(port, m_clock);
        const QAbstractItemModelTester tester(&workplace.offices(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        online(workplace);
        Counter counter(1, u"Bürgerservice"_s, u"B"_s, m_clock);
        workplace.take(counter.snapshot());
        const QModelIndex row = workplace.offices().index(0);
        QCOMPARE(row.data(Offices::StateRole).toString(), u"Closed"_s);
        QSignalSpy changes(&workplace.offices(), &QAbstractItemModel::dataChanged);
        workplace.take(counter.after(office::Open{kMe}));
        workplace.take(counter.afterDraw(1, {}));
        QCOMPARE(changes.size(), 2);
        QCOMPARE(row.data(Offices::StateRole).toString(), u"Open"_s);
        QCOMPARE(row.data(Offices::AtDeskRole).toBool(), true);
        QCOMPARE(row.data(Offices::WaitingRole).toInt(), 1);
        workplace.signOut();
        QCOMPARE(workplace.offices().rowCount(), 0);
    }

    void followsMyCallFromTheClickToTheEnd()
    {
        KeepingPort port;
        Workplace workplace(port, m_clock);
        Intents intents(port, workplace);
        online(workplace);
        Counter counter(1, u"Bürgerservice"_s, u"B"_s, m_clock);
        counter.after(office::Open{kMe});
        workplace.take(counter.snapshot());
        workplace.take(counter.afterDraw(1, u"Kim"_s));
        QSignalSpy started(&workplace.visit(), &CurrentVisit::started);
        QSignalSpy ended(&workplace.visit(), &CurrentVisit::ended);

        QVERIFY((workplace.nextPerson({}) == NextPerson{counter.id(), ticketId(1)}));
        int answers = 0;
        intents.callNext(counter.id(), this, [&answers](const CommandResult &result) { answers += result.ok(); });
        intents.callNext(counter.id(), this, [](const CommandResult &) { QFAIL("a second click is the same click"); });
        const auto sent = port.take<wire::CallNext>();
        QVERIFY(port.sent.empty());
        answer(sent, clerk::connection::Answer{});
        QCOMPARE(answers, 1);

        workplace.take(counter.after(office::CallNext{kMe}));
        QCOMPARE(started.size(), 1);
        const Visit visit = *workplace.visit().running();
        QCOMPARE(visit.number, u"B 001"_s);
        QCOMPARE(visit.name, u"Kim"_s);
        QVERIFY(visit.enterBy == m_clock.now() + seconds(60));
        QVERIFY(!workplace.nextPerson({}));

        workplace.take(counter.after(office::Enter{ticketId(1), visit.epoch}));
        QCOMPARE(workplace.visit().running()->state, office::TicketState::InCall);
        intents.finish(office::Outcome::Done, this, [](const CommandResult &) {});
        const auto finish = std::get<wire::FinishTicket>(port.take<wire::FinishTicket>().command);
        QCOMPARE(finish.epoch, visit.epoch);
        workplace.take(counter.after(office::Finish{kMe, ticketId(1), visit.epoch, office::Outcome::Done}));
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.first().at(1).value<VisitEnd>(), VisitEnd::Finished);
    }

    void offersToCallWhomTheServerWouldCall()
    {
        KeepingPort port;
        Workplace workplace(port, m_clock);
        online(workplace);
        Counter counter(1, u"Bürgerservice"_s, u"B"_s, m_clock);
        counter.after(office::Open{kMe});
        workplace.take(counter.snapshot());
        QVERIFY(!workplace.nextPerson({}));
        workplace.take(counter.afterDraw(1, u"Kim"_s));
        workplace.take(counter.after(office::Disconnect{ticketId(1)}));
        QVERIFY2(workplace.nextPerson({}), "a line lost for a moment costs no place");
        m_clock.passed += seconds(121);
        workplace.take(counter.after(office::Tick{}));
        QVERIFY2(!workplace.nextPerson({}), "who cannot be reached is skipped");
    }

    void tellsThatTheCalledPersonDidNotCome()
    {
        KeepingPort port;
        Workplace workplace(port, m_clock);
        online(workplace);
        Counter counter(1, u"Bürgerservice"_s, u"B"_s, m_clock);
        counter.after(office::Open{kMe});
        workplace.take(counter.snapshot());
        workplace.take(counter.afterDraw(1, u"Kim"_s));
        workplace.take(counter.after(office::CallNext{kMe}));
        QSignalSpy ended(&workplace.visit(), &CurrentVisit::ended);
        m_clock.passed += seconds(61);
        workplace.take(counter.after(office::Tick{}));
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.first().at(1).value<VisitEnd>(), VisitEnd::NotEntered);
        QVERIFY2(!workplace.nextPerson({}), "who missed a call is passed over for a while");
        m_clock.passed += minutes(6);
        QVERIFY(workplace.nextPerson({}));
    }

    void takesTheDesksAgainBeforeAnythingElseWhenTheLineIsBack()
    {
        KeepingPort port;
        Workplace workplace(port, m_clock);
        online(workplace);
        Counter counter(1, u"Bürgerservice"_s, u"B"_s, m_clock);
        counter.after(office::Open{kMe});
        workplace.take(counter.snapshot());
        QVERIFY(port.sent.empty());
        workplace.setLine({LineState::Waiting, {}, LineTrouble::Lost, seconds(1)});
        online(workplace);
        const auto arrive = std::get<wire::Arrive>(port.take<wire::Arrive>().command);
        QVERIFY(arrive.office == counter.id());
        workplace.take(counter.after(office::LoseClerk{kMe}));
        QVERIFY2(port.sent.empty(), "one arrival is under way already");
    }

    void offersToResumeAVisitThatIsFoundAtSignIn()
    {
        KeepingPort port;
        Workplace workplace(port, m_clock);
        Intents intents(port, workplace);
        Counter counter(1, u"Bürgerservice"_s, u"B"_s, m_clock);
        counter.after(office::Open{kMe});
        counter.afterDraw(1, u"Kim"_s);
        counter.after(office::CallNext{kMe});
        counter.after(office::Enter{ticketId(1), counter.epoch(ticketId(1))});
        counter.after(office::LoseClerk{kMe});
        QSignalSpy started(&workplace.visit(), &CurrentVisit::started);
        QSignalSpy changed(&workplace.visit(), &CurrentVisit::changed);
        online(workplace);
        workplace.take(counter.snapshot());
        QVERIFY2(port.sent.empty(), "nobody is seen before the clerk's click");
        QVERIFY(workplace.visit().waiting());
        QCOMPARE(started.size(), 0);
        workplace.setLine({LineState::Waiting, {}, LineTrouble::Restarting, seconds(1)});
        online(workplace);
        QVERIFY2(port.sent.empty(), "not by a line that comes back either");

        intents.takeUp(this, [](const CommandResult &) {});
        port.take<wire::Arrive>();
        QCOMPARE(started.size(), 1);
        const auto before = workplace.visit().running()->epoch;
        workplace.take(counter.after(office::Arrive{kMe}));
        QCOMPARE(changed.size(), 1);
        QVERIFY(workplace.visit().running()->epoch > before);
        QCOMPARE(workplace.visit().running()->state, office::TicketState::InCall);
    }

    void comesBackToAnEmptyDeskWithoutAsking()
    {
        KeepingPort port;
        Workplace workplace(port, m_clock);
        Counter counter(1, u"Bürgerservice"_s, u"B"_s, m_clock);
        counter.after(office::Open{kMe});
        counter.after(office::LoseClerk{kMe});
        online(workplace);
        workplace.take(counter.snapshot());
        port.take<wire::Arrive>();
    }

    void announcesArrivalsOnlyWhereIAmAtTheDesk()
    {
        KeepingPort port;
        Workplace workplace(port, m_clock);
        QSignalSpy arrivals(&workplace, &Workplace::personArrived);
        online(workplace);
        Counter mine(1, u"Bürgerservice"_s, u"B"_s, m_clock);
        Counter foreign(2, u"Kfz"_s, u"K"_s, m_clock);
        mine.after(office::Open{kMe});
        foreign.after(office::Open{kColleague});
        workplace.take(mine.snapshot());
        workplace.take(foreign.snapshot());
        workplace.take(mine.afterDraw(1, {}));
        workplace.take(foreign.afterDraw(2, {}));
        QCOMPARE(arrivals.size(), 1);
    }
};

QTEST_GUILESS_MAIN(WorkplaceTest)
#include "WorkplaceTest.moc"
