// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Decisions.h"

#include <algorithm>

namespace sprechtag::office {
namespace {

// The call was not answered in time.
void lapse(const OfficeState &state, FactList &facts, const TicketId &id, const Ticket &ticket)
{
    const bool counted = !ticket.lineFailed;
    if (counted && ticket.lapsedCalls + 1 >= state.settings.maxCalls) {
        facts.end(TicketLeft{id, LeaveReason::Missed});
        return;
    }
    facts.sendBack(id, ReturnReason::NotEntered, Place::Keep);
    facts.judgeLine(id, ticket);
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

} // namespace

std::optional<Instant> lineDue(const OfficeState &state, const Ticket &ticket)
{
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
    FactList facts(state, now);
    for (const auto &clerk : givenUp(state, now))
        giveUp(state, facts, clerk);
    for (const auto &[id, ticket] : state.tickets) {
        if (ticket.state == TicketState::Waiting)
            facts.judgeLine(id, ticket);
        else if (ticket.state == TicketState::Called && ticket.deadline && *ticket.deadline <= now)
            lapse(state, facts, id, ticket);
    }
    return facts.take();
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
