// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Words.h"
#include "clerk-app/model/Workplace.h"

#include "tests/unit/clerk-app/OfficeKit.h"

#include <QSignalSpy>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
using namespace sprechtag::clerk::model;
using protocol::SightStep;
namespace wire = sprechtag::protocol::clerk;

namespace {

//! A workplace where Kim talks with me, and what it says to the server about what Kim is to show.
struct Desk
{
    StillClock clock;
    KeepingPort port;
    Workplace workplace{port, clock};
    Counter counter{1, u"Bürgerservice"_s, u"B"_s, clock};
    VisitSight &sight{workplace.sight()};
    std::vector<wire::AskSight> asked;
    std::vector<wire::EndSight> ended;

    Desk()
    {
        QObject::connect(&sight, &VisitSight::askToSend, &sight,
                         [this](const wire::AskSight &message) { asked.push_back(message); });
        QObject::connect(&sight, &VisitSight::endToSend, &sight,
                         [this](const wire::EndSight &message) { ended.push_back(message); });
        workplace.setLine({LineState::Online, {}, {}, {}});
        workplace.welcome({1, clock.now(), {}, {kMe, u"schmidt"_s, u"Frau Schmidt"_s}, {wire::Role::Clerk}});
        counter.after(office::Open{kMe});
        workplace.take(counter.snapshot());
        workplace.take(counter.afterDraw(1, u"Kim"_s));
        run(office::CallNext{kMe});
        run(office::Enter{ticketId(1), 1});
    }
    void run(const office::Command &command) { workplace.take(counter.after(command)); }
    void told(std::optional<SightStep> step, bool declined = false, std::uint64_t ticket = 1)
    {
        sight.take({.ticket = ticketId(ticket), .step = step, .declined = declined});
    }
};

} // namespace

//! What my visitor is asked to show: the server's word counts, and with the visit it is over.
class VisitSightTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beginsWithTheFrontAndIsAskedWhenTheServerSaysSo()
    {
        Desk desk;
        desk.sight.toggle();
        QCOMPARE(desk.asked.size(), 1U);
        QCOMPARE(
            desk.asked.front(),
            (wire::AskSight{.office = desk.counter.id(), .ticket = ticketId(1), .epoch = 1, .step = SightStep::Front}));
        QVERIFY2(!desk.sight.step(), "the server has not agreed yet");
        QSignalSpy changed(&desk.sight, &VisitSight::stepChanged);
        desk.told(SightStep::Front);
        desk.told(SightStep::Front);
        QCOMPARE(changed.size(), 1);
        QVERIFY(desk.sight.step() == SightStep::Front);
    }

    void endsByTheSameAction()
    {
        Desk desk;
        desk.told(SightStep::Back);
        desk.sight.toggle();
        QVERIFY(desk.asked.empty());
        QCOMPARE(desk.ended.size(), 1U);
        QCOMPARE(desk.ended.front(), (wire::EndSight{.office = desk.counter.id(), .ticket = ticketId(1), .epoch = 1}));
        desk.told(std::nullopt);
        QVERIFY(!desk.sight.step());
    }

    void saysThatTheVisitorWouldRatherNot()
    {
        Desk desk;
        desk.told(SightStep::Front);
        QSignalSpy declined(&desk.sight, &VisitSight::declined);
        desk.told(std::nullopt, true);
        QCOMPARE(declined.size(), 1);
        QVERIFY(!desk.sight.step());
    }

    void recordsOnlyWhatWasAsked()
    {
        Desk desk;
        QSignalSpy wanted(&desk.sight, &VisitSight::recordWanted);
        desk.sight.see();
        QCOMPARE(wanted.size(), 0);
        desk.told(SightStep::Tilt);
        desk.sight.see();
        QCOMPARE(wanted.size(), 1);
    }

    void ofAnotherVisitorNothingIsTaken()
    {
        Desk desk;
        desk.told(SightStep::Front, false, 2);
        QVERIFY(!desk.sight.step());
    }

    void isOverOnHoldAndWithTheVisit()
    {
        Desk held;
        held.told(SightStep::Front);
        held.run(office::ControlCall{kMe, ticketId(1), 1, {.onHold = true}});
        QVERIFY(!held.sight.step());
        Desk left;
        left.told(SightStep::Front);
        left.run(office::Leave{ticketId(1)});
        QVERIFY(!left.sight.step());
        left.sight.toggle();
        QVERIFY(left.asked.empty());
    }

    void theVisitKnowsWhoHasLooked()
    {
        Desk desk;
        QVERIFY(desk.workplace.visit().running()->sightedBy.isEmpty());
        desk.run(office::Sight{kMe, ticketId(1), 1});
        QCOMPARE(desk.workplace.visit().running()->sightedBy, u"Frau Schmidt"_s);
        const QString words = Words::sighted(u"Frau Schmidt"_s);
        QVERIFY(words.contains(u"Frau Schmidt"_s) && words.contains(u"not assessed"_s));
        QVERIFY2(!words.contains(u"identif"_s, Qt::CaseInsensitive), "a look identifies nobody");
    }
};

QTEST_GUILESS_MAIN(VisitSightTest)
#include "VisitSightTest.moc"
