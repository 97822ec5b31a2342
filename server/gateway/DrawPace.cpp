// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/DrawPace.h"

#include "server/broker/Retention.h"

#include <algorithm>

namespace sprechtag::gateway {
namespace {

// A draw costs the time in which the next one is earned.
constexpr milliseconds kPrice = seconds{protocol::limits::kSecondsPerDraw};
static_assert(kPrice * protocol::limits::kDrawsAtOnce ==
                  broker::retention::periodOf(broker::retention::Record::DrawCredit),
              "the deletion plan says how long an address is kept");

} // namespace

DrawPace::DrawPace(int atOnce)
    : m_most(kPrice * atOnce)
{
}

std::optional<milliseconds> DrawPace::take(const std::string &network, MonotonicInstant now)
{
    if (!m_credits.contains(network) && m_credits.size() >= kMostNetworks) {
        forget(now);
        if (m_credits.size() >= kMostNetworks)
            m_credits.erase(
                std::ranges::min_element(m_credits, {}, [](const auto &entry) { return entry.second.fullAt(); }));
    }
    return m_credits[network].spend(kPrice, m_most, now);
}

void DrawPace::giveBack(const std::string &network)
{
    if (const auto known = m_credits.find(network); known != m_credits.end())
        known->second.giveBack(kPrice);
}

void DrawPace::forget(MonotonicInstant now)
{
    std::erase_if(m_credits, [now](const auto &entry) { return entry.second.fullAt() <= now; });
}

} // namespace sprechtag::gateway
