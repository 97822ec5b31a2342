// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/State.h"

#include <span>

namespace sprechtag::office {

//! Whether a colleague who is signed in can be rung: free, with a visitor or in a conversation, or on a break.
enum class Reach { Free, InCall, Paused };

//! By all desks of the clerk, in whatever offices. Whoever is signed in and at no desk is free.
[[nodiscard]] Reach reachOf(std::span<const Clerk> desks);

} // namespace sprechtag::office
