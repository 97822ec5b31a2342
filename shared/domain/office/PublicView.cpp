// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Decisions.h"

#include <algorithm>

namespace sprechtag::office {
namespace {

// Fewer visits than these say nothing about the next one.
constexpr std::size_t kFewestServices = 5;

std::optional<seconds> averageService(const std::deque<seconds> &services)
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

// Present, or only for a moment without a line.
bool holdsTheOffice(const Clerk &clerk)
{
    switch (clerk.state) {
    case ClerkState::Present:
        return true;
    case ClerkState::Paused:
        return false;
    case ClerkState::Lost:
        return !clerk.pausedBeforeLoss;
    }
    return false;
}

PublicState publicState(const OfficeState &state, const PublicView &view)
{
    if (!state.open)
        return PublicState::Closed;
    if (state.intake != Intake::Open)
        return PublicState::IntakeSuspended;
    if (std::ranges::none_of(state.clerks, [](const auto &entry) { return holdsTheOffice(entry.second); }))
        return PublicState::Interrupted;
    return view.idle > 0 && view.waiting == 0 ? PublicState::Free : PublicState::Occupied;
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

PublicView publicView(const OfficeState &state, const Elsewhere &elsewhere)
{
    PublicView view;
    view.waiting = waitingCount(state);
    for (const auto &[id, clerk] : state.clerks)
        view.serving += clerk.state == ClerkState::Present ? 1 : 0;
    view.idle = idleClerks(state, elsewhere);
    if (const auto limit = capacity(state, elsewhere))
        view.seats = *limit - std::min(*limit, view.waiting);
    view.averageService = averageService(state.services);
    view.state = publicState(state, view);
    return view;
}

} // namespace sprechtag::office
