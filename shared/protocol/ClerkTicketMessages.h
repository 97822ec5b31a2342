// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Values.h"

//! PROTOCOL.md §5: what clerks ask about a ticket.
namespace sprechtag::protocol::clerk {

struct CallNamed
{
    QString id;
    OfficeId office;
    TicketId ticket;
    friend bool operator==(const CallNamed &, const CallNamed &) = default;
};
struct ReturnTicket
{
    QString id;
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    office::Place place{};
    bool unlessEntered{};
    friend bool operator==(const ReturnTicket &, const ReturnTicket &) = default;
};
struct FinishTicket
{
    QString id;
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    office::Outcome outcome{};
    friend bool operator==(const FinishTicket &, const FinishTicket &) = default;
};
//! The person who was called is there: the visit begins on the clerk's word.
struct Appeared
{
    QString id;
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    friend bool operator==(const Appeared &, const Appeared &) = default;
};
struct NoShow
{
    QString id;
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    friend bool operator==(const NoShow &, const NoShow &) = default;
};
struct ReadmitTicket
{
    QString id;
    OfficeId office;
    TicketId ticket;
    friend bool operator==(const ReadmitTicket &, const ReadmitTicket &) = default;
};
//! What the visitor of the conversation may do: all of it each time.
struct ControlCall
{
    QString id;
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    office::CallControl control{};
    friend bool operator==(const ControlCall &, const ControlCall &) = default;
};
struct PrioritiseTicket
{
    QString id;
    OfficeId office;
    TicketId ticket;
    office::Priority priority{};
    office::PriorityReason reason{};
    friend bool operator==(const PrioritiseTicket &, const PrioritiseTicket &) = default;
};
struct ParkTicket
{
    QString id;
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    office::ParkReason reason{};
    std::optional<seconds> remindAfter{};
    friend bool operator==(const ParkTicket &, const ParkTicket &) = default;
};
struct UnparkTicket
{
    QString id;
    OfficeId office;
    TicketId ticket;
    friend bool operator==(const UnparkTicket &, const UnparkTicket &) = default;
};
struct TransferTicket
{
    QString id;
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    OfficeId to;
    std::optional<ClerkId> clerk{};
    QString note{}; //!< for the colleague who calls next
    friend bool operator==(const TransferTicket &, const TransferTicket &) = default;
};
struct WithdrawTransfer
{
    QString id;
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    friend bool operator==(const WithdrawTransfer &, const WithdrawTransfer &) = default;
};

} // namespace sprechtag::protocol::clerk
