// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Decisions.h"

namespace sprechtag::office {
namespace {

// Nothing when the clerk is not at a desk that answers.
const Clerk *atDesk(const OfficeState &state, const ClerkId &clerk)
{
    const auto known = state.clerks.find(clerk);
    const bool there = known != state.clerks.end() && known->second.state != ClerkState::Lost;
    return there ? &known->second : nullptr;
}

} // namespace

Decision decideOn(const OfficeState &state, const Arrive &command, Instant now)
{
    const auto known = state.clerks.find(command.clerk);
    const bool paused =
        known != state.clerks.end() && (known->second.state == ClerkState::Paused || known->second.pausedBeforeLoss);
    FactList facts(state, now);
    facts.arrive(command.clerk);
    if (!paused && opensWith(state, state.window, now))
        facts.add(OfficeOpened{command.clerk});
    return facts.take();
}

Decision decideOn(const OfficeState &state, const Depart &command, Instant now)
{
    const auto known = state.clerks.find(command.clerk);
    if (known == state.clerks.end())
        return Facts{};
    if (known->second.ticket)
        return Failure(Refusal{RefusalCode::Busy, std::nullopt, known->second.ticket});
    FactList facts(state, now);
    facts.add(ClerkDeparted{command.clerk});
    return facts.take();
}

Decision decideOn(const OfficeState &state, const Pause &command, Instant now)
{
    const Clerk *clerk = atDesk(state, command.clerk);
    if (!clerk)
        return refuse(RefusalCode::NotAtDesk);
    FactList facts(state, now);
    const bool same =
        clerk->state == ClerkState::Paused && clerk->pause == command.reason && clerk->backAt == command.backAt;
    if (!same)
        facts.add(ClerkPaused{command.clerk, command.reason, command.backAt});
    return facts.take();
}

Decision decideOn(const OfficeState &state, const Resume &command, Instant now)
{
    const Clerk *clerk = atDesk(state, command.clerk);
    if (!clerk)
        return refuse(RefusalCode::NotAtDesk);
    FactList facts(state, now);
    if (clerk->state == ClerkState::Paused) {
        facts.add(ClerkResumed{command.clerk});
        if (opensWith(state, state.window, now))
            facts.add(OfficeOpened{command.clerk});
    }
    return facts.take();
}

Decision decideOn(const OfficeState &state, const LoseClerk &command, Instant now)
{
    FactList facts(state, now);
    if (atDesk(state, command.clerk))
        facts.lose(command.clerk);
    return facts.take();
}

Decision decideOn(const OfficeState &state, const Dismiss &command, Instant now)
{
    FactList facts(state, now);
    if (state.clerks.contains(command.clerk))
        giveUp(state, facts, command.clerk);
    return facts.take();
}

} // namespace sprechtag::office
