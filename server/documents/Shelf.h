// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Ports.h"
#include "server/documents/SealedFile.h"

#include <map>

namespace sprechtag::documents {

//! Where files lie: a folder for each visit, in it what comes (.part), what was checked (.file) and its card (.card).
//! Every name is an id; what people called a file stands sealed in its card.
class Shelf
{
public:
    //! A file of a visit, as its card says.
    struct Kept
    {
        Card card;
        qint64 order{};
    };

    explicit Shelf(QString folder);

    //! After a restart: all that is whole. What belongs to no visit, or was being received, is taken away.
    [[nodiscard]] std::map<TicketId, std::vector<Kept>> load(const std::map<TicketId, broker::Visit> &visits) const;

    //! Whether so many bytes fit, and twice: received and checked.
    [[nodiscard]] bool hasRoomFor(qint64 bytes) const;
    [[nodiscard]] bool makeFolder(TicketId ticket) const;
    [[nodiscard]] QString partOf(TicketId ticket, DocumentId document) const;
    [[nodiscard]] QString fileOf(TicketId ticket, DocumentId document) const;
    [[nodiscard]] bool writeCard(TicketId ticket, const QByteArray &visitKey, const Kept &kept) const;

    void removePart(TicketId ticket, DocumentId document) const;
    //! What of it is kept, but not its card.
    void removeContent(TicketId ticket, DocumentId document) const;
    void remove(TicketId ticket, DocumentId document) const;
    void removeAll(TicketId ticket) const;

private:
    [[nodiscard]] QString folderOf(TicketId ticket) const;
    [[nodiscard]] QString pathOf(TicketId ticket, DocumentId document, QLatin1String what) const;
    [[nodiscard]] std::vector<Kept> loadVisit(const broker::Visit &visit) const;
    [[nodiscard]] std::optional<Kept> loadCard(const broker::Visit &visit, DocumentId document) const;

    QString m_folder;
};

} // namespace sprechtag::documents
