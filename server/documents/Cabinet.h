// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/DocumentPorts.h"
#include "server/broker/Record.h"
#include "server/documents/FormTray.h"
#include "server/documents/Inspector.h"
#include "server/documents/Scanner.h"
#include "server/documents/Shelf.h"
#include "shared/base/Time.h"

#include <QObject>
#include <QThreadPool>

namespace sprechtag::documents {

//! The files of all visits: takes them in part by part, has them checked, and gives them to whom they are for.
class Cabinet final : public QObject, public broker::Documents
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Cabinet)

public:
    struct Tools
    {
        const broker::Record &record;
        const Clock &clock;
        Shelf shelf;
        Scanner scanner;
        Inspector inspector;
    };
    explicit Cabinet(Tools tools);
    ~Cabinet() override;

    //! After a restart, before anybody asks.
    void load();

    [[nodiscard]] Result<DocumentId, Fault> begin(const broker::DocumentPerson &who,
                                                  const broker::DocumentStart &start) override;
    void append(const broker::DocumentPerson &who, DocumentId document, qint64 from, const QByteArray &part,
                std::function<void(const broker::DocumentProgress &)> then) override;
    [[nodiscard]] std::optional<Fault> withdraw(const broker::DocumentPerson &who, DocumentId document) override;
    [[nodiscard]] Result<broker::DocumentPiece, Fault> read(const broker::DocumentPerson &who, DocumentId document,
                                                            qint64 from, qint64 most) override;
    [[nodiscard]] std::optional<Fault> judge(ClerkId clerk, const broker::DocumentVerdict &verdict) override;
    void place(ClerkId clerk, const broker::DocumentStart &start, const QByteArray &pdf, const Placed &then) override;
    [[nodiscard]] std::optional<broker::CheckedForm> formFor(ClerkId clerk, OfficeId office,
                                                             const QString &sha256) const override;
    [[nodiscard]] QList<Card> of(TicketId ticket) const override;
    void onChanged(std::function<void(TicketId)> listener) override { m_changed = std::move(listener); }
    void ended(TicketId ticket) override;

    //! Forgets what was begun and never ended.
    void tick();

private:
    using Then = std::function<void(const broker::DocumentProgress &)>;
    struct Entry
    {
        Shelf::Kept kept;
        TicketId ticket;
        QString givenName{};
        std::optional<office::Epoch> epoch{}; //!< of the clerk who sends it
        SealedWriter writer{};
        MonotonicInstant touched{};
        std::optional<Fault> failed{}; //!< kept for a while, for a sender who has lost the line
        std::vector<Then> waiting{};   //!< who wants to know how the check ends
    };
    struct Checked
    {
        Kind kind{};
        qint64 bytes{};
        bool cleaned{};
    };

    [[nodiscard]] std::optional<Fault> whyNotBegin(TicketId ticket, From from, const broker::DocumentStart &start);
    [[nodiscard]] std::optional<TicketId> whose(const broker::DocumentPerson &who,
                                                const broker::DocumentStart &start) const;
    [[nodiscard]] Entry *seenBy(const broker::DocumentPerson &who, DocumentId document);
    [[nodiscard]] Entry *sentBy(const broker::DocumentPerson &who, DocumentId document);
    [[nodiscard]] broker::DocumentProgress take(Entry &entry, qint64 from, const QByteArray &part);
    void check(const Entry &entry);
    [[nodiscard]] Result<Checked, Fault> checkOn(TicketId ticket, const QByteArray &visitKey, DocumentId document,
                                                 qint64 bytes) const;
    [[nodiscard]] Result<Checked, Fault> keepOn(TicketId ticket, const QByteArray &visitKey, DocumentId document,
                                                const Inspected &inspected) const;
    void checked(TicketId ticket, DocumentId document, const Result<Checked, Fault> &outcome);
    [[nodiscard]] std::optional<Fault> keep(Entry &entry, const Checked &checked);
    void fail(Entry &entry, Fault fault);
    static void answerAll(Entry &entry);
    void changed(TicketId ticket) const;
    [[nodiscard]] QByteArray keyOf(TicketId ticket) const;

    Tools m_tools;
    FormTray m_tray;
    std::function<void(TicketId)> m_changed;
    std::map<DocumentId, Entry> m_entries;
    std::map<std::pair<TicketId, From>, int> m_begun;
    qint64 m_order{};
    std::atomic<bool> m_stopping{};
    QThreadPool m_pool;
};

} // namespace sprechtag::documents
