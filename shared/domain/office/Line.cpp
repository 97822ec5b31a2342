// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Office.h"

namespace sprechtag::office {
namespace {

// How many people in line have a lower rank.
std::uint32_t peopleBefore(const OfficeState &state, std::int64_t rank)
{
    std::uint32_t count = 0;
    for (const auto &[other, id] : state.line) {
        if (other >= rank)
            break;
        count += inLine(state.tickets.at(id)) ? 1 : 0;
    }
    return count;
}

// The line loses the ticket, if it was in it.
std::vector<LineChange> left(const OfficeState &state, const TicketId &id)
{
    const auto rank = peopleAhead(state, id);
    return rank ? std::vector<LineChange>{LineLeft{*rank}} : std::vector<LineChange>{};
}

// A waiting ticket that was given up counts again.
std::vector<LineChange> backInLine(const OfficeState &state, const TicketId &id)
{
    const auto found = state.tickets.find(id);
    if (found == state.tickets.end())
        return {};
    const Ticket &ticket = found->second;
    if (ticket.state != TicketState::Waiting || ticket.line != Line::Unreachable)
        return {};
    return {LineInserted{peopleBefore(state, ticket.rank)}};
}

std::vector<LineChange> returned(const OfficeState &state, const TicketReturned &fact)
{
    const auto found = state.tickets.find(fact.ticket);
    if (found == state.tickets.end() || found->second.line == Line::Unreachable)
        return {};
    return {LineInserted{peopleBefore(state, fact.rank)}};
}

} // namespace

bool inLine(const Ticket &ticket)
{
    return ticket.state == TicketState::Waiting && ticket.line != Line::Unreachable;
}

std::optional<std::uint32_t> peopleAhead(const OfficeState &state, TicketId ticket)
{
    const auto found = state.tickets.find(ticket);
    if (found == state.tickets.end() || !inLine(found->second))
        return std::nullopt;
    return peopleBefore(state, found->second.rank);
}

std::uint32_t waitingCount(const OfficeState &state)
{
    return peopleBefore(state, state.nextRank);
}

std::vector<LineChange> lineChanges(const OfficeState &state, const Fact &fact)
{
    using Changes = std::vector<LineChange>;
    return std::visit(Overloaded{
                          [&](const TicketDrawn &) { return Changes{LineInserted{waitingCount(state)}}; },
                          [&](const TicketConnected &body) { return backInLine(state, body.ticket); },
                          [&](const TicketDisconnected &body) { return backInLine(state, body.ticket); },
                          [&](const TicketUnreachable &body) { return left(state, body.ticket); },
                          [&](const TicketCalled &body) { return left(state, body.ticket); },
                          [&](const TicketReturned &body) { return returned(state, body); },
                          [&](const TicketLeft &body) { return left(state, body.ticket); },
                          [](const OfficeOpened &) { return Changes{}; },
                          [](const OfficeClosed &) { return Changes{}; },
                          [](const IntakeSuspended &) { return Changes{}; },
                          [](const IntakeResumed &) { return Changes{}; },
                          [](const ClerkArrived &) { return Changes{}; },
                          [](const ClerkDeparted &) { return Changes{}; },
                          [](const ClerkPaused &) { return Changes{}; },
                          [](const ClerkResumed &) { return Changes{}; },
                          [](const ClerkLost &) { return Changes{}; },
                          [](const TicketEntered &) { return Changes{}; },
                          [](const TicketHeld &) { return Changes{}; },
                          [](const TicketResumed &) { return Changes{}; },
                          [](const TicketFinished &) { return Changes{}; },
                      },
                      fact.body);
}

} // namespace sprechtag::office
