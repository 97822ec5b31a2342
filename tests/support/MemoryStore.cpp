// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/support/MemoryStore.h"

#include <QtGlobal>

#include <algorithm>
#include <iterator>
#include <utility>

namespace sprechtag::test {
namespace {

void require(bool holds, const char *what)
{
    if (!holds)
        qFatal("MemoryStore: %s", what);
}

} // namespace

MemoryStore::MemoryStore(broker::Loaded town, Completion completion)
    : m_stored(std::move(town))
    , m_completion(completion)
{
}

void MemoryStore::commit(broker::Batch batch, std::function<void()> done)
{
    m_waiting.push_back({.batch = std::move(batch), .done = std::move(done)});
    if (m_completion == Completion::AtOnce && !m_full)
        completeAll();
}

void MemoryStore::setFull(bool full)
{
    m_full = full;
    if (!m_full && m_completion == Completion::AtOnce)
        completeAll();
}

bool MemoryStore::completeOne()
{
    if (m_waiting.empty())
        return false;
    const Waiting next = std::move(m_waiting.front());
    m_waiting.pop_front();
    store(next.batch);
    next.done();
    return true;
}

void MemoryStore::completeAll()
{
    while (completeOne()) {
    }
}

const broker::Loaded &MemoryStore::reload()
{
    m_waiting.clear();
    return m_stored;
}

void MemoryStore::reconfigure(const broker::TownConfig &config)
{
    m_stored.authority = config.town.authority;
    m_stored.calendar = config.town.calendar;
    m_stored.consentVersion = config.town.consentVersion;
    m_stored.interpreters = config.town.interpreters;
    m_stored.clerks = config.clerks;
    std::vector<broker::LoadedOffice> all = std::exchange(m_stored.offices, {});
    std::ranges::move(std::exchange(m_archived, {}), std::back_inserter(all));
    for (const broker::OfficeConfig &office : config.offices) {
        const auto known =
            std::ranges::find_if(all, [&office](const auto &loaded) { return loaded.config.id == office.id; });
        if (known == all.end()) {
            m_stored.offices.push_back({.config = office, .facts = {}});
            continue;
        }
        m_stored.offices.push_back({.config = office, .facts = std::move(known->facts)});
        all.erase(known);
    }
    m_archived = std::move(all);
}

std::vector<broker::LoadedOffice>::iterator MemoryStore::find(OfficeId office)
{
    const auto isIt = [office](const broker::LoadedOffice &loaded) { return loaded.config.id == office; };
    const auto found = std::ranges::find_if(m_stored.offices, isIt);
    if (found != m_stored.offices.end())
        return found;
    const auto archived = std::ranges::find_if(m_archived, isIt);
    require(archived != m_archived.end(), "facts of an office that nobody has set up");
    return archived;
}

void MemoryStore::store(const broker::Batch &batch)
{
    m_batches.push_back(batch);
    for (const auto &entry : batch.facts) {
        const auto office = find(entry.office);
        for (const office::Fact &fact : entry.facts) {
            require(fact.seq == office->facts.size() + 1, "the numbers of the facts have a gap");
            office->facts.push_back(fact);
        }
    }
    for (const broker::MovedVisit &moved : batch.movedVisits) {
        const auto visit = std::ranges::find(m_stored.visits, moved.ticket, &broker::Visit::ticket);
        require(visit != m_stored.visits.end(), "a visit is moved that is not there");
        visit->office = moved.office;
        visit->note = moved.note;
    }
    for (const TicketId ticket : batch.erasedVisits) {
        const auto erased =
            std::erase_if(m_stored.visits, [ticket](const broker::Visit &visit) { return visit.ticket == ticket; });
        require(erased == 1, "a visit is erased that is not there");
    }
    for (const broker::Visit &visit : batch.visits) {
        const bool isNew = std::ranges::none_of(m_stored.visits, [&visit](const broker::Visit &other) {
            return other.ticket == visit.ticket || other.tokenHash == visit.tokenHash;
        });
        require(isNew, "a ticket or a token has two visits");
        m_stored.visits.push_back(visit);
    }
    for (const broker::VisitNote &note : batch.notes) {
        const auto visit = std::ranges::find(m_stored.visits, note.ticket, &broker::Visit::ticket);
        if (visit != m_stored.visits.end())
            visit->proposedNote = note.text;
    }
    for (const broker::VisitTicks &one : batch.ticks) {
        const auto visit = std::ranges::find(m_stored.visits, one.ticket, &broker::Visit::ticket);
        if (visit != m_stored.visits.end())
            visit->ticked = one.ticked;
    }
    for (const broker::KeyedAnswer &answer : batch.answers)
        m_stored.answers.push_back(answer);
}

} // namespace sprechtag::test
