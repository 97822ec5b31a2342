// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Decisions.h"

#include <algorithm>

namespace sprechtag::office {
namespace {

// The next free number of the day's series; nullopt when all of them are in use.
std::optional<std::uint32_t> nextNumber(const OfficeState &state, ServiceDay day)
{
    // Looked through once: a full lobby must not make every further try dear.
    std::set<std::uint32_t> live;
    for (const auto &[id, ticket] : state.tickets) {
        if (ticket.day == day)
            live.insert(ticket.number);
    }
    const std::uint32_t last = std::max(state.settings.lastNumber, 1U);
    std::uint32_t number = day == state.day ? state.lastNumber : 0;
    for (std::uint32_t tried = 0; tried < last; ++tried) {
        number = number >= last ? 1 : number + 1;
        if (!live.contains(number))
            return number;
    }
    return std::nullopt;
}

} // namespace

Decision decideOn(const OfficeState &state, const Draw &command, Instant now)
{
    if (state.tickets.contains(command.ticket))
        return Failure(Refusal{RefusalCode::AlreadyDrawn, std::nullopt, command.ticket});
    if (!state.open)
        return refuse(RefusalCode::OfficeClosed);
    if (state.intake != Intake::Open)
        return refuse(RefusalCode::IntakeSuspended);
    const auto limit = capacity(state, command.elsewhere);
    const auto number = nextNumber(state, command.day);
    if (!number || (limit && waitingCount(state) >= *limit))
        return refuse(RefusalCode::OfficeFull);
    FactList facts(state, now);
    facts.add(TicketDrawn{command.ticket, *number, command.day});
    return facts.take();
}

Decision decideOn(const OfficeState &state, const Connect &command, Instant now)
{
    const auto ticket = state.tickets.find(command.ticket);
    if (ticket == state.tickets.end())
        return refuse(RefusalCode::Gone);
    FactList facts(state, now);
    if (ticket->second.line != Line::Connected)
        facts.add(TicketConnected{command.ticket});
    return facts.take();
}

Decision decideOn(const OfficeState &state, const Disconnect &command, Instant now)
{
    const auto ticket = state.tickets.find(command.ticket);
    if (ticket == state.tickets.end())
        return refuse(RefusalCode::Gone);
    FactList facts(state, now);
    if (ticket->second.line == Line::Connected)
        facts.add(TicketDisconnected{command.ticket});
    return facts.take();
}

Decision decideOn(const OfficeState &state, const Enter &command, Instant now)
{
    const auto found = state.tickets.find(command.ticket);
    if (found == state.tickets.end())
        return refuse(RefusalCode::Gone);
    const Ticket &ticket = found->second;
    if (command.epoch != ticket.epoch)
        return refuse(RefusalCode::StaleEpoch);
    FactList facts(state, now);
    switch (ticket.state) {
    case TicketState::InCall:
        return facts.take();
    case TicketState::Called:
        facts.add(TicketEntered{command.ticket});
        return facts.take();
    case TicketState::Waiting:
    case TicketState::Held:
        break;
    }
    return refuse(RefusalCode::WrongState);
}

Decision decideOn(const OfficeState &state, const Leave &command, Instant now)
{
    if (!state.tickets.contains(command.ticket))
        return refuse(RefusalCode::Gone);
    FactList facts(state, now);
    facts.end(TicketLeft{command.ticket, LeaveReason::Citizen});
    return facts.take();
}

} // namespace sprechtag::office
