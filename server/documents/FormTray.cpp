// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/FormTray.h"

#include "shared/base/Random.h"
#include "shared/domain/town/Validate.h"

#include <QCryptographicHash>

#include <algorithm>

namespace sprechtag::documents {

using broker::CheckedForm;
using broker::DocumentPerson;
using broker::DocumentProgress;

namespace {

constexpr std::size_t kAtOnce = 4; // files of as many people, and checks: memory that is filled
constexpr minutes kKept{10};       // long enough to type a name

} // namespace

FormTray::FormTray(Tools tools)
    : m_tools(tools)
{
    m_pool.setMaxThreadCount(1);
}

FormTray::~FormTray()
{
    m_stopping = true;
    m_pool.waitForDone();
}

Result<DocumentId, Fault> FormTray::begin(ClerkId clerk, OfficeId office, qint64 bytes)
{
    if (bytes > town::kMostFormBytes)
        return Failure(Fault::TooLarge);
    if (bytes <= 0)
        return Failure(Fault::Damaged);
    const auto before =
        std::ranges::find_if(m_entries, [clerk](const auto &known) { return known.second.clerk == clerk; });
    if (before != m_entries.end())
        drop(before->first);
    if (std::max(m_entries.size(), m_underWay) >= kAtOnce)
        return Failure(Fault::TooMany);
    const auto document = randomId<DocumentTag>();
    m_entries.emplace(document,
                      Entry{.clerk = clerk, .office = office, .bytes = bytes, .touched = m_tools.clock.monotonicNow()});
    return document;
}

void FormTray::append(const DocumentPerson &who, DocumentId document, qint64 from, const QByteArray &part, Then then)
{
    Entry *entry = of(who, document);
    if (entry == nullptr)
        return then({.received = 0, .refused = Fault::Gone});
    entry->touched = m_tools.clock.monotonicNow();
    const qint64 received = entry->content.size();
    // Said again after a lost line: what counts is what came first.
    const bool cameBefore = !part.isEmpty() && from + part.size() <= received;
    if (!cameBefore && !entry->outcome) {
        if (from != received || part.size() != std::min(kPartBytes, entry->bytes - received))
            return then({.received = received, .refused = Fault::OutOfOrder});
        entry->content += part;
    }
    const bool isWhole = entry->content.size() == entry->bytes;
    if (isWhole && !entry->checking && !entry->outcome) {
        entry->checking = true;
        check(document, entry->content);
    }
    if (entry->checking && from + part.size() == entry->bytes)
        entry->waiting.push_back(std::move(then));
    else
        then(progressOf(*entry));
}

std::optional<Fault> FormTray::withdraw(const DocumentPerson &who, DocumentId document)
{
    if (of(who, document) == nullptr)
        return Fault::Gone;
    drop(document);
    return std::nullopt;
}

std::optional<CheckedForm> FormTray::find(ClerkId clerk, OfficeId office, const QString &sha256) const
{
    for (const auto &[document, entry] : m_entries) {
        const bool brought = entry.clerk == clerk && entry.office == office && entry.outcome && entry.outcome->ok();
        if (brought && (*entry.outcome)->file.sha256 == sha256)
            return entry.outcome->value();
    }
    return std::nullopt;
}

void FormTray::tick()
{
    const MonotonicInstant before = m_tools.clock.monotonicNow() - kKept;
    std::vector<DocumentId> old;
    for (const auto &[document, entry] : m_entries) {
        if (entry.touched < before)
            old.push_back(document);
    }
    for (const DocumentId document : old)
        drop(document);
}

FormTray::Entry *FormTray::of(const DocumentPerson &who, DocumentId document)
{
    const auto *clerk = std::get_if<ClerkId>(&who);
    const auto found = m_entries.find(document);
    return clerk != nullptr && found != m_entries.end() && found->second.clerk == *clerk ? &found->second : nullptr;
}

DocumentProgress FormTray::progressOf(const Entry &entry)
{
    if (!entry.outcome)
        return {.received = entry.content.size()};
    if (!*entry.outcome)
        return {.received = entry.bytes, .refused = entry.outcome->error()};
    return {.received = entry.bytes, .refused = {}, .form = entry.outcome->value()};
}

void FormTray::check(DocumentId document, const QByteArray &content)
{
    ++m_underWay;
    m_pool.start([this, document, content] {
        const Outcome outcome = checkOn(content);
        QMetaObject::invokeMethod(
            this, [this, document, outcome] { checked(document, outcome); }, Qt::QueuedConnection);
    });
}

// On a thread of the pool: touches nothing that changes.
FormTray::Outcome FormTray::checkOn(const QByteArray &content) const
{
    return checkForm(content, m_tools.scanner, m_tools.inspector, m_stopping);
}

void FormTray::checked(DocumentId document, const Outcome &outcome)
{
    --m_underWay;
    const auto found = m_entries.find(document);
    if (found == m_entries.end())
        return;
    Entry &entry = found->second;
    entry.outcome = outcome;
    entry.content.clear();
    entry.checking = false;
    entry.touched = m_tools.clock.monotonicNow();
    const DocumentProgress progress = progressOf(entry);
    for (const Then &then : std::exchange(entry.waiting, {}))
        then(progress);
}

void FormTray::drop(DocumentId document)
{
    auto gone = m_entries.extract(document);
    for (const Then &then : gone.mapped().waiting)
        then({.received = 0, .refused = Fault::Gone});
}

Result<CheckedForm, Fault> checkForm(const QByteArray &content, const Scanner &scanner, const Inspector &inspector,
                                     const std::atomic<bool> &stop)
{
    if (content.size() > town::kMostFormBytes)
        return Failure(Fault::TooLarge);
    if (const auto clean = scanner.scan(content, stop); !clean)
        return Failure(clean.error());
    const auto inspected = inspector.inspect(content, stop);
    if (!inspected)
        return Failure(inspected.error());
    if (inspected->kind != Kind::Pdf)
        return Failure(Fault::WrongType);
    if (inspected->content.size() > town::kMostFormBytes)
        return Failure(Fault::TooLarge);
    const QByteArray sum = QCryptographicHash::hash(inspected->content, QCryptographicHash::Sha256).toHex();
    return CheckedForm{
        .file = {.sha256 = QString::fromLatin1(sum), .bytes = inspected->content.size(), .fields = inspected->fields},
        .cleaned = inspected->treatment == Treatment::Cleaned,
        .content = inspected->content};
}

} // namespace sprechtag::documents
