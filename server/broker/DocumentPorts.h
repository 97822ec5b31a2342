// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Ports.h"
#include "shared/domain/documents/Document.h"
#include "shared/domain/town/Values.h"

#include <variant>

//! The files of a visit: what gateway and http ask. Implementation: server/documents.
namespace sprechtag::broker {

//! The citizen who holds this ticket, or a clerk who has signed in.
using DocumentPerson = std::variant<TicketId, ClerkId>;

//! A file that somebody wants to hand over. A clerk says to whom, and under which epoch; or for the stock of which
//! office it is, and then no visit is in play.
struct DocumentStart
{
    std::optional<TicketId> ticket{};
    std::optional<office::Epoch> epoch{};
    std::optional<OfficeId> office{};
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

//! A file that was checked and may become a form of an office.
struct CheckedForm
{
    town::FormFile file;
    bool cleaned{}; //!< what it did, or carried, was taken out of it
    QByteArray content{};
    friend bool operator==(const CheckedForm &, const CheckedForm &) = default;
};

//! How far a file has come: `refused` says why nothing more is taken.
struct DocumentProgress
{
    qint64 received{};
    std::optional<documents::Fault> refused{};
    std::optional<CheckedForm> form{}; //!< of the last part of one for a stock
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

    //! Puts a file among those that the clerk has handed over, one that was checked before. `then` is called once, when
    //! it is there.
    using Placed = std::function<void(const Result<DocumentId, documents::Fault> &)>;
    virtual void place(ClerkId clerk, const DocumentStart &start, const QByteArray &pdf, const Placed &then) = 0;
    //! What this clerk has brought for the stock of this office lately.
    [[nodiscard]] virtual std::optional<CheckedForm> formFor(ClerkId clerk, OfficeId office,
                                                             const QString &sha256) const = 0;

    //! In the order in which they were begun.
    [[nodiscard]] virtual QList<documents::Card> of(TicketId ticket) const = 0;
    virtual void onChanged(std::function<void(TicketId)> listener) = 0;
    //! The visit is over: nothing of it is left.
    virtual void ended(TicketId ticket) = 0;
};

} // namespace sprechtag::broker
