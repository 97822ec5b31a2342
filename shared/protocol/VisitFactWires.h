// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/LineFactWires.h"

//! The facts about a visit that is parked, handed over or at its end. Included by FactCodec.cpp alone.
namespace sprechtag::protocol::wire {

template <>
struct Wire<office::TicketParked>
{
    static constexpr auto type = "ticket_parked"_L1;
    static office::TicketParked read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(),
                .clerk = value["clerk"_L1].id<ClerkTag>(),
                .reason = value["reason"_L1].choice<office::ParkReason>(),
                .remindAt = value["remind_at"_L1].instant()};
    }
    static void write(Fields &fields, const office::TicketParked &fact)
    {
        fields.add("ticket"_L1, fact.ticket)
            .add("clerk"_L1, fact.clerk)
            .add("reason"_L1, fact.reason)
            .add("remind_at"_L1, fact.remindAt);
    }
};

template <>
struct Wire<office::TicketReminded>
{
    static constexpr auto type = "ticket_reminded"_L1;
    static office::TicketReminded read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(), .remindAt = value["remind_at"_L1].instant()};
    }
    static void write(Fields &fields, const office::TicketReminded &fact)
    {
        fields.add("ticket"_L1, fact.ticket).add("remind_at"_L1, fact.remindAt);
    }
};

template <>
struct Wire<office::TransferProposed>
{
    static constexpr auto type = "transfer_proposed"_L1;
    static office::TransferProposed read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(),
                .to = value["to"_L1].id<OfficeTag>(),
                .toClerk = value["to_clerk"_L1].optional([](const Value &v) { return v.id<ClerkTag>(); })};
    }
    static void write(Fields &fields, const office::TransferProposed &fact)
    {
        fields.add("ticket"_L1, fact.ticket).add("to"_L1, fact.to).add("to_clerk"_L1, fact.toClerk);
    }
};

template <>
struct Wire<office::TransferWithdrawn>
{
    static constexpr auto type = "transfer_withdrawn"_L1;
    static office::TransferWithdrawn read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(),
                .reason = value["reason"_L1].choice<office::WithdrawReason>()};
    }
    static void write(Fields &fields, const office::TransferWithdrawn &fact)
    {
        fields.add("ticket"_L1, fact.ticket).add("reason"_L1, fact.reason);
    }
};

template <>
struct Wire<office::TicketTransferred>
{
    static constexpr auto type = "ticket_transferred"_L1;
    static office::TicketTransferred read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(),
                .to = value["to"_L1].id<OfficeTag>(),
                .toClerk = value["to_clerk"_L1].optional([](const Value &v) { return v.id<ClerkTag>(); })};
    }
    static void write(Fields &fields, const office::TicketTransferred &fact)
    {
        fields.add("ticket"_L1, fact.ticket).add("to"_L1, fact.to).add("to_clerk"_L1, fact.toClerk);
    }
};

template <>
struct Wire<office::TicketFinished>
{
    static constexpr auto type = "ticket_finished"_L1;
    static office::TicketFinished read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(),
                .clerk = value["clerk"_L1].id<ClerkTag>(),
                .outcome = value["outcome"_L1].choice<office::Outcome>()};
    }
    static void write(Fields &fields, const office::TicketFinished &fact)
    {
        fields.add("ticket"_L1, fact.ticket).add("clerk"_L1, fact.clerk).add("outcome"_L1, fact.outcome);
    }
};

template <>
struct Wire<office::TicketLeft>
{
    static constexpr auto type = "ticket_left"_L1;
    static office::TicketLeft read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(),
                .reason = value["reason"_L1].choice<office::LeaveReason>()};
    }
    static void write(Fields &fields, const office::TicketLeft &fact)
    {
        fields.add("ticket"_L1, fact.ticket).add("reason"_L1, fact.reason);
    }
};

} // namespace sprechtag::protocol::wire
