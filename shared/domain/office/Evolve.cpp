// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Office.h"

#include <algorithm>

// Every function here takes what it finds: a fact that speaks of somebody unknown changes nothing.
namespace sprechtag::office {
namespace {

Ticket *find(OfficeState &state, const TicketId &id)
{
    const auto found = state.tickets.find(id);
    return found == state.tickets.end() ? nullptr : &found->second;
}

Clerk *find(OfficeState &state, const ClerkId &id)
{
    const auto found = state.clerks.find(id);
    return found == state.clerks.end() ? nullptr : &found->second;
}

// The ticket is with nobody any more.
void release(OfficeState &state, Ticket &ticket)
{
    if (!ticket.clerk)
        return;
    if (Clerk *clerk = find(state, *ticket.clerk))
        clerk->ticket.reset();
    ticket.clerk.reset();
}

void remove(OfficeState &state, const TicketId &id, Ticket &ticket)
{
    if (ticket.state == TicketState::Waiting)
        state.line.erase(ticket.rank);
    release(state, ticket);
    state.tickets.erase(id);
}

void apply(OfficeState &state, const OfficeOpened &, Instant)
{
    state.open = true;
    state.intake = Intake::Open;
}

void apply(OfficeState &state, const OfficeClosed &, Instant)
{
    state.open = false;
    state.intake = Intake::Open;
}

void apply(OfficeState &state, const IntakeSuspended &fact, Instant)
{
    state.intake = fact.thenClose ? Intake::SuspendedThenClose : Intake::Suspended;
}

void apply(OfficeState &state, const IntakeResumed &, Instant)
{
    state.intake = Intake::Open;
}

void apply(OfficeState &state, const ClerkArrived &fact, Instant)
{
    Clerk &clerk = state.clerks[fact.clerk];
    clerk.state = clerk.pausedBeforeLoss ? ClerkState::Paused : ClerkState::Present;
    clerk.pausedBeforeLoss = false;
}

void apply(OfficeState &state, const ClerkDeparted &fact, Instant)
{
    state.clerks.erase(fact.clerk);
}

void apply(OfficeState &state, const ClerkPaused &fact, Instant)
{
    if (Clerk *clerk = find(state, fact.clerk))
        clerk->state = ClerkState::Paused;
}

void apply(OfficeState &state, const ClerkResumed &fact, Instant)
{
    if (Clerk *clerk = find(state, fact.clerk))
        clerk->state = ClerkState::Present;
}

void apply(OfficeState &state, const ClerkLost &fact, Instant at)
{
    Clerk *clerk = find(state, fact.clerk);
    if (!clerk)
        return;
    // Lost twice (the server started anew in the grace) is still the pause of before.
    if (clerk->state != ClerkState::Lost)
        clerk->pausedBeforeLoss = clerk->state == ClerkState::Paused;
    clerk->state = ClerkState::Lost;
    clerk->lostAt = at;
}

void apply(OfficeState &state, const TicketDrawn &fact, Instant at)
{
    Ticket ticket;
    ticket.number = fact.number;
    ticket.day = fact.day;
    ticket.rank = state.nextRank++;
    ticket.drawnAt = at;
    state.line.emplace(ticket.rank, fact.ticket);
    state.tickets.insert_or_assign(fact.ticket, ticket);
    state.day = fact.day;
    state.lastNumber = fact.number;
    ++state.counts.issued;
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

void apply(OfficeState &state, const TicketCalled &fact, Instant at)
{
    Ticket *ticket = find(state, fact.ticket);
    if (!ticket)
        return;
    state.line.erase(ticket->rank);
    ticket->state = TicketState::Called;
    ticket->clerk = fact.clerk;
    ticket->epoch = fact.epoch;
    ticket->calledAt = at;
    ticket->deadline = fact.enterBy;
    ticket->notBefore.reset();
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

void apply(OfficeState &state, const TicketReturned &fact, Instant)
{
    Ticket *ticket = find(state, fact.ticket);
    if (!ticket)
        return;
    release(state, *ticket);
    if (fact.reason == ReturnReason::NotEntered && !ticket->lineFailed)
        ++ticket->lapsedCalls;
    ticket->state = TicketState::Waiting;
    ticket->entered = false;
    ticket->deadline.reset();
    ticket->rank = fact.rank;
    ticket->notBefore = fact.notBefore;
    state.line.insert_or_assign(fact.rank, fact.ticket);
    state.nextRank = std::max(state.nextRank, fact.rank + 1);
}

void rememberService(OfficeState &state, const Ticket &ticket, Instant at)
{
    // A clock that was set back must not make a visit of negative length.
    const auto length = std::chrono::duration_cast<seconds>(at - ticket.enteredAt);
    state.services.push_back(std::max(length, seconds::zero()));
    if (state.services.size() > kServicesRemembered)
        state.services.pop_front();
}

void apply(OfficeState &state, const TicketFinished &fact, Instant at)
{
    Ticket *ticket = find(state, fact.ticket);
    if (!ticket)
        return;
    rememberService(state, *ticket, at);
    ++state.counts.finished;
    remove(state, fact.ticket, *ticket);
}

void count(Counts &counts, LeaveReason reason)
{
    switch (reason) {
    case LeaveReason::Citizen:
    case LeaveReason::Unreachable:
        ++counts.left;
        return;
    case LeaveReason::OfficeClosed:
        ++counts.closed;
        return;
    case LeaveReason::Missed:
        ++counts.missed;
        return;
    }
}

void apply(OfficeState &state, const TicketLeft &fact, Instant at)
{
    Ticket *ticket = find(state, fact.ticket);
    if (!ticket)
        return;
    // Who hangs up first does not change how long the clerk was taken; without the clerk it was no service.
    if (ticket->state == TicketState::InCall)
        rememberService(state, *ticket, at);
    count(state.counts, fact.reason);
    remove(state, fact.ticket, *ticket);
}

} // namespace

void evolve(OfficeState &state, const Fact &fact)
{
    state.seq = fact.seq;
    std::visit([&](const auto &body) { apply(state, body, fact.at); }, fact.body);
}

} // namespace sprechtag::office
