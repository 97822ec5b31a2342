// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/ClerkTicketWires.h"
#include "shared/protocol/StockMessages.h"

//! The forms that an office has ready, on the wire.
namespace sprechtag::protocol::wire {

template <>
struct Wire<clerk::ListStock> : TicketCommand<clerk::ListStock>
{
    static constexpr auto type = "stock.list"_L1;
};

template <>
struct Wire<clerk::TakeForm>
{
    static constexpr auto type = "stock.take"_L1;
    static clerk::TakeForm read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .office = value["office"_L1].id<OfficeTag>(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .form = value["form"_L1].id<FormTag>()};
    }
    static void write(Fields &fields, const clerk::TakeForm &message)
    {
        writeTicket(fields, message).add("epoch"_L1, message.epoch).add("form"_L1, message.form);
    }
};

inline clerk::StockForm readStockForm(const Value &value)
{
    return {.form = value["form"_L1].id<FormTag>(),
            .name = value["name"_L1].text(kLabelRule),
            .fields = value["fields"_L1].count<int>()};
}

inline QJsonObject stockFormJson(const clerk::StockForm &form)
{
    return Fields().add("form"_L1, form.form).add("name"_L1, form.name).add("fields"_L1, form.fields).object();
}

template <>
struct Wire<clerk::StockForms>
{
    static constexpr auto type = "stock.forms"_L1;
    static clerk::StockForms read(const Value &value)
    {
        return {.re = value["re"_L1].commandId(),
                .forms = value["forms"_L1].list(limits::kFormsOfOffice, readStockForm)};
    }
    static void write(Fields &fields, const clerk::StockForms &message)
    {
        fields.add("re"_L1, message.re).addList("forms"_L1, message.forms, stockFormJson);
    }
};

template <>
struct Wire<clerk::FormTaken>
{
    static constexpr auto type = "stock.taken"_L1;
    static clerk::FormTaken read(const Value &value)
    {
        return {.re = value["re"_L1].commandId(), .document = value["file"_L1].id<DocumentTag>()};
    }
    static void write(Fields &fields, const clerk::FormTaken &message)
    {
        fields.add("re"_L1, message.re).add("file"_L1, message.document);
    }
};

} // namespace sprechtag::protocol::wire
