// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/platform/ArrivalAlerts.h"

namespace sprechtag::clerk::platform {

namespace {

constexpr seconds kMergeWithin{10};
constexpr int kMergeFrom = 3;

} // namespace

Alert ArrivalAlerts::arrived(MonotonicInstant now, Busy busy)
{
    if (busy == Busy::InCall) {
        // Who came during the call is on the screen; afterwards only who comes then makes a noise.
        m_recent.clear();
        return {};
    }
    while (!m_recent.empty() && now - m_recent.front() >= kMergeWithin)
        m_recent.pop_front();
    m_recent.push_back(now);
    const int people = static_cast<int>(m_recent.size());
    if (people < kMergeFrom)
        return {1, true};
    return {people, people == kMergeFrom}; // a rush rings once, then the text counts on
}

} // namespace sprechtag::clerk::platform
