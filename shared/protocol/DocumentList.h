// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/documents/Document.h"
#include "shared/protocol/Values.h"

//! PROTOCOL.md §6: which files the two people of a visit have handed to each other. Personal data: never logged.
namespace sprechtag::protocol {

namespace citizen {
struct DocumentList
{
    QList<documents::Card> documents;
    friend bool operator==(const DocumentList &, const DocumentList &) = default;
};
} // namespace citizen

namespace clerk {
struct DocumentList // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    TicketId ticket;
    QList<documents::Card> documents;
    friend bool operator==(const DocumentList &, const DocumentList &) = default;
};
//! The clerk takes a file of the citizen, or does not.
struct JudgeDocument
{
    QString id;
    TicketId ticket;
    office::Epoch epoch{};
    DocumentId document;
    bool accepted{};
    friend bool operator==(const JudgeDocument &, const JudgeDocument &) = default;
};
} // namespace clerk

} // namespace sprechtag::protocol
