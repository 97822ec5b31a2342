// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/Facts.h"

#include <set>

//! What people and the clock ask of an office. Every command carries who asks; the edge has proven that it is them.
namespace sprechtag::office {

//! Opens the office and its intake; a clerk who is not at a desk there arrives first. Open already: nothing to do.
struct Open
{
    ClerkId clerk;
};
//! How to close while people wait: serve them first, or end every ticket now (visits that have begun go on to their
//! end). Opening, closing and the intake need the right to do so, not a desk.
enum class CloseMode { ServeWaiting, Now };
struct Close
{
    ClerkId clerk;
    CloseMode mode;
};
struct SuspendIntake
{
    ClerkId clerk;
};
struct ResumeIntake
{
    ClerkId clerk;
};

//! Takes a desk in the office, or comes back to it after a lost line (held tickets resume under a new epoch).
struct Arrive
{
    ClerkId clerk;
};
struct Depart
{
    ClerkId clerk;
};
struct Pause
{
    ClerkId clerk;
};
struct Resume
{
    ClerkId clerk;
};
struct LoseClerk
{
    ClerkId clerk;
};

//! Clerks who are with a visitor of another office: an office knows its own visits alone.
using Elsewhere = std::set<ClerkId>;

struct Draw
{
    TicketId ticket;
    ServiceDay day;
    Elsewhere elsewhere{};
};
struct Connect
{
    TicketId ticket;
};
struct Disconnect
{
    TicketId ticket;
};
struct Enter
{
    TicketId ticket;
    Epoch epoch;
};
struct Leave
{
    TicketId ticket;
};

struct CallNext
{
    ClerkId clerk;
};
struct CallNamed
{
    ClerkId clerk;
    TicketId ticket;
};
//! `Keep`: the old place, but *call next* passes over it for Settings::notCalledAfterMiss. `Front`: next. `End`: last.
struct ReturnToLobby
{
    ClerkId clerk;
    TicketId ticket;
    Epoch epoch;
    Place place;
};
struct Finish
{
    ClerkId clerk;
    TicketId ticket;
    Epoch epoch;
    Outcome outcome;
};

//! Somebody looked at the clock; see due(). Afterwards nothing is due before a later time.
struct Tick
{
};
//! The server has started anew: every line is lost, every grace begins now, even for those who were lost before.
struct Restart
{
};

using Command =
    std::variant<Open, Close, SuspendIntake, ResumeIntake, Arrive, Depart, Pause, Resume, LoseClerk, Draw, Connect,
                 Disconnect, Enter, Leave, CallNext, CallNamed, ReturnToLobby, Finish, Tick, Restart>;

enum class RefusalCode {
    OfficeClosed,    //!< nothing of the kind while the office is closed
    IntakeSuspended, //!< no new numbers now
    OfficeFull,      //!< the queue limit is reached
    AlreadyDrawn,    //!< this very ticket exists
    NobodyWaiting,   //!< the line has nobody who may be called now
    AlreadyCalled,   //!< a colleague was faster; see Refusal::clerk
    Busy,            //!< the clerk has somebody already; see Refusal::ticket
    NotAtDesk,       //!< the clerk has no desk in the office, or lost the line to it and must arrive first
    Paused,          //!< the clerk is on a pause
    Gone,            //!< the ticket has ended or never was
    WrongState,      //!< the ticket is not where the command needs it
    StaleEpoch,      //!< the command speaks of an earlier assignment
    NotYours         //!< the ticket is with another clerk; see Refusal::clerk
};

//! Why a command changed nothing; names the winner where somebody was faster.
struct Refusal
{
    RefusalCode code{};
    std::optional<ClerkId> clerk = std::nullopt;
    std::optional<TicketId> ticket = std::nullopt;
    friend bool operator==(const Refusal &, const Refusal &) = default;
};

} // namespace sprechtag::office
