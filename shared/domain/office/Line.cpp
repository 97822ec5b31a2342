// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Office.h"

#include <algorithm>

namespace sprechtag::office {
namespace {

const Ticket *find(const OfficeState &state, const TicketId &id)
{
    const auto found = state.tickets.find(id);
    return found == state.tickets.end() ? nullptr : &found->second;
}

// How many people in line have an earlier place, one of them not counted.
std::uint32_t peopleBefore(const OfficeState &state, const LinePlace &place, const std::optional<TicketId> &except)
{
    std::uint32_t count = 0;
    for (const auto &[other, id] : state.line) {
        if (!(other < place))
            break;
        count += inLine(state.tickets.at(id)) && id != except ? 1 : 0;
    }
    return count;
}

// The ticket as the fact makes it; nullopt when it has ended. Only what a fact can ask for is carried over.
std::optional<Ticket> ticketAfter(const OfficeState &state, const TicketId &id, const Fact &fact)
{
    OfficeState alone;
    alone.nextRank = state.nextRank;
    if (const Ticket *before = find(state, id))
        alone.tickets.emplace(id, *before);
    evolve(alone, fact);
    const Ticket *after = find(alone, id);
    return after ? std::optional(*after) : std::nullopt;
}

MoveReason reasonOf(const FactBody &body)
{
    return std::visit(Overloaded{[](const TicketDrawn &drawn) {
                                     const bool due = drawn.standing == Standing::Appointment;
                                     return due ? MoveReason::Appointment : MoveReason::Drawn;
                                 },
                                 [](const TicketReceived &) { return MoveReason::Received; },
                                 [](const TicketPrioritised &) { return MoveReason::Priority; },
                                 [](const TicketPromoted &) { return MoveReason::Promoted; },
                                 [](const auto &) { return MoveReason::Returned; }},
                      body);
}

} // namespace

bool inLine(const Ticket &ticket)
{
    return ticket.state == TicketState::Waiting && ticket.line != Line::Unreachable && !ticket.awayUntil;
}

bool mayBeCalled(const OfficeState &state, const Ticket &ticket, const ClerkId &clerk, Instant now)
{
    if (!inLine(ticket) || (ticket.notBefore && now < *ticket.notBefore))
        return false;
    const bool another = ticket.reservedFor && *ticket.reservedFor != clerk;
    return !another || now >= ticket.reservedUntil.value_or(now) || !state.clerks.contains(*ticket.reservedFor);
}

std::vector<TicketId> overtakenBy(const OfficeState &state, const TicketId &called, const ClerkId &clerk, Instant now)
{
    std::vector<TicketId> overtaken;
    const Ticket *taken = find(state, called);
    // Behind a walk-in there are only younger ones.
    if (!taken || taken->standing == Standing::Walkin)
        return overtaken;
    for (auto behind = state.line.upper_bound(placeOf(*taken)); behind != state.line.end(); ++behind) {
        const bool older = behind->first.rank < taken->rank && behind->first.standing > taken->standing;
        if (older && mayBeCalled(state, state.tickets.at(behind->second), clerk, now))
            overtaken.push_back(behind->second);
    }
    return overtaken;
}

std::optional<std::uint32_t> peopleAhead(const OfficeState &state, TicketId ticket)
{
    const Ticket *found = find(state, ticket);
    if (!found || !inLine(*found))
        return std::nullopt;
    return peopleBefore(state, placeOf(*found), std::nullopt);
}

std::uint32_t waitingCount(const OfficeState &state)
{
    return static_cast<std::uint32_t>(
        std::ranges::count_if(state.line, [&](const auto &entry) { return inLine(state.tickets.at(entry.second)); }));
}

TicketReturned backFromParking(const TicketId &id, const Ticket &ticket)
{
    return {id, ReturnReason::Parked, Standing::Front, ticket.rank, false, std::nullopt};
}

std::vector<LineChange> lineChanges(const OfficeState &state, const Fact &fact)
{
    const auto id = ticketOf(fact.body);
    if (!id)
        return {};
    const Ticket *before = find(state, *id);
    const auto after = ticketAfter(state, *id, fact);
    const bool was = before && inLine(*before);
    const bool is = after && inLine(*after);
    if (was && is && placeOf(*before) == placeOf(*after))
        return {};
    std::vector<LineChange> changes;
    if (was)
        changes.emplace_back(LineLeft{peopleBefore(state, placeOf(*before), std::nullopt)});
    if (is)
        changes.emplace_back(LineInserted{peopleBefore(state, placeOf(*after), *id), reasonOf(fact.body)});
    return changes;
}

} // namespace sprechtag::office
