// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Decisions.h"

namespace sprechtag::office {
namespace {

// Visits that have begun go on to their end behind the closed door.
bool endsWithTheOffice(const Ticket &ticket)
{
    switch (ticket.state) {
    case TicketState::Waiting:
    case TicketState::Called:
        return true;
    case TicketState::InCall:
        return false;
    case TicketState::Held:
        return !ticket.entered;
    }
    return false;
}

Facts closeNow(const OfficeState &state, Instant now)
{
    FactList facts(state, now);
    for (const auto &[id, ticket] : state.tickets) {
        if (endsWithTheOffice(ticket))
            facts.add(TicketLeft{id, LeaveReason::OfficeClosed});
    }
    facts.add(OfficeClosed{CloseReason::Clerk});
    return facts.take();
}

} // namespace

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
    if (command.mode == CloseMode::Now || state.tickets.empty())
        return closeNow(state, now);
    FactList facts(state, now);
    if (state.intake != Intake::SuspendedThenClose)
        facts.add(IntakeSuspended{command.clerk, true});
    return facts.take();
}

Decision decideOn(const OfficeState &state, const SuspendIntake &command, Instant now)
{
    if (!state.open)
        return refuse(RefusalCode::OfficeClosed);
    FactList facts(state, now);
    if (state.intake == Intake::Open)
        facts.add(IntakeSuspended{command.clerk, false});
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
