// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/Crowd.h"

namespace sprechtag::simulation {

using namespace office;

namespace {

constexpr std::array kOutcomes{Outcome::Done, Outcome::NotDone, Outcome::Unstated};
constexpr std::array kPlaces{Place::Keep, Place::Front, Place::End};

} // namespace

Command Crowd::clerkCommand()
{
    const ClerkId clerk = clerkId(m_dice.below(kClerks));
    const std::uint32_t dice = m_dice.below(100);
    if (dice < 45)
        return Arrive{clerk};
    if (dice < 57)
        return LoseClerk{clerk};
    if (dice < 60)
        return Dismiss{clerk};
    if (dice < 70)
        return Depart{clerk};
    if (dice >= 80)
        return Resume{clerk};
    const auto back = m_dice.chance(500) ? std::optional(m_world.now() + seconds(m_dice.below(1800))) : std::nullopt;
    return Pause{clerk, m_dice.chance(500) ? PauseReason::Break : PauseReason::Idle, back};
}

Command Crowd::officeCommand()
{
    const ClerkId clerk = clerkId(m_dice.below(kClerks));
    const std::uint32_t dice = m_dice.below(100);
    if (dice < 60 && !ledger().open())
        return Open{clerk};
    if (dice < 15)
        return Open{clerk};
    if (dice < 35)
        return Close{clerk, CloseMode::ServeWaiting};
    if (dice < 42)
        return Close{clerk, CloseMode::Now};
    if (dice < 47)
        return Close{clerk, CloseMode::OfferAppointments};
    return dice < 60 ? Command(SuspendIntake{clerk}) : Command(ResumeIntake{clerk});
}

Command Crowd::windowCommand()
{
    if (m_dice.chance(200))
        return SetWindow{};
    const Instant opens = m_world.now() + minutes(m_dice.below(120)) - minutes(m_dice.below(90));
    return SetWindow{Window{opens, opens + minutes(m_dice.below(200))}};
}

Command Crowd::visitCommand()
{
    const std::uint32_t clerk = m_dice.below(kClerks);
    const ClerkId who = clerkId(m_dice.chance(30) ? m_dice.below(kClerks) : clerk);
    const TicketId ticket = m_dice.chance(900) ? ticketOf(clerk) : anyTicket();
    const std::uint32_t dice = m_dice.below(100);
    if (dice < 40)
        return CallNext{who};
    if (dice < 47)
        return CallNamed{who, anyTicket()};
    if (dice < 57)
        return ReturnToLobby{who, ticket, anyEpoch(ticket), m_dice.pick(kPlaces), m_dice.chance(300)};
    if (dice < 63)
        return Admit{who, ticket, anyEpoch(ticket)};
    if (dice < 68)
        return transferCommand();
    if (dice < 78)
        return deskCommand();
    return Finish{who, ticket, anyEpoch(ticket), m_dice.pick(kOutcomes)};
}

Command Crowd::deskCommand()
{
    const std::uint32_t clerk = m_dice.below(kClerks);
    const ClerkId who = clerkId(clerk);
    const TicketId ticket = m_dice.chance(900) ? ticketOf(clerk) : anyTicket();
    const std::uint32_t dice = m_dice.below(100);
    if (m_dice.chance(150)) {
        const auto flag = [this] { return m_dice.chance(400); };
        const CallControl control{.muted = flag(), .cameraOff = flag(), .mayShare = flag(), .onHold = flag()};
        return ControlCall{who, ticket, anyEpoch(ticket), control};
    }
    if (m_dice.chance(60))
        return Sight{who, ticket, anyEpoch(ticket)};
    if (dice < 10)
        return NoShow{who, ticket, anyEpoch(ticket)};
    if (dice < 25)
        return Readmit{who, anyTicket()};
    if (dice < 50)
        return Prioritise{who, anyTicket(), static_cast<Priority>(m_dice.below(4)), PriorityReason::Other};
    if (dice < 70)
        return Unpark{who, anyTicket()};
    const auto after = m_dice.chance(500) ? std::optional(minutes(m_dice.below(130))) : std::nullopt;
    return Park{who, ticket, anyEpoch(ticket), static_cast<ParkReason>(m_dice.below(3)), after};
}

Command Crowd::transferCommand()
{
    const std::uint32_t clerk = m_dice.below(kClerks);
    const TicketId ticket = ticketOf(clerk);
    if (m_dice.chance(150))
        return WithdrawTransfer{clerkId(clerk), ticket, anyEpoch(ticket)};
    const auto to = m_dice.chance(700) ? std::optional(clerkId(m_dice.below(kClerks))) : std::nullopt;
    return ProposeTransfer{clerkId(clerk), ticket, anyEpoch(ticket), officeId(1 - m_office), to};
}

Command Crowd::drawCommand()
{
    // Ids are never given twice; that a ticket exists already is all that can happen.
    const TicketId again = anyTicket();
    const bool twice = m_dice.chance(20) && ledger().isLive(indexOf(again));
    Draw draw{.ticket = twice ? again : ticketId(m_tickets++),
              .day = m_day,
              .elsewhere = m_world.office(1 - m_office).ledger().engaged()};
    if (m_dice.chance(300))
        draw.concern = concernId(m_dice.below(kConcerns));
    if (m_dice.chance(200))
        draw.appointment = m_world.now() + minutes(m_dice.below(36)) - minutes(m_dice.below(36));
    return draw;
}

Command Crowd::citizenCommand()
{
    if (ledger().live().size() < m_crowd && m_dice.chance(400))
        return drawCommand();
    const TicketId ticket = anyTicket();
    const std::uint32_t dice = m_dice.below(100);
    if (dice < 25)
        return Enter{ticketOf(m_dice.below(kClerks)), anyEpoch(ticket)};
    if (dice < 48)
        return answerCommand();
    if (dice < 54)
        return StepAway{ticket};
    if (dice < 59)
        return ComeBack{ticket};
    if (dice < 64)
        return Ready{ticket};
    if (dice < 80)
        return Connect{ticket};
    if (dice < 95)
        return Disconnect{ticket};
    return dice < 98 ? Command(Leave{ticket}) : Command(JoinVisit{ticket});
}

Command Crowd::answerCommand()
{
    const TicketId called = ticketOf(m_dice.below(kClerks));
    const std::uint32_t dice = m_dice.below(100);
    if (dice < 50)
        return Enter{called, anyEpoch(called)};
    if (dice < 70)
        return NotYet{called, anyEpoch(called)};
    return dice < 92 ? Command(Transfer{called, anyEpoch(called)}) : Command(DeclineTransfer{called, anyEpoch(called)});
}

} // namespace sprechtag::simulation
