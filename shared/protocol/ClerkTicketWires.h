// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/ClerkTicketMessages.h"
#include "shared/protocol/Wire.h"

//! What clerks ask about a ticket, on the wire.
namespace sprechtag::protocol::wire {

template <typename T>
Fields &writeTicket(Fields &fields, const T &message)
{
    return fields.add("id"_L1, message.id).add("office"_L1, message.office).add("ticket"_L1, message.ticket);
}

//! Commands that say only which ticket.
template <typename T>
struct TicketCommand
{
    static T read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>()};
    }
    static void write(Fields &fields, const T &message) { writeTicket(fields, message); }
};

//! Commands that say which assignment of a ticket.
template <typename T>
struct AssignmentCommand
{
    static T read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch()};
    }
    static void write(Fields &fields, const T &message) { writeTicket(fields, message).add("epoch"_L1, message.epoch); }
};

template <>
struct Wire<clerk::CallNamed> : TicketCommand<clerk::CallNamed>
{
    static constexpr auto type = "ticket.call"_L1;
};
template <>
struct Wire<clerk::ReadmitTicket> : TicketCommand<clerk::ReadmitTicket>
{
    static constexpr auto type = "ticket.readmit"_L1;
};
template <>
struct Wire<clerk::UnparkTicket> : TicketCommand<clerk::UnparkTicket>
{
    static constexpr auto type = "ticket.unpark"_L1;
};
template <>
struct Wire<clerk::Appeared> : AssignmentCommand<clerk::Appeared>
{
    static constexpr auto type = "ticket.appeared"_L1;
};
template <>
struct Wire<clerk::NoShow> : AssignmentCommand<clerk::NoShow>
{
    static constexpr auto type = "ticket.no_show"_L1;
};

template <>
struct Wire<clerk::ReturnTicket>
{
    static constexpr auto type = "ticket.return"_L1;
    static clerk::ReturnTicket read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .place = value["place"_L1].choice<office::Place>(),
                .unlessEntered =
                    value["unless_entered"_L1].optional([](const Value &v) { return v.flag(); }).value_or(false)};
    }
    static void write(Fields &fields, const clerk::ReturnTicket &message)
    {
        writeTicket(fields, message).add("epoch"_L1, message.epoch).add("place"_L1, message.place);
        if (message.unlessEntered)
            fields.add("unless_entered"_L1, true);
    }
};

template <>
struct Wire<clerk::FinishTicket>
{
    static constexpr auto type = "ticket.finish"_L1;
    static clerk::FinishTicket read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .outcome = value["outcome"_L1].choice<office::Outcome>()};
    }
    static void write(Fields &fields, const clerk::FinishTicket &message)
    {
        writeTicket(fields, message).add("epoch"_L1, message.epoch).add("outcome"_L1, message.outcome);
    }
};

template <>
struct Wire<clerk::PrioritiseTicket>
{
    static constexpr auto type = "ticket.prioritise"_L1;
    static clerk::PrioritiseTicket read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .priority = value["priority"_L1].choice<office::Priority>(),
                .reason = value["reason"_L1].choice<office::PriorityReason>()};
    }
    static void write(Fields &fields, const clerk::PrioritiseTicket &message)
    {
        writeTicket(fields, message).add("priority"_L1, message.priority).add("reason"_L1, message.reason);
    }
};

template <>
struct Wire<clerk::ParkTicket>
{
    static constexpr auto type = "ticket.park"_L1;
    static clerk::ParkTicket read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .reason = value["reason"_L1].choice<office::ParkReason>(),
                .remindAfter = value["remind_after_s"_L1].optional([](const Value &v) {
                    return seconds(v.count<int>(limits::kReminderSecondsLeast, limits::kReminderSecondsMost));
                })};
    }
    static void write(Fields &fields, const clerk::ParkTicket &message)
    {
        writeTicket(fields, message)
            .add("epoch"_L1, message.epoch)
            .add("reason"_L1, message.reason)
            .add("remind_after_s"_L1, message.remindAfter);
    }
};

template <>
struct Wire<clerk::TransferTicket>
{
    static constexpr auto type = "ticket.transfer"_L1;
    static clerk::TransferTicket read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .to = value["to"_L1].id<OfficeTag>(),
                .clerk = value["clerk"_L1].optional([](const Value &v) { return v.id<ClerkTag>(); }),
                .note = value["note"_L1].textOrEmpty(kNoteRule)};
    }
    static void write(Fields &fields, const clerk::TransferTicket &message)
    {
        writeTicket(fields, message)
            .add("epoch"_L1, message.epoch)
            .add("to"_L1, message.to)
            .add("clerk"_L1, message.clerk)
            .addUnlessEmpty("note"_L1, message.note);
    }
};

template <>
struct Wire<clerk::WithdrawTransfer> : AssignmentCommand<clerk::WithdrawTransfer>
{
    static constexpr auto type = "ticket.withdraw_transfer"_L1;
};

} // namespace sprechtag::protocol::wire
