// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Decisions.h"

namespace sprechtag::office {
namespace {

const Ticket *find(const OfficeState &state, const TicketId &id)
{
    const auto found = state.tickets.find(id);
    return found == state.tickets.end() ? nullptr : &found->second;
}

} // namespace

Decision decideOn(const OfficeState &state, const Connect &command, Instant now)
{
    const Ticket *ticket = find(state, command.ticket);
    if (!ticket)
        return refuse(RefusalCode::Gone);
    return ticket->line == Line::Connected ? Facts{} : only(state, now, TicketConnected{command.ticket});
}

Decision decideOn(const OfficeState &state, const Disconnect &command, Instant now)
{
    const Ticket *ticket = find(state, command.ticket);
    if (!ticket)
        return refuse(RefusalCode::Gone);
    return ticket->line != Line::Connected ? Facts{} : only(state, now, TicketDisconnected{command.ticket});
}

Decision decideOn(const OfficeState &state, const StepAway &command, Instant now)
{
    const Ticket *ticket = find(state, command.ticket);
    if (!ticket)
        return refuse(RefusalCode::Gone);
    if (ticket->state != TicketState::Waiting)
        return refuse(RefusalCode::WrongState);
    if (ticket->awayUntil)
        return Facts{};
    return only(state, now, TicketAway{command.ticket, now + state.settings.awayAtMost});
}

Decision decideOn(const OfficeState &state, const ComeBack &command, Instant now)
{
    const Ticket *ticket = find(state, command.ticket);
    if (!ticket)
        return refuse(RefusalCode::Gone);
    return ticket->awayUntil ? only(state, now, TicketBack{command.ticket}) : Facts{};
}

Decision decideOn(const OfficeState &state, const Enter &command, Instant now)
{
    const Ticket *ticket = find(state, command.ticket);
    if (!ticket)
        return refuse(RefusalCode::Gone);
    if (command.epoch != ticket->epoch)
        return refuse(RefusalCode::StaleEpoch);
    if (ticket->state == TicketState::InCall)
        return Facts{};
    if (ticket->state != TicketState::Called)
        return refuse(RefusalCode::WrongState);
    return only(state, now, TicketEntered{command.ticket});
}

Decision decideOn(const OfficeState &state, const NotYet &command, Instant now)
{
    const Ticket *ticket = find(state, command.ticket);
    if (!ticket)
        return refuse(RefusalCode::Gone);
    if (command.epoch != ticket->epoch)
        return refuse(RefusalCode::StaleEpoch);
    if (ticket->state != TicketState::Called)
        return refuse(RefusalCode::WrongState);
    FactList facts(state, now);
    facts.unanswered(command.ticket, ReturnReason::NotYet);
    return facts.take();
}

Decision decideOn(const OfficeState &state, const Ready &command, Instant now)
{
    const Ticket *ticket = find(state, command.ticket);
    if (!ticket)
        return refuse(RefusalCode::Gone);
    if (ticket->state != TicketState::Parked)
        return refuse(RefusalCode::WrongState);
    return only(state, now, backFromParking(command.ticket, *ticket));
}

Decision decideOn(const OfficeState &state, const Leave &command, Instant now)
{
    if (!find(state, command.ticket))
        return refuse(RefusalCode::Gone);
    FactList facts(state, now);
    facts.end(TicketLeft{command.ticket, LeaveReason::Citizen});
    return facts.take();
}

Decision decideOn(const OfficeState &state, const JoinVisit &command, Instant now)
{
    const Ticket *ticket = find(state, command.ticket);
    if (!ticket)
        return refuse(RefusalCode::Gone);
    if (ticket->state != TicketState::Waiting)
        return refuse(RefusalCode::WrongState);
    FactList facts(state, now);
    facts.end(TicketLeft{command.ticket, LeaveReason::JoinedVisit});
    return facts.take();
}

} // namespace sprechtag::office
