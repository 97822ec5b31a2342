// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Decisions.h"

#include <algorithm>

namespace sprechtag::office {
namespace {

std::optional<ClerkId> somebodyPresent(const OfficeState &state)
{
    const auto found =
        std::ranges::find_if(state.clerks, [](const auto &entry) { return entry.second.state == ClerkState::Present; });
    return found == state.clerks.end() ? std::nullopt : std::optional(found->first);
}

// Whether the office waits for nothing but its time, and somebody at a desk.
bool mayOpen(const OfficeState &state, const std::optional<Window> &window)
{
    if (state.open || !state.settings.opensByHours || !window)
        return false;
    const bool anotherWindow = !state.window || state.window->opensAt != window->opensAt;
    return anotherWindow || !state.closedByHand;
}

void closeByHours(const OfficeState &state, FactList &facts)
{
    const auto hardEnd = hardEndOf(state);
    const bool closes = state.closesAt && *state.closesAt <= facts.now();
    if (closes && servedAll(state))
        closeNow(state, facts, LeaveReason::Missed, CloseReason::Hours);
    else if (hardEnd && *hardEnd <= facts.now())
        closeNow(state, facts, LeaveReason::HardEnd, CloseReason::Hours);
    else if (closes)
        facts.add(IntakeSuspended{std::nullopt, true, hardEnd});
}

} // namespace

bool opensWith(const OfficeState &state, const std::optional<Window> &window, Instant now)
{
    return mayOpen(state, window) && window->opensAt <= now && now < window->closesAt;
}

Facts keepHours(OfficeState &state, Instant now)
{
    FactList closing(state, now);
    if (state.open)
        closeByHours(state, closing);
    Facts facts = closing.take();
    for (const Fact &fact : facts)
        evolve(state, fact);
    // What closed at the hard end of one window opens again in the next.
    if (state.window && state.window->closesAt <= now)
        facts.push_back({state.seq + 1, now, WindowSet{std::nullopt}});
    else if (const auto clerk = somebodyPresent(state); clerk && opensWith(state, state.window, now))
        facts.push_back({state.seq + 1, now, OfficeOpened{*clerk}});
    return facts;
}

std::optional<Instant> hoursDue(const OfficeState &state)
{
    const auto windowEnds = state.window ? std::optional(state.window->closesAt) : std::nullopt;
    if (state.open)
        return earlier(windowEnds, earlier(state.closesAt, state.hardEnd));
    if (mayOpen(state, state.window) && somebodyPresent(state))
        return earlier(windowEnds, state.window->opensAt);
    return windowEnds;
}

Decision decideOn(const OfficeState &state, const SetWindow &command, Instant now)
{
    const bool over =
        command.window && (command.window->closesAt <= now || command.window->closesAt <= command.window->opensAt);
    const auto window = over ? std::nullopt : command.window;
    FactList facts(state, now);
    if (window == state.window)
        return facts.take();
    facts.add(WindowSet{window});
    if (const auto clerk = somebodyPresent(state); clerk && opensWith(state, window, now))
        facts.add(OfficeOpened{*clerk});
    return facts.take();
}

} // namespace sprechtag::office
