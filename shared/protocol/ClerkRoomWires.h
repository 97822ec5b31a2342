// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/RoomWires.h"
#include "shared/protocol/TownWire.h"
#include "shared/protocol/VisitCommandWires.h"

//! Who is in a room, on the wire of clerks.
namespace sprechtag::protocol::wire {

[[nodiscard]] inline clerk::InterpreterWish readWish(const Value &value)
{
    return {.interpreter = value["id"_L1].id<InterpreterTag>(), .language = value["language"_L1].language()};
}

[[nodiscard]] inline QJsonObject wishJson(const clerk::InterpreterWish &wish)
{
    return Fields().add("id"_L1, wish.interpreter).add("language"_L1, wish.language).object();
}

template <>
struct Wire<clerk::InviteGuest>
{
    static constexpr auto type = "guest.invite"_L1;
    static clerk::InviteGuest read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .interpreter = value["interpreter"_L1].optional(readWish)};
    }
    static void write(Fields &fields, const clerk::InviteGuest &message)
    {
        writeOfVisit(fields, message);
        if (message.interpreter)
            fields.add("interpreter"_L1, wishJson(*message.interpreter));
    }
};

template <>
struct Wire<clerk::FetchGuest>
{
    static constexpr auto type = "guest.fetch"_L1;
    static clerk::FetchGuest read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .fromOffice = value["from_office"_L1].id<OfficeTag>(),
                .fromTicket = value["from_ticket"_L1].id<TicketTag>()};
    }
    static void write(Fields &fields, const clerk::FetchGuest &message)
    {
        writeOfVisit(fields, message)
            .add("from_office"_L1, message.fromOffice)
            .add("from_ticket"_L1, message.fromTicket);
    }
};

template <>
struct Wire<clerk::ListInterpreters>
{
    static constexpr auto type = "interpreters.list"_L1;
    static clerk::ListInterpreters read(const Value &value) { return {.id = value["id"_L1].commandId()}; }
    static void write(Fields &fields, const clerk::ListInterpreters &message) { fields.add("id"_L1, message.id); }
};

template <>
struct Wire<clerk::TownInterpreters>
{
    static constexpr auto type = "town.interpreters"_L1;
    static clerk::TownInterpreters read(const Value &value)
    {
        return {.re = value["re"_L1].commandId(),
                .interpreters = value["interpreters"_L1].list(limits::kInterpreters, [](const Value &one) {
                    return std::get<town::Interpreter>(readTownValue(town::Kind::Interpreter, one));
                })};
    }
    static void write(Fields &fields, const clerk::TownInterpreters &message)
    {
        fields.add("re"_L1, message.re)
            .addList("interpreters"_L1, message.interpreters,
                     [](const town::Interpreter &one) { return townValueJson(one); });
    }
};

template <typename T>
struct OfGuestWire
{
    static T read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .peer = readPeer(value["peer"_L1])};
    }
    static void write(Fields &fields, const T &message) { writeOfVisit(fields, message).add("peer"_L1, message.peer); }
};

template <>
struct Wire<clerk::AdmitGuest> : OfGuestWire<clerk::AdmitGuest>
{
    static constexpr auto type = "guest.admit"_L1;
};

template <>
struct Wire<clerk::RemoveGuest> : OfGuestWire<clerk::RemoveGuest>
{
    static constexpr auto type = "guest.remove"_L1;
};

template <>
struct Wire<clerk::ControlGuest>
{
    static constexpr auto type = "guest.control"_L1;
    static clerk::ControlGuest read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .peer = readPeer(value["peer"_L1]),
                .control = readControl(value["control"_L1])};
    }
    static void write(Fields &fields, const clerk::ControlGuest &message)
    {
        writeOfVisit(fields, message).add("peer"_L1, message.peer).add("control"_L1, controlJson(message.control));
    }
};

template <>
struct Wire<clerk::RoomSignal>
{
    static constexpr auto type = "room.signal"_L1;
    static clerk::RoomSignal read(const Value &value)
    {
        return {.office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .peer = readPeer(value["peer"_L1]),
                .signal = readSignal(value["signal"_L1])};
    }
    static void write(Fields &fields, const clerk::RoomSignal &message)
    {
        fields.add("office"_L1, message.office)
            .add("ticket"_L1, message.ticket)
            .add("epoch"_L1, message.epoch)
            .add("peer"_L1, message.peer)
            .add("signal"_L1, signalJson(message.signal));
    }
};

template <>
struct Wire<clerk::GuestCode>
{
    static constexpr auto type = "guest.code"_L1;
    static clerk::GuestCode read(const Value &value)
    {
        return {.re = value["re"_L1].commandId(),
                .code = value["code"_L1].text(kGuestCodeRule),
                .expiresAt = value["expires_at"_L1].instant()};
    }
    static void write(Fields &fields, const clerk::GuestCode &message)
    {
        fields.add("re"_L1, message.re).add("code"_L1, message.code.reveal()).add("expires_at"_L1, message.expiresAt);
    }
};

template <>
struct Wire<clerk::RoomState>
{
    static constexpr auto type = "room.state"_L1;
    static clerk::RoomState read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .people = readPeople(value)};
    }
    static void write(Fields &fields, const clerk::RoomState &message)
    {
        fields.add("ticket"_L1, message.ticket)
            .add("epoch"_L1, message.epoch)
            .addList("people"_L1, message.people, personJson);
    }
};

} // namespace sprechtag::protocol::wire
