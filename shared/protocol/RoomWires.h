// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Bridge.h"
#include "shared/protocol/ControlWires.h"
#include "shared/protocol/RoomMessages.h"
#include "shared/protocol/ValuesCodec.h"

//! Who is in a room, on the wire of citizens and guests, and to the call page.
namespace sprechtag::protocol::wire {

inline constexpr TextRule kGuestCodeRule{
    .most = limits::kGuestCodeChars, .least = limits::kGuestCodeChars, .charset = Charset::Identifier};
inline constexpr TextRule kGuestTokenRule{
    .most = limits::kTicketTokenChars, .least = limits::kTicketTokenChars, .charset = Charset::Identifier};
inline constexpr TextRule kGuestNameRule{.most = limits::kNameChars};
inline constexpr TextRule kNumberRule{.most = limits::kNumberChars};

[[nodiscard]] inline int readPeer(const Value &value)
{
    return value.count<int>(0, limits::kPeer);
}

[[nodiscard]] inline Person readPerson(const Value &value)
{
    return {.peer = readPeer(value["peer"_L1]),
            .role = value["role"_L1].choice<PersonRole>(),
            .state = value["state"_L1].choice<PersonState>(),
            .name = value["name"_L1].textOrEmpty(kLabelRule),
            .control = readControlOf(value),
            .language = value["language"_L1].optional([](const Value &v) { return v.language(); }).value_or(QString()),
            .signLanguage = value["sign_language"_L1].optional([](const Value &v) { return v.flag(); }).value_or(false),
            .office = value["office_name"_L1].textOrEmpty(kLabelRule)};
}

[[nodiscard]] inline QJsonObject personJson(const Person &person)
{
    Fields fields;
    fields.add("peer"_L1, person.peer)
        .add("role"_L1, person.role)
        .add("state"_L1, person.state)
        .addUnlessEmpty("name"_L1, person.name.reveal());
    addControl(fields, person.control);
    fields.addUnlessEmpty("language"_L1, person.language);
    if (person.signLanguage)
        fields.add("sign_language"_L1, true);
    fields.addUnlessEmpty("office_name"_L1, person.office);
    return fields.object();
}

[[nodiscard]] inline QList<Person> readPeople(const Value &value)
{
    return value["people"_L1].list(limits::kPeople, readPerson);
}

template <>
struct Wire<citizen::Knock>
{
    static constexpr auto type = "guest.knock"_L1;
    static citizen::Knock read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .code = value["code"_L1].text(kGuestCodeRule),
                .token = value["token"_L1].text(kGuestTokenRule),
                .name = value["name"_L1].text(kGuestNameRule),
                .lang = value["lang"_L1].language(),
                .consentVersion = value["consent_version"_L1].text(kProgramRule)};
    }
    static void write(Fields &fields, const citizen::Knock &message)
    {
        fields.add("id"_L1, message.id)
            .add("code"_L1, message.code)
            .add("token"_L1, message.token)
            .add("name"_L1, message.name)
            .add("lang"_L1, message.lang)
            .add("consent_version"_L1, message.consentVersion);
    }
};

template <>
struct Wire<citizen::LeaveRoom>
{
    static constexpr auto type = "guest.leave"_L1;
    static citizen::LeaveRoom read(const Value &value) { return {.id = value["id"_L1].commandId()}; }
    static void write(Fields &fields, const citizen::LeaveRoom &message) { fields.add("id"_L1, message.id); }
};

template <>
struct Wire<citizen::RoomSignal>
{
    static constexpr auto type = "room.signal"_L1;
    static citizen::RoomSignal read(const Value &value)
    {
        return {.peer = readPeer(value["peer"_L1]), .signal = readSignal(value["signal"_L1])};
    }
    static void write(Fields &fields, const citizen::RoomSignal &message)
    {
        fields.add("peer"_L1, message.peer).add("signal"_L1, signalJson(message.signal));
    }
};

template <>
struct Wire<citizen::GuestState>
{
    static constexpr auto type = "guest.state"_L1;
    static citizen::GuestState read(const Value &value)
    {
        return {.peer = readPeer(value["peer"_L1]),
                .number = value["number"_L1].text(kNumberRule),
                .office = value["office_name"_L1].text(kLabelRule),
                .state = value["state"_L1].choice<PersonState>(),
                .epoch = value["epoch"_L1].epoch()};
    }
    static void write(Fields &fields, const citizen::GuestState &message)
    {
        fields.add("peer"_L1, message.peer)
            .add("number"_L1, message.number)
            .add("office_name"_L1, message.office)
            .add("state"_L1, message.state)
            .add("epoch"_L1, message.epoch);
    }
};

template <>
struct Wire<citizen::GuestEnded>
{
    static constexpr auto type = "guest.ended"_L1;
    static citizen::GuestEnded read(const Value &value)
    {
        return {.reason = value["reason"_L1].choice<citizen::GuestEnd>()};
    }
    static void write(Fields &fields, const citizen::GuestEnded &message) { fields.add("reason"_L1, message.reason); }
};

template <>
struct Wire<citizen::RoomState>
{
    static constexpr auto type = "room.state"_L1;
    static citizen::RoomState read(const Value &value)
    {
        return {.peer = readPeer(value["peer"_L1]), .people = readPeople(value)};
    }
    static void write(Fields &fields, const citizen::RoomState &message)
    {
        fields.add("peer"_L1, message.peer).addList("people"_L1, message.people, personJson);
    }
};

} // namespace sprechtag::protocol::wire
