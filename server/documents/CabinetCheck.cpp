// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/Cabinet.h"
#include "shared/base/Random.h"
#include "shared/domain/documents/FileName.h"

//! What happens to a file between its last part and the moment when it is offered.
namespace sprechtag::documents {

void Cabinet::check(const Entry &entry)
{
    const DocumentId document = entry.kept.card.id;
    m_pool.start([this, ticket = entry.ticket, key = keyOf(entry.ticket), document, bytes = entry.kept.card.bytes] {
        const auto outcome = checkOn(ticket, key, document, bytes);
        QMetaObject::invokeMethod(
            this, [this, ticket, document, outcome] { checked(ticket, document, outcome); }, Qt::QueuedConnection);
    });
}

// On a thread of the pool: touches nothing that changes.
Result<Cabinet::Checked, Fault> Cabinet::checkOn(TicketId ticket, const QByteArray &visitKey, DocumentId document,
                                                 qint64 bytes) const
{
    const auto original = readSealed(m_tools.shelf.partOf(ticket, document), visitKey, bytes, 0, bytes);
    if (!original)
        return Failure(Fault::Unchecked);
    if (const auto clean = m_tools.scanner.scan(*original, m_stopping); !clean)
        return Failure(clean.error());
    const auto inspected = m_tools.inspector.inspect(*original, m_stopping);
    if (!inspected)
        return Failure(inspected.error());
    return keepOn(ticket, visitKey, document, *inspected);
}

Result<Cabinet::Checked, Fault> Cabinet::keepOn(TicketId ticket, const QByteArray &visitKey, DocumentId document,
                                                const Inspected &inspected) const
{
    SealedWriter writer;
    if (!writer.create(m_tools.shelf.fileOf(ticket, document), visitKey) || !writer.writeWhole(inspected.content))
        return Failure(Fault::NoRoom);
    return Checked{inspected.kind, inspected.content.size(), inspected.treatment == Treatment::Cleaned};
}

// From here on it is as any file that the clerk has handed over; it was checked when it came into the stock.
void Cabinet::place(ClerkId clerk, const broker::DocumentStart &start, const QByteArray &pdf, const Placed &then)
{
    const auto ticket = whose(clerk, start);
    if (!ticket)
        return then(Failure(Fault::Gone));
    broker::DocumentStart sized = start;
    sized.bytes = pdf.size();
    if (const auto fault = whyNotBegin(*ticket, From::Clerk, sized))
        return then(Failure(*fault));
    const auto document = randomId<DocumentTag>();
    const auto answer = [then, document](const broker::DocumentProgress &progress) {
        then(progress.refused ? Result<DocumentId, Fault>(Failure(*progress.refused)) : document);
    };
    ++m_begun[{*ticket, From::Clerk}];
    m_entries.emplace(document, Entry{.kept = {.card = {.id = document,
                                                        .from = From::Clerk,
                                                        .state = State::Checking,
                                                        .bytes = sized.bytes,
                                                        .received = sized.bytes},
                                               .order = ++m_order},
                                      .ticket = *ticket,
                                      .givenName = start.name.reveal(),
                                      .epoch = start.epoch,
                                      .touched = m_tools.clock.monotonicNow(),
                                      .waiting = {answer}});
    m_pool.start([this, ticket = *ticket, key = keyOf(*ticket), document, pdf] {
        const auto outcome = keepOn(ticket, key, document, {.kind = Kind::Pdf, .content = pdf});
        QMetaObject::invokeMethod(
            this, [this, ticket, document, outcome] { checked(ticket, document, outcome); }, Qt::QueuedConnection);
    });
    changed(*ticket);
}

std::optional<broker::CheckedForm> Cabinet::formFor(ClerkId clerk, OfficeId office, const QString &sha256) const
{
    return m_tray.find(clerk, office, sha256);
}

void Cabinet::checked(TicketId ticket, DocumentId document, const Result<Checked, Fault> &outcome)
{
    const auto found = m_entries.find(document);
    if (found == m_entries.end()) {
        // Taken back meanwhile, or the visit is over.
        if (m_tools.record.visit(ticket) != nullptr)
            m_tools.shelf.remove(ticket, document);
        else
            m_tools.shelf.removeAll(ticket);
        return;
    }
    Entry &entry = found->second;
    auto fault = outcome ? keep(entry, *outcome) : std::optional(outcome.error());
    if (fault)
        fail(entry, *fault);
    answerAll(entry);
    changed(ticket);
}

std::optional<Fault> Cabinet::keep(Entry &entry, const Checked &checked)
{
    Shelf::Kept kept = entry.kept;
    Card &card = kept.card;
    card.kind = checked.kind;
    card.cleaned = checked.cleaned;
    card.bytes = checked.bytes;
    card.received = checked.bytes;
    card.name = shownName(entry.givenName, checked.kind);
    // A clerk is asked about what comes from outside; what the clerk hands over is there for the citizen.
    card.state = card.from == From::Citizen ? State::Offered : State::Accepted;
    if (!m_tools.shelf.writeCard(entry.ticket, keyOf(entry.ticket), kept))
        return Fault::NoRoom;
    m_tools.shelf.removePart(entry.ticket, card.id);
    entry.kept = kept;
    return std::nullopt;
}

void Cabinet::fail(Entry &entry, Fault fault)
{
    entry.failed = fault;
    entry.touched = m_tools.clock.monotonicNow();
    m_tools.shelf.remove(entry.ticket, entry.kept.card.id);
}

} // namespace sprechtag::documents
