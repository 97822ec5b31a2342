// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Decisions.h"

#include <algorithm>

namespace sprechtag::office {
namespace {

// Fewer visits than these say nothing about the next one.
constexpr std::size_t kFewestServices = 5;

std::optional<seconds> average(const Services &services)
{
    if (services.size() < kFewestServices)
        return std::nullopt;
    seconds::rep sum = 0;
    seconds::rep weights = 0;
    seconds::rep weight = 0;
    for (const seconds length : services) {
        ++weight;
        sum += weight * length.count();
        weights += weight;
    }
    return seconds((sum + weights / 2) / weights);
}

std::optional<seconds> averageService(const OfficeState &state)
{
    const auto measured = average(state.services);
    return measured ? measured : state.settings.defaultService;
}

std::uint32_t servingClerks(const OfficeState &state)
{
    return static_cast<std::uint32_t>(std::ranges::count_if(
        state.clerks, [](const auto &entry) { return entry.second.state == ClerkState::Present; }));
}

// A lost line does not end a pause.
bool paused(const Clerk &clerk)
{
    return clerk.state == ClerkState::Paused || (clerk.state == ClerkState::Lost && clerk.pausedBeforeLoss);
}

PublicState publicState(const OfficeState &state, const PublicView &view)
{
    if (!state.open)
        return PublicState::Closed;
    if (state.intake != Intake::Open)
        return PublicState::IntakeSuspended;
    if (state.clerks.empty())
        return PublicState::Interrupted;
    // Lost only for a moment counts as there.
    if (std::ranges::all_of(state.clerks, [](const auto &entry) { return paused(entry.second); }))
        return PublicState::Away;
    return view.idle > 0 && view.waiting == 0 ? PublicState::Free : PublicState::Occupied;
}

std::optional<Instant> earliestReturn(const OfficeState &state)
{
    std::optional<Instant> first;
    for (const auto &[id, clerk] : state.clerks)
        first = earlier(first, clerk.backAt);
    return first;
}

std::uint32_t idleClerks(const OfficeState &state, const Elsewhere &elsewhere)
{
    return static_cast<std::uint32_t>(std::ranges::count_if(state.clerks, [&elsewhere](const auto &entry) {
        return entry.second.state == ClerkState::Present && !entry.second.ticket && !elsewhere.contains(entry.first);
    }));
}

} // namespace

std::optional<std::uint32_t> capacity(const OfficeState &state, const Elsewhere &elsewhere)
{
    // A limit of 0 means that nobody waits behind others: a seat for each clerk who is free.
    if (state.settings.queueLimit == 0U)
        return idleClerks(state, elsewhere);
    return state.settings.queueLimit;
}

std::optional<Instant> acceptanceEnd(const OfficeState &state)
{
    const auto hardEnd = hardEndOf(state);
    if (!hardEnd)
        return std::nullopt;
    Instant end = *hardEnd;
    if (const auto service = averageService(state)) {
        const std::int64_t visits = std::int64_t{waitingCount(state)} + 1;
        end -= milliseconds(*service) * visits / std::max(servingClerks(state), 1U);
    }
    return state.closesAt ? std::min(end, *state.closesAt) : end;
}

PublicView publicView(const OfficeState &state, const Elsewhere &elsewhere)
{
    PublicView view;
    view.waiting = waitingCount(state);
    view.serving = servingClerks(state);
    view.idle = idleClerks(state, elsewhere);
    if (const auto limit = capacity(state, elsewhere))
        view.seats = *limit - std::min(*limit, view.waiting);
    view.averageService = averageService(state);
    for (const auto &[concern, services] : state.servicesByConcern) {
        if (const auto known = average(services))
            view.averageByConcern.emplace(concern, *known);
    }
    view.state = publicState(state, view);
    if (state.open && state.intake == Intake::Open)
        view.intakeEndsAt = acceptanceEnd(state);
    if (view.state == PublicState::Away)
        view.backAt = earliestReturn(state);
    return view;
}

bool takesPeople(const PublicView &view, Instant now)
{
    const bool intake = view.state != PublicState::Closed && view.state != PublicState::IntakeSuspended;
    return intake && view.seats != 0U && (!view.intakeEndsAt || now < *view.intakeEndsAt);
}

} // namespace sprechtag::office
