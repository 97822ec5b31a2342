// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/Crowd.h"

#include <utility>

namespace sprechtag::simulation {

using namespace office;

namespace {

constexpr std::size_t kRemembered = 64;
constexpr std::array<std::uint32_t, 8> kCrowds{1, 2, 4, 6, 8, 8, 12, 24};
constexpr std::array kOutcomes{Outcome::Done, Outcome::NotDone, Outcome::Unstated};
constexpr std::array kPlaces{Place::Keep, Place::Front, Place::End};

bool internal(const Command &command)
{
    return std::visit(Overloaded{[](const Tick &) { return true; }, [](const Restart &) { return true; },
                                 [](const LoseClerk &) { return true; }, [](const Connect &) { return true; },
                                 [](const Disconnect &) { return true; }, [](const auto &) { return false; }},
                      command);
}

} // namespace

Crowd::Crowd(Episode &episode, Dice &dice)
    : m_episode(episode)
    , m_dice(dice)
    , m_crowd(dice.pick(kCrowds))
{
}

void Crowd::act()
{
    passTime();
    const auto due = m_episode.ledger().due();
    if (due && *due <= m_episode.now() && !faulty(100)) {
        m_episode.submit(Tick{});
        return;
    }
    if (faulty(1)) {
        m_episode.crash();
        return;
    }
    if (!m_sent.empty() && faulty(40)) {
        Sent again = m_sent[m_dice.below(static_cast<std::uint32_t>(m_sent.size()))];
        again.digest += faulty(100) ? 1 : 0;
        m_episode.submit(again.key, again.digest, again.command);
        return;
    }
    if (!m_late.empty() && faulty(40)) {
        std::swap(m_late[m_dice.below(static_cast<std::uint32_t>(m_late.size()))], m_late.back());
        Sent late = std::move(m_late.back());
        m_late.pop_back();
        send(std::move(late));
        return;
    }
    const Command command = choose();
    if (internal(command)) {
        m_episode.submit(command);
        return;
    }
    if (faulty(40) && m_late.size() < kRemembered)
        m_late.push_back(sealed(command));
    else
        send(sealed(command));
}

void Crowd::passTime()
{
    const std::uint32_t dice = m_dice.below(1000);
    if (dice < 600)
        m_episode.advance(milliseconds(m_dice.below(2'000)));
    else if (dice < 900)
        m_episode.advance(milliseconds(m_dice.below(15'000)));
    else if (dice < 990)
        m_episode.advance(milliseconds(m_dice.below(100'000)));
    else
        m_episode.advance(milliseconds(m_dice.below(800'000)));
    if (faulty(1))
        m_episode.advance(-milliseconds(m_dice.below(3'600'000)));
    if (m_dice.chance(2))
        m_day += m_dice.chance(900) ? 1 : static_cast<ServiceDay>(-1);
}

Crowd::Sent Crowd::sealed(Command command)
{
    return {"c" + std::to_string(m_commands++), m_dice.next(), std::move(command)};
}

void Crowd::send(Sent sent)
{
    m_episode.submit(sent.key, sent.digest, sent.command);
    if (m_sent.size() < kRemembered)
        m_sent.push_back(std::move(sent));
    else
        m_sent[m_dice.below(kRemembered)] = std::move(sent);
}

Command Crowd::choose()
{
    const std::uint32_t dice = m_dice.below(1000);
    if (dice < 320)
        return visitCommand();
    if (dice < 820)
        return citizenCommand();
    if (dice < 970)
        return clerkCommand();
    return dice < 990 ? officeCommand() : Command(Tick{});
}

Command Crowd::clerkCommand()
{
    const ClerkId clerk = clerkId(m_dice.below(kClerks));
    const std::uint32_t dice = m_dice.below(100);
    if (dice < 45)
        return Arrive{clerk};
    if (dice < 60)
        return LoseClerk{clerk};
    if (dice < 70)
        return Depart{clerk};
    return dice < 80 ? Command(Pause{clerk}) : Command(Resume{clerk});
}

Command Crowd::officeCommand()
{
    const ClerkId clerk = clerkId(m_dice.below(kClerks));
    const std::uint32_t dice = m_dice.below(100);
    if (dice < 60 && !m_episode.ledger().open())
        return Open{clerk};
    if (dice < 15)
        return Open{clerk};
    if (dice < 35)
        return Close{clerk, CloseMode::ServeWaiting};
    if (dice < 45)
        return Close{clerk, CloseMode::Now};
    return dice < 60 ? Command(SuspendIntake{clerk}) : Command(ResumeIntake{clerk});
}

Command Crowd::visitCommand()
{
    const std::uint32_t clerk = m_dice.below(kClerks);
    const ClerkId who = clerkId(m_dice.chance(30) ? m_dice.below(kClerks) : clerk);
    const TicketId ticket = m_dice.chance(900) ? ticketOf(clerk) : anyTicket();
    const std::uint32_t dice = m_dice.below(100);
    if (dice < 45)
        return CallNext{who};
    if (dice < 55)
        return CallNamed{who, anyTicket()};
    if (dice < 70)
        return ReturnToLobby{who, ticket, anyEpoch(ticket), m_dice.pick(kPlaces)};
    return Finish{who, ticket, anyEpoch(ticket), m_dice.pick(kOutcomes)};
}

Command Crowd::citizenCommand()
{
    if (m_episode.ledger().live().size() < m_crowd && m_dice.chance(400)) {
        const bool again = m_dice.chance(20);
        return Draw{again ? anyTicket() : ticketId(m_tickets++), m_day};
    }
    const TicketId ticket = anyTicket();
    const std::uint32_t dice = m_dice.below(100);
    if (dice < 35)
        return Enter{ticketOf(m_dice.below(kClerks)), anyEpoch(ticket)};
    if (dice < 45) {
        const TicketId called = ticketOf(m_dice.below(kClerks));
        return Enter{called, anyEpoch(called)};
    }
    if (dice < 70)
        return Connect{ticket};
    return dice < 93 ? Command(Disconnect{ticket}) : Command(Leave{ticket});
}

TicketId Crowd::anyTicket()
{
    const auto &live = m_episode.ledger().live();
    if (!live.empty() && m_dice.chance(950))
        return ticketId(live[m_dice.below(static_cast<std::uint32_t>(live.size()))]);
    return ticketId(m_dice.below(m_tickets + 2));
}

TicketId Crowd::ticketOf(std::uint32_t clerk)
{
    const auto &ticket = m_episode.ledger().desk(clerk).ticket;
    return ticket ? ticketId(*ticket) : anyTicket();
}

Epoch Crowd::anyEpoch(const TicketId &ticket)
{
    const Epoch now = m_episode.ledger().person(indexOf(ticket)).epoch;
    if (m_dice.chance(900))
        return now;
    return m_dice.chance(700) && now > 0 ? now - 1 : m_dice.below(4);
}

} // namespace sprechtag::simulation
