// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/Words.h"

#include <set>

//! What citizens ask, and what is asked for them.
namespace sprechtag::office {

//! Clerks who are with a visitor of another office: an office knows its own visits alone.
using Elsewhere = std::set<ClerkId>;

//! An appointment that is checked in on time has its seat: neither the queue limit nor the end by capacity refuses it.
struct Draw
{
    TicketId ticket;
    ServiceDay day;
    Elsewhere elsewhere{};
    std::optional<ConcernId> concern{};
    std::optional<Instant> appointment{};
};
//! The other half of a Transfer, in the office that it goes to.
struct Receive
{
    TicketId ticket;
    std::uint32_t number;
    ServiceDay day;
    Instant drawnAt;
    Epoch epoch; //!< of the newest assignment there: a late word about that visit changes nothing here
    std::optional<OfficeId> origin{};
    std::optional<ConcernId> concern{};
    std::optional<ClerkId> reservedFor{};
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
struct StepAway
{
    TicketId ticket;
};
struct ComeBack
{
    TicketId ticket;
};
struct Enter
{
    TicketId ticket;
    Epoch epoch;
};
//! The citizen has seen the call and asks for some time; a call without an answer like one that lapses.
struct NotYet
{
    TicketId ticket;
    Epoch epoch;
};
//! The parked citizen is ready.
struct Ready
{
    TicketId ticket;
};
//! The citizen agrees to the transfer. Whoever runs both offices receives the ticket there in the same moment.
struct Transfer
{
    TicketId ticket;
    Epoch epoch;
};
//! The citizen does not agree, or the other office does not take the ticket any more.
struct DeclineTransfer
{
    TicketId ticket;
    Epoch epoch;
    WithdrawReason reason{WithdrawReason::Citizen};
};
struct Leave
{
    TicketId ticket;
};
//! The citizen follows a clerk out of the line into the visit of somebody else.
struct JoinVisit
{
    TicketId ticket;
};

} // namespace sprechtag::office
