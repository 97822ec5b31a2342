// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/Cabinet.h"

#include "shared/base/Random.h"
#include "shared/domain/documents/FileName.h"

#include <algorithm>

namespace sprechtag::documents {

using broker::DocumentPerson;
using broker::DocumentProgress;
using office::TicketState;

namespace {

From sideOf(const DocumentPerson &who)
{
    return std::holds_alternative<TicketId>(who) ? From::Citizen : From::Clerk;
}

// Both are there, or were and are waited for: before and afterwards it is no business of the clerk's.
bool isWith(const office::Ticket &ticket, ClerkId clerk)
{
    const bool talking = ticket.state == TicketState::InCall || (ticket.state == TicketState::Held && ticket.entered);
    return talking && ticket.clerk == clerk;
}

bool isReady(const Card &card)
{
    return card.state == State::Offered || card.state == State::Accepted;
}

} // namespace

// Two at a time: a check takes a processor and some memory.
Cabinet::Cabinet(Tools tools)
    : m_tools(std::move(tools))
    , m_tray({.clock = m_tools.clock, .scanner = m_tools.scanner, .inspector = m_tools.inspector})
{
    m_pool.setMaxThreadCount(2);
}

Cabinet::~Cabinet()
{
    m_stopping = true;
    m_pool.waitForDone();
}

void Cabinet::load()
{
    for (auto &[ticket, all] : m_tools.shelf.load(m_tools.record.visits())) {
        for (Shelf::Kept &kept : all) {
            m_order = std::max(m_order, kept.order);
            m_entries.emplace(kept.card.id, Entry{.kept = kept, .ticket = ticket});
        }
    }
}

std::optional<TicketId> Cabinet::whose(const DocumentPerson &who, const broker::DocumentStart &start) const
{
    const auto *own = std::get_if<TicketId>(&who);
    const auto ticket = own != nullptr ? std::optional(*own) : start.ticket;
    const broker::Visit *visit = ticket ? m_tools.record.visit(*ticket) : nullptr;
    const office::Ticket *state = visit != nullptr ? m_tools.record.ticket(*visit) : nullptr;
    if (state == nullptr)
        return std::nullopt;
    if (own == nullptr && (!isWith(*state, std::get<ClerkId>(who)) || start.epoch != state->epoch))
        return std::nullopt;
    return ticket;
}

std::optional<Fault> Cabinet::whyNotBegin(TicketId ticket, From from, const broker::DocumentStart &start)
{
    if (start.bytes > kFileBytes)
        return Fault::TooLarge;
    if (start.bytes <= 0)
        return Fault::Damaged;
    const auto count = std::ranges::count_if(m_entries, [&](const auto &known) {
        const Entry &entry = known.second;
        return entry.ticket == ticket && entry.kept.card.from == from && !entry.failed &&
               entry.kept.card.state != State::Refused;
    });
    if (count >= kOfOneSide || m_begun[{ticket, from}] >= kBegunByOneSide)
        return Fault::TooMany;
    if (!m_tools.shelf.hasRoomFor(start.bytes) || !m_tools.shelf.makeFolder(ticket))
        return Fault::NoRoom;
    return std::nullopt;
}

Result<DocumentId, Fault> Cabinet::begin(const DocumentPerson &who, const broker::DocumentStart &start)
{
    if (start.office) {
        const auto *clerk = std::get_if<ClerkId>(&who);
        return clerk != nullptr ? m_tray.begin(*clerk, *start.office, start.bytes)
                                : Result<DocumentId, Fault>(Failure(Fault::Gone));
    }
    const auto ticket = whose(who, start);
    if (!ticket)
        return Failure(Fault::Gone);
    const From from = sideOf(who);
    if (const auto fault = whyNotBegin(*ticket, from, start))
        return Failure(*fault);
    const auto document = randomId<DocumentTag>();
    Entry entry{.kept = {.card = {.id = document, .from = from, .bytes = start.bytes}, .order = ++m_order},
                .ticket = *ticket,
                .givenName = start.name.reveal(),
                .epoch = from == From::Clerk ? start.epoch : std::nullopt,
                .touched = m_tools.clock.monotonicNow()};
    if (!entry.writer.create(m_tools.shelf.partOf(*ticket, document), keyOf(*ticket)))
        return Failure(Fault::NoRoom);
    ++m_begun[{*ticket, from}];
    m_entries.emplace(document, std::move(entry));
    changed(*ticket);
    return document;
}

void Cabinet::append(const DocumentPerson &who, DocumentId document, qint64 from, const QByteArray &part, Then then)
{
    if (m_tray.has(document))
        return m_tray.append(who, document, from, part, std::move(then));
    Entry *entry = sentBy(who, document);
    if (entry == nullptr)
        return then({.received = 0, .refused = Fault::Gone});
    Card &card = entry->kept.card;
    entry->touched = m_tools.clock.monotonicNow();
    const DocumentProgress progress = take(*entry, from, part);
    const bool complete = card.received == card.bytes && !entry->failed;
    if (complete && card.state == State::Coming) {
        card.state = State::Checking;
        check(*entry);
    }
    const bool last = from + part.size() == card.bytes;
    if (card.state == State::Checking && last && !progress.refused)
        entry->waiting.push_back(std::move(then));
    else
        then(progress);
    changed(entry->ticket);
}

DocumentProgress Cabinet::take(Entry &entry, qint64 from, const QByteArray &part)
{
    Card &card = entry.kept.card;
    if (entry.failed)
        return {.received = card.received, .refused = entry.failed};
    // Said again after a lost line: what counts is what came first.
    if (!part.isEmpty() && from + part.size() <= card.received)
        return {.received = card.received};
    if (from != card.received || part.size() != std::min(kPartBytes, card.bytes - card.received))
        return {.received = card.received, .refused = Fault::OutOfOrder};
    if (!entry.writer.append(part)) {
        fail(entry, Fault::NoRoom);
        return {.received = card.received, .refused = Fault::NoRoom};
    }
    card.received += part.size();
    return {.received = card.received};
}

std::optional<Fault> Cabinet::withdraw(const DocumentPerson &who, DocumentId document)
{
    if (m_tray.has(document))
        return m_tray.withdraw(who, document);
    Entry *entry = sentBy(who, document);
    if (entry == nullptr)
        return Fault::Gone;
    const TicketId ticket = entry->ticket;
    entry->failed = Fault::Gone;
    answerAll(*entry);
    m_tools.shelf.remove(ticket, document);
    m_entries.erase(document);
    changed(ticket);
    return std::nullopt;
}

Result<broker::DocumentPiece, Fault> Cabinet::read(const DocumentPerson &who, DocumentId document, qint64 from,
                                                   qint64 most)
{
    const Entry *entry = seenBy(who, document);
    if (entry == nullptr || entry->failed || entry->kept.card.state == State::Refused)
        return Failure(Fault::Gone);
    const Card &card = entry->kept.card;
    const bool own = card.from == sideOf(who);
    if (!isReady(card) || (!own && card.state != State::Accepted))
        return Failure(Fault::WrongState);
    if (from < 0 || from >= card.bytes)
        return Failure(Fault::OutOfOrder);
    const auto bytes =
        readSealed(m_tools.shelf.fileOf(entry->ticket, document), keyOf(entry->ticket), card.bytes, from, most);
    if (!bytes)
        return Failure(Fault::Gone);
    return broker::DocumentPiece{card, *bytes};
}

std::optional<Fault> Cabinet::judge(ClerkId clerk, const broker::DocumentVerdict &verdict)
{
    Entry *entry = seenBy(clerk, verdict.document);
    if (entry == nullptr || entry->ticket != verdict.ticket || entry->kept.card.from != From::Citizen)
        return Fault::Gone;
    const State wanted = verdict.accepted ? State::Accepted : State::Refused;
    Card &card = entry->kept.card;
    if (card.state == wanted)
        return std::nullopt;
    if (card.state != State::Offered)
        return Fault::WrongState;
    Shelf::Kept judged = entry->kept;
    judged.card.state = wanted;
    if (!m_tools.shelf.writeCard(entry->ticket, keyOf(entry->ticket), judged))
        return Fault::NoRoom;
    entry->kept = judged;
    if (!verdict.accepted)
        m_tools.shelf.removeContent(entry->ticket, verdict.document);
    changed(entry->ticket);
    return std::nullopt;
}

QList<Card> Cabinet::of(TicketId ticket) const
{
    std::vector<Shelf::Kept> all;
    for (const auto &[document, entry] : m_entries) {
        if (entry.ticket == ticket && !entry.failed)
            all.push_back(entry.kept);
    }
    std::ranges::sort(all, {}, &Shelf::Kept::order);
    QList<Card> cards;
    for (const Shelf::Kept &kept : all)
        cards.append(kept.card);
    return cards;
}

void Cabinet::ended(TicketId ticket)
{
    for (auto &[document, entry] : m_entries) {
        if (entry.ticket != ticket)
            continue;
        entry.failed = Fault::Gone;
        answerAll(entry);
    }
    const auto known = std::erase_if(m_entries, [ticket](const auto &each) { return each.second.ticket == ticket; });
    const auto begun = m_begun.erase({ticket, From::Citizen}) + m_begun.erase({ticket, From::Clerk});
    if (known > 0 || begun > 0)
        m_tools.shelf.removeAll(ticket);
}

void Cabinet::tick()
{
    m_tray.tick();
    const MonotonicInstant before = m_tools.clock.monotonicNow() - seconds{kUnfinishedSeconds};
    std::set<TicketId> touched;
    std::erase_if(m_entries, [&](const auto &known) {
        const Entry &entry = known.second;
        const bool unfinished = entry.failed || entry.kept.card.state == State::Coming;
        if (!unfinished || entry.touched >= before)
            return false;
        m_tools.shelf.remove(entry.ticket, known.first);
        touched.insert(entry.ticket);
        return true;
    });
    for (const TicketId ticket : touched)
        changed(ticket);
}

Cabinet::Entry *Cabinet::seenBy(const DocumentPerson &who, DocumentId document)
{
    const auto found = m_entries.find(document);
    if (found == m_entries.end())
        return nullptr;
    const TicketId ticket = found->second.ticket;
    if (const auto *own = std::get_if<TicketId>(&who))
        return *own == ticket ? &found->second : nullptr;
    const broker::Visit *visit = m_tools.record.visit(ticket);
    const office::Ticket *state = visit != nullptr ? m_tools.record.ticket(*visit) : nullptr;
    const bool with = state != nullptr && isWith(*state, std::get<ClerkId>(who));
    return with ? &found->second : nullptr;
}

Cabinet::Entry *Cabinet::sentBy(const DocumentPerson &who, DocumentId document)
{
    Entry *entry = seenBy(who, document);
    if (entry == nullptr || entry->kept.card.from != sideOf(who))
        return nullptr;
    // What a clerk was sending when the two parted does not go on when they meet again.
    const broker::Visit *visit = m_tools.record.visit(entry->ticket);
    const bool ofNow = !entry->epoch || m_tools.record.ticket(*visit)->epoch == *entry->epoch;
    return ofNow || entry->kept.card.state != State::Coming ? entry : nullptr;
}

void Cabinet::answerAll(Entry &entry)
{
    const DocumentProgress progress{.received = entry.kept.card.received, .refused = entry.failed};
    for (const Then &then : std::exchange(entry.waiting, {}))
        then(progress);
}

void Cabinet::changed(TicketId ticket) const
{
    if (m_changed)
        m_changed(ticket);
}

QByteArray Cabinet::keyOf(TicketId ticket) const
{
    const broker::Visit *visit = m_tools.record.visit(ticket);
    return visit != nullptr ? visit->fileKey.reveal() : QByteArray();
}

} // namespace sprechtag::documents
