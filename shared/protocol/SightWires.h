// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/ClerkTicketWires.h"
#include "shared/protocol/SightMessages.h"
#include "shared/protocol/ViewWires.h"

//! The looking at an identity document, on the wire: from clerk and citizen, and between the clerk app and its page.
namespace sprechtag::protocol::wire {

[[nodiscard]] inline std::optional<SightStep> readSightStep(const Value &value)
{
    return value["step"_L1].optional([](const Value &v) { return v.choice<SightStep>(); });
}

template <>
struct Wire<citizen::DeclineSight>
{
    static constexpr auto type = "sight.decline"_L1;
    static citizen::DeclineSight read(const Value &value) { return {.epoch = value["epoch"_L1].epoch()}; }
    static void write(Fields &fields, const citizen::DeclineSight &message) { fields.add("epoch"_L1, message.epoch); }
};

template <>
struct Wire<citizen::SightState>
{
    static constexpr auto type = "sight.state"_L1;
    static citizen::SightState read(const Value &value) { return {.step = readSightStep(value)}; }
    static void write(Fields &fields, const citizen::SightState &message) { fields.add("step"_L1, message.step); }
};

template <>
struct Wire<clerk::AskSight>
{
    static constexpr auto type = "sight.ask"_L1;
    static clerk::AskSight read(const Value &value)
    {
        return {.office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .step = value["step"_L1].choice<SightStep>()};
    }
    static void write(Fields &fields, const clerk::AskSight &message)
    {
        addMeeting(fields, message).add("step"_L1, message.step);
    }
};

template <>
struct Wire<clerk::EndSight>
{
    static constexpr auto type = "sight.end"_L1;
    static clerk::EndSight read(const Value &value)
    {
        return {.office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch()};
    }
    static void write(Fields &fields, const clerk::EndSight &message) { addMeeting(fields, message); }
};

template <>
struct Wire<clerk::SightTicket> : AssignmentCommand<clerk::SightTicket>
{
    static constexpr auto type = "ticket.sight"_L1;
};

//! `declined` is left out where nobody has.
template <>
struct Wire<clerk::SightState>
{
    static constexpr auto type = "sight.state"_L1;
    static clerk::SightState read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(),
                .step = readSightStep(value),
                .declined = value["declined"_L1].optional([](const Value &v) { return v.flag(); }).value_or(false)};
    }
    static void write(Fields &fields, const clerk::SightState &message)
    {
        fields.add("ticket"_L1, message.ticket).add("step"_L1, message.step);
        if (message.declined)
            fields.add("declined"_L1, true);
    }
};

template <>
struct Wire<bridge::SightState>
{
    static constexpr auto type = "sight.state"_L1;
    static bridge::SightState read(const Value &value) { return {.step = readSightStep(value)}; }
    static void write(Fields &fields, const bridge::SightState &message) { fields.add("step"_L1, message.step); }
};

template <>
struct Wire<bridge::AskSight>
{
    static constexpr auto type = "sight.ask"_L1;
    static bridge::AskSight read(const Value &value) { return {.step = value["step"_L1].choice<SightStep>()}; }
    static void write(Fields &fields, const bridge::AskSight &message) { fields.add("step"_L1, message.step); }
};

template <>
struct Wire<bridge::SightSeen> : EmptyWire<bridge::SightSeen>
{
    static constexpr auto type = "sight.seen"_L1;
};

template <>
struct Wire<bridge::EndSight> : EmptyWire<bridge::EndSight>
{
    static constexpr auto type = "sight.end"_L1;
};

} // namespace sprechtag::protocol::wire
