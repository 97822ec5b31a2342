// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/identity/Attempts.h"

#include <algorithm>

namespace sprechtag::identity {

seconds Attempts::waitAfter(std::uint32_t failures) const
{
    if (failures < m_free)
        return seconds(0);
    constexpr std::uint32_t mostDoublings = 6;
    return std::min(m_firstWait * (1U << std::min(failures - m_free, mostDoublings)), m_longestWait);
}

std::optional<seconds> Attempts::begin(const std::string &key, MonotonicInstant now)
{
    makeRoom(now);
    Entry &entry = m_entries[key];
    if (now < entry.notBefore)
        return std::chrono::ceil<seconds>(entry.notBefore - now);
    if (now - entry.last >= kRemembered)
        entry.failures = 0;
    ++entry.failures;
    entry.last = now;
    entry.notBefore = now + waitAfter(entry.failures);
    return std::nullopt;
}

void Attempts::succeeded(const std::string &key)
{
    m_entries.erase(key);
}

void Attempts::withdrawn(const std::string &key)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return;
    if (--found->second.failures == 0)
        m_entries.erase(found);
    else
        found->second.notBefore = found->second.last;
}

void Attempts::forget(MonotonicInstant now)
{
    std::erase_if(m_entries, [now](const auto &entry) { return now - entry.second.last >= kRemembered; });
}

void Attempts::makeRoom(MonotonicInstant now)
{
    if (m_entries.size() < kMostKeys)
        return;
    forget(now);
    if (m_entries.size() < kMostKeys)
        return;
    const auto oldest = std::ranges::min_element(m_entries, {}, [](const auto &entry) { return entry.second.last; });
    m_entries.erase(oldest);
}

} // namespace sprechtag::identity
