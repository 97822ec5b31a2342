// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/Ledger.h"

#include <algorithm>
#include <cmath>

namespace sprechtag::simulation {

using namespace office;

void Ledger::compare(const OfficeState &state)
{
    require(state.seq == m_seq && state.open == m_open && state.intake == m_intake, "I-26: office and ledger differ");
    require(state.day == m_day && state.lastNumber == m_lastNumber, "I-21: the series differs from the ledger");
    const Counts &counts = state.counts;
    require(counts.issued == m_issued, "I-2: issued tickets were miscounted");
    require(counts.received == m_received && counts.transferred == m_handedOver, "I-2: transfers were miscounted");
    require(counts.finished + counts.left + counts.missed + counts.closed + counts.transferred == m_ended,
            "I-2: ends were miscounted");
    require(counts.issued + counts.received == m_ended + state.tickets.size(), "I-2: a ticket was lost or invented");
    compareHours(state);
    comparePeople(state);
    compareDesks(state);
    compareView(state);
}

namespace {

bool sameLife(const Ticket &ticket, Life life)
{
    switch (ticket.state) {
    case TicketState::Waiting:
        return life == Life::Waiting;
    case TicketState::Called:
        return life == Life::Called;
    case TicketState::InCall:
        return life == Life::InCall;
    case TicketState::Held:
        return life == Life::Held;
    case TicketState::Parked:
        return life == Life::Parked;
    case TicketState::Missed:
        return life == Life::Missed;
    }
    return false;
}

bool samePlace(const Ticket &ticket, const Person &one)
{
    const bool waiting = one.life == Life::Waiting;
    return ticket.standing == one.standing && ticket.rank == one.key && ticket.epoch == one.epoch &&
           ticket.overtaken == one.overtaken && ticket.lapsedCalls == one.lapses && ticket.awayUntil == one.away &&
           (!waiting || ticket.notBefore == one.notBefore);
}

bool sameNumber(const Ticket &ticket, const Person &one)
{
    return ticket.number == one.number && ticket.day == one.day && ticket.origin == one.origin &&
           ticket.concern == one.concern && ticket.drawnAt == one.drawnAt;
}

bool sameLine(const Ticket &ticket, const Person &one)
{
    return ticket.line == one.line && (one.line == Line::Connected || ticket.lineLostAt == one.lostAt);
}

bool sameTimes(const Ticket &ticket, const Person &one)
{
    const bool timed = one.life != Life::Waiting && one.life != Life::InCall;
    return ticket.transfer == one.proposal && (timed ? ticket.deadline == one.deadline : !ticket.deadline);
}

DeskState deskState(ClerkState state)
{
    switch (state) {
    case ClerkState::Present:
        return DeskState::Present;
    case ClerkState::Paused:
        return DeskState::Paused;
    case ClerkState::Lost:
        break;
    }
    return DeskState::Lost;
}

} // namespace

void Ledger::comparePeople(const OfficeState &state)
{
    std::size_t waitingTickets = 0;
    for (const auto &[id, ticket] : state.tickets) {
        const Person &one = person(indexOf(id));
        require(sameLife(ticket, one.life), "I-1: a ticket is in another state than its facts say");
        require(samePlace(ticket, one), "I-7: a ticket's place differs from the ledger");
        require(sameNumber(ticket, one), "I-21: a number differs from the ledger");
        require(sameLine(ticket, one), "line: a ticket's line differs from the ledger");
        require(sameTimes(ticket, one), "L-2: a deadline differs from the ledger");
        require(ticket.control == one.control, "I-5: what a clerk has set differs from the ledger");
        const auto sightedBy = ticket.sightedBy ? std::optional(indexOf(*ticket.sightedBy)) : std::nullopt;
        require(sightedBy == one.sightedBy, "I-5: who has looked at a document differs from the ledger");
        require(ticket.clerk.has_value() == one.clerk.has_value(), "I-4: a ticket's owner differs from the ledger");
        require(!ticket.clerk || indexOf(*ticket.clerk) == *one.clerk, "I-4: a ticket's owner differs from the ledger");
        if (ticket.state != TicketState::Waiting)
            continue;
        ++waitingTickets;
        const auto place = state.line.find(placeOf(ticket));
        require(place != state.line.end() && place->second == id, "I-3: a waiting ticket is not in the line");
    }
    require(state.tickets.size() == m_live.size(), "I-2, I-25: more or fewer tickets than live ones");
    require(state.line.size() == waitingTickets, "I-3: the line holds somebody who does not wait");
}

void Ledger::compareHours(const OfficeState &state)
{
    require(state.window == m_window && state.closedByHand == m_closedByHand, "I-26: the window differs");
    require(state.closesAt == m_closesAt && state.hardEnd == m_hardEnd, "I-26: the closing time differs");
}

void Ledger::compareDesks(const OfficeState &state)
{
    std::size_t taken = 0;
    for (std::uint32_t i = 0; i < kClerks; ++i) {
        const Desk &one = m_desks[i];
        const auto found = state.clerks.find(clerkId(i));
        require((found == state.clerks.end()) == (one.state == DeskState::Away), "clerk: desks differ from the ledger");
        if (found == state.clerks.end())
            continue;
        ++taken;
        const Clerk &clerk = found->second;
        require(deskState(clerk.state) == one.state && clerk.pausedBeforeLoss == one.pausedBefore,
                "clerk: a state differs from the ledger");
        const auto ticket = one.ticket ? std::optional(ticketId(*one.ticket)) : std::nullopt;
        require(clerk.ticket == ticket, "I-4: a clerk's visitor differs from the ledger");
        require(!ticket || person(*one.ticket).clerk == i, "I-4: clerk and ticket disagree");
    }
    require(taken == state.clerks.size(), "I-25: desks of nobody");
}

namespace {

// The newest of n visits weighs n, the oldest 1.
std::int64_t weightedMean(const std::vector<std::int64_t> &services)
{
    double sum = 0;
    const auto count = static_cast<double>(services.size());
    double weight = count;
    for (auto length = services.rbegin(); length != services.rend(); ++length, --weight)
        sum += weight * static_cast<double>(*length);
    return std::llround(sum / (count * (count + 1) / 2));
}

void keepNewest(std::vector<std::int64_t> &services)
{
    if (services.size() > kServicesRemembered)
        services.erase(services.begin(), services.end() - kServicesRemembered);
}

} // namespace

std::optional<std::int64_t> Ledger::serviceLength() const
{
    constexpr std::size_t kEnough = 5;
    if (m_services.size() >= kEnough) {
        const std::size_t newest = std::min(m_services.size(), kServicesRemembered);
        return weightedMean({m_services.end() - static_cast<std::ptrdiff_t>(newest), m_services.end()});
    }
    const auto typed = m_settings.defaultService;
    return typed ? std::optional<std::int64_t>(typed->count()) : std::nullopt;
}

// Who is with somebody in another office gives no seat here.
void Ledger::compareElsewhere(const OfficeState &state)
{
    const Elsewhere some{clerkId(0), clerkId(2)};
    const PublicView view = publicView(state, some);
    const auto limit = capacity(some);
    require(view.idle == idle(some), "I-4: somebody busy elsewhere counts as free");
    require(view.seats == (limit ? std::optional(*limit - std::min(*limit, waiting())) : std::nullopt),
            "I-13: somebody busy elsewhere gives a seat");
}

void Ledger::compareView(const OfficeState &state)
{
    const PublicView view = publicView(state);
    require(view.waiting == waiting() && view.idle == idle(), "I-8: the public counts differ from the ledger");
    require(view.serving >= view.idle && view.serving <= kClerks, "I-20: more clerks than there are");
    require((view.state == PublicState::Closed) == !m_open, "I-13: a closed office looks open");
    const auto limit = capacity();
    const auto free = limit ? std::optional(*limit - std::min(*limit, waiting())) : std::nullopt;
    require(view.seats == free, "I-13: the seats differ from the ledger");
    compareElsewhere(state);
    keepNewest(m_services);
    require(std::ranges::equal(state.services, m_services, {}, &seconds::count), "I-25: the lengths of visits differ");
    for (auto &[concern, services] : m_servicesByConcern) {
        keepNewest(services);
        const auto found = state.servicesByConcern.find(concern);
        require(found != state.servicesByConcern.end() &&
                    std::ranges::equal(found->second, services, {}, &seconds::count),
                "I-25: the lengths of visits for a concern differ");
        const auto shown = view.averageByConcern.find(concern);
        require((shown != view.averageByConcern.end()) == (services.size() >= 5), "I-20: an average out of too few");
        require(services.size() < 5 || shown->second.count() == weightedMean(services), "I-20: an average by concern");
    }
    require(state.servicesByConcern.size() == m_servicesByConcern.size(), "I-25: visits for no concern");
    const auto length = view.averageService;
    require((length ? std::optional<std::int64_t>(length->count()) : std::nullopt) == serviceLength(),
            "I-20: an average that weighs the visits wrongly");
    const bool takes = m_open && m_intake == Intake::Open;
    require(view.intakeEndsAt == (takes ? acceptanceEnd() : std::nullopt), "I-13: the end of the intake differs");
}

} // namespace sprechtag::simulation
