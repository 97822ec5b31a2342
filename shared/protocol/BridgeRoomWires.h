// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/RoomWires.h"

//! Who is in a room, on the wire to the call page.
namespace sprechtag::protocol::wire {

template <>
struct Wire<bridge::RoomPeople>
{
    static constexpr auto type = "room.people"_L1;
    static bridge::RoomPeople read(const Value &value)
    {
        return {.epoch = value["epoch"_L1].epoch(), .people = readPeople(value)};
    }
    static void write(Fields &fields, const bridge::RoomPeople &message)
    {
        fields.add("epoch"_L1, message.epoch).addList("people"_L1, message.people, personJson);
    }
};

template <>
struct Wire<bridge::JoinRoom>
{
    static constexpr auto type = "call.join"_L1;
    static bridge::JoinRoom read(const Value &value)
    {
        return {.epoch = value["epoch"_L1].epoch(),
                .peer = readPeer(value["peer"_L1]),
                .number = value["number"_L1].text(kNumberRule)};
    }
    static void write(Fields &fields, const bridge::JoinRoom &message)
    {
        fields.add("epoch"_L1, message.epoch).add("peer"_L1, message.peer).add("number"_L1, message.number);
    }
};

template <>
struct Wire<bridge::RoomSignal>
{
    static constexpr auto type = "room.signal"_L1;
    static bridge::RoomSignal read(const Value &value)
    {
        return {.epoch = value["epoch"_L1].epoch(),
                .peer = readPeer(value["peer"_L1]),
                .signal = readSignal(value["signal"_L1])};
    }
    static void write(Fields &fields, const bridge::RoomSignal &message)
    {
        fields.add("epoch"_L1, message.epoch).add("peer"_L1, message.peer).add("signal"_L1, signalJson(message.signal));
    }
};

} // namespace sprechtag::protocol::wire
