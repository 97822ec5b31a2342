// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/gateway/Outbox.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace sprechtag::gateway {

//! Connections that hear the same frames, side by side in memory, in no order.
class Audience
{
public:
    void add(ConnectionKey connection)
    {
        if (m_places.try_emplace(connection, m_members.size()).second)
            m_members.push_back(connection);
    }
    void remove(ConnectionKey connection)
    {
        const auto found = m_places.find(connection);
        if (found == m_places.end())
            return;
        const std::size_t place = found->second;
        m_places.erase(found);
        if (m_members.back() != connection) {
            m_members[place] = m_members.back();
            m_places[m_members[place]] = place;
        }
        m_members.pop_back();
    }
    [[nodiscard]] bool contains(ConnectionKey connection) const { return m_places.contains(connection); }
    [[nodiscard]] std::span<const ConnectionKey> members() const { return m_members; }

private:
    std::vector<ConnectionKey> m_members;
    std::unordered_map<ConnectionKey, std::size_t> m_places;
};

} // namespace sprechtag::gateway
