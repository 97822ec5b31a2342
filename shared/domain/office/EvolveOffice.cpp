// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Apply.h"

namespace sprechtag::office {
namespace {

// A clerk who closes before the window has begun means another day.
bool insideWindow(const OfficeState &state, Instant at)
{
    return state.window && state.window->opensAt <= at;
}

std::optional<Instant> closingTime(const std::optional<Window> &window, Instant at)
{
    return window && window->closesAt > at ? std::optional(window->closesAt) : std::nullopt;
}

} // namespace

void apply(OfficeState &state, const OfficeOpened &, Instant at)
{
    state.open = true;
    state.intake = Intake::Open;
    state.closedByHand = false;
    state.closesAt = closingTime(state.window, at);
    state.hardEnd.reset();
}

void apply(OfficeState &state, const OfficeClosed &fact, Instant at)
{
    const bool byHand =
        fact.reason == CloseReason::Clerk || (fact.reason == CloseReason::LobbyServed && !state.hardEnd);
    state.open = false;
    state.intake = Intake::Open;
    state.closedByHand = byHand && insideWindow(state, at);
    state.closesAt.reset();
    state.hardEnd.reset();
}

void apply(OfficeState &state, const IntakeSuspended &fact, Instant)
{
    state.intake = fact.thenClose ? Intake::SuspendedThenClose : Intake::Suspended;
    if (fact.clerk)
        return;
    state.closesAt.reset();
    state.hardEnd = fact.hardEnd;
}

void apply(OfficeState &state, const IntakeResumed &, Instant)
{
    state.intake = Intake::Open;
}

void apply(OfficeState &state, const WindowSet &fact, Instant at)
{
    const bool same = state.window && fact.window && state.window->opensAt == fact.window->opensAt;
    state.closedByHand = state.closedByHand && same;
    state.window = fact.window;
    // A closing time that has come, and that nobody has looked at yet, stays.
    const bool overdue = state.closesAt && *state.closesAt <= at;
    if (state.open && !overdue)
        state.closesAt = closingTime(state.window, at);
}

void apply(OfficeState &state, const ClerkArrived &fact, Instant)
{
    Clerk &clerk = state.clerks[fact.clerk];
    clerk.state = clerk.pausedBeforeLoss ? ClerkState::Paused : ClerkState::Present;
    clerk.pausedBeforeLoss = false;
}

void apply(OfficeState &state, const ClerkDeparted &fact, Instant)
{
    state.clerks.erase(fact.clerk);
}

void apply(OfficeState &state, const ClerkPaused &fact, Instant)
{
    Clerk *clerk = find(state, fact.clerk);
    if (!clerk)
        return;
    clerk->state = ClerkState::Paused;
    clerk->pause = fact.reason;
    clerk->backAt = fact.backAt;
}

void apply(OfficeState &state, const ClerkResumed &fact, Instant)
{
    Clerk *clerk = find(state, fact.clerk);
    if (!clerk)
        return;
    clerk->state = ClerkState::Present;
    clerk->backAt.reset();
}

void apply(OfficeState &state, const ClerkLost &fact, Instant at)
{
    Clerk *clerk = find(state, fact.clerk);
    if (!clerk)
        return;
    // Lost twice (the server started anew in the grace) is still the pause of before.
    if (clerk->state != ClerkState::Lost)
        clerk->pausedBeforeLoss = clerk->state == ClerkState::Paused;
    clerk->state = ClerkState::Lost;
    clerk->lostAt = at;
}

} // namespace sprechtag::office
