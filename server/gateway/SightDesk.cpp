// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/SightDesk.h"

#include "server/gateway/Meeting.h"

namespace sprechtag::gateway {

using protocol::ErrorCode;

SightDesk::SightDesk(World &world, const ClerkLines &clerks)
    : m_world(world)
    , m_clerks(clerks)
{
}

void SightDesk::citizenBound(TicketId ticket, ConnectionKey connection)
{
    Asking &asking = m_asked[ticket];
    asking.citizen = connection;
    if (asking.step)
        tellCitizen(asking);
}

void SightDesk::citizenGone(TicketId ticket)
{
    if (const auto asking = m_asked.find(ticket); asking != m_asked.end())
        asking->second.citizen.reset();
}

void SightDesk::clerkBound(TicketId ticket, ConnectionKey connection)
{
    Asking &asking = m_asked[ticket];
    asking.clerk = connection;
    if (asking.step)
        tellClerk(ticket, asking, Why::Done);
}

std::optional<CallProblem> SightDesk::fromCitizen(const broker::Visit &visit,
                                                  const protocol::citizen::DeclineSight &message)
{
    const Meeting meeting = meetingOfCitizen(m_world.record(), visit, message.epoch);
    if (!meeting.problem)
        end(visit.ticket, Why::Declined);
    return meeting.problem;
}

std::optional<CallProblem> SightDesk::fromClerk(ClerkId clerk, ConnectionKey connection,
                                                const protocol::clerk::AskSight &message)
{
    const Meeting meeting = meetingOfClerk(m_world.record(), clerk, message.office, message.ticket, message.epoch);
    if (meeting.problem)
        return meeting.problem;
    if (meeting.ticket->control.onHold)
        return CallProblem{ErrorCode::WrongState, {}};
    Asking &asking = m_asked[message.ticket];
    asking.clerk = connection;
    asking.step = message.step;
    tellCitizen(asking);
    tellClerk(message.ticket, asking, Why::Done);
    return std::nullopt;
}

std::optional<CallProblem> SightDesk::fromClerk(ClerkId clerk, ConnectionKey connection,
                                                const protocol::clerk::EndSight &message)
{
    const Meeting meeting = meetingOfClerk(m_world.record(), clerk, message.office, message.ticket, message.epoch);
    if (meeting.problem)
        return meeting.problem;
    m_asked[message.ticket].clerk = connection;
    end(message.ticket, Why::Done);
    return std::nullopt;
}

void SightDesk::published(const broker::OfficeChange &change)
{
    for (const office::Fact &fact : change.facts) {
        if (const auto *sighted = std::get_if<office::TicketSighted>(&fact.body))
            end(sighted->ticket, Why::Done);
        const auto *controlled = std::get_if<office::TicketControlled>(&fact.body);
        if (controlled != nullptr && controlled->control.onHold)
            end(controlled->ticket, Why::Done);
    }
    // Whoever has parted from it reads so in the facts; the next clerk has asked nothing.
    forEachParted(change, [this](TicketId ticket) {
        const auto asking = m_asked.find(ticket);
        if (asking == m_asked.end())
            return;
        asking->second.clerk.reset();
        end(ticket, Why::Done);
    });
    for (const broker::EndedTicket &ended : change.ended)
        m_asked.erase(ended.ticket);
}

void SightDesk::end(TicketId ticket, Why why)
{
    const auto asking = m_asked.find(ticket);
    if (asking == m_asked.end() || !asking->second.step)
        return;
    asking->second.step.reset();
    tellCitizen(asking->second);
    tellClerk(ticket, asking->second, why);
}

void SightDesk::tellCitizen(const Asking &asking) const
{
    if (asking.citizen)
        m_world.toCitizen(*asking.citizen, protocol::citizen::SightState{.step = asking.step});
}

void SightDesk::tellClerk(TicketId ticket, const Asking &asking, Why why) const
{
    const broker::Visit *visit = m_world.record().visit(ticket);
    const office::Ticket *state = visit != nullptr ? m_world.record().ticket(*visit) : nullptr;
    const auto line = state != nullptr && state->clerk ? m_clerks.lineOf(*state->clerk, asking.clerk) : std::nullopt;
    if (line) {
        m_world.toClerk(*line, protocol::clerk::SightState{
                                   .ticket = ticket, .step = asking.step, .declined = why == Why::Declined});
    }
}

} // namespace sprechtag::gateway
