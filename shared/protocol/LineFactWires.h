// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/OfficeCodec.h"

//! The facts about a ticket in line. Included by FactCodec.cpp alone.
namespace sprechtag::protocol::wire {

//! Facts that say only which ticket.
template <typename T>
struct TicketFact
{
    static T read(const Value &value) { return {.ticket = value["ticket"_L1].id<TicketTag>()}; }
    static void write(Fields &fields, const T &fact) { fields.add("ticket"_L1, fact.ticket); }
};

template <>
struct Wire<office::TicketDrawn>
{
    static constexpr auto type = "ticket_drawn"_L1;
    static office::TicketDrawn read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(),
                .number = value["number"_L1].count<std::uint32_t>(),
                .day = value["day"_L1].count<office::ServiceDay>(),
                .standing = value["standing"_L1].choice<office::Standing>(),
                .concern = value["concern"_L1].optional([](const Value &v) { return v.id<ConcernTag>(); }),
                .appointment = value["appointment"_L1].optional([](const Value &v) { return v.instant(); })};
    }
    static void write(Fields &fields, const office::TicketDrawn &fact)
    {
        fields.add("ticket"_L1, fact.ticket)
            .add("number"_L1, fact.number)
            .add("day"_L1, fact.day)
            .add("standing"_L1, fact.standing)
            .add("concern"_L1, fact.concern)
            .add("appointment"_L1, fact.appointment);
    }
};

template <>
struct Wire<office::TicketReceived>
{
    static constexpr auto type = "ticket_received"_L1;
    static office::TicketReceived read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(),
                .number = value["number"_L1].count<std::uint32_t>(),
                .day = value["day"_L1].count<office::ServiceDay>(),
                .drawnAt = value["drawn_at"_L1].instant(),
                .rank = readRank(value["rank"_L1]),
                .epoch = value["epoch"_L1].epoch(),
                .origin = value["origin"_L1].optional([](const Value &v) { return v.id<OfficeTag>(); }),
                .concern = value["concern"_L1].optional([](const Value &v) { return v.id<ConcernTag>(); }),
                .reservedFor = value["reserved_for"_L1].optional([](const Value &v) { return v.id<ClerkTag>(); }),
                .reservedUntil = value["reserved_until"_L1].optional([](const Value &v) { return v.instant(); })};
    }
    static void write(Fields &fields, const office::TicketReceived &fact)
    {
        fields.add("ticket"_L1, fact.ticket)
            .add("number"_L1, fact.number)
            .add("day"_L1, fact.day)
            .add("drawn_at"_L1, fact.drawnAt)
            .add("rank"_L1, fact.rank)
            .add("epoch"_L1, fact.epoch)
            .add("origin"_L1, fact.origin)
            .add("concern"_L1, fact.concern)
            .add("reserved_for"_L1, fact.reservedFor)
            .add("reserved_until"_L1, fact.reservedUntil);
    }
};

template <>
struct Wire<office::TicketConnected> : TicketFact<office::TicketConnected>
{
    static constexpr auto type = "ticket_connected"_L1;
};

template <>
struct Wire<office::TicketDisconnected> : TicketFact<office::TicketDisconnected>
{
    static constexpr auto type = "ticket_disconnected"_L1;
};

template <>
struct Wire<office::TicketUnreachable> : TicketFact<office::TicketUnreachable>
{
    static constexpr auto type = "ticket_unreachable"_L1;
};

template <>
struct Wire<office::TicketAway>
{
    static constexpr auto type = "ticket_away"_L1;
    static office::TicketAway read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(), .until = value["until"_L1].instant()};
    }
    static void write(Fields &fields, const office::TicketAway &fact)
    {
        fields.add("ticket"_L1, fact.ticket).add("until"_L1, fact.until);
    }
};

template <>
struct Wire<office::TicketBack> : TicketFact<office::TicketBack>
{
    static constexpr auto type = "ticket_back"_L1;
};

template <>
struct Wire<office::TicketPrioritised>
{
    static constexpr auto type = "ticket_prioritised"_L1;
    static office::TicketPrioritised read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(),
                .clerk = value["clerk"_L1].id<ClerkTag>(),
                .standing = value["standing"_L1].choice<office::Standing>(),
                .reason = value["reason"_L1].choice<office::PriorityReason>()};
    }
    static void write(Fields &fields, const office::TicketPrioritised &fact)
    {
        fields.add("ticket"_L1, fact.ticket)
            .add("clerk"_L1, fact.clerk)
            .add("standing"_L1, fact.standing)
            .add("reason"_L1, fact.reason);
    }
};

template <>
struct Wire<office::TicketPromoted> : TicketFact<office::TicketPromoted>
{
    static constexpr auto type = "ticket_promoted"_L1;
};

} // namespace sprechtag::protocol::wire
