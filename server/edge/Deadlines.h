// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Time.h"

#include <cstdint>
#include <optional>
#include <queue>
#include <vector>

namespace sprechtag::edge {

using TimePoint = MonotonicInstant;

//! When to look at which connection again: one heap and one timer for all connections of a thread.
class Deadlines
{
public:
    struct Entry
    {
        TimePoint at;
        std::uint64_t connection{};
        friend bool operator>(const Entry &a, const Entry &b) { return a.at > b.at; }
    };

    void add(TimePoint at, std::uint64_t connection) { m_heap.push({at, connection}); }

    [[nodiscard]] std::optional<TimePoint> earliest() const
    {
        return m_heap.empty() ? std::nullopt : std::optional(m_heap.top().at);
    }

    [[nodiscard]] std::optional<Entry> takeDue(TimePoint now)
    {
        if (m_heap.empty() || m_heap.top().at > now)
            return std::nullopt;
        const Entry entry = m_heap.top();
        m_heap.pop();
        return entry;
    }

private:
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> m_heap;
};

} // namespace sprechtag::edge
