// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Apply.h"

#include <algorithm>

namespace sprechtag::office {
namespace {

// The ticket is with nobody any more.
void release(OfficeState &state, Ticket &ticket)
{
    ticket.transfer.reset();
    ticket.control = {};
    if (!ticket.clerk)
        return;
    if (Clerk *clerk = find(state, *ticket.clerk))
        clerk->ticket.reset();
    ticket.clerk.reset();
}

// Back from the desk, for whatever comes next.
void interrupt(OfficeState &state, Ticket &ticket)
{
    ticket.entered = false;
    ticket.deadline.reset();
    ticket.parked.reset();
    ticket.parkedAt.reset();
    ticket.reminded = false;
    release(state, ticket);
}

void remove(OfficeState &state, const TicketId &id, Ticket &ticket)
{
    if (ticket.state == TicketState::Waiting)
        state.line.erase(placeOf(ticket));
    release(state, ticket);
    state.tickets.erase(id);
}

void keep(Services &services, seconds length)
{
    services.push_back(length);
    if (services.size() > kServicesRemembered)
        services.pop_front();
}

// The visit is over: its length tells those who wait how long one takes.
void noteService(OfficeState &state, const Ticket &ticket, Instant at)
{
    const seconds length = servedUntil(ticket, at);
    keep(state.services, length);
    if (ticket.concern)
        keep(state.servicesByConcern[*ticket.concern], length);
}

// The visit has come to its end in this office.
void conclude(OfficeState &state, const TicketId &id, std::uint64_t &counter, Instant at)
{
    Ticket *ticket = find(state, id);
    if (!ticket)
        return;
    noteService(state, *ticket, at);
    ++counter;
    remove(state, id, *ticket);
}

void count(Counts &counts, LeaveReason reason)
{
    switch (reason) {
    case LeaveReason::Citizen:
    case LeaveReason::Unreachable:
        ++counts.left;
        return;
    case LeaveReason::OfficeClosed:
    case LeaveReason::AppointmentOffered:
    case LeaveReason::HardEnd:
        ++counts.closed;
        return;
    case LeaveReason::Missed:
        ++counts.missed;
        return;
    case LeaveReason::JoinedVisit:
        ++counts.finished;
        return;
    }
}

} // namespace

void apply(OfficeState &state, const TicketCalled &fact, Instant at)
{
    Ticket *ticket = find(state, fact.ticket);
    if (!ticket)
        return;
    if (!fact.named) {
        for (const TicketId &id : overtakenBy(state, fact.ticket, fact.clerk, at))
            ++state.tickets.at(id).overtaken;
    }
    if (ticket->state == TicketState::Waiting)
        state.line.erase(placeOf(*ticket));
    ticket->state = TicketState::Called;
    ticket->clerk = fact.clerk;
    ticket->epoch = fact.epoch;
    ticket->calledAt = at;
    ticket->deadline = fact.enterBy;
    ticket->notBefore.reset();
    ticket->parked.reset();
    ticket->parkedAt.reset();
    ticket->reminded = false;
    ticket->reservedFor.reset();
    ticket->reservedUntil.reset();
    ticket->lineFailed = ticket->line != Line::Connected;
    if (Clerk *clerk = find(state, fact.clerk))
        clerk->ticket = fact.ticket;
}

void apply(OfficeState &state, const TicketEntered &fact, Instant at)
{
    Ticket *ticket = find(state, fact.ticket);
    if (!ticket)
        return;
    ticket->state = TicketState::InCall;
    ticket->entered = true;
    ticket->enteredAt = at;
    ticket->deadline.reset();
}

void apply(OfficeState &state, const TicketControlled &fact, Instant)
{
    if (Ticket *ticket = find(state, fact.ticket))
        ticket->control = fact.control;
}

void apply(OfficeState &state, const TicketSighted &fact, Instant)
{
    if (Ticket *ticket = find(state, fact.ticket))
        ticket->sightedBy = fact.clerk;
}

void apply(OfficeState &state, const TicketHeld &fact, Instant)
{
    Ticket *ticket = find(state, fact.ticket);
    if (!ticket)
        return;
    ticket->state = TicketState::Held;
    ticket->deadline = fact.until;
}

void apply(OfficeState &state, const TicketResumed &fact, Instant at)
{
    Ticket *ticket = find(state, fact.ticket);
    if (!ticket)
        return;
    ticket->epoch = fact.epoch;
    ticket->deadline = fact.enterBy;
    if (ticket->entered) {
        ticket->state = TicketState::InCall;
        return;
    }
    ticket->state = TicketState::Called;
    ticket->calledAt = at;
    ticket->lineFailed = ticket->line != Line::Connected;
}

void apply(OfficeState &state, const TicketReturned &fact, Instant at)
{
    Ticket *ticket = find(state, fact.ticket);
    if (!ticket)
        return;
    if (fact.reason == ReturnReason::Readmitted)
        ticket->lapsedCalls = 0;
    if (fact.reason == ReturnReason::Readmitted || fact.reason == ReturnReason::Parked)
        graceBegins(*ticket, at);
    // Sent back, a second conversation counts from its own beginning; parked, it is still the first.
    if (ticket->entered)
        ticket->served = seconds::zero();
    interrupt(state, *ticket);
    ticket->lapsedCalls += fact.lapsed ? 1 : 0;
    ticket->state = TicketState::Waiting;
    ticket->standing = fact.standing;
    ticket->rank = fact.rank;
    ticket->notBefore = fact.notBefore;
    state.line.insert_or_assign(placeOf(*ticket), fact.ticket);
    state.nextRank = std::max(state.nextRank, fact.rank + 1);
}

void apply(OfficeState &state, const TicketMissed &fact, Instant)
{
    Ticket *ticket = find(state, fact.ticket);
    if (!ticket)
        return;
    interrupt(state, *ticket);
    ticket->state = TicketState::Missed;
    ticket->deadline = fact.until;
}

void apply(OfficeState &state, const TicketParked &fact, Instant at)
{
    Ticket *ticket = find(state, fact.ticket);
    if (!ticket)
        return;
    ticket->served = servedUntil(*ticket, at);
    interrupt(state, *ticket);
    ticket->state = TicketState::Parked;
    ticket->parked = fact.reason;
    ticket->parkedAt = at;
    ticket->deadline = fact.remindAt;
}

void apply(OfficeState &state, const TicketReminded &fact, Instant at)
{
    Ticket *ticket = find(state, fact.ticket);
    if (!ticket)
        return;
    if (!ticket->reminded)
        graceBegins(*ticket, at);
    ticket->reminded = true;
    ticket->deadline = fact.remindAt;
}

void apply(OfficeState &state, const TransferProposed &fact, Instant)
{
    if (Ticket *ticket = find(state, fact.ticket))
        ticket->transfer = TransferTarget{fact.to, fact.toClerk};
}

void apply(OfficeState &state, const TransferWithdrawn &fact, Instant)
{
    if (Ticket *ticket = find(state, fact.ticket))
        ticket->transfer.reset();
}

void apply(OfficeState &state, const TicketTransferred &fact, Instant at)
{
    conclude(state, fact.ticket, state.counts.transferred, at);
}

void apply(OfficeState &state, const TicketFinished &fact, Instant at)
{
    conclude(state, fact.ticket, state.counts.finished, at);
}

void apply(OfficeState &state, const TicketLeft &fact, Instant at)
{
    Ticket *ticket = find(state, fact.ticket);
    if (!ticket)
        return;
    // Who hangs up first does not change how long the clerk was taken; without the clerk it was no service.
    if (ticket->state == TicketState::InCall)
        noteService(state, *ticket, at);
    count(state.counts, fact.reason);
    remove(state, fact.ticket, *ticket);
}

} // namespace sprechtag::office
