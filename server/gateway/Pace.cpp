// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/Pace.h"

#include "shared/protocol/Limits.h"

namespace sprechtag::gateway {
namespace {

using protocol::limits::kBadMessagesPerMinute;
using protocol::limits::kMessagesAtOnce;
using protocol::limits::kMessagesPerMinute;

// A message costs the time in which the steady pace earns it.
constexpr milliseconds kPrice = milliseconds(minutes{1}) / kMessagesPerMinute;
constexpr milliseconds kMostCredit = kPrice * kMessagesAtOnce;

} // namespace

bool Pace::admit(MonotonicInstant now)
{
    return !m_credit.spend(kPrice, kMostCredit, now);
}

bool Pace::isOneTooMany(MonotonicInstant now)
{
    m_bad.push_back(now);
    while (m_bad.front() + minutes{1} <= now)
        m_bad.pop_front();
    return m_bad.size() >= static_cast<std::size_t>(kBadMessagesPerMinute);
}

} // namespace sprechtag::gateway
