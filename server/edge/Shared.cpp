// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/edge/Shared.h"

#include <iterator>

namespace sprechtag::edge {

void EventQueue::append(std::vector<Event> &batch)
{
    if (batch.empty())
        return;
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_events.empty())
            m_events.swap(batch);
        else
            m_events.insert(m_events.end(), std::make_move_iterator(batch.begin()),
                            std::make_move_iterator(batch.end()));
        wake = !std::exchange(m_woken, true);
    }
    batch.clear();
    if (wake)
        m_wake();
}

std::vector<Event> EventQueue::take()
{
    const std::lock_guard lock(m_mutex);
    m_woken = false;
    return std::exchange(m_events, {});
}

} // namespace sprechtag::edge
