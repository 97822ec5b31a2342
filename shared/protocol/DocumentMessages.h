// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/documents/Document.h"
#include "shared/domain/town/Values.h"
#include "shared/protocol/Codec.h"

//! PROTOCOL.md §6: the bodies of the calls by which a file comes.
namespace sprechtag::protocol {

//! A file is to be handed over. A clerk says to whom, or for the stock of which office.
struct DocumentStart
{
    std::optional<TicketId> ticket{};
    std::optional<office::Epoch> epoch{};
    std::optional<OfficeId> office{};
    Personal<QString> name{};
    qint64 bytes{};
    friend bool operator==(const DocumentStart &, const DocumentStart &) = default;
};

//! It may come, in parts of this size.
struct DocumentStarted // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    DocumentId document;
    qint64 partBytes{};
    friend bool operator==(const DocumentStarted &, const DocumentStarted &) = default;
};

//! So much of it is there. Of a file for a stock, what it was found to be.
struct DocumentReceived
{
    qint64 received{};
    std::optional<town::FormFile> form{};
    bool cleaned{}; //!< what it did, or carried, was taken out of it
    friend bool operator==(const DocumentReceived &, const DocumentReceived &) = default;
};

[[nodiscard]] QByteArray encode(const DocumentStart &body);
[[nodiscard]] QByteArray encode(const DocumentStarted &body);
[[nodiscard]] QByteArray encode(const DocumentReceived &body);
[[nodiscard]] Decoded<DocumentStart> decodeDocumentStart(const QByteArray &body);
[[nodiscard]] Decoded<DocumentStarted> decodeDocumentStarted(const QByteArray &body);
[[nodiscard]] Decoded<DocumentReceived> decodeDocumentReceived(const QByteArray &body);

} // namespace sprechtag::protocol
