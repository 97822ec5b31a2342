// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/ValuesCodec.h"

#include <algorithm>
#include <functional>

//! What a citizen has at hand, on the wire. Included by TicketWires.h alone.
namespace sprechtag::protocol::wire {

//! Places in a checklist; each at most once, in order.
inline QList<int> readTicked(const Value &value)
{
    auto places =
        value.list(limits::kChecklist, [](const Value &v) { return v.count<int>(0, limits::kChecklist - 1); });
    if (std::ranges::adjacent_find(places, std::greater_equal()) != places.end())
        value.refuse();
    return places;
}

inline QJsonValue placeJson(int place)
{
    return place;
}

template <>
struct Wire<citizen::TickChecklist>
{
    static constexpr auto type = "checklist.tick"_L1;
    static citizen::TickChecklist read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(), .ticked = readTicked(value["ticked"_L1])};
    }
    static void write(Fields &fields, const citizen::TickChecklist &message)
    {
        fields.add("id"_L1, message.id).addList("ticked"_L1, message.ticked, placeJson);
    }
};

} // namespace sprechtag::protocol::wire
