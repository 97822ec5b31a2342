// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/GatewayKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;
using protocol::ErrorCode;
using protocol::ErrorMessage;

namespace {

//! Kim waits at the Bürgerservice, where Frau Schmidt is; Frau Weber may open the Kfz-Zulassung.
struct Lobby : GatewayKit
{
    Lobby()
    {
        open(schmidt);
        kim = citizen();
        draw(kim, token('a'));
        ticket = broker().record().visits().begin()->first;
        forgetAll();
    }
    //! A clerk's command, in a pass of its own.
    void run(const office::Command &command, OfficeId office = kCitizens)
    {
        broker().run(office, command, {.key = QByteArray::number(++commands), .digest = 0}, [](const auto &) {});
        pass();
    }
    void call() { run(office::CallNext{.clerk = kSchmidt}); }
    void talk()
    {
        call();
        say(kim, citizen::Enter{.id = u"enter"_s, .epoch = 1});
        forgetAll();
    }
    void propose() { run(office::ProposeTransfer{.clerk = kSchmidt, .ticket = ticket, .epoch = 1, .to = kCars}); }
    [[nodiscard]] citizen::TicketStateMessage state(Key connection)
    {
        return heardOf<citizen::TicketStateMessage>(connection).back();
    }
    [[nodiscard]] citizen::TicketStateMessage state() { return state(kim); }

    Key schmidt = clerk(kSchmidt);
    Key kim{};
    TicketId ticket = ticketId(1);
    int commands{};
};

} // namespace

//! What the waiting and the visitors do about their own ticket, and what they are told of it.
class GatewayTicketTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoStepsAwayKeepsThePlaceUntilThen();
    void whoIsBackStandsInLineAgain();
    void whoIsCalledMayAskForSomeTime();
    void aCallOfBeforeIsNotGivenBack();
    void whoIsParkedReadsWhyAndUntilWhen();
    void aReminderPutsOffTheNextOne();
    void whoIsReadyComesBeforeNewNumbers();
    void whoMissedTheCallsReadsUntilWhenItIsNotTooLate();
    void aTransferIsAskedWithTheOfficeAndThePeopleThere();
    void aTransferToAnOfficeThatClosedMeanwhileIsShownSo();
    void whoAgreesGoesOnThereWithTheSameNumber();
    void whoGoesOnThereLeavesAnOfferForTheNewClerk();
    void afterTheTransferTheTokenFindsTheNewOffice();
    void whoDeclinesStaysInTheConversation();
    void whoAgreesTooLateStaysInTheConversation();
    void whatNobodyMayDoNowChangesNothing_data();
    void whatNobodyMayDoNowChangesNothing();
};

void GatewayTicketTest::whoStepsAwayKeepsThePlaceUntilThen()
{
    Lobby lobby;
    lobby.say(lobby.kim, citizen::StepAway{.id = u"c1"_s});
    const auto away = lobby.state();
    QCOMPARE(away.awayUntil, std::optional(FakeClock::kBegin + minutes{20}));
    QCOMPARE(away.rank, std::nullopt);
    lobby.wait(minutes{20});
    QCOMPARE(lobby.state().rank, std::optional(0U));
}

void GatewayTicketTest::whoIsBackStandsInLineAgain()
{
    Lobby lobby;
    lobby.say(lobby.kim, citizen::StepAway{.id = u"c1"_s});
    lobby.forgetAll();
    lobby.say(lobby.kim, citizen::ComeBack{.id = u"c2"_s});
    const auto back = lobby.state();
    QCOMPARE(back.awayUntil, std::nullopt);
    QCOMPARE(back.rank, std::optional(0U));
}

void GatewayTicketTest::whoIsCalledMayAskForSomeTime()
{
    Lobby lobby;
    lobby.call();
    lobby.forgetAll();
    lobby.say(lobby.kim, citizen::NotYet{.id = u"c1"_s, .epoch = 1});
    const auto waiting = lobby.state();
    QCOMPARE(waiting.state, office::TicketState::Waiting);
    QCOMPARE(waiting.returned, std::optional(office::ReturnReason::NotYet));
    QCOMPARE(waiting.notBefore, std::optional(FakeClock::kBegin + minutes{5}));
    QCOMPARE(waiting.rank, std::optional(0U));
}

void GatewayTicketTest::aCallOfBeforeIsNotGivenBack()
{
    Lobby lobby;
    lobby.call();
    lobby.forgetAll();
    lobby.say(lobby.kim, citizen::NotYet{.id = u"c1"_s, .epoch = 0});
    QCOMPARE(lobby.heardOf<ErrorMessage>(lobby.kim).front().code, ErrorCode::StaleEpoch);
    QCOMPARE(lobby.office().tickets.at(lobby.ticket).state, office::TicketState::Called);
}

void GatewayTicketTest::whoIsParkedReadsWhyAndUntilWhen()
{
    Lobby lobby;
    lobby.talk();
    lobby.run(office::Park{.clerk = kSchmidt,
                           .ticket = lobby.ticket,
                           .epoch = 1,
                           .reason = office::ParkReason::FetchesPapers,
                           .remindAfter = minutes{10}});
    const auto parked = lobby.state();
    QCOMPARE(parked.state, office::TicketState::Parked);
    QVERIFY(parked.parked.has_value());
    QCOMPARE(parked.parked->reason, office::ParkReason::FetchesPapers);
    QCOMPARE(parked.parked->remindAt, FakeClock::kBegin + minutes{10});
}

void GatewayTicketTest::aReminderPutsOffTheNextOne()
{
    Lobby lobby;
    lobby.talk();
    lobby.run(office::Park{.clerk = kSchmidt, .ticket = lobby.ticket, .epoch = 1, .reason = office::ParkReason::Other});
    lobby.forgetAll();
    lobby.wait(minutes{15});
    const auto reminded = lobby.state();
    QVERIFY(reminded.parked.has_value());
    QCOMPARE(reminded.parked->remindAt, FakeClock::kBegin + minutes{30});
}

void GatewayTicketTest::whoIsReadyComesBeforeNewNumbers()
{
    Lobby lobby;
    lobby.talk();
    const auto other = lobby.citizen();
    lobby.draw(other, token('b'));
    lobby.run(office::Park{.clerk = kSchmidt, .ticket = lobby.ticket, .epoch = 1, .reason = office::ParkReason::Other});
    lobby.forgetAll();
    lobby.say(lobby.kim, citizen::Ready{.id = u"c1"_s});
    const auto waiting = lobby.state();
    QCOMPARE(waiting.state, office::TicketState::Waiting);
    QCOMPARE(waiting.rank, std::optional(0U));
    QCOMPARE(waiting.returned, std::optional(office::ReturnReason::Parked));
    QCOMPARE(waiting.parked, std::nullopt);
}

void GatewayTicketTest::whoMissedTheCallsReadsUntilWhenItIsNotTooLate()
{
    Lobby lobby;
    for (office::Epoch epoch = 1; epoch <= 3; ++epoch) {
        lobby.call();
        lobby.say(lobby.kim, citizen::NotYet{.id = u"c%1"_s.arg(epoch), .epoch = epoch});
        if (epoch < 3)
            lobby.wait(minutes{5});
    }
    const auto missed = lobby.state();
    QCOMPARE(missed.state, office::TicketState::Missed);
    QCOMPARE(missed.missedUntil, std::optional(FakeClock::kBegin + minutes{40}));
}

void GatewayTicketTest::aTransferIsAskedWithTheOfficeAndThePeopleThere()
{
    Lobby lobby;
    lobby.open(lobby.clerk(kWeber), kCars);
    lobby.wait(minutes{1});
    lobby.draw(lobby.citizen(), token('b'), kCars);
    lobby.talk();
    lobby.propose();
    const auto asked = lobby.state();
    QVERIFY(asked.transfer.has_value());
    // Kim has drawn before that person, and would be called before.
    const citizen::TransferCard expected{.to = kCars, .name = u"Kfz-Zulassung"_s, .ahead = 0, .open = true};
    QCOMPARE(asked.transfer, std::optional(expected));
}

void GatewayTicketTest::aTransferToAnOfficeThatClosedMeanwhileIsShownSo()
{
    Lobby lobby;
    lobby.open(lobby.clerk(kWeber), kCars);
    lobby.talk();
    lobby.propose();
    lobby.run(office::Close{.clerk = kWeber, .mode = office::CloseMode::Now}, kCars);
    const auto again = lobby.citizen(token('a'));
    lobby.pass();
    const auto asked = lobby.state(again);
    QVERIFY(asked.transfer && !asked.transfer->open);
}

void GatewayTicketTest::whoAgreesGoesOnThereWithTheSameNumber()
{
    Lobby lobby;
    const auto weber = lobby.clerk(kWeber);
    lobby.open(weber, kCars);
    lobby.talk();
    lobby.propose();
    lobby.forgetAll();
    lobby.say(lobby.kim, citizen::AgreeTransfer{.id = u"c1"_s, .epoch = 1});
    const auto there = lobby.state();
    QCOMPARE(there.office, kCars);
    QCOMPARE(there.number, u"B 001"_s);
    QCOMPARE(there.originName, std::optional(u"Bürgerservice"_s));
    QCOMPARE(there.state, office::TicketState::Waiting);
    QCOMPARE(there.rank, std::optional(0U));

    lobby.draw(lobby.citizen(), token('b'), kCars);
    const auto feeds = lobby.heardOf<citizen::OfficeFeed>(lobby.kim);
    QVERIFY(std::ranges::all_of(feeds, [](const auto &feed) { return feed.office == kCars; }));
    lobby.callNext(weber, u"k1"_s, kCars);
    QCOMPARE(lobby.state().clerkName, std::optional(u"Frau Weber"_s));
}

void GatewayTicketTest::whoGoesOnThereLeavesAnOfferForTheNewClerk()
{
    Lobby lobby;
    const auto weber = lobby.clerk(kWeber);
    lobby.open(weber, kCars);
    lobby.talk();
    lobby.propose();
    lobby.say(lobby.kim, citizen::AgreeTransfer{.id = u"c1"_s, .epoch = 1});
    lobby.say(lobby.kim, citizen::StandingOffer{.generation = 2, .sdp = u"v=0\r\n"_s});
    lobby.forgetAll();
    lobby.callNext(weber, u"k1"_s, kCars);
    const auto offer = lobby.heardOf<clerk::CallOffer>(weber).front();
    QCOMPARE(offer.office, kCars);
    QCOMPARE(offer.generation, 2);
}

void GatewayTicketTest::afterTheTransferTheTokenFindsTheNewOffice()
{
    Lobby lobby;
    lobby.open(lobby.clerk(kWeber), kCars);
    lobby.talk();
    lobby.propose();
    lobby.say(lobby.kim, citizen::AgreeTransfer{.id = u"c1"_s, .epoch = 1});
    lobby.restart();
    const auto again = lobby.citizen(token('a'));
    lobby.pass();
    QCOMPARE(lobby.state(again).office, kCars);
}

void GatewayTicketTest::whoDeclinesStaysInTheConversation()
{
    Lobby lobby;
    lobby.open(lobby.clerk(kWeber), kCars);
    lobby.talk();
    lobby.propose();
    lobby.forgetAll();
    lobby.say(lobby.kim, citizen::DeclineTransfer{.id = u"c1"_s, .epoch = 1});
    const auto stayed = lobby.state();
    QCOMPARE(stayed.transfer, std::nullopt);
    QCOMPARE(stayed.state, office::TicketState::InCall);
    QCOMPARE(stayed.office, kCitizens);
}

void GatewayTicketTest::whoAgreesTooLateStaysInTheConversation()
{
    Lobby lobby;
    lobby.open(lobby.clerk(kWeber), kCars);
    lobby.talk();
    lobby.propose();
    lobby.run(office::Close{.clerk = kWeber, .mode = office::CloseMode::Now}, kCars);
    lobby.forgetAll();
    lobby.say(lobby.kim, citizen::AgreeTransfer{.id = u"c1"_s, .epoch = 1});
    const QList<QByteArray> heard = lobby.outbox.take(lobby.kim);
    QCOMPARE(typeOf(heard.front()), u"ticket.state"_s);
    const auto refused = protocol::decodeCitizenToClient(heard.back());
    QVERIFY(refused.ok());
    QCOMPARE(std::get<ErrorMessage>(*refused).code, ErrorCode::TargetClosed);
    QCOMPARE(lobby.office().tickets.at(lobby.ticket).state, office::TicketState::InCall);
}

void GatewayTicketTest::whatNobodyMayDoNowChangesNothing_data()
{
    QTest::addColumn<citizen::ToServer>("message");
    QTest::addColumn<ErrorCode>("code");
    QTest::addRow("who waits is not called: not yet")
        << citizen::ToServer{citizen::NotYet{.id = u"c1"_s, .epoch = 0}} << ErrorCode::WrongState;
    QTest::addRow("who waits is not parked: ready")
        << citizen::ToServer{citizen::Ready{.id = u"c1"_s}} << ErrorCode::WrongState;
    QTest::addRow("who waits is asked for no transfer: agree")
        << citizen::ToServer{citizen::AgreeTransfer{.id = u"c1"_s, .epoch = 0}} << ErrorCode::WrongState;
    QTest::addRow("who waits is asked for no transfer: decline")
        << citizen::ToServer{citizen::DeclineTransfer{.id = u"c1"_s, .epoch = 0}} << ErrorCode::WrongState;
}

void GatewayTicketTest::whatNobodyMayDoNowChangesNothing()
{
    QFETCH(citizen::ToServer, message);
    QFETCH(ErrorCode, code);
    Lobby lobby;
    const auto before = lobby.office().seq;
    lobby.say(lobby.kim, message);
    QCOMPARE(lobby.heardOf<ErrorMessage>(lobby.kim).front().code, code);
    QCOMPARE(lobby.office().seq, before);
    // Whoever has no place is told so.
    const auto stranger = lobby.citizen();
    lobby.forgetAll();
    lobby.say(stranger, message);
    QCOMPARE(lobby.heardOf<ErrorMessage>(stranger).front().code, ErrorCode::NoTicket);
}

QTEST_GUILESS_MAIN(GatewayTicketTest)
#include "GatewayTicketTest.moc"
