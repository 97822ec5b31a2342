// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Apply.h"
#include "shared/domain/office/FactList.h"

#include <algorithm>

namespace sprechtag::office {
namespace {

void enterLine(OfficeState &state, const TicketId &id, const Ticket &ticket)
{
    state.line.insert_or_assign(placeOf(ticket), id);
    state.tickets.insert_or_assign(id, ticket);
    state.nextRank = std::max(state.nextRank, ticket.rank + 1);
}

void move(OfficeState &state, const TicketId &id, Ticket &ticket, Standing standing)
{
    const bool waits = ticket.state == TicketState::Waiting;
    if (waits)
        state.line.erase(placeOf(ticket));
    ticket.standing = standing;
    if (waits)
        state.line.insert_or_assign(placeOf(ticket), id);
}

} // namespace

void apply(OfficeState &state, const TicketDrawn &fact, Instant at)
{
    Ticket ticket;
    ticket.number = fact.number;
    ticket.day = fact.day;
    ticket.standing = fact.standing;
    ticket.rank = arrivalRank(state, at);
    ticket.drawnAt = at;
    ticket.concern = fact.concern;
    ticket.appointment = fact.appointment;
    enterLine(state, fact.ticket, ticket);
    state.day = fact.day;
    state.lastNumber = fact.number;
    ++state.counts.issued;
}

void apply(OfficeState &state, const TicketReceived &fact, Instant)
{
    Ticket ticket;
    ticket.number = fact.number;
    ticket.day = fact.day;
    ticket.origin = fact.origin;
    ticket.rank = fact.rank;
    ticket.epoch = fact.epoch;
    ticket.drawnAt = fact.drawnAt;
    ticket.concern = fact.concern;
    ticket.reservedFor = fact.reservedFor;
    ticket.reservedUntil = fact.reservedUntil;
    enterLine(state, fact.ticket, ticket);
    ++state.counts.received;
}

void apply(OfficeState &state, const TicketConnected &fact, Instant)
{
    if (Ticket *ticket = find(state, fact.ticket))
        ticket->line = Line::Connected;
}

void apply(OfficeState &state, const TicketDisconnected &fact, Instant at)
{
    Ticket *ticket = find(state, fact.ticket);
    if (!ticket)
        return;
    ticket->line = Line::Lost;
    ticket->lineLostAt = at;
    ticket->lineFailed = true;
}

void apply(OfficeState &state, const TicketUnreachable &fact, Instant)
{
    if (Ticket *ticket = find(state, fact.ticket))
        ticket->line = Line::Unreachable;
}

void apply(OfficeState &state, const TicketAway &fact, Instant)
{
    if (Ticket *ticket = find(state, fact.ticket))
        ticket->awayUntil = fact.until;
}

void apply(OfficeState &state, const TicketBack &fact, Instant at)
{
    Ticket *ticket = find(state, fact.ticket);
    if (!ticket)
        return;
    ticket->awayUntil.reset();
    graceBegins(*ticket, at);
}

void apply(OfficeState &state, const TicketPrioritised &fact, Instant)
{
    if (Ticket *ticket = find(state, fact.ticket))
        move(state, fact.ticket, *ticket, fact.standing);
}

void apply(OfficeState &state, const TicketPromoted &fact, Instant)
{
    if (Ticket *ticket = find(state, fact.ticket)) {
        move(state, fact.ticket, *ticket, Standing::Front);
        ticket->overtaken = 0;
    }
}

} // namespace sprechtag::office
