// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/broker/Record.h"

#include "shared/domain/hours/DayNumber.h"
#include "shared/domain/hours/LocalTime.h"

#include <algorithm>
#include <utility>

namespace sprechtag::broker {
namespace {

void keepRecent(std::deque<office::Fact> &recent, const office::Fact &fact)
{
    recent.push_back(fact);
    if (recent.size() > kRecentFacts)
        recent.pop_front();
}

// The state does not say why somebody waits again; the page may be reloaded and has to tell it nevertheless.
void noteReturn(std::map<TicketId, office::ReturnReason> &returned, const office::Fact &fact)
{
    if (const auto *back = std::get_if<office::TicketReturned>(&fact.body))
        returned.insert_or_assign(back->ticket, back->reason);
    else if (const auto *called = std::get_if<office::TicketCalled>(&fact.body))
        returned.erase(called->ticket);
}

void judgeForecast(OfficeRecord &record, const office::Fact &fact, const QTimeZone &zone)
{
    const auto cameTrue = record.foretelling.judge(record.state, fact);
    if (!cameTrue)
        return;
    const office::ServiceDay day = hours::dayNumber(hours::localDay(fact.at, zone));
    record.forecasts[day] += {.made = 1, .right = *cameTrue ? 1U : 0U};
    record.forecasts.erase(record.forecasts.begin(), record.forecasts.lower_bound(office::firstDayOfAccuracy(day)));
}

void fold(OfficeRecord &record, const office::Fact &fact, const QTimeZone &zone)
{
    judgeForecast(record, fact, zone);
    office::evolve(record.state, fact);
    record.foretelling.foretell(record.state, fact);
    keepRecent(record.recent, fact);
    noteReturn(record.returned, fact);
    if (const auto ticket = office::ticketOf(fact.body); ticket && !record.state.tickets.contains(*ticket))
        record.returned.erase(*ticket);
}

OfficeChange nothingIn(OfficeId office)
{
    return {.office = office,
            .facts = {},
            .lineChanges = {},
            .publicViewChanged = false,
            .tickets = {},
            .ended = {},
            .drawn = {},
            .moved = {},
            .ticked = {}};
}

OfficeChange &changeOf(std::vector<OfficeChange> &changes, OfficeId office)
{
    auto change = std::ranges::find(changes, office, &OfficeChange::office);
    if (change == changes.end())
        change = changes.insert(changes.end(), nothingIn(office));
    return *change;
}

} // namespace

Record::Record(Loaded loaded)
    : m_town{loaded.authority, std::move(loaded.calendar), loaded.consentVersion, std::move(loaded.interpreters)}
{
    for (LoadedOffice &loadedOffice : loaded.offices) {
        OfficeRecord &record = put(std::move(loadedOffice.config));
        record.state = std::move(loadedOffice.before);
        record.state.settings = record.config.settings;
        record.forecasts = std::move(loadedOffice.forecasts);
        for (const office::Fact &fact : loadedOffice.facts)
            fold(record, fact, m_town.calendar.zone);
        noteEngaged(record);
    }
    for (auto &[id, record] : m_offices)
        refreshView(record);
    for (Visit &visit : loaded.visits) {
        m_tokens.insert(visit.tokenHash, visit.ticket);
        m_visits.emplace(visit.ticket, std::move(visit));
    }
    for (ClerkName &clerk : loaded.clerks)
        m_clerks.emplace(clerk.id, std::move(clerk));
}

OfficeRecord &Record::put(OfficeConfig config)
{
    const OfficeId id = config.id;
    auto entry = m_offices.find(id);
    if (entry == m_offices.end()) {
        entry = m_offices.emplace(id, OfficeRecord{config, {}, {}, {}, {}, {}, {}}).first;
        m_order.push_back(id);
    }
    OfficeRecord &record = entry->second;
    record.config = std::move(config);
    record.state.settings = record.config.settings;
    return record;
}

std::set<ClerkId> Record::renamed(const std::vector<ClerkName> &clerks) const
{
    std::set<ClerkId> ids;
    for (const ClerkName &clerk : clerks) {
        const ClerkName *before = this->clerk(clerk.id);
        if (before == nullptr || *before != clerk)
            ids.insert(clerk.id);
    }
    return ids;
}

Reconfigured Record::reconfigure(TownConfig config)
{
    Reconfigured change;
    change.welcomeChanged =
        m_town.authority != config.town.authority || m_town.consentVersion != config.town.consentVersion;
    m_town = std::move(config.town);
    const std::set<ClerkId> others = renamed(config.clerks);
    std::vector<OfficeId> before = std::exchange(m_order, {});
    for (OfficeConfig &office : config.offices) {
        const OfficeRecord *known = this->office(office.id);
        const bool sameNames = std::ranges::none_of(office.clerks, [&](ClerkId id) { return others.contains(id); });
        if (known == nullptr)
            change.added.push_back(office.id);
        else if (known->config != office || !sameNames)
            change.changed.push_back(office.id);
        std::erase(before, office.id);
        const OfficeId id = put(std::move(office)).config.id;
        if (known != nullptr)
            m_order.push_back(id);
    }
    for (const OfficeId gone : before) {
        m_offices.erase(gone);
        std::erase_if(m_engaged, [gone](const auto &entry) { return entry.second == gone; });
    }
    change.removed = std::move(before);
    for (ClerkName &clerk : config.clerks)
        m_clerks.insert_or_assign(clerk.id, std::move(clerk));
    refreshViews(change.views, true);
    return change;
}

const OfficeRecord *Record::office(OfficeId id) const
{
    const auto found = m_offices.find(id);
    return found == m_offices.end() ? nullptr : &found->second;
}

bool Record::mayStaff(OfficeId officeId, ClerkId clerk) const
{
    const OfficeRecord *record = office(officeId);
    return record != nullptr && record->config.clerks.contains(clerk);
}

bool Record::mayCallNamed(OfficeId officeId, ClerkId clerk) const
{
    const OfficeRecord *record = office(officeId);
    return record != nullptr && record->config.namedCallers.contains(clerk);
}

std::optional<office::Facts> Record::factsSince(OfficeId officeId, office::Sequence seq) const
{
    const OfficeRecord *record = office(officeId);
    if (record == nullptr || seq > record->state.seq)
        return std::nullopt;
    const auto missing = record->state.seq - seq;
    if (missing > record->recent.size())
        return std::nullopt;
    return office::Facts(record->recent.end() - static_cast<std::ptrdiff_t>(missing), record->recent.end());
}

const Visit *Record::visit(TicketId ticket) const
{
    const auto found = m_visits.find(ticket);
    return found == m_visits.end() ? nullptr : &found->second;
}

const Visit *Record::visitOf(const QByteArray &tokenHash) const
{
    const auto found = m_tokens.find(tokenHash);
    return found == m_tokens.end() ? nullptr : visit(*found);
}

const office::Ticket *Record::ticket(const Visit &visit) const
{
    const OfficeRecord *record = office(visit.office);
    if (record == nullptr)
        return nullptr;
    const auto found = record->state.tickets.find(visit.ticket);
    return found == record->state.tickets.end() ? nullptr : &found->second;
}

const ClerkName *Record::clerk(ClerkId id) const
{
    const auto found = m_clerks.find(id);
    return found == m_clerks.end() ? nullptr : &found->second;
}

QString Record::clerkName(ClerkId id) const
{
    const ClerkName *found = clerk(id);
    return found == nullptr ? QString() : found->name;
}

std::vector<OfficeChange> Record::apply(const Pass &pass)
{
    for (const Visit &visit : pass.drawn) {
        m_tokens.insert(visit.tokenHash, visit.ticket);
        m_visits.insert_or_assign(visit.ticket, visit);
    }
    for (const MovedVisit &moved : pass.moved) {
        if (const auto visit = m_visits.find(moved.ticket); visit != m_visits.end()) {
            visit->second.office = moved.office;
            visit->second.note = moved.note;
        }
    }
    std::vector<OfficeChange> changes;
    const auto engagedBefore = m_engaged;
    for (const Batch::OfficeFacts &facts : pass.batch.facts) {
        // An office may have been taken away after its last facts were decided: nobody looks at it any more.
        if (const auto office = m_offices.find(facts.office); office != m_offices.end())
            changes.push_back(applyFacts(office->second, facts.facts));
    }
    refreshViews(changes, m_engaged != engagedBefore);
    noteTicks(changes, pass.batch.ticks);
    for (const TicketId ticket : pass.batch.erasedVisits)
        forget(ticket);
    for (const EndedTicket &ended : pass.ended) {
        forget(ended.ticket);
        const auto change = std::ranges::find(changes, ended.office, &OfficeChange::office);
        if (change != changes.end())
            change->ended.push_back(ended);
    }
    return changes;
}

void Record::forget(TicketId ticket)
{
    const auto found = m_visits.find(ticket);
    if (found == m_visits.end())
        return;
    // A token that has drawn anew meanwhile names the new ticket already.
    if (const auto token = m_tokens.constFind(found->second.tokenHash); token != m_tokens.cend() && *token == ticket)
        m_tokens.erase(token);
    m_visits.erase(found);
}

OfficeChange Record::applyFacts(OfficeRecord &record, const office::Facts &facts)
{
    OfficeChange change = nothingIn(record.config.id);
    change.facts = facts;
    for (const office::Fact &fact : facts) {
        for (const office::LineChange &move : office::lineChanges(record.state, fact))
            change.lineChanges.push_back(move);
        fold(record, fact, m_town.calendar.zone);
        if (const auto ticket = office::ticketOf(fact.body))
            change.tickets.insert(*ticket);
        if (const auto *drawn = std::get_if<office::TicketDrawn>(&fact.body))
            change.drawn.push_back(drawn->ticket);
        else if (const auto *received = std::get_if<office::TicketReceived>(&fact.body))
            change.drawn.push_back(received->ticket);
        else if (const auto *gone = std::get_if<office::TicketTransferred>(&fact.body))
            change.moved.push_back(gone->ticket);
    }
    const auto isOver = [&record](TicketId ticket) { return !record.state.tickets.contains(ticket); };
    std::erase_if(change.tickets, isOver);
    std::erase_if(change.drawn, isOver);
    noteEngaged(record);
    return change;
}

void Record::noteEngaged(const OfficeRecord &office)
{
    std::erase_if(m_engaged, [&office](const auto &entry) { return entry.second == office.config.id; });
    for (const auto &[clerk, desk] : office.state.clerks) {
        if (desk.ticket)
            m_engaged.insert_or_assign(clerk, office.config.id);
    }
}

void Record::refreshViews(std::vector<OfficeChange> &changes, bool everywhere)
{
    for (auto &[id, office] : m_offices) {
        if (!everywhere && std::ranges::find(changes, id, &OfficeChange::office) == changes.end())
            continue;
        if (!refreshView(office))
            continue;
        changeOf(changes, id).publicViewChanged = true;
    }
}

void Record::noteTicks(std::vector<OfficeChange> &changes, const std::vector<VisitTicks> &ticks)
{
    for (const VisitTicks &one : ticks) {
        const auto visit = m_visits.find(one.ticket);
        if (visit == m_visits.end())
            continue;
        visit->second.ticked = one.ticked;
        if (ticket(visit->second) != nullptr)
            changeOf(changes, visit->second.office).ticked.insert(one.ticket);
    }
}

bool Record::refreshView(OfficeRecord &office) const
{
    office::Elsewhere elsewhere;
    for (const auto &[clerk, desk] : office.state.clerks) {
        const auto engaged = m_engaged.find(clerk);
        if (engaged != m_engaged.end() && engaged->second != office.config.id)
            elsewhere.insert(clerk);
    }
    const office::PublicView before = std::exchange(office.view, office::publicView(office.state, elsewhere));
    return office.view != before;
}

} // namespace sprechtag::broker
