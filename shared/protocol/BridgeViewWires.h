// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Bridge.h"
#include "shared/protocol/DocumentWires.h"
#include "shared/protocol/ViewValues.h"

//! The document that both look at, between the clerk app and its call page.
namespace sprechtag::protocol::wire {

template <>
struct Wire<bridge::ShowView>
{
    static constexpr auto type = "view.show"_L1;
    static bridge::ShowView read(const Value &value)
    {
        return {.kind = value["kind"_L1].choice<documents::Kind>(),
                .name = value["name"_L1].textOrEmpty(kFileNameRule),
                .view = readSharedView(value["view"_L1])};
    }
    static void write(Fields &fields, const bridge::ShowView &message)
    {
        fields.add("kind"_L1, message.kind)
            .addUnlessEmpty("name"_L1, message.name)
            .add("view"_L1, sharedViewJson(message.view));
    }
};

template <>
struct Wire<bridge::ViewChanged>
{
    static constexpr auto type = "view.changed"_L1;
    static bridge::ViewChanged read(const Value &value)
    {
        return {.from = value["from"_L1].choice<documents::From>(),
                .document = value["file"_L1].id<DocumentTag>(),
                .change = readViewChange(value["change"_L1])};
    }
    static void write(Fields &fields, const bridge::ViewChanged &message)
    {
        fields.add("from"_L1, message.from)
            .add("file"_L1, message.document)
            .add("change"_L1, viewChangeJson(message.change));
    }
};

template <>
struct Wire<bridge::CloseView> : EmptyWire<bridge::CloseView>
{
    static constexpr auto type = "view.close"_L1;
};

template <>
struct Wire<bridge::ChangeView>
{
    static constexpr auto type = "view.change"_L1;
    static bridge::ChangeView read(const Value &value)
    {
        return {.document = value["file"_L1].id<DocumentTag>(), .change = readViewChange(value["change"_L1])};
    }
    static void write(Fields &fields, const bridge::ChangeView &message)
    {
        fields.add("file"_L1, message.document).add("change"_L1, viewChangeJson(message.change));
    }
};

} // namespace sprechtag::protocol::wire
