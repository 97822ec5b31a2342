// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/FactList.h"

#include <algorithm>
#include <utility>

namespace sprechtag::office {

FactList::FactList(const OfficeState &state, Instant now)
    : m_state(state)
    , m_now(now)
    , m_front(-1)
{
}

void FactList::add(const FactBody &body)
{
    m_facts.push_back({m_state.seq + m_facts.size() + 1, m_now, body});
}

void FactList::end(const FactBody &ending)
{
    add(ending);
    ++m_ended;
}

void FactList::arrive(const ClerkId &clerk)
{
    const auto known = m_state.clerks.find(clerk);
    if (known == m_state.clerks.end()) {
        add(ClerkArrived{clerk});
        return;
    }
    if (known->second.state != ClerkState::Lost)
        return;
    add(ClerkArrived{clerk});
    if (!known->second.ticket)
        return;
    const Ticket &held = m_state.tickets.at(*known->second.ticket);
    const auto enterBy = held.entered ? std::nullopt : std::optional(m_now + m_state.settings.enterWithin);
    add(TicketResumed{*known->second.ticket, held.epoch + 1, enterBy});
}

void FactList::lose(const ClerkId &clerk)
{
    add(ClerkLost{clerk});
    if (const auto &ticket = m_state.clerks.at(clerk).ticket)
        add(TicketHeld{*ticket, m_now + m_state.settings.clerkGrace});
}

void FactList::sendBack(const TicketId &ticket, ReturnReason reason, Place place)
{
    const Ticket &sent = m_state.tickets.at(ticket);
    // Whoever keeps the place would be the very next again: the clerk asked for somebody else.
    const auto notBefore =
        place == Place::Keep ? std::optional(m_now + m_state.settings.notCalledAfterMiss) : std::nullopt;
    add(TicketReturned{ticket, reason, rankOf(sent, place), notBefore});
}

std::int64_t FactList::rankOf(const Ticket &ticket, Place place)
{
    switch (place) {
    case Place::Keep:
        return ticket.rank;
    case Place::End:
        return m_state.nextRank;
    case Place::Front:
        break;
    }
    // Tickets that are with a clerk keep their rank for their return, so the front is before these, too.
    for (const auto &[id, other] : m_state.tickets)
        m_front = std::min(m_front, other.rank - 1);
    return m_front--;
}

void FactList::judgeLine(const TicketId &id, const Ticket &ticket)
{
    if (ticket.line == Line::Connected)
        return;
    if (m_now >= ticket.lineLostAt + m_state.settings.unreachableUntil)
        end(TicketLeft{id, LeaveReason::Unreachable});
    else if (ticket.line == Line::Lost && m_now >= ticket.lineLostAt + m_state.settings.citizenGrace)
        add(TicketUnreachable{id});
}

Facts FactList::take()
{
    const bool served = m_ended > 0 && m_ended == m_state.tickets.size();
    if (served && m_state.open && m_state.intake == Intake::SuspendedThenClose)
        add(OfficeClosed{CloseReason::LobbyServed});
    return std::move(m_facts);
}

} // namespace sprechtag::office
