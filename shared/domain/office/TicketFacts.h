// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/Words.h"

//! What has happened to a ticket.
namespace sprechtag::office {

//! `appointment`: the time of the one that was checked in; too late for it, the standing is that of a walk-in.
struct TicketDrawn
{
    TicketId ticket;
    std::uint32_t number;
    ServiceDay day;
    Standing standing;
    std::optional<ConcernId> concern;
    std::optional<Instant> appointment;
    friend bool operator==(const TicketDrawn &, const TicketDrawn &) = default;
};
//! Came over from another office, number unchanged, ranked by arrival. `origin`: whose letter the number carries; none:
//! this office's own. `reservedFor`: *call next* of the colleagues passes over it until then.
struct TicketReceived
{
    TicketId ticket;
    std::uint32_t number;
    ServiceDay day;
    Instant drawnAt;
    std::int64_t rank;
    Epoch epoch;
    std::optional<OfficeId> origin;
    std::optional<ConcernId> concern;
    std::optional<ClerkId> reservedFor;
    std::optional<Instant> reservedUntil;
    friend bool operator==(const TicketReceived &, const TicketReceived &) = default;
};
//! The citizen's line is back; the ticket is eligible again.
struct TicketConnected
{
    TicketId ticket;
    friend bool operator==(const TicketConnected &, const TicketConnected &) = default;
};
//! The citizen's line is lost; for the grace nothing else changes.
struct TicketDisconnected
{
    TicketId ticket;
    friend bool operator==(const TicketDisconnected &, const TicketDisconnected &) = default;
};
//! Lost for longer than the grace: keeps the place, is skipped by *call next*.
struct TicketUnreachable
{
    TicketId ticket;
    friend bool operator==(const TicketUnreachable &, const TicketUnreachable &) = default;
};
//! The citizen has stepped away: keeps the place, is skipped, and a lost line is no matter until then.
struct TicketAway
{
    TicketId ticket;
    Instant until;
    friend bool operator==(const TicketAway &, const TicketAway &) = default;
};
struct TicketBack
{
    TicketId ticket;
    friend bool operator==(const TicketBack &, const TicketBack &) = default;
};
struct TicketPrioritised
{
    TicketId ticket;
    ClerkId clerk;
    Standing standing;
    PriorityReason reason;
    friend bool operator==(const TicketPrioritised &, const TicketPrioritised &) = default;
};
//! Overtaken too often by those of a higher class: now before all of them.
struct TicketPromoted
{
    TicketId ticket;
    friend bool operator==(const TicketPromoted &, const TicketPromoted &) = default;
};
//! `named`: picked by name, not the next in line. `enterBy`: when the call lapses.
struct TicketCalled
{
    TicketId ticket;
    ClerkId clerk;
    Epoch epoch;
    bool named;
    Instant enterBy;
    friend bool operator==(const TicketCalled &, const TicketCalled &) = default;
};
struct TicketEntered
{
    TicketId ticket;
    friend bool operator==(const TicketEntered &, const TicketEntered &) = default;
};
//! The clerk has set something else for the visitor; all of it, as it is now.
struct TicketControlled
{
    TicketId ticket;
    CallControl control;
    friend bool operator==(const TicketControlled &, const TicketControlled &) = default;
};
//! An identity document was looked at by eye. Nothing of it is kept but who has looked.
struct TicketSighted
{
    TicketId ticket;
    ClerkId clerk;
    friend bool operator==(const TicketSighted &, const TicketSighted &) = default;
};
//! The clerk of a running call or visit is lost; the citizen is told and waits for `until`.
struct TicketHeld
{
    TicketId ticket;
    Instant until;
    friend bool operator==(const TicketHeld &, const TicketHeld &) = default;
};
//! The clerk is back at a held ticket, under a new epoch. `enterBy`: the citizen had not come in yet and is called
//! anew.
struct TicketResumed
{
    TicketId ticket;
    Epoch epoch;
    std::optional<Instant> enterBy;
    friend bool operator==(const TicketResumed &, const TicketResumed &) = default;
};
//! Waits (again). `lapsed`: a call without an answer, counted. `notBefore`: when *call next* may take the ticket again.
struct TicketReturned
{
    TicketId ticket;
    ReturnReason reason;
    Standing standing;
    std::int64_t rank;
    bool lapsed;
    std::optional<Instant> notBefore;
    friend bool operator==(const TicketReturned &, const TicketReturned &) = default;
};
//! Out of line after too many calls without an answer; may be taken in again until then.
struct TicketMissed
{
    TicketId ticket;
    Instant until;
    friend bool operator==(const TicketMissed &, const TicketMissed &) = default;
};
//! Out of line with something to do, the clerk is free.
struct TicketParked
{
    TicketId ticket;
    ClerkId clerk;
    ParkReason reason;
    Instant remindAt;
    friend bool operator==(const TicketParked &, const TicketParked &) = default;
};
//! Parked for long; `remindAt` is the next time that somebody is told.
struct TicketReminded
{
    TicketId ticket;
    Instant remindAt;
    friend bool operator==(const TicketReminded &, const TicketReminded &) = default;
};
//! The citizen is asked; an earlier proposal is replaced.
struct TransferProposed
{
    TicketId ticket;
    OfficeId to;
    std::optional<ClerkId> toClerk;
    friend bool operator==(const TransferProposed &, const TransferProposed &) = default;
};
struct TransferWithdrawn
{
    TicketId ticket;
    WithdrawReason reason;
    friend bool operator==(const TransferWithdrawn &, const TransferWithdrawn &) = default;
};
//! Goes on in another office, which has received it in the same moment; here it has ended.
struct TicketTransferred
{
    TicketId ticket;
    OfficeId to;
    std::optional<ClerkId> toClerk;
    friend bool operator==(const TicketTransferred &, const TicketTransferred &) = default;
};
struct TicketFinished
{
    TicketId ticket;
    ClerkId clerk;
    Outcome outcome;
    friend bool operator==(const TicketFinished &, const TicketFinished &) = default;
};
struct TicketLeft
{
    TicketId ticket;
    LeaveReason reason;
    friend bool operator==(const TicketLeft &, const TicketLeft &) = default;
};

} // namespace sprechtag::office
