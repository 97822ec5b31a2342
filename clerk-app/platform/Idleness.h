// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Time.h"

#include <algorithm>
#include <optional>

namespace sprechtag::clerk::platform {

//! What the system says of the person at it.
struct Presence
{
    std::optional<milliseconds> idleFor{}; //!< without key and mouse; none: the system does not say
    bool locked{};                         //!< the screen
};

enum class IdleStep { None, FirstWarning, SecondWarning, Away };

//! Decides when a clerk who does nothing is away: two warnings, each once, then away. A lock counts from itself.
class Idleness
{
public:
    explicit Idleness(minutes until);

    //! `free`: at a desk, not on a break, with nobody in a call. Else nothing counts.
    [[nodiscard]] IdleStep look(MonotonicInstant now, const Presence &presence, bool free);
    //! The clerk could not be taken away: said again at the next look, if it is still so.
    void sayAwayAgain() { m_reached = std::min(m_reached, IdleStep::SecondWarning); }

private:
    [[nodiscard]] milliseconds stillFor(MonotonicInstant now, const Presence &presence) const;
    [[nodiscard]] milliseconds lockedFor(MonotonicInstant now, const Presence &presence);

    minutes m_until;
    std::optional<MonotonicInstant> m_lockedSince;
    std::optional<MonotonicInstant> m_freeSince;
    IdleStep m_reached{IdleStep::None};
};

} // namespace sprechtag::clerk::platform
