// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Decisions.h"

namespace sprechtag::office {
namespace {

std::optional<Instant> dueOf(const OfficeState &state, const Ticket &ticket)
{
    switch (ticket.state) {
    case TicketState::Waiting:
        return lineDue(state, ticket);
    case TicketState::Called:
        return ticket.deadline;
    case TicketState::InCall:
    case TicketState::Held: // ends with the grace of its clerk
        break;
    }
    return std::nullopt;
}

} // namespace

std::optional<Instant> due(const OfficeState &state)
{
    std::optional<Instant> first;
    const auto consider = [&first](std::optional<Instant> at) {
        if (at && (!first || *at < *first))
            first = at;
    };
    for (const auto &[id, ticket] : state.tickets)
        consider(dueOf(state, ticket));
    for (const auto &[id, clerk] : state.clerks) {
        if (clerk.state == ClerkState::Lost)
            consider(deskDue(state, clerk));
    }
    return first;
}

} // namespace sprechtag::office
