// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Ports.h"
#include "shared/domain/documents/Document.h"

#include <variant>

//! The files of a visit: what gateway and http ask. Implementation: server/documents.
namespace sprechtag::broker {

//! The citizen who holds this ticket, or a clerk who has signed in.
using DocumentPerson = std::variant<TicketId, ClerkId>;

//! A file that somebody wants to hand over. A clerk says to whom, and under which epoch.
struct DocumentStart
{
    std::optional<TicketId> ticket{};
    std::optional<office::Epoch> epoch{};
    Personal<QString> name{};
    qint64 bytes{};
};

//! What the clerk says to a file of the citizen.
struct DocumentVerdict // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    TicketId ticket;
    office::Epoch epoch{};
    DocumentId document;
    bool accepted{};
};

//! A piece of a file, and which file it is of.
struct DocumentPiece
{
    documents::Card card;
    QByteArray bytes;
};

//! How far a file has come: `refused` says why nothing more is taken.
struct DocumentProgress
{
    qint64 received{};
    std::optional<documents::Fault> refused{};
    friend bool operator==(const DocumentProgress &, const DocumentProgress &) = default;
};

//! Keeps the files of visits, and decides who may do what with them. All functions are called from one thread.
class Documents
{
public:
    virtual ~Documents() = default;

    [[nodiscard]] virtual Result<DocumentId, documents::Fault> begin(const DocumentPerson &who,
                                                                     const DocumentStart &start) = 0;
    //! The next part of it. `then` is called once, with the last part when the file was checked; a part that came
    //! before is answered like the first time.
    virtual void append(const DocumentPerson &who, DocumentId document, qint64 from, const QByteArray &part,
                        std::function<void(const DocumentProgress &)> then) = 0;
    //! Cancels, or takes back what was handed over.
    [[nodiscard]] virtual std::optional<documents::Fault> withdraw(const DocumentPerson &who, DocumentId document) = 0;
    [[nodiscard]] virtual Result<DocumentPiece, documents::Fault> read(const DocumentPerson &who, DocumentId document,
                                                                       qint64 from, qint64 most) = 0;
    [[nodiscard]] virtual std::optional<documents::Fault> judge(ClerkId clerk, const DocumentVerdict &verdict) = 0;

    //! In the order in which they were begun.
    [[nodiscard]] virtual QList<documents::Card> of(TicketId ticket) const = 0;
    virtual void onChanged(std::function<void(TicketId)> listener) = 0;
    //! The visit is over: nothing of it is left.
    virtual void ended(TicketId ticket) = 0;
};

} // namespace sprechtag::broker
