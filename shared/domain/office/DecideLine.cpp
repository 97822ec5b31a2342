// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Decisions.h"

#include <algorithm>

namespace sprechtag::office {
namespace {

constexpr minutes kLongestReminder{120};

Standing standingFor(Priority priority)
{
    switch (priority) {
    case Priority::None:
        return Standing::Walkin;
    case Priority::First:
        return Standing::Priority1;
    case Priority::Second:
        return Standing::Priority2;
    case Priority::Third:
        return Standing::Priority3;
    }
    return Standing::Walkin;
}

bool isBeforeAll(const Ticket &ticket)
{
    return ticket.standing == Standing::Front || ticket.standing == Standing::Appointment;
}

} // namespace

Decision decideOn(const OfficeState &state, const Prioritise &command, Instant now)
{
    const auto found = state.tickets.find(command.ticket);
    if (found == state.tickets.end())
        return refuse(RefusalCode::Gone);
    if (found->second.state != TicketState::Waiting || isBeforeAll(found->second))
        return refuse(RefusalCode::WrongState);
    const Standing standing = standingFor(command.priority);
    if (standing == found->second.standing)
        return Facts{};
    return only(state, now, TicketPrioritised{command.ticket, command.clerk, standing, command.reason});
}

Decision decideOn(const OfficeState &state, const Readmit &command, Instant now)
{
    const auto found = state.tickets.find(command.ticket);
    if (found == state.tickets.end())
        return refuse(RefusalCode::Gone);
    const Ticket &ticket = found->second;
    if (ticket.state != TicketState::Missed)
        return refuse(RefusalCode::WrongState);
    return only(state, now,
                TicketReturned{command.ticket, ReturnReason::Readmitted, ticket.standing, ticket.rank, false, {}});
}

Decision decideOn(const OfficeState &state, const Park &command, Instant now)
{
    if (auto refusal = noSay(state, command.clerk, command.ticket, command.epoch))
        return Failure(*refusal);
    const Ticket &ticket = state.tickets.at(command.ticket);
    if (ticket.state == TicketState::Held)
        return refuse(RefusalCode::WrongState);
    // Behind a closed door nobody would ever call again.
    if (!state.open)
        return refuse(RefusalCode::OfficeClosed);
    const minutes after =
        std::clamp(command.remindAfter.value_or(state.settings.parkReminder), minutes{1}, kLongestReminder);
    return only(state, now, TicketParked{command.ticket, command.clerk, command.reason, now + after});
}

Decision decideOn(const OfficeState &state, const Unpark &command, Instant now)
{
    return decideOn(state, Ready{command.ticket}, now);
}

} // namespace sprechtag::office
