// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Decisions.h"

#include <algorithm>

namespace sprechtag::office {
namespace {

// The call was not answered in time.
void lapse(FactList &facts, const TicketId &id, const Ticket &ticket)
{
    facts.unanswered(id, ReturnReason::NotEntered);
    // A line that is not good has failed during the call: such a lapse is never one too many.
    if (ticket.line != Line::Connected)
        facts.judgeLine(id, ticket);
}

// What the time has made of a parked ticket.
void judgeParked(const OfficeState &state, FactList &facts, const TicketId &id, const Ticket &ticket)
{
    const bool given = ticket.reminded && ticket.line != Line::Connected &&
                       ticket.lineLostAt + state.settings.unreachableUntil <= facts.now();
    if (ticket.deadline && *ticket.deadline <= facts.now() && !given)
        facts.add(TicketReminded{id, facts.now() + std::max(state.settings.parkReminder, minutes{1})});
    if (ticket.reminded)
        facts.judgeLine(id, ticket);
}

void judge(const OfficeState &state, FactList &facts, const TicketId &id, const Ticket &ticket)
{
    const bool over = ticket.deadline && *ticket.deadline <= facts.now();
    switch (ticket.state) {
    case TicketState::Waiting:
        if (!ticket.awayUntil)
            facts.judgeLine(id, ticket);
        else if (*ticket.awayUntil <= facts.now())
            facts.add(TicketBack{id});
        return;
    case TicketState::Called:
        if (over)
            lapse(facts, id, ticket);
        return;
    case TicketState::Parked:
        judgeParked(state, facts, id, ticket);
        return;
    case TicketState::Missed:
        if (over)
            facts.end(TicketLeft{id, LeaveReason::Missed});
        return;
    case TicketState::InCall:
    case TicketState::Held: // ends with the grace of its clerk
        return;
    }
}

// Lost clerks whose grace is over; those with the youngest visitors first, so that the oldest is put to the very front
// at last.
std::vector<ClerkId> givenUp(const OfficeState &state, Instant now)
{
    std::vector<ClerkId> clerks;
    for (const auto &[id, clerk] : state.clerks) {
        if (clerk.state == ClerkState::Lost && deskDue(state, clerk) <= now)
            clerks.push_back(id);
    }
    const auto rank = [&](const ClerkId &id) {
        const auto &ticket = state.clerks.at(id).ticket;
        return ticket ? state.tickets.at(*ticket).rank : state.nextRank;
    };
    std::ranges::stable_sort(clerks, std::ranges::greater{}, rank);
    return clerks;
}

} // namespace

void giveUp(const OfficeState &state, FactList &facts, const ClerkId &id)
{
    if (const auto &visitor = state.clerks.at(id).ticket) {
        if (state.open) {
            facts.sendBack(*visitor, ReturnReason::ClerkLost, Place::Front);
            facts.judgeLine(*visitor, state.tickets.at(*visitor));
        } else {
            facts.end(TicketLeft{*visitor, LeaveReason::OfficeClosed});
        }
    }
    facts.add(ClerkDeparted{id});
}

std::optional<Instant> lineDue(const OfficeState &state, const Ticket &ticket)
{
    const bool waits = ticket.state == TicketState::Waiting && !ticket.awayUntil;
    const bool parked = ticket.state == TicketState::Parked && ticket.reminded;
    if (!waits && !parked)
        return std::nullopt;
    const Instant given = ticket.lineLostAt + state.settings.unreachableUntil;
    switch (ticket.line) {
    case Line::Connected:
        return std::nullopt;
    case Line::Lost:
        return std::min<Instant>(given, ticket.lineLostAt + state.settings.citizenGrace);
    case Line::Unreachable:
        return given;
    }
    return std::nullopt;
}

Instant deskDue(const OfficeState &state, const Clerk &clerk)
{
    const auto held = clerk.ticket ? state.tickets.at(*clerk.ticket).deadline : std::nullopt;
    return held.value_or(clerk.lostAt + state.settings.clerkGrace);
}

Decision decideOn(const OfficeState &state, const Tick &, Instant now)
{
    FactList people(state, now);
    for (const auto &clerk : givenUp(state, now))
        giveUp(state, people, clerk);
    for (const auto &[id, ticket] : state.tickets)
        judge(state, people, id, ticket);
    Facts facts = people.take();
    const bool closed =
        std::ranges::any_of(facts, [](const Fact &fact) { return std::holds_alternative<OfficeClosed>(fact.body); });
    if (const auto hours = hoursDue(state); !closed && (!hours || *hours > now))
        return facts;
    // Closing ends whoever is left after all that.
    OfficeState after = state;
    for (const Fact &fact : facts)
        evolve(after, fact);
    const Facts more = keepHours(after, now);
    facts.insert(facts.end(), more.begin(), more.end());
    return facts;
}

Decision decideOn(const OfficeState &state, const Restart &, Instant now)
{
    FactList facts(state, now);
    for (const auto &[id, clerk] : state.clerks)
        facts.lose(id);
    for (const auto &[id, ticket] : state.tickets)
        facts.add(TicketDisconnected{id});
    return facts.take();
}

} // namespace sprechtag::office
