// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/GatewayKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;
using office::TicketState;
using protocol::ErrorCode;
using protocol::ErrorMessage;

namespace {

constexpr TicketId kKim = ticketId(1);

//! Kim and Sascha wait, and Kim is called.
struct Counter
{
    Counter()
        : schmidt(kit.clerk(kSchmidt))
        , kim(kit.citizen())
        , sascha(kit.citizen())
    {
        kit.open(schmidt);
        kit.draw(kim, token('a'));
        kit.draw(sascha, token('b'));
        kit.callNext(schmidt, u"call"_s);
        kit.forgetAll();
    }
    [[nodiscard]] const office::Ticket &ticket(TicketId id = kKim) const { return kit.office().tickets.at(id); }
    [[nodiscard]] std::optional<ErrorCode> refusal()
    {
        const auto errors = kit.heardOf<ErrorMessage>(schmidt);
        return errors.isEmpty() ? std::nullopt : std::optional(errors.back().code);
    }
    GatewayKit kit;
    GatewayKit::Key schmidt;
    GatewayKit::Key kim;
    GatewayKit::Key sascha;
};

} // namespace

//! What a clerk does with one person, over the wire.
class GatewayOrdersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aVisitBeginsOnTheClerksWord();
    void whoDoesNotAppearIsListedAndTakenInAgain();
    void aLateAnswerChangesNothing();
    void aParkedVisitorFreesTheClerkAndComesBack();
    void aParkedVisitorIsCalledDirectly();
    void priorityIsTheWordOfAClerk();
    void aBreakSaysWhyAndUntilWhen();
    void aNumberFromElsewhereKeepsItsLetter();
    void theTownIsListedForOneTicket();
    void theNoteGoesWithTheVisitorAndNowhereElse();
    void aNoteOutlivesARestartAndNotItsVisit();
    void aNoteThatNobodyNeedsIsGone_data();
    void aNoteThatNobodyNeedsIsGone();
    void aNoteOfMineReachesTheNextAlthoughTheyWereSentOnInVain();
    void theLastWordOfAProposalCounts();
};

void GatewayOrdersTest::aVisitBeginsOnTheClerksWord()
{
    Counter counter;
    counter.kit.say(counter.schmidt, clerk::Appeared{.id = u"1"_s, .office = kCitizens, .ticket = kKim, .epoch = 1});
    QVERIFY(counter.ticket().state == TicketState::InCall);
    const auto told = counter.kit.heardOf<citizen::TicketStateMessage>(counter.kim);
    QVERIFY(told.back().state == TicketState::InCall);
}

void GatewayOrdersTest::whoDoesNotAppearIsListedAndTakenInAgain()
{
    Counter counter;
    counter.kit.say(counter.schmidt, clerk::NoShow{.id = u"1"_s, .office = kCitizens, .ticket = kKim, .epoch = 1});
    QVERIFY(counter.ticket().state == TicketState::Missed);
    counter.kit.say(counter.schmidt, clerk::ReadmitTicket{.id = u"2"_s, .office = kCitizens, .ticket = kKim});
    QVERIFY(counter.ticket().state == TicketState::Waiting);
    QCOMPARE(office::peopleAhead(counter.kit.office(), kKim), std::optional<std::uint32_t>(0));
}

void GatewayOrdersTest::aLateAnswerChangesNothing()
{
    Counter counter;
    counter.kit.say(counter.schmidt, clerk::NoShow{.id = u"1"_s, .office = kCitizens, .ticket = kKim, .epoch = 0});
    QCOMPARE(counter.refusal(), std::optional(ErrorCode::StaleEpoch));
    QVERIFY(counter.ticket().state == TicketState::Called);
}

void GatewayOrdersTest::aParkedVisitorFreesTheClerkAndComesBack()
{
    Counter counter;
    counter.kit.say(counter.kim, citizen::Enter{.id = u"e"_s, .epoch = 1});
    counter.kit.say(counter.schmidt, clerk::ParkTicket{.id = u"1"_s,
                                                       .office = kCitizens,
                                                       .ticket = kKim,
                                                       .epoch = 1,
                                                       .reason = office::ParkReason::FetchesPapers,
                                                       .remindAfter = seconds{90}});
    QVERIFY(counter.ticket().state == TicketState::Parked);
    QCOMPARE(*counter.ticket().deadline - *counter.ticket().parkedAt, minutes{2});
    QVERIFY(!counter.kit.office().clerks.at(kSchmidt).ticket);
    counter.kit.say(counter.schmidt, clerk::UnparkTicket{.id = u"2"_s, .office = kCitizens, .ticket = kKim});
    QVERIFY(counter.ticket().state == TicketState::Waiting);
    QVERIFY(!counter.ticket().parkedAt);
    QCOMPARE(office::peopleAhead(counter.kit.office(), kKim), std::optional<std::uint32_t>(0));
}

void GatewayOrdersTest::aParkedVisitorIsCalledDirectly()
{
    Counter counter;
    counter.kit.say(
        counter.schmidt,
        clerk::ParkTicket{
            .id = u"1"_s, .office = kCitizens, .ticket = kKim, .epoch = 1, .reason = office::ParkReason::Other});
    counter.kit.say(counter.schmidt, clerk::CallNamed{.id = u"2"_s, .office = kCitizens, .ticket = kKim});
    QVERIFY(counter.ticket().state == TicketState::Called);
    QCOMPARE(counter.ticket().epoch, 2U);
}

void GatewayOrdersTest::priorityIsTheWordOfAClerk()
{
    Counter counter;
    const auto alex = counter.kit.citizen();
    counter.kit.draw(alex, token('c'));
    counter.kit.say(counter.schmidt, clerk::PrioritiseTicket{.id = u"1"_s,
                                                             .office = kCitizens,
                                                             .ticket = ticketId(3),
                                                             .priority = office::Priority::First,
                                                             .reason = office::PriorityReason::Deadline});
    QCOMPARE(office::peopleAhead(counter.kit.office(), ticketId(3)), std::optional<std::uint32_t>(0));
    QCOMPARE(counter.kit.heardOf<citizen::TicketStateMessage>(alex).back().rank, std::optional<std::uint32_t>(0));
    counter.kit.say(counter.schmidt, clerk::PrioritiseTicket{.id = u"2"_s,
                                                             .office = kCitizens,
                                                             .ticket = kKim,
                                                             .priority = office::Priority::First,
                                                             .reason = office::PriorityReason::Other});
    QCOMPARE(counter.refusal(), std::optional(ErrorCode::WrongState));
}

void GatewayOrdersTest::aBreakSaysWhyAndUntilWhen()
{
    Counter counter;
    const Instant back = counter.kit.broker().now() + minutes{20};
    counter.kit.say(
        counter.schmidt,
        clerk::Pause{.id = u"1"_s, .office = kCitizens, .reason = office::PauseReason::Idle, .backAt = back});
    const office::Clerk &desk = counter.kit.office().clerks.at(kSchmidt);
    QVERIFY(desk.state == office::ClerkState::Paused);
    QVERIFY(desk.pause == office::PauseReason::Idle);
    QCOMPARE(desk.backAt, std::optional(back));
}

//! Kim talks with Özdemir, who has a desk in both offices.
struct TwoOffices
{
    TwoOffices()
        : oezdemir(kit.clerk(kOezdemir))
        , weber(kit.clerk(kWeber))
        , kim(kit.citizen())
    {
        kit.open(oezdemir);
        kit.say(weber, clerk::OpenOffice{.id = u"cars"_s, .office = kCars});
        kit.draw(kim, token('a'));
        kit.callNext(oezdemir, u"call"_s);
        kit.say(kim, citizen::Enter{.id = u"e"_s, .epoch = 1});
        kit.forgetAll();
    }
    void propose(const QString &note)
    {
        kit.say(oezdemir,
                clerk::TransferTicket{
                    .id = u"t"_s, .office = kCitizens, .ticket = kKim, .epoch = 1, .to = kCars, .note = note});
    }
    void agree() { kit.say(kim, citizen::AgreeTransfer{.id = u"a"_s, .epoch = 1}); }
    [[nodiscard]] QList<protocol::VisitCard> cardsFor(GatewayKit::Key clerk)
    {
        QList<protocol::VisitCard> cards;
        for (const auto &facts : kit.heardOf<clerk::OfficeFacts>(clerk))
            cards += facts.visits;
        return cards;
    }
    [[nodiscard]] QString proposedNote() { return kit.store.reload().visits.front().proposedNote.reveal(); }
    GatewayKit kit;
    GatewayKit::Key oezdemir;
    GatewayKit::Key weber;
    GatewayKit::Key kim;
};

void GatewayOrdersTest::aNumberFromElsewhereKeepsItsLetter()
{
    TwoOffices town;
    town.propose({});
    town.agree();
    const auto cards = town.cardsFor(town.weber);
    QCOMPARE(cards.size(), 1);
    QCOMPARE(cards.front().letter, u"B"_s);
    const auto snapshot = town.kit.heardOf<clerk::OfficeSnapshot>(town.kit.clerk(kWeber)).back();
    QCOMPARE(snapshot.visits.front().letter, u"B"_s);
}

void GatewayOrdersTest::theTownIsListedForOneTicket()
{
    TwoOffices town;
    town.kit.clock.advance(seconds{1});
    town.kit.draw(town.kit.citizen(), token('b'), kCars);
    town.kit.say(town.oezdemir, clerk::ListTown{.id = u"l"_s, .office = kCitizens, .ticket = kKim});
    const auto listed = town.kit.heardOf<clerk::TownOffices>(town.oezdemir);
    QCOMPARE(listed.size(), 1);
    QCOMPARE(listed.front().re, u"l"_s);
    QCOMPARE(listed.front().offices.size(), 1);
    const clerk::Neighbour &cars = listed.front().offices.front();
    QVERIFY(cars.id == kCars);
    QCOMPARE(cars.view.waiting, 1U);
    QVERIFY2(cars.ahead == 0, "Kim was there earlier");
    for (const clerk::Colleague &colleague : cars.clerks)
        QCOMPARE(colleague.present, colleague.card.id == kWeber);
    town.kit.say(town.oezdemir, clerk::ListTown{.id = u"m"_s, .office = kCitizens, .ticket = ticketId(99)});
    QVERIFY(town.kit.heardOf<ErrorMessage>(town.oezdemir).back().code == ErrorCode::Gone);
}

void GatewayOrdersTest::theNoteGoesWithTheVisitorAndNowhereElse()
{
    TwoOffices town;
    const auto schmidt = town.kit.clerk(kSchmidt); // of the first office alone
    town.propose(u"bringt den Brief mit"_s);
    QVERIFY(town.kit.office().tickets.at(kKim).transfer.has_value());
    town.agree();
    QCOMPARE(town.cardsFor(town.weber).front().note, u"bringt den Brief mit"_s);
    QVERIFY(!town.kit.outbox.take(schmidt).isEmpty());
    for (const FakeOutbox::Sent &sent : town.kit.outbox.sent)
        QVERIFY(sent.to == town.weber || sent.to == town.oezdemir || !sent.frame.contains("Brief"));
    for (const office::Fact &fact : town.kit.broker().record().office(kCars)->recent)
        QVERIFY(!protocol::encodeFact(fact).contains("Brief"));
}

void GatewayOrdersTest::aNoteOutlivesARestartAndNotItsVisit()
{
    TwoOffices town;
    town.propose(u"bringt den Brief mit"_s);
    town.agree();
    town.kit.restart();
    const auto snapshot = town.kit.heardOf<clerk::OfficeSnapshot>(town.kit.clerk(kWeber)).back();
    QCOMPARE(snapshot.visits.front().note, u"bringt den Brief mit"_s);
    const auto kim = town.kit.citizen(token('a'));
    town.kit.say(kim, citizen::Leave{.id = u"bye"_s});
    QVERIFY(town.kit.store.reload().visits.empty());
}

void GatewayOrdersTest::aNoteThatNobodyNeedsIsGone_data()
{
    QTest::addColumn<clerk::ToServer>("end");
    const clerk::WithdrawTransfer withdrawn{.id = u"w"_s, .office = kCitizens, .ticket = kKim, .epoch = 1};
    const clerk::ParkTicket parked{
        .id = u"w"_s, .office = kCitizens, .ticket = kKim, .epoch = 1, .reason = office::ParkReason::FillsInForm};
    const clerk::ReturnTicket back{
        .id = u"w"_s, .office = kCitizens, .ticket = kKim, .epoch = 1, .place = office::Place::Front};
    QTest::newRow("withdrawn") << clerk::ToServer(withdrawn);
    QTest::newRow("parked") << clerk::ToServer(parked);
    QTest::newRow("sent back") << clerk::ToServer(back);
}

void GatewayOrdersTest::aNoteThatNobodyNeedsIsGone()
{
    TwoOffices town;
    town.propose(u"bringt den Brief mit"_s);
    QCOMPARE(town.proposedNote(), u"bringt den Brief mit"_s);
    QFETCH(const clerk::ToServer, end);
    town.kit.say(town.oezdemir, end);
    QVERIFY(!town.kit.office().tickets.at(kKim).transfer);
    QVERIFY(town.proposedNote().isEmpty());
    for (const auto &snapshot : town.kit.heardOf<clerk::OfficeSnapshot>(town.kit.clerk(kOezdemir))) {
        for (const protocol::VisitCard &card : snapshot.visits)
            QVERIFY(card.note.isEmpty());
    }
}

void GatewayOrdersTest::aNoteOfMineReachesTheNextAlthoughTheyWereSentOnInVain()
{
    TwoOffices town;
    town.propose(u"bringt den Brief mit"_s);
    town.agree();
    town.kit.callNext(town.weber, u"next"_s, kCars);
    town.kit.say(town.kim, citizen::Enter{.id = u"e2"_s, .epoch = 2});
    town.kit.say(
        town.weber,
        clerk::TransferTicket{
            .id = u"t2"_s, .office = kCars, .ticket = kKim, .epoch = 2, .to = kCitizens, .note = u"doch zu Ihnen"_s});
    town.kit.say(town.kim, citizen::DeclineTransfer{.id = u"no"_s, .epoch = 2});
    const auto visit = town.kit.store.reload().visits.front();
    QCOMPARE(visit.note.reveal(), u"bringt den Brief mit"_s);
    QVERIFY(visit.proposedNote.reveal().isEmpty());
}

void GatewayOrdersTest::theLastWordOfAProposalCounts()
{
    TwoOffices town;
    town.propose(u"hat einen Brief"_s);
    town.kit.say(
        town.oezdemir,
        clerk::TransferTicket{
            .id = u"u"_s, .office = kCitizens, .ticket = kKim, .epoch = 1, .to = kCars, .note = u"hat zwei Briefe"_s});
    // Once more the first command, as after a lost line: it is done already.
    town.propose(u"hat einen Brief"_s);
    town.agree();
    QCOMPARE(town.cardsFor(town.weber).front().note, u"hat zwei Briefe"_s);
}

QTEST_GUILESS_MAIN(GatewayOrdersTest)
#include "GatewayOrdersTest.moc"
