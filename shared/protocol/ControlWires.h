// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Bridge.h"
#include "shared/protocol/ClerkTicketMessages.h"
#include "shared/protocol/Wire.h"

//! What a clerk sets for the visitor, on the wire: as a command, as a fact, of a ticket, and to the call page.
namespace sprechtag::protocol::wire {

[[nodiscard]] inline office::CallControl readControl(const Value &value)
{
    return {.muted = value["muted"_L1].flag(),
            .cameraOff = value["camera_off"_L1].flag(),
            .mayShare = value["may_share"_L1].flag(),
            .onHold = value["on_hold"_L1].flag()};
}
[[nodiscard]] inline QJsonObject controlJson(const office::CallControl &control)
{
    return Fields()
        .add("muted"_L1, control.muted)
        .add("camera_off"_L1, control.cameraOff)
        .add("may_share"_L1, control.mayShare)
        .add("on_hold"_L1, control.onHold)
        .object();
}

//! Of a ticket: left out where nothing is set.
[[nodiscard]] inline office::CallControl readControlOf(const Value &value)
{
    return value["control"_L1].optional(readControl).value_or(office::CallControl{});
}
inline void addControl(Fields &fields, const office::CallControl &control)
{
    if (control != office::CallControl{})
        fields.add("control"_L1, controlJson(control));
}

template <>
struct Wire<clerk::ControlCall>
{
    static constexpr auto type = "call.control"_L1;
    static clerk::ControlCall read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .control = readControl(value["control"_L1])};
    }
    static void write(Fields &fields, const clerk::ControlCall &message)
    {
        fields.add("id"_L1, message.id)
            .add("office"_L1, message.office)
            .add("ticket"_L1, message.ticket)
            .add("epoch"_L1, message.epoch)
            .add("control"_L1, controlJson(message.control));
    }
};

template <>
struct Wire<office::TicketControlled>
{
    static constexpr auto type = "ticket_controlled"_L1;
    static office::TicketControlled read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(), .control = readControl(value["control"_L1])};
    }
    static void write(Fields &fields, const office::TicketControlled &fact)
    {
        fields.add("ticket"_L1, fact.ticket).add("control"_L1, controlJson(fact.control));
    }
};

template <>
struct Wire<bridge::ControlCall>
{
    static constexpr auto type = "call.control"_L1;
    static bridge::ControlCall read(const Value &value) { return {.control = readControl(value["control"_L1])}; }
    static void write(Fields &fields, const bridge::ControlCall &message)
    {
        fields.add("control"_L1, controlJson(message.control));
    }
};

} // namespace sprechtag::protocol::wire
