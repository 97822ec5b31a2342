// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Reach.h"

#include <algorithm>

namespace sprechtag::office {

Reach reachOf(std::span<const Clerk> desks)
{
    if (std::ranges::any_of(desks, [](const Clerk &desk) { return desk.ticket.has_value(); }))
        return Reach::InCall;
    const bool paused = std::ranges::any_of(desks, [](const Clerk &desk) { return desk.state == ClerkState::Paused; });
    return paused ? Reach::Paused : Reach::Free;
}

} // namespace sprechtag::office
