// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Id.h"
#include "shared/base/Time.h"

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

//! What has happened in an office. Facts are numbered, never changed, and hold no personal data.
namespace sprechtag::office {

//! Counts the assignments of one ticket to a clerk; a command that names an older one changes nothing.
using Epoch = std::uint32_t;
//! The number of a fact in its office, from 1, without gaps.
using Sequence = std::uint64_t;
//! The local calendar day of the authority as yyyymmdd: ticket numbers begin anew with it.
using ServiceDay = std::uint32_t;

//! Where a ticket goes when a clerk sends its owner back to the lobby.
enum class Place { Keep, Front, End };
//! What came of a visit, as the clerk says at its end.
enum class Outcome { Done, NotDone, Unstated };
//! Why an office closed.
enum class CloseReason { Clerk, LobbyServed };
//! Why somebody who was called is waiting again.
enum class ReturnReason { SentBack, NotEntered, ClerkLost };
//! Why a ticket ended without a visit.
enum class LeaveReason { Citizen, Unreachable, OfficeClosed, Missed };

struct OfficeOpened
{
    ClerkId clerk;
    friend bool operator==(const OfficeOpened &, const OfficeOpened &) = default;
};
struct OfficeClosed
{
    CloseReason reason;
    friend bool operator==(const OfficeClosed &, const OfficeClosed &) = default;
};
//! No new numbers; those waiting are served, then the office closes by itself when `thenClose`.
struct IntakeSuspended
{
    ClerkId clerk;
    bool thenClose;
    friend bool operator==(const IntakeSuspended &, const IntakeSuspended &) = default;
};
struct IntakeResumed
{
    ClerkId clerk;
    friend bool operator==(const IntakeResumed &, const IntakeResumed &) = default;
};

struct ClerkArrived
{
    ClerkId clerk;
    friend bool operator==(const ClerkArrived &, const ClerkArrived &) = default;
};
struct ClerkDeparted
{
    ClerkId clerk;
    friend bool operator==(const ClerkDeparted &, const ClerkDeparted &) = default;
};
struct ClerkPaused
{
    ClerkId clerk;
    friend bool operator==(const ClerkPaused &, const ClerkPaused &) = default;
};
struct ClerkResumed
{
    ClerkId clerk;
    friend bool operator==(const ClerkResumed &, const ClerkResumed &) = default;
};
//! The clerk's line is lost; the place at the desk is kept until the grace is over.
struct ClerkLost
{
    ClerkId clerk;
    friend bool operator==(const ClerkLost &, const ClerkLost &) = default;
};

struct TicketDrawn
{
    TicketId ticket;
    std::uint32_t number;
    ServiceDay day;
    friend bool operator==(const TicketDrawn &, const TicketDrawn &) = default;
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
//! `rank` is the new key of seniority; `notBefore` is when *call next* may take the ticket again.
struct TicketReturned
{
    TicketId ticket;
    ReturnReason reason;
    std::int64_t rank;
    std::optional<Instant> notBefore;
    friend bool operator==(const TicketReturned &, const TicketReturned &) = default;
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

using FactBody =
    std::variant<OfficeOpened, OfficeClosed, IntakeSuspended, IntakeResumed, ClerkArrived, ClerkDeparted, ClerkPaused,
                 ClerkResumed, ClerkLost, TicketDrawn, TicketConnected, TicketDisconnected, TicketUnreachable,
                 TicketCalled, TicketEntered, TicketHeld, TicketResumed, TicketReturned, TicketFinished, TicketLeft>;

struct Fact
{
    Sequence seq;
    Instant at;
    FactBody body;
    friend bool operator==(const Fact &, const Fact &) = default;
};

using Facts = std::vector<Fact>;

} // namespace sprechtag::office
