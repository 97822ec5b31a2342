// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/Words.h"

//! What clerks ask about tickets.
namespace sprechtag::office {

struct CallNext
{
    ClerkId clerk;
};
//! Somebody in line, or somebody who is parked.
struct CallNamed
{
    ClerkId clerk;
    TicketId ticket;
};
//! The citizen has appeared: the visit begins.
struct Admit
{
    ClerkId clerk;
    TicketId ticket;
    Epoch epoch;
};
//! The citizen did not appear: out of line at once. After a line that failed: back to the same place instead.
struct NoShow
{
    ClerkId clerk;
    TicketId ticket;
    Epoch epoch;
};
//! Takes a missed ticket in again, to its old place.
struct Readmit
{
    ClerkId clerk;
    TicketId ticket;
};
//! `Keep`: the old place, but *call next* passes over it for Settings::notCalledAfterMiss; counts as a call without an
//! answer when nobody had come in. `Front`: next. `End`: last.
//! `unlessEntered`: meant for somebody who does not come; whoever comes in at this moment stays.
struct ReturnToLobby
{
    ClerkId clerk;
    TicketId ticket;
    Epoch epoch;
    Place place;
    bool unlessEntered{};
};
//! All of it each time. Holds until clerk and visitor part, over lost lines of both.
struct ControlCall
{
    ClerkId clerk;
    TicketId ticket;
    Epoch epoch;
    CallControl control;
};
//! The clerk has looked at an identity document that the visitor held to the camera: nothing is proven by that, and no
//! level of assurance comes of it.
struct Sight
{
    ClerkId clerk;
    TicketId ticket;
    Epoch epoch;
};
//! Only somebody who waits, and not before others already.
struct Prioritise
{
    ClerkId clerk;
    TicketId ticket;
    Priority priority;
    PriorityReason reason;
};
//! `remindAfter`: 1 to 120 minutes; none: Settings::parkReminder.
struct Park
{
    ClerkId clerk;
    TicketId ticket;
    Epoch epoch;
    ParkReason reason;
    std::optional<minutes> remindAfter{};
};
//! The clerk wants the parked citizen back in line, before new numbers.
struct Unpark
{
    ClerkId clerk;
    TicketId ticket;
};
struct ProposeTransfer
{
    ClerkId clerk;
    TicketId ticket;
    Epoch epoch;
    OfficeId to;
    std::optional<ClerkId> toClerk{};
};
struct WithdrawTransfer
{
    ClerkId clerk;
    TicketId ticket;
    Epoch epoch;
};
struct Finish
{
    ClerkId clerk;
    TicketId ticket;
    Epoch epoch;
    Outcome outcome;
};

} // namespace sprechtag::office
