// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/Office.h"

#include <algorithm>

//! One change for each kind of fact; evolve() chooses among them. By theme in Evolve*.cpp. Every one takes what it
//! finds: a fact that speaks of somebody unknown changes nothing.
namespace sprechtag::office {

void apply(OfficeState &state, const OfficeOpened &fact, Instant at);
void apply(OfficeState &state, const OfficeClosed &fact, Instant at);
void apply(OfficeState &state, const IntakeSuspended &fact, Instant at);
void apply(OfficeState &state, const IntakeResumed &fact, Instant at);
void apply(OfficeState &state, const WindowSet &fact, Instant at);

void apply(OfficeState &state, const ClerkArrived &fact, Instant at);
void apply(OfficeState &state, const ClerkDeparted &fact, Instant at);
void apply(OfficeState &state, const ClerkPaused &fact, Instant at);
void apply(OfficeState &state, const ClerkResumed &fact, Instant at);
void apply(OfficeState &state, const ClerkLost &fact, Instant at);

void apply(OfficeState &state, const TicketDrawn &fact, Instant at);
void apply(OfficeState &state, const TicketReceived &fact, Instant at);
void apply(OfficeState &state, const TicketConnected &fact, Instant at);
void apply(OfficeState &state, const TicketDisconnected &fact, Instant at);
void apply(OfficeState &state, const TicketUnreachable &fact, Instant at);
void apply(OfficeState &state, const TicketAway &fact, Instant at);
void apply(OfficeState &state, const TicketBack &fact, Instant at);
void apply(OfficeState &state, const TicketPrioritised &fact, Instant at);
void apply(OfficeState &state, const TicketPromoted &fact, Instant at);

void apply(OfficeState &state, const TicketCalled &fact, Instant at);
void apply(OfficeState &state, const TicketEntered &fact, Instant at);
void apply(OfficeState &state, const TicketControlled &fact, Instant at);
void apply(OfficeState &state, const TicketSighted &fact, Instant at);
void apply(OfficeState &state, const TicketHeld &fact, Instant at);
void apply(OfficeState &state, const TicketResumed &fact, Instant at);
void apply(OfficeState &state, const TicketReturned &fact, Instant at);
void apply(OfficeState &state, const TicketMissed &fact, Instant at);
void apply(OfficeState &state, const TicketParked &fact, Instant at);
void apply(OfficeState &state, const TicketReminded &fact, Instant at);
void apply(OfficeState &state, const TransferProposed &fact, Instant at);
void apply(OfficeState &state, const TransferWithdrawn &fact, Instant at);
void apply(OfficeState &state, const TicketTransferred &fact, Instant at);
void apply(OfficeState &state, const TicketFinished &fact, Instant at);
void apply(OfficeState &state, const TicketLeft &fact, Instant at);

[[nodiscard]] inline Ticket *find(OfficeState &state, const TicketId &id)
{
    const auto found = state.tickets.find(id);
    return found == state.tickets.end() ? nullptr : &found->second;
}

[[nodiscard]] inline Clerk *find(OfficeState &state, const ClerkId &id)
{
    const auto found = state.clerks.find(id);
    return found == state.clerks.end() ? nullptr : &found->second;
}

//! A clock that was set back makes no negative length.
[[nodiscard]] inline seconds lengthBetween(Instant from, Instant to)
{
    return std::max(std::chrono::duration_cast<seconds>(to - from), seconds::zero());
}

//! How long the visit has lasted, all of its parts.
[[nodiscard]] inline seconds servedUntil(const Ticket &ticket, Instant at)
{
    return ticket.served + (ticket.entered ? lengthBetween(ticket.enteredAt, at) : seconds::zero());
}

//! A line that was lost while that was tolerated has its whole grace from now on.
inline void graceBegins(Ticket &ticket, Instant at)
{
    if (ticket.line == Line::Connected)
        return;
    ticket.line = Line::Lost;
    ticket.lineLostAt = at;
}

} // namespace sprechtag::office
