// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/ClerkLobbyMessages.h"
#include "shared/protocol/ClerkTicketWires.h"
#include "shared/protocol/OfficeCodec.h"
#include "shared/protocol/ValuesCodec.h"

//! Messages to the waiting and the other offices of the town, on the wire.
namespace sprechtag::protocol::wire {

inline constexpr auto kEverybody = "all"_L1;

inline std::optional<TicketId> readReceiver(const Value &value)
{
    return value.raw().toString() == kEverybody ? std::nullopt : std::optional(value.id<TicketTag>());
}

inline clerk::Colleague readColleague(const Value &value)
{
    return {.card = readClerkCard(value), .present = value["present"_L1].flag()};
}

inline QJsonObject colleagueJson(const clerk::Colleague &colleague)
{
    QJsonObject object = clerkCardJson(colleague.card);
    object.insert("present"_L1, colleague.present);
    return object;
}

inline clerk::Neighbour readNeighbour(const Value &value)
{
    return {.id = value["id"_L1].id<OfficeTag>(),
            .name = value["name"_L1].text(kLabelRule),
            .department = value["department"_L1].text(kLabelRule),
            .letter = value["letter"_L1].text(kLetterRule),
            .view = readPublicView(value["view"_L1]),
            .ahead = value["ahead"_L1].count<std::uint32_t>(),
            .clerks = value["clerks"_L1].list(limits::kClerks, readColleague)};
}

inline QJsonObject neighbourJson(const clerk::Neighbour &office)
{
    return Fields()
        .add("id"_L1, office.id)
        .add("name"_L1, office.name)
        .add("department"_L1, office.department)
        .add("letter"_L1, office.letter)
        .add("view"_L1, publicViewJson(office.view))
        .add("ahead"_L1, office.ahead)
        .addList("clerks"_L1, office.clerks, colleagueJson)
        .object();
}

template <>
struct Wire<clerk::LobbyMessage>
{
    static constexpr auto type = "lobby.message"_L1;
    static clerk::LobbyMessage read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .office = value["office"_L1].id<OfficeTag>(),
                .to = readReceiver(value["to"_L1]),
                .content = readContent(value)};
    }
    static void write(Fields &fields, const clerk::LobbyMessage &message)
    {
        fields.add("id"_L1, message.id).add("office"_L1, message.office);
        if (message.to)
            fields.add("to"_L1, *message.to);
        else
            fields.add("to"_L1, QString(kEverybody));
        writeContent(fields, message.content);
    }
};

template <>
struct Wire<clerk::MessageStatus>
{
    static constexpr auto type = "message.status"_L1;
    static clerk::MessageStatus read(const Value &value)
    {
        return {.office = value["office"_L1].id<OfficeTag>(),
                .sent = value["sent"_L1].count<int>(),
                .shown = value["shown"_L1].count<int>()};
    }
    static void write(Fields &fields, const clerk::MessageStatus &message)
    {
        fields.add("office"_L1, message.office).add("sent"_L1, message.sent).add("shown"_L1, message.shown);
    }
};

template <>
struct Wire<clerk::ListTown> : TicketCommand<clerk::ListTown>
{
    static constexpr auto type = "town.list"_L1;
};

template <>
struct Wire<clerk::TownOffices>
{
    static constexpr auto type = "town.offices"_L1;
    static clerk::TownOffices read(const Value &value)
    {
        return {.re = value["re"_L1].commandId(), .offices = value["offices"_L1].list(limits::kOffices, readNeighbour)};
    }
    static void write(Fields &fields, const clerk::TownOffices &message)
    {
        fields.add("re"_L1, message.re).addList("offices"_L1, message.offices, neighbourJson);
    }
};

} // namespace sprechtag::protocol::wire
