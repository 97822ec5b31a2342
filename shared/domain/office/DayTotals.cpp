// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/DayTotals.h"

#include "shared/domain/office/Apply.h"
#include "shared/domain/office/Forecasts.h"

#include <algorithm>
#include <numeric>

namespace sprechtag::office {
namespace {

//! Goes through the facts of an office one by one. What has happened is counted before the state forgets the ticket.
class Counting
{
public:
    Counting(OfficeState &state, const DayOf &dayOf)
        : m_state(state)
        , m_dayOf(dayOf)
    {
    }

    void take(const Fact &fact)
    {
        std::visit([this, &fact](const auto &body) { before(body, fact.at); }, fact.body);
        if (const auto cameTrue = m_foretelling.judge(m_state, fact)) {
            DayTotals &totals = of(m_state.tickets.at(*ticketOf(fact.body)).concern, fact.at);
            ++totals.foretold;
            totals.foretoldRight += *cameTrue ? 1 : 0;
        }
        evolve(m_state, fact);
        m_foretelling.foretell(m_state, fact);
        if (const auto *drawn = std::get_if<TicketDrawn>(&fact.body))
            ++of(drawn->concern, fact.at).issued;
    }
    [[nodiscard]] Totals totals() { return std::move(m_totals); }

private:
    template <typename Body>
    void before(const Body & /*body*/, Instant /*at*/)
    {
    }
    void before(const TicketReceived &received, Instant at) { ++of(received.concern, at).received; }
    void before(const TicketCalled &called, Instant at)
    {
        if (const auto found = m_state.tickets.find(called.ticket); found != m_state.tickets.end())
            noteWait(found->second, at);
    }
    void before(const TicketFinished &finished, Instant at)
    {
        const auto found = m_state.tickets.find(finished.ticket);
        if (found == m_state.tickets.end())
            return;
        const Ticket &ticket = found->second;
        DayTotals &totals = of(ticket.concern, at);
        ++totals.served;
        totals.services.add(servedUntil(ticket, at));
    }
    void before(const TicketTransferred &transferred, Instant at)
    {
        if (const auto found = m_state.tickets.find(transferred.ticket); found != m_state.tickets.end())
            ++of(found->second.concern, at).transferred;
    }
    void before(const TicketLeft &left, Instant at)
    {
        const auto found = m_state.tickets.find(left.ticket);
        if (found == m_state.tickets.end())
            return;
        ++counterOf(of(found->second.concern, at), left.reason);
        if (left.reason == LeaveReason::JoinedVisit)
            noteWait(found->second, at);
    }

    // Only the first call ends a wait; the epoch says which it is, also where the first one was in another office.
    void noteWait(const Ticket &ticket, Instant at)
    {
        if (ticket.epoch == 0)
            of(ticket.concern, at).waits.add(waited(ticket, at));
    }

    static std::uint64_t &counterOf(DayTotals &totals, LeaveReason reason)
    {
        switch (reason) {
        case LeaveReason::Citizen:
            return totals.left;
        case LeaveReason::Unreachable:
            return totals.aborted;
        case LeaveReason::Missed:
            return totals.missed;
        case LeaveReason::JoinedVisit:
            return totals.served;
        case LeaveReason::OfficeClosed:
        case LeaveReason::AppointmentOffered:
        case LeaveReason::HardEnd:
            break;
        }
        return totals.closed;
    }

    DayTotals &of(const std::optional<ConcernId> &concern, Instant at) { return m_totals[{m_dayOf(at), concern}]; }

    OfficeState &m_state;
    const DayOf &m_dayOf;
    Foretelling m_foretelling;
    Totals m_totals;
};

} // namespace

seconds waited(const Ticket &ticket, Instant now)
{
    return lengthBetween(ticket.drawnAt, now);
}

void Spread::add(seconds length)
{
    const auto bucket = std::ranges::upper_bound(kBounds, length);
    ++counts.at(static_cast<std::size_t>(bucket - kBounds.begin()));
}

Spread &Spread::operator+=(const Spread &other)
{
    std::ranges::transform(counts, other.counts, counts.begin(), std::plus<>());
    return *this;
}

std::uint64_t Spread::total() const
{
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

std::optional<minutes> Spread::percentile(unsigned percent) const
{
    constexpr unsigned kAll = 100;
    const std::uint64_t all = total();
    std::uint64_t seen = 0;
    for (std::size_t i = 0; all > 0 && i < kBounds.size(); ++i) {
        seen += counts.at(i);
        if (seen * kAll >= all * percent)
            return kBounds.at(i);
    }
    return std::nullopt;
}

DayTotals &DayTotals::operator+=(const DayTotals &other)
{
    issued += other.issued;
    received += other.received;
    served += other.served;
    transferred += other.transferred;
    left += other.left;
    aborted += other.aborted;
    missed += other.missed;
    closed += other.closed;
    foretold += other.foretold;
    foretoldRight += other.foretoldRight;
    waits += other.waits;
    services += other.services;
    return *this;
}

void add(Totals &totals, const Totals &more)
{
    for (const auto &[key, day] : more)
        totals[key] += day;
}

Totals totalsOf(OfficeState &state, const Facts &facts, const DayOf &dayOf)
{
    Counting counting(state, dayOf);
    for (const Fact &fact : facts)
        counting.take(fact);
    return counting.totals();
}

} // namespace sprechtag::office
