// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/FactList.h"

#include "shared/base/Result.h"

#include <algorithm>
#include <utility>

namespace sprechtag::office {

std::int64_t arrivalRank(const OfficeState &state, Instant now)
{
    const auto arrived = std::chrono::duration_cast<std::chrono::microseconds>(now.time_since_epoch()).count();
    return std::max<std::int64_t>(state.nextRank, arrived);
}

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
    m_ended = true;
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
    const LinePlace to = placeFor(m_state.tickets.at(ticket), place);
    // Whoever keeps the place would be the very next again: the clerk asked for somebody else.
    const auto notBefore =
        place == Place::Keep ? std::optional(m_now + m_state.settings.notCalledAfterMiss) : std::nullopt;
    add(TicketReturned{ticket, reason, to.standing, to.rank, false, notBefore});
}

void FactList::unanswered(const TicketId &ticket, ReturnReason reason)
{
    const Ticket &called = m_state.tickets.at(ticket);
    const bool counted = !called.lineFailed;
    if (counted && called.lapsedCalls + 1 >= m_state.settings.maxCalls) {
        miss(ticket);
        return;
    }
    add(TicketReturned{ticket, reason, called.standing, called.rank, counted,
                       m_now + m_state.settings.notCalledAfterMiss});
}

void FactList::miss(const TicketId &ticket)
{
    if (m_state.settings.missedListed <= minutes::zero()) {
        end(TicketLeft{ticket, LeaveReason::Missed});
        return;
    }
    end(TicketMissed{ticket, m_now + m_state.settings.missedListed});
}

LinePlace FactList::placeFor(const Ticket &ticket, Place place)
{
    switch (place) {
    case Place::Keep:
        return placeOf(ticket);
    case Place::End:
        return {Standing::Walkin, arrivalRank(m_state, m_now)};
    case Place::Front:
        break;
    }
    // Tickets that are with a clerk keep their rank for their return, so the front is before these, too.
    for (const auto &[id, other] : m_state.tickets)
        m_front = std::min(m_front, other.rank - 1);
    return {Standing::Front, m_front--};
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
    if (m_ended && m_state.open && m_state.intake == Intake::SuspendedThenClose)
        closeWhenServed();
    return std::move(m_facts);
}

// Those who have missed their calls keep nobody at work: they end with the office.
void FactList::closeWhenServed()
{
    std::set<TicketId> missed;
    std::set<TicketId> ended;
    for (const auto &[id, ticket] : m_state.tickets) {
        if (ticket.state == TicketState::Missed)
            missed.insert(id);
    }
    for (const Fact &fact : m_facts) {
        std::visit(Overloaded{[&](const TicketMissed &body) { missed.insert(body.ticket); },
                              [&](const TicketLeft &body) { ended.insert(body.ticket); },
                              [&](const TicketFinished &body) { ended.insert(body.ticket); },
                              [&](const TicketTransferred &body) { ended.insert(body.ticket); }, [](const auto &) {}},
                   fact.body);
    }
    for (const auto &[id, ticket] : m_state.tickets) {
        if (!missed.contains(id) && !ended.contains(id))
            return;
    }
    for (const TicketId &id : missed) {
        if (!ended.contains(id))
            add(TicketLeft{id, LeaveReason::Missed});
    }
    add(OfficeClosed{CloseReason::LobbyServed});
}

} // namespace sprechtag::office
