// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/OfficeCodec.h"

namespace sprechtag::protocol::wire {
namespace {

//! Facts that say only which clerk, or only which ticket.
template <typename T>
struct ClerkFact
{
    static T read(const Value &value) { return {.clerk = value["clerk"_L1].id<ClerkTag>()}; }
    static void write(Fields &fields, const T &fact) { fields.add("clerk"_L1, fact.clerk); }
};
template <typename T>
struct TicketFact
{
    static T read(const Value &value) { return {.ticket = value["ticket"_L1].id<TicketTag>()}; }
    static void write(Fields &fields, const T &fact) { fields.add("ticket"_L1, fact.ticket); }
};

std::int64_t readRank(const Value &value)
{
    return value.integer(-limits::kSafeInteger, limits::kSafeInteger);
}

} // namespace

template <>
struct Wire<office::OfficeOpened> : ClerkFact<office::OfficeOpened>
{
    static constexpr auto type = "office_opened"_L1;
};

template <>
struct Wire<office::OfficeClosed>
{
    static constexpr auto type = "office_closed"_L1;
    static office::OfficeClosed read(const Value &value)
    {
        return {.reason = value["reason"_L1].choice<office::CloseReason>()};
    }
    static void write(Fields &fields, const office::OfficeClosed &fact) { fields.add("reason"_L1, fact.reason); }
};

template <>
struct Wire<office::IntakeSuspended>
{
    static constexpr auto type = "intake_suspended"_L1;
    static office::IntakeSuspended read(const Value &value)
    {
        return {.clerk = value["clerk"_L1].id<ClerkTag>(), .thenClose = value["then_close"_L1].flag()};
    }
    static void write(Fields &fields, const office::IntakeSuspended &fact)
    {
        fields.add("clerk"_L1, fact.clerk).add("then_close"_L1, fact.thenClose);
    }
};

template <>
struct Wire<office::IntakeResumed> : ClerkFact<office::IntakeResumed>
{
    static constexpr auto type = "intake_resumed"_L1;
};

template <>
struct Wire<office::ClerkArrived> : ClerkFact<office::ClerkArrived>
{
    static constexpr auto type = "clerk_arrived"_L1;
};

template <>
struct Wire<office::ClerkDeparted> : ClerkFact<office::ClerkDeparted>
{
    static constexpr auto type = "clerk_departed"_L1;
};

template <>
struct Wire<office::ClerkPaused> : ClerkFact<office::ClerkPaused>
{
    static constexpr auto type = "clerk_paused"_L1;
};

template <>
struct Wire<office::ClerkResumed> : ClerkFact<office::ClerkResumed>
{
    static constexpr auto type = "clerk_resumed"_L1;
};

template <>
struct Wire<office::ClerkLost> : ClerkFact<office::ClerkLost>
{
    static constexpr auto type = "clerk_lost"_L1;
};

template <>
struct Wire<office::TicketDrawn>
{
    static constexpr auto type = "ticket_drawn"_L1;
    static office::TicketDrawn read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(),
                .number = value["number"_L1].count<std::uint32_t>(),
                .day = value["day"_L1].count<office::ServiceDay>()};
    }
    static void write(Fields &fields, const office::TicketDrawn &fact)
    {
        fields.add("ticket"_L1, fact.ticket).add("number"_L1, fact.number).add("day"_L1, fact.day);
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
                .rank = readRank(value["rank"_L1]),
                .notBefore = value["not_before"_L1].optional([](const Value &v) { return v.instant(); })};
    }
    static void write(Fields &fields, const office::TicketReturned &fact)
    {
        fields.add("ticket"_L1, fact.ticket)
            .add("reason"_L1, fact.reason)
            .add("rank"_L1, fact.rank)
            .add("not_before"_L1, fact.notBefore);
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

office::Fact readFact(const Value &value)
{
    const Value kind = value["fact"_L1];
    auto body = Alternatives<office::FactBody>::read(kind.text(kWordRule), value);
    if (!body)
        kind.refuse();
    return {.seq = value["seq"_L1].sequence(),
            .at = value["at"_L1].instant(),
            .body = body.value_or(office::FactBody{office::TicketEntered{TicketId::fromBits({})}})};
}

QJsonObject factJson(const office::Fact &fact)
{
    Fields fields;
    fields.add("seq"_L1, fact.seq).add("at"_L1, fact.at);
    std::visit(
        [&fields]<typename T>(const T &body) {
            fields.add("fact"_L1, QString(Wire<T>::type));
            Wire<T>::write(fields, body);
        },
        fact.body);
    return fields.object();
}

} // namespace sprechtag::protocol::wire

namespace sprechtag::protocol {

QByteArray encodeFact(const office::Fact &fact)
{
    return wire::bytes(wire::factJson(fact));
}

Decoded<office::Fact> decodeFact(const QByteArray &text)
{
    return wire::decodeObject(text, limits::kFactBytes, wire::readFact);
}

} // namespace sprechtag::protocol
