// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/DocumentPorts.h"

namespace sprechtag::test {

//! Files as a test has put them there; who may do what with them is asked elsewhere.
class FakeDocuments final : public broker::Documents
{
public:
    [[nodiscard]] Result<DocumentId, documents::Fault> begin(const broker::DocumentPerson &,
                                                             const broker::DocumentStart &) override
    {
        qFatal("no file was expected");
    }
    void append(const broker::DocumentPerson &, DocumentId, qint64, const QByteArray &,
                std::function<void(const broker::DocumentProgress &)>) override
    {
        qFatal("no part of a file was expected");
    }
    [[nodiscard]] std::optional<documents::Fault> withdraw(const broker::DocumentPerson &, DocumentId) override
    {
        qFatal("nothing was expected to be taken back");
    }
    [[nodiscard]] Result<broker::DocumentPiece, documents::Fault> read(const broker::DocumentPerson &, DocumentId,
                                                                       qint64, qint64) override
    {
        qFatal("nobody was expected to read a file");
    }
    [[nodiscard]] std::optional<documents::Fault> judge(ClerkId, const broker::DocumentVerdict &verdict) override
    {
        for (documents::Card &card : cards[verdict.ticket]) {
            if (card.id != verdict.document)
                continue;
            card.state = verdict.accepted ? documents::State::Accepted : documents::State::Refused;
            change(verdict.ticket);
            return std::nullopt;
        }
        return documents::Fault::Gone;
    }
    void place(ClerkId, const broker::DocumentStart &start, const QByteArray &pdf, const Placed &then) override
    {
        placed.push_back({start.name.reveal(), pdf});
        if (refusal)
            return then(Failure(*refusal));
        const documents::Card card{.id = DocumentId::fromBits({7, placed.size()}),
                                   .from = documents::From::Clerk,
                                   .state = documents::State::Accepted,
                                   .name = start.name,
                                   .kind = documents::Kind::Pdf,
                                   .bytes = pdf.size(),
                                   .received = pdf.size()};
        put(*start.ticket, card);
        then(card.id);
    }
    [[nodiscard]] std::optional<broker::CheckedForm> formFor(ClerkId, OfficeId, const QString &sha256) const override
    {
        const auto found = forms.find(sha256);
        return found == forms.end() ? std::nullopt : std::optional(found->second);
    }
    [[nodiscard]] QList<documents::Card> of(TicketId ticket) const override
    {
        const auto found = cards.find(ticket);
        return found == cards.end() ? QList<documents::Card>() : found->second;
    }
    void onChanged(std::function<void(TicketId)> listener) override { m_listener = std::move(listener); }
    void ended(TicketId ticket) override
    {
        cards.erase(ticket);
        over.push_back(ticket);
    }

    void put(TicketId ticket, const documents::Card &card)
    {
        cards[ticket].append(card);
        change(ticket);
    }
    void change(TicketId ticket) const
    {
        if (m_listener)
            m_listener(ticket);
    }

    std::map<TicketId, QList<documents::Card>> cards;
    std::vector<std::pair<QString, QByteArray>> placed; //!< names and contents
    std::optional<documents::Fault> refusal;            //!< to whatever is placed
    std::map<QString, broker::CheckedForm> forms;       //!< that were brought for a stock
    std::vector<TicketId> over;                         //!< visits whose files had to go

private:
    std::function<void(TicketId)> m_listener;
};

} // namespace sprechtag::test
