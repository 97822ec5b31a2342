// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/ViewValues.h"

//! The document that both look at, on the wire.
namespace sprechtag::protocol::wire {

template <typename Message>
Fields &addMeeting(Fields &fields, const Message &message)
{
    return fields.add("office"_L1, message.office).add("ticket"_L1, message.ticket).add("epoch"_L1, message.epoch);
}

template <>
struct Wire<citizen::ChangeView>
{
    static constexpr auto type = "view.change"_L1;
    static citizen::ChangeView read(const Value &value)
    {
        return {.epoch = value["epoch"_L1].epoch(),
                .document = value["file"_L1].id<DocumentTag>(),
                .change = readViewChange(value["change"_L1])};
    }
    static void write(Fields &fields, const citizen::ChangeView &message)
    {
        fields.add("epoch"_L1, message.epoch)
            .add("file"_L1, message.document)
            .add("change"_L1, viewChangeJson(message.change));
    }
};

template <>
struct Wire<citizen::ViewState>
{
    static constexpr auto type = "view.state"_L1;
    static citizen::ViewState read(const Value &value) { return {.view = value["view"_L1].optional(readSharedView)}; }
    static void write(Fields &fields, const citizen::ViewState &message) { addView(fields, message.view); }
};

template <>
struct Wire<citizen::ViewChanged>
{
    static constexpr auto type = "view.changed"_L1;
    static citizen::ViewChanged read(const Value &value)
    {
        return {.from = value["from"_L1].choice<documents::From>(),
                .document = value["file"_L1].id<DocumentTag>(),
                .change = readViewChange(value["change"_L1])};
    }
    static void write(Fields &fields, const citizen::ViewChanged &message)
    {
        fields.add("from"_L1, message.from)
            .add("file"_L1, message.document)
            .add("change"_L1, viewChangeJson(message.change));
    }
};

template <>
struct Wire<clerk::ShowDocument>
{
    static constexpr auto type = "view.show"_L1;
    static clerk::ShowDocument read(const Value &value)
    {
        return {.office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .document = value["file"_L1].id<DocumentTag>()};
    }
    static void write(Fields &fields, const clerk::ShowDocument &message)
    {
        addMeeting(fields, message).add("file"_L1, message.document);
    }
};

template <>
struct Wire<clerk::CloseView>
{
    static constexpr auto type = "view.close"_L1;
    static clerk::CloseView read(const Value &value)
    {
        return {.office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch()};
    }
    static void write(Fields &fields, const clerk::CloseView &message) { addMeeting(fields, message); }
};

template <>
struct Wire<clerk::ChangeView>
{
    static constexpr auto type = "view.change"_L1;
    static clerk::ChangeView read(const Value &value)
    {
        return {.office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .document = value["file"_L1].id<DocumentTag>(),
                .change = readViewChange(value["change"_L1])};
    }
    static void write(Fields &fields, const clerk::ChangeView &message)
    {
        addMeeting(fields, message).add("file"_L1, message.document).add("change"_L1, viewChangeJson(message.change));
    }
};

template <>
struct Wire<clerk::ViewState>
{
    static constexpr auto type = "view.state"_L1;
    static clerk::ViewState read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(), .view = value["view"_L1].optional(readSharedView)};
    }
    static void write(Fields &fields, const clerk::ViewState &message)
    {
        addView(fields.add("ticket"_L1, message.ticket), message.view);
    }
};

template <>
struct Wire<clerk::ViewChanged>
{
    static constexpr auto type = "view.changed"_L1;
    static clerk::ViewChanged read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(),
                .from = value["from"_L1].choice<documents::From>(),
                .document = value["file"_L1].id<DocumentTag>(),
                .change = readViewChange(value["change"_L1])};
    }
    static void write(Fields &fields, const clerk::ViewChanged &message)
    {
        fields.add("ticket"_L1, message.ticket)
            .add("from"_L1, message.from)
            .add("file"_L1, message.document)
            .add("change"_L1, viewChangeJson(message.change));
    }
};

} // namespace sprechtag::protocol::wire
