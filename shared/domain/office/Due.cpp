// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Decisions.h"

namespace sprechtag::office {
namespace {

std::optional<Instant> dueOf(const OfficeState &state, const Ticket &ticket)
{
    switch (ticket.state) {
    case TicketState::Waiting:
        return earlier(ticket.awayUntil, lineDue(state, ticket));
    case TicketState::Called:
    case TicketState::Missed:
        return ticket.deadline;
    case TicketState::Parked:
        return earlier(ticket.deadline, lineDue(state, ticket));
    case TicketState::InCall:
    case TicketState::Held: // ends with the grace of its clerk
        break;
    }
    return std::nullopt;
}

} // namespace

std::optional<Instant> due(const OfficeState &state)
{
    std::optional<Instant> first = hoursDue(state);
    for (const auto &[id, ticket] : state.tickets)
        first = earlier(first, dueOf(state, ticket));
    for (const auto &[id, clerk] : state.clerks) {
        if (clerk.state == ClerkState::Lost)
            first = earlier(first, deskDue(state, clerk));
    }
    return first;
}

} // namespace sprechtag::office
