// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/gateway/Outbox.h"
#include "shared/base/Id.h"

#include <map>
#include <optional>
#include <vector>

namespace sprechtag::gateway {

//! Which connections belong to which clerk. A clerk may have several; the newest is the one that is asked first.
class ClerkLines
{
public:
    void add(ConnectionKey connection, ClerkId clerk)
    {
        m_owners.insert_or_assign(connection, clerk);
        m_lines[clerk].push_back(connection);
    }
    //! True: that was the clerk's last line.
    bool remove(ConnectionKey connection)
    {
        const auto owner = m_owners.find(connection);
        if (owner == m_owners.end())
            return false;
        const auto lines = m_lines.find(owner->second);
        std::erase(lines->second, connection);
        m_owners.erase(owner);
        if (!lines->second.empty())
            return false;
        m_lines.erase(lines);
        return true;
    }
    [[nodiscard]] std::optional<ClerkId> owner(ConnectionKey connection) const
    {
        const auto owner = m_owners.find(connection);
        return owner == m_owners.end() ? std::nullopt : std::optional(owner->second);
    }
    [[nodiscard]] bool belongs(ConnectionKey connection, ClerkId clerk) const { return owner(connection) == clerk; }
    [[nodiscard]] std::optional<ConnectionKey> newest(ClerkId clerk) const
    {
        const auto lines = m_lines.find(clerk);
        return lines == m_lines.end() ? std::nullopt : std::optional(lines->second.back());
    }

    [[nodiscard]] std::vector<ClerkId> everybody() const
    {
        std::vector<ClerkId> clerks;
        for (const auto &[clerk, lines] : m_lines)
            clerks.push_back(clerk);
        return clerks;
    }

    //! Where the clerk is spoken to: on `preferred` where that is a line of the clerk's, else on the newest one.
    [[nodiscard]] std::optional<ConnectionKey> lineOf(ClerkId clerk, std::optional<ConnectionKey> preferred) const
    {
        return preferred && belongs(*preferred, clerk) ? preferred : newest(clerk);
    }

private:
    std::map<ConnectionKey, ClerkId> m_owners;
    std::map<ClerkId, std::vector<ConnectionKey>> m_lines;
};

} // namespace sprechtag::gateway
