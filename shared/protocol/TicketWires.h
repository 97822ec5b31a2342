// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/ChecklistWires.h"
#include "shared/protocol/ControlWires.h"

//! What a citizen asks for the own ticket, and reads of it. Included by CitizenCodec.cpp alone.
namespace sprechtag::protocol::wire {

//! Commands about the one ticket that the sender has.
template <typename T>
struct OwnTicketCommand
{
    static T read(const Value &value) { return {.id = value["id"_L1].commandId()}; }
    static void write(Fields &fields, const T &message) { fields.add("id"_L1, message.id); }
};

//! The same about one assignment of it.
template <typename T>
struct OwnCallCommand
{
    static T read(const Value &value) { return {.id = value["id"_L1].commandId(), .epoch = value["epoch"_L1].epoch()}; }
    static void write(Fields &fields, const T &message)
    {
        fields.add("id"_L1, message.id).add("epoch"_L1, message.epoch);
    }
};

template <>
struct Wire<citizen::Enter> : OwnCallCommand<citizen::Enter>
{
    static constexpr auto type = "ticket.enter"_L1;
};

template <>
struct Wire<citizen::Leave> : OwnTicketCommand<citizen::Leave>
{
    static constexpr auto type = "ticket.leave"_L1;
};

template <>
struct Wire<citizen::StepAway> : OwnTicketCommand<citizen::StepAway>
{
    static constexpr auto type = "ticket.step_away"_L1;
};

template <>
struct Wire<citizen::ComeBack> : OwnTicketCommand<citizen::ComeBack>
{
    static constexpr auto type = "ticket.come_back"_L1;
};

template <>
struct Wire<citizen::NotYet> : OwnCallCommand<citizen::NotYet>
{
    static constexpr auto type = "ticket.not_yet"_L1;
};

template <>
struct Wire<citizen::Ready> : OwnTicketCommand<citizen::Ready>
{
    static constexpr auto type = "ticket.ready"_L1;
};

template <>
struct Wire<citizen::AgreeTransfer> : OwnCallCommand<citizen::AgreeTransfer>
{
    static constexpr auto type = "transfer.agree"_L1;
};

template <>
struct Wire<citizen::DeclineTransfer> : OwnCallCommand<citizen::DeclineTransfer>
{
    static constexpr auto type = "transfer.decline"_L1;
};

[[nodiscard]] inline citizen::ParkedCard readParkedCard(const Value &value)
{
    return {.reason = value["reason"_L1].choice<office::ParkReason>(), .remindAt = value["remind_at"_L1].instant()};
}
[[nodiscard]] inline QJsonObject parkedCardJson(const citizen::ParkedCard &parked)
{
    return Fields().add("reason"_L1, parked.reason).add("remind_at"_L1, parked.remindAt).object();
}

[[nodiscard]] inline citizen::TransferCard readTransferCard(const Value &value)
{
    return {.to = value["to"_L1].id<OfficeTag>(),
            .name = value["name"_L1].text(kLabelRule),
            .ahead = value["ahead"_L1].count<std::uint32_t>(),
            .open = value["open"_L1].flag()};
}
[[nodiscard]] inline QJsonObject transferCardJson(const citizen::TransferCard &transfer)
{
    return Fields()
        .add("to"_L1, transfer.to)
        .add("name"_L1, transfer.name)
        .add("ahead"_L1, transfer.ahead)
        .add("open"_L1, transfer.open)
        .object();
}

//! A name in an object of its own, so that more may stand beside it one day.
[[nodiscard]] inline QString readNamed(const Value &value)
{
    return value["name"_L1].text(kLabelRule);
}
[[nodiscard]] inline QJsonObject namedJson(const QString &name)
{
    return Fields().add("name"_L1, name).object();
}

template <>
struct Wire<citizen::TicketStateMessage>
{
    static constexpr auto type = "ticket.state"_L1;
    static citizen::TicketStateMessage read(const Value &value)
    {
        const auto instant = [](const Value &v) { return v.instant(); };
        return {.ticket = value["ticket"_L1].id<TicketTag>(),
                .office = value["office"_L1].id<OfficeTag>(),
                .seq = value["seq"_L1].sequence(),
                .number = value["number"_L1].text({.most = limits::kNumberChars}),
                .state = value["state"_L1].choice<office::TicketState>(),
                .rank = value["rank"_L1].optional([](const Value &v) { return v.count<std::uint32_t>(); }),
                .epoch = value["epoch"_L1].epoch(),
                .enterBy = value["enter_by"_L1].optional(instant),
                .clerkName = value["clerk"_L1].optional(readNamed),
                .returned =
                    value["returned"_L1].optional([](const Value &v) { return v.choice<office::ReturnReason>(); }),
                .concern = value["concern"_L1].optional([](const Value &v) { return v.id<ConcernTag>(); }),
                .notBefore = value["not_before"_L1].optional(instant),
                .awayUntil = value["away_until"_L1].optional(instant),
                .missedUntil = value["missed_until"_L1].optional(instant),
                .parked = value["parked"_L1].optional(readParkedCard),
                .transfer = value["transfer"_L1].optional(readTransferCard),
                .ticked = value["ticked"_L1].optional(readTicked).value_or(QList<int>()),
                .control = readControlOf(value),
                .originName = value["origin"_L1].optional(readNamed)};
    }
    static void write(Fields &fields, const citizen::TicketStateMessage &message)
    {
        fields.add("ticket"_L1, message.ticket)
            .add("office"_L1, message.office)
            .add("seq"_L1, message.seq)
            .add("number"_L1, message.number)
            .add("state"_L1, message.state)
            .add("rank"_L1, message.rank)
            .add("epoch"_L1, message.epoch)
            .add("enter_by"_L1, message.enterBy)
            .add("returned"_L1, message.returned)
            .add("concern"_L1, message.concern)
            .add("not_before"_L1, message.notBefore)
            .add("away_until"_L1, message.awayUntil)
            .add("missed_until"_L1, message.missedUntil);
        if (message.clerkName)
            fields.add("clerk"_L1, namedJson(*message.clerkName));
        if (message.parked)
            fields.add("parked"_L1, parkedCardJson(*message.parked));
        if (message.transfer)
            fields.add("transfer"_L1, transferCardJson(*message.transfer));
        if (!message.ticked.isEmpty())
            fields.addList("ticked"_L1, message.ticked, placeJson);
        addControl(fields, message.control);
        if (message.originName)
            fields.add("origin"_L1, namedJson(*message.originName));
    }
};

template <>
struct Wire<citizen::TicketEnded>
{
    static constexpr auto type = "ticket.ended"_L1;
    static citizen::TicketEnded read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].optional([](const Value &v) { return v.id<TicketTag>(); }),
                .reason = value["reason"_L1].choice<citizen::EndReason>()};
    }
    static void write(Fields &fields, const citizen::TicketEnded &message)
    {
        fields.add("ticket"_L1, message.ticket).add("reason"_L1, message.reason);
    }
};

} // namespace sprechtag::protocol::wire
