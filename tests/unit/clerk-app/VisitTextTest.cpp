// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Workplace.h"

#include "tests/unit/clerk-app/OfficeKit.h"

#include <QSignalSpy>

using namespace sprechtag;
using namespace sprechtag::clerk::test;
using namespace sprechtag::clerk::model;
using protocol::LineStage;
using protocol::Speaker;
namespace wire = sprechtag::protocol::clerk;

namespace {

//! A workplace where Kim is called, and what it says to the server in text.
struct Desk
{
    StillClock clock;
    KeepingPort port;
    Workplace workplace{port, clock};
    Counter counter{1, u"Bürgerservice"_s, u"B"_s, clock};
    VisitText &text{workplace.text()};
    std::vector<wire::TextLine> sent;

    Desk()
    {
        QObject::connect(&text, &VisitText::lineToSend, &text,
                         [this](const wire::TextLine &line) { sent.push_back(line); });
        online(true);
        workplace.welcome({1, clock.now(), {}, {kMe, u"schmidt"_s, u"Frau Schmidt"_s}, {wire::Role::Clerk}});
        counter.after(office::Open{kMe});
        workplace.take(counter.snapshot());
        workplace.take(counter.afterDraw(1, u"Kim"_s));
        workplace.take(counter.afterDraw(2, u"Sascha"_s));
        call();
    }
    void online(bool is) { workplace.setLine({is ? LineState::Online : LineState::Waiting, {}, {}, {}}); }
    void run(const office::Command &command) { workplace.take(counter.after(command)); }
    void call() { run(office::CallNext{kMe}); }
    void enter(std::uint64_t n = 1) { run(office::Enter{ticketId(n), counter.epoch(ticketId(n))}); }
    void hear(Speaker from, qint64 line, LineStage stage, const QString &words, std::uint64_t ticket = 1)
    {
        text.take({ticketId(ticket), {{from, {line, stage, words}, clock.now()}}});
    }
    [[nodiscard]] QStringList lines() const
    {
        QStringList all;
        for (const TextLine &line : text.lines())
            all.append((line.from == Speaker::Clerk ? u"me: "_s : u"Kim: "_s) + line.text.reveal());
        return all;
    }
};

} // namespace

//! What my visitor and I write: with the visit it begins, with the visit it is gone.
class VisitTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beginsWhenTheVisitorIsThere()
    {
        Desk desk;
        QVERIFY(!desk.text.talking());
        desk.text.type(u"x"_s);
        QVERIFY(desk.sent.empty());
        desk.enter();
        QVERIFY(desk.text.talking());
        QCOMPARE(desk.text.visitor(), u"Kim"_s);
        desk.text.type(u"Guten"_s);
        QCOMPARE(desk.sent.back().ticket, ticketId(1));
        QCOMPARE(desk.sent.back().epoch, office::Epoch{1});
        QCOMPARE(desk.sent.back().written.text.reveal(), u"Guten"_s);
    }

    void hasEveryLineOnce()
    {
        Desk desk;
        desk.enter();
        desk.text.type(u"Guten Tag"_s);
        desk.text.finish();
        const qint64 own = desk.sent.back().written.line;
        desk.hear(Speaker::Clerk, own, LineStage::Done, u"Guten Tag"_s);
        desk.hear(Speaker::Citizen, 5, LineStage::Done, u"Hallo"_s);
        desk.hear(Speaker::Citizen, 5, LineStage::Done, u"Hallo"_s);
        QCOMPARE(desk.lines(), QStringList({u"me: Guten Tag"_s, u"Kim: Hallo"_s}));
    }

    void showsWhatTheVisitorIsWriting()
    {
        Desk desk;
        desk.enter();
        desk.hear(Speaker::Citizen, 5, LineStage::Writing, u"Hal"_s);
        QCOMPARE(desk.text.growing()->reveal(), u"Hal"_s);
        desk.hear(Speaker::Citizen, 5, LineStage::Writing, QString());
        QVERIFY(!desk.text.growing());
        desk.hear(Speaker::Citizen, 5, LineStage::Unseen, QString());
        QVERIFY(desk.text.growing() && desk.text.growing()->reveal().isEmpty());
        desk.hear(Speaker::Citizen, 5, LineStage::Done, u"Hallo"_s);
        QVERIFY(!desk.text.growing());
    }

    void countsWhatIsNotInSight()
    {
        Desk desk;
        desk.enter();
        desk.hear(Speaker::Citizen, 5, LineStage::Done, u"eins"_s);
        desk.hear(Speaker::Citizen, 6, LineStage::Done, u"zwei"_s);
        QCOMPARE(desk.text.unread(), 2);
        desk.text.setInSight(true);
        QCOMPARE(desk.text.unread(), 0);
        desk.hear(Speaker::Citizen, 7, LineStage::Done, u"drei"_s);
        QCOMPARE(desk.text.unread(), 0);
    }

    void saysAgainWhenTheLineIsBackAndUnderANewAssignment()
    {
        Desk desk;
        desk.enter();
        desk.online(false);
        desk.text.type(u"eins"_s);
        desk.text.finish();
        QVERIFY(desk.sent.empty());
        QVERIFY(desk.text.isWaitingForLine());
        desk.online(true);
        QCOMPARE(desk.sent.back().written.text.reveal(), u"eins"_s);
        QVERIFY(!desk.text.isWaitingForLine());
        desk.run(office::LoseClerk{kMe});
        desk.run(office::Arrive{kMe});
        QCOMPARE(desk.sent.back().epoch, office::Epoch{2});
        QCOMPARE(desk.sent.back().written.stage, LineStage::Done);
        QCOMPARE(desk.lines(), QStringList{u"me: eins"_s});
    }

    void forgetsEverythingWithTheVisit_data()
    {
        QTest::addColumn<office::Command>("end");
        QTest::newRow("finished") << office::Command(office::Finish{kMe, ticketId(1), 1, office::Outcome::Done});
        QTest::newRow("left") << office::Command(office::Leave{ticketId(1)});
        QTest::newRow("sent back") << office::Command(
            office::ReturnToLobby{kMe, ticketId(1), 1, office::Place::End, false});
    }
    void forgetsEverythingWithTheVisit()
    {
        QFETCH(office::Command, end);
        Desk desk;
        desk.enter();
        desk.hear(Speaker::Citizen, 5, LineStage::Done, u"eins"_s);
        desk.hear(Speaker::Citizen, 6, LineStage::Writing, u"zw"_s);
        desk.text.type(u"Entwurf"_s);
        const QSignalSpy cleared(&desk.text, &VisitText::cleared);
        desk.run(end);
        QCOMPARE(cleared.size(), 1);
        QVERIFY(desk.text.lines().empty());
        QVERIFY(!desk.text.growing());
        QVERIFY(desk.text.draft().isEmpty());
        QCOMPARE(desk.text.unread(), 0);
        QVERIFY(!desk.text.talking());
        // Of somebody who is gone nothing is shown to the next.
        desk.call();
        desk.enter(2);
        desk.hear(Speaker::Citizen, 7, LineStage::Done, u"spät"_s, 1);
        QVERIFY(desk.text.lines().empty());
    }

    void keepsWhatIsToldBeforeTheVisitIsTakenUp()
    {
        Desk desk;
        desk.enter();
        Workplace again(desk.port, desk.clock);
        again.setLine({LineState::Online, {}, {}, {}});
        again.welcome({1, desk.clock.now(), {}, {kMe, u"schmidt"_s, u"Frau Schmidt"_s}, {wire::Role::Clerk}});
        again.take(desk.counter.snapshot());
        QVERIFY(again.visit().waiting());
        again.text().take({ticketId(1),
                           {{Speaker::Citizen, {5, LineStage::Done, u"Hallo"_s}, desk.clock.now()},
                            {Speaker::Clerk, {6, LineStage::Writing, u"Gu"_s}, desk.clock.now()}}});
        again.visit().takeUp();
        QCOMPARE(again.text().lines().size(), std::size_t{1});
        QCOMPARE(again.text().draft(), u"Gu"_s);
        QVERIFY(again.text().talking());
    }
};

QTEST_GUILESS_MAIN(VisitTextTest)
#include "VisitTextTest.moc"
