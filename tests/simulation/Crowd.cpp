// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/Crowd.h"

#include <utility>

namespace sprechtag::simulation {

using namespace office;

namespace {

constexpr std::size_t kRemembered = 64;
constexpr std::array<std::uint32_t, 8> kCrowds{1, 2, 4, 6, 8, 8, 12, 24};

bool internal(const Command &command)
{
    return std::visit(Overloaded{[](const Tick &) { return true; }, [](const Restart &) { return true; },
                                 [](const LoseClerk &) { return true; }, [](const Dismiss &) { return true; },
                                 [](const Connect &) { return true; }, [](const Disconnect &) { return true; },
                                 [](const SetWindow &) { return true; }, [](const auto &) { return false; }},
                      command);
}

} // namespace

Crowd::Crowd(World &world, Dice &dice)
    : m_world(world)
    , m_dice(dice)
    , m_crowd(dice.pick(kCrowds))
{
}

void Crowd::act()
{
    passTime();
    m_office = m_dice.below(kOffices);
    const auto due = ledger().due();
    if (due && *due <= m_world.now() && !faulty(100)) {
        submit(Tick{});
        return;
    }
    if (faulty(1)) {
        m_world.crash();
        return;
    }
    if (!m_sent.empty() && faulty(40)) {
        Sent again = m_sent[m_dice.below(static_cast<std::uint32_t>(m_sent.size()))];
        again.digest += faulty(100) ? 1 : 0;
        m_world.submit(again);
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
        submit(command);
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
        m_world.advance(milliseconds(m_dice.below(2'000)));
    else if (dice < 900)
        m_world.advance(milliseconds(m_dice.below(15'000)));
    else if (dice < 990)
        m_world.advance(milliseconds(m_dice.below(100'000)));
    else
        m_world.advance(milliseconds(m_dice.below(800'000)));
    if (faulty(1))
        m_world.advance(-milliseconds(m_dice.below(3'600'000)));
    if (m_dice.chance(2))
        m_day += m_dice.chance(900) ? 1 : static_cast<ServiceDay>(-1);
}

Sent Crowd::sealed(Command command)
{
    return {m_office, "c" + std::to_string(m_commands++), m_dice.next(), std::move(command)};
}

void Crowd::send(Sent sent)
{
    m_world.submit(sent);
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
    if (dice < 985)
        return officeCommand();
    return dice < 992 ? windowCommand() : Command(Tick{});
}

TicketId Crowd::anyTicket()
{
    const auto &live = ledger().live();
    if (!live.empty() && m_dice.chance(950))
        return ticketId(live[m_dice.below(static_cast<std::uint32_t>(live.size()))]);
    return ticketId(m_dice.below(m_tickets + 2));
}

TicketId Crowd::ticketOf(std::uint32_t clerk)
{
    const auto &ticket = ledger().desk(clerk).ticket;
    return ticket ? ticketId(*ticket) : anyTicket();
}

Epoch Crowd::anyEpoch(const TicketId &ticket)
{
    const Epoch now = ledger().person(indexOf(ticket)).epoch;
    if (m_dice.chance(900))
        return now;
    return m_dice.chance(700) && now > 0 ? now - 1 : m_dice.below(4);
}

} // namespace sprechtag::simulation
