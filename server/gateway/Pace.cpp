// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/Pace.h"

#include "shared/protocol/Limits.h"

#include <algorithm>

namespace sprechtag::gateway {
namespace {

using protocol::limits::kBadMessagesPerMinute;
using protocol::limits::kMessagesAtOnce;
using protocol::limits::kMessagesPerMinute;

// Credit is counted as time: a message costs the time in which the steady pace earns it.
constexpr milliseconds kPrice = milliseconds(minutes{1}) / kMessagesPerMinute;
constexpr milliseconds kMostCredit = kPrice * kMessagesAtOnce;

} // namespace

Pace::Pace(MonotonicInstant now)
    : m_credit(kMostCredit)
    , m_at(now)
{
}

bool Pace::admit(MonotonicInstant now)
{
    m_credit = std::min(kMostCredit, m_credit + (now - m_at));
    m_at = now;
    if (m_credit < kPrice)
        return false;
    m_credit -= kPrice;
    return true;
}

bool Pace::isOneTooMany(MonotonicInstant now)
{
    m_bad.push_back(now);
    while (m_bad.front() + minutes{1} <= now)
        m_bad.pop_front();
    return m_bad.size() >= static_cast<std::size_t>(kBadMessagesPerMinute);
}

} // namespace sprechtag::gateway
