// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/LineFactWires.h"

//! The facts about a call and what becomes of it. Included by FactCodec.cpp alone.
namespace sprechtag::protocol::wire {

template <>
struct Wire<office::TicketEntered> : TicketFact<office::TicketEntered>
{
    static constexpr auto type = "ticket_entered"_L1;
};

template <>
struct Wire<office::TicketCalled>
{
    static constexpr auto type = "ticket_called"_L1;
    static office::TicketCalled read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(),
                .clerk = value["clerk"_L1].id<ClerkTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .named = value["named"_L1].flag(),
                .enterBy = value["enter_by"_L1].instant()};
    }
    static void write(Fields &fields, const office::TicketCalled &fact)
    {
        fields.add("ticket"_L1, fact.ticket)
            .add("clerk"_L1, fact.clerk)
            .add("epoch"_L1, fact.epoch)
            .add("named"_L1, fact.named)
            .add("enter_by"_L1, fact.enterBy);
    }
};

template <>
struct Wire<office::TicketSighted>
{
    static constexpr auto type = "ticket_sighted"_L1;
    static office::TicketSighted read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(), .clerk = value["clerk"_L1].id<ClerkTag>()};
    }
    static void write(Fields &fields, const office::TicketSighted &fact)
    {
        fields.add("ticket"_L1, fact.ticket).add("clerk"_L1, fact.clerk);
    }
};

template <>
struct Wire<office::TicketHeld>
{
    static constexpr auto type = "ticket_held"_L1;
    static office::TicketHeld read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(), .until = value["until"_L1].instant()};
    }
    static void write(Fields &fields, const office::TicketHeld &fact)
    {
        fields.add("ticket"_L1, fact.ticket).add("until"_L1, fact.until);
    }
};

template <>
struct Wire<office::TicketResumed>
{
    static constexpr auto type = "ticket_resumed"_L1;
    static office::TicketResumed read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .enterBy = value["enter_by"_L1].optional([](const Value &v) { return v.instant(); })};
    }
    static void write(Fields &fields, const office::TicketResumed &fact)
    {
        fields.add("ticket"_L1, fact.ticket).add("epoch"_L1, fact.epoch).add("enter_by"_L1, fact.enterBy);
    }
};

template <>
struct Wire<office::TicketReturned>
{
    static constexpr auto type = "ticket_returned"_L1;
    static office::TicketReturned read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(),
                .reason = value["reason"_L1].choice<office::ReturnReason>(),
                .standing = value["standing"_L1].choice<office::Standing>(),
                .rank = readRank(value["rank"_L1]),
                .lapsed = value["lapsed"_L1].flag(),
                .notBefore = value["not_before"_L1].optional([](const Value &v) { return v.instant(); })};
    }
    static void write(Fields &fields, const office::TicketReturned &fact)
    {
        fields.add("ticket"_L1, fact.ticket)
            .add("reason"_L1, fact.reason)
            .add("standing"_L1, fact.standing)
            .add("rank"_L1, fact.rank)
            .add("lapsed"_L1, fact.lapsed)
            .add("not_before"_L1, fact.notBefore);
    }
};

template <>
struct Wire<office::TicketMissed>
{
    static constexpr auto type = "ticket_missed"_L1;
    static office::TicketMissed read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(), .until = value["until"_L1].instant()};
    }
    static void write(Fields &fields, const office::TicketMissed &fact)
    {
        fields.add("ticket"_L1, fact.ticket).add("until"_L1, fact.until);
    }
};

} // namespace sprechtag::protocol::wire
