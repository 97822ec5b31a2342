// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/DocumentMessages.h"
#include "shared/protocol/DocumentWires.h"
#include "shared/protocol/TownWire.h"

namespace sprechtag::protocol {

using namespace Qt::StringLiterals;

using wire::Fields;
using wire::Value;

namespace {

// What a device calls its files: longer than what is shown, and with characters that are not.
constexpr wire::TextRule kGivenNameRule{
    .most = limits::kGivenNameChars, .least = 0, .charset = wire::Charset::Password};
// Whatever its size: one that is too large is told so, not that the request is wrong.
constexpr qint64 kAnySize = limits::kSafeInteger;

} // namespace

QByteArray encode(const DocumentStart &body)
{
    return wire::bytes(Fields()
                           .add("ticket"_L1, body.ticket)
                           .add("epoch"_L1, body.epoch)
                           .add("office"_L1, body.office)
                           .add("name"_L1, body.name.reveal())
                           .add("bytes"_L1, body.bytes)
                           .object());
}

QByteArray encode(const DocumentStarted &body)
{
    return wire::bytes(Fields().add("file"_L1, body.document).add("part_bytes"_L1, body.partBytes).object());
}

QByteArray encode(const DocumentReceived &body)
{
    Fields fields;
    fields.add("received"_L1, body.received);
    if (body.form)
        fields.add("form"_L1, wire::formFileJson(*body.form));
    if (body.cleaned)
        fields.add("cleaned"_L1, true);
    return wire::bytes(fields.object());
}

Decoded<DocumentStart> decodeDocumentStart(const QByteArray &body)
{
    return wire::decodeObject(body, limits::kRestBodyBytes, [](const Value &value) {
        return DocumentStart{.ticket = value["ticket"_L1].optional([](const Value &v) { return v.id<TicketTag>(); }),
                             .epoch = value["epoch"_L1].optional([](const Value &v) { return v.epoch(); }),
                             .office = value["office"_L1].optional([](const Value &v) { return v.id<OfficeTag>(); }),
                             .name = value["name"_L1].text(kGivenNameRule),
                             .bytes = value["bytes"_L1].count<qint64>(0, kAnySize)};
    });
}

Decoded<DocumentStarted> decodeDocumentStarted(const QByteArray &body)
{
    return wire::decodeObject(body, limits::kRestBodyBytes, [](const Value &value) {
        return DocumentStarted{.document = value["file"_L1].id<DocumentTag>(),
                               .partBytes = value["part_bytes"_L1].count<qint64>(1, documents::kFileBytes)};
    });
}

Decoded<DocumentReceived> decodeDocumentReceived(const QByteArray &body)
{
    return wire::decodeObject(body, limits::kRestBodyBytes, [](const Value &value) {
        return DocumentReceived{
            .received = value["received"_L1].count<qint64>(0, documents::kFileBytes),
            .form = value["form"_L1].optional(wire::readFormFile),
            .cleaned = value["cleaned"_L1].optional([](const Value &v) { return v.flag(); }).value_or(false)};
    });
}

} // namespace sprechtag::protocol
