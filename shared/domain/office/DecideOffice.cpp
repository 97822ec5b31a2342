// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Decisions.h"

#include <algorithm>

namespace sprechtag::office {
namespace {

// Visits that have begun go on to their end behind the closed door.
bool endsWithTheOffice(const Ticket &ticket)
{
    switch (ticket.state) {
    case TicketState::Waiting:
    case TicketState::Called:
    case TicketState::Parked:
    case TicketState::Missed:
        return true;
    case TicketState::InCall:
        return false;
    case TicketState::Held:
        return !ticket.entered;
    }
    return false;
}

} // namespace

bool servedAll(const OfficeState &state)
{
    return std::ranges::all_of(state.tickets,
                               [](const auto &entry) { return entry.second.state == TicketState::Missed; });
}

void closeNow(const OfficeState &state, FactList &facts, LeaveReason left, CloseReason closed)
{
    for (const auto &[id, ticket] : state.tickets) {
        if (endsWithTheOffice(ticket))
            facts.add(TicketLeft{id, left});
    }
    facts.add(OfficeClosed{closed});
}

Decision decideOn(const OfficeState &state, const Open &command, Instant now)
{
    FactList facts(state, now);
    facts.arrive(command.clerk);
    if (!state.open)
        facts.add(OfficeOpened{command.clerk});
    return facts.take();
}

Decision decideOn(const OfficeState &state, const Close &command, Instant now)
{
    if (!state.open)
        return Facts{};
    FactList facts(state, now);
    switch (command.mode) {
    case CloseMode::Now:
        closeNow(state, facts, LeaveReason::OfficeClosed, CloseReason::Clerk);
        return facts.take();
    case CloseMode::OfferAppointments:
        closeNow(state, facts, LeaveReason::AppointmentOffered, CloseReason::Clerk);
        return facts.take();
    case CloseMode::ServeWaiting:
        break;
    }
    if (servedAll(state))
        closeNow(state, facts, LeaveReason::Missed, CloseReason::Clerk);
    else if (state.intake != Intake::SuspendedThenClose)
        facts.add(IntakeSuspended{command.clerk, true, std::nullopt});
    return facts.take();
}

Decision decideOn(const OfficeState &state, const SuspendIntake &command, Instant now)
{
    if (!state.open)
        return refuse(RefusalCode::OfficeClosed);
    FactList facts(state, now);
    if (state.intake == Intake::Open)
        facts.add(IntakeSuspended{command.clerk, false, std::nullopt});
    return facts.take();
}

Decision decideOn(const OfficeState &state, const ResumeIntake &command, Instant now)
{
    if (!state.open)
        return refuse(RefusalCode::OfficeClosed);
    FactList facts(state, now);
    if (state.intake != Intake::Open)
        facts.add(IntakeResumed{command.clerk});
    return facts.take();
}

} // namespace sprechtag::office
