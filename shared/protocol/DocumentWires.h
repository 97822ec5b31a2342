// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/DocumentList.h"
#include "shared/protocol/ValuesCodec.h"

//! The files of a visit, on the wire.
namespace sprechtag::protocol::wire {

inline constexpr TextRule kFileNameRule{.most = documents::kNameChars, .least = 0};

inline documents::Card readDocumentCard(const Value &value)
{
    return {.id = value["file"_L1].id<DocumentTag>(),
            .from = value["from"_L1].choice<documents::From>(),
            .state = value["state"_L1].choice<documents::State>(),
            .name = value["name"_L1].textOrEmpty(kFileNameRule),
            .kind = value["kind"_L1].optional([](const Value &v) { return v.choice<documents::Kind>(); }),
            .cleaned = value["cleaned"_L1].optional([](const Value &v) { return v.flag(); }).value_or(false),
            .bytes = value["bytes"_L1].count<qint64>(0, documents::kFileBytes),
            .received = value["received"_L1].count<qint64>(0, documents::kFileBytes)};
}

inline QJsonObject documentCardJson(const documents::Card &card)
{
    return Fields()
        .add("file"_L1, card.id)
        .add("from"_L1, card.from)
        .add("state"_L1, card.state)
        .addUnlessEmpty("name"_L1, card.name.reveal())
        .add("kind"_L1, card.kind)
        .add("cleaned"_L1, card.cleaned ? std::optional(true) : std::nullopt)
        .add("bytes"_L1, card.bytes)
        .add("received"_L1, card.received)
        .object();
}

inline QList<documents::Card> readDocumentCards(const Value &value)
{
    return value["files"_L1].list(limits::kDocumentsListed, readDocumentCard);
}

template <>
struct Wire<citizen::DocumentList>
{
    static constexpr auto type = "file.list"_L1;
    static citizen::DocumentList read(const Value &value) { return {.documents = readDocumentCards(value)}; }
    static void write(Fields &fields, const citizen::DocumentList &message)
    {
        fields.addList("files"_L1, message.documents, documentCardJson);
    }
};

template <>
struct Wire<clerk::DocumentList>
{
    static constexpr auto type = "file.list"_L1;
    static clerk::DocumentList read(const Value &value)
    {
        return {.ticket = value["ticket"_L1].id<TicketTag>(), .documents = readDocumentCards(value)};
    }
    static void write(Fields &fields, const clerk::DocumentList &message)
    {
        fields.add("ticket"_L1, message.ticket).addList("files"_L1, message.documents, documentCardJson);
    }
};

template <>
struct Wire<clerk::JudgeDocument>
{
    static constexpr auto type = "file.judge"_L1;
    static clerk::JudgeDocument read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .ticket = value["ticket"_L1].id<TicketTag>(),
                .epoch = value["epoch"_L1].epoch(),
                .document = value["file"_L1].id<DocumentTag>(),
                .accepted = value["accepted"_L1].flag()};
    }
    static void write(Fields &fields, const clerk::JudgeDocument &message)
    {
        fields.add("id"_L1, message.id)
            .add("ticket"_L1, message.ticket)
            .add("epoch"_L1, message.epoch)
            .add("file"_L1, message.document)
            .add("accepted"_L1, message.accepted);
    }
};

} // namespace sprechtag::protocol::wire
