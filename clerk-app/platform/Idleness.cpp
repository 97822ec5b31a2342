// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/platform/Idleness.h"

#include <algorithm>

namespace sprechtag::clerk::platform {

namespace {

constexpr minutes kFirstWarningBefore{2};
constexpr minutes kSecondWarningBefore{1};
// Who locks the screen has left the desk: those who wait need not wonder for long.
constexpr minutes kLockedAtMost{2};

} // namespace

Idleness::Idleness(minutes until)
    : m_until(until)
{
}

IdleStep Idleness::look(MonotonicInstant now, const Presence &presence, bool free)
{
    if (!free) {
        m_freeSince.reset();
        m_lockedSince.reset();
        m_reached = IdleStep::None;
        return IdleStep::None;
    }
    if (!m_freeSince)
        m_freeSince = now;
    const milliseconds idle = std::max(stillFor(now, presence), lockedFor(now, presence));
    IdleStep step = IdleStep::None;
    if (idle >= m_until)
        step = IdleStep::Away;
    else if (idle >= m_until - kSecondWarningBefore)
        step = IdleStep::SecondWarning;
    else if (idle >= m_until - kFirstWarningBefore)
        step = IdleStep::FirstWarning;
    const bool isNew = step > m_reached;
    m_reached = step;
    return isNew ? step : IdleStep::None;
}

// A conversation may pass without a key: it is no idleness that counts afterwards.
milliseconds Idleness::stillFor(MonotonicInstant now, const Presence &presence) const
{
    return std::min(presence.idleFor.value_or(milliseconds::zero()),
                    std::chrono::duration_cast<milliseconds>(now - *m_freeSince));
}

milliseconds Idleness::lockedFor(MonotonicInstant now, const Presence &presence)
{
    if (!presence.locked) {
        m_lockedSince.reset();
        return milliseconds::zero();
    }
    if (!m_lockedSince)
        m_lockedSince = now;
    return std::chrono::duration_cast<milliseconds>(now - *m_lockedSince) + m_until - kLockedAtMost;
}

} // namespace sprechtag::clerk::platform
