// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/DrawPace.h"

#include <algorithm>

namespace sprechtag::gateway {
namespace {

// Credit is counted as time: a draw costs the time in which the next one is earned.
constexpr milliseconds kPrice = seconds{protocol::limits::kSecondsPerDraw};

} // namespace

DrawPace::DrawPace(int atOnce)
    : m_span(kPrice * atOnce)
{
}

std::optional<milliseconds> DrawPace::take(const std::string &network, MonotonicInstant now)
{
    const auto known = m_until.find(network);
    const MonotonicInstant full = (known == m_until.end() ? now : std::max(now, known->second)) + kPrice;
    if (full - now > m_span)
        return full - now - m_span;
    if (known == m_until.end() && m_until.size() >= kMostNetworks) {
        forget(now);
        if (m_until.size() >= kMostNetworks)
            m_until.erase(std::ranges::min_element(m_until, {}, [](const auto &entry) { return entry.second; }));
    }
    m_until.insert_or_assign(network, full);
    return std::nullopt;
}

void DrawPace::giveBack(const std::string &network)
{
    if (const auto known = m_until.find(network); known != m_until.end())
        known->second -= kPrice;
}

void DrawPace::forget(MonotonicInstant now)
{
    std::erase_if(m_until, [now](const auto &entry) { return entry.second <= now; });
}

} // namespace sprechtag::gateway
