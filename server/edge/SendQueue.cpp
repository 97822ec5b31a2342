// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/edge/SendQueue.h"

#include <algorithm>

namespace sprechtag::edge {

namespace {

// An idle connection keeps room for a few frames; what a burst took goes back.
constexpr std::size_t kKeptItems = 4;

} // namespace

std::size_t SendQueue::firstUnsent() const
{
    std::size_t begun = m_offset + m_promised;
    std::size_t index = m_first;
    while (begun > 0 && index < m_items.size()) {
        begun -= std::min(begun, m_items[index].bytes->size());
        ++index;
    }
    return index;
}

std::size_t SendQueue::backlog() const
{
    std::size_t begun = 0;
    for (std::size_t index = m_first, end = firstUnsent(); index < end; ++index)
        begun += m_items[index].bytes->size();
    return m_bytes - (std::max(begun, m_offset) - m_offset);
}

void SendQueue::erase(std::size_t index)
{
    m_bytes -= m_items[index].bytes->size();
    m_items.erase(m_items.begin() + static_cast<std::ptrdiff_t>(index));
}

void SendQueue::push(Bytes bytes, Topic topic)
{
    if (topic != 0 && !empty()) {
        const auto begin = m_items.begin() + static_cast<std::ptrdiff_t>(firstUnsent());
        const auto older =
            std::find_if(begin, m_items.end(), [topic](const Item &item) { return item.topic == topic; });
        if (older != m_items.end())
            erase(static_cast<std::size_t>(older - m_items.begin()));
    }
    m_bytes += bytes->size();
    m_items.push_back({std::move(bytes), topic});
}

void SendQueue::pushUrgent(Bytes bytes)
{
    m_bytes += bytes->size();
    m_items.insert(m_items.begin() + static_cast<std::ptrdiff_t>(firstUnsent()), {std::move(bytes), 0});
}

void SendQueue::dropUnsent()
{
    const std::size_t keep = firstUnsent();
    while (m_items.size() > keep)
        erase(m_items.size() - 1);
}

std::size_t SendQueue::pieces(std::span<std::string_view> into) const
{
    std::size_t count = 0;
    for (std::size_t i = m_first; i < m_items.size() && count < into.size(); ++i)
        into[count++] = std::string_view(*m_items[i].bytes).substr(i == m_first ? m_offset : 0);
    return count;
}

std::size_t SendQueue::consume(std::size_t bytes)
{
    std::size_t completed = 0;
    m_promised -= std::min(m_promised, bytes);
    m_bytes -= bytes;
    m_offset += bytes;
    while (m_first < m_items.size() && m_offset >= m_items[m_first].bytes->size()) {
        m_offset -= m_items[m_first].bytes->size();
        m_items[m_first].bytes.reset();
        ++m_first;
        ++completed;
    }
    if (empty()) {
        m_items.clear();
        m_first = 0;
        if (m_items.capacity() > kKeptItems)
            m_items.shrink_to_fit();
    } else if (m_first > 64) {
        m_items.erase(m_items.begin(), m_items.begin() + static_cast<std::ptrdiff_t>(m_first));
        m_first = 0;
    }
    return completed;
}

} // namespace sprechtag::edge
