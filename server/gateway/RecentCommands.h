// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Broker.h"

#include <algorithm>
#include <deque>

namespace sprechtag::gateway {

//! The newest commands of each clerk, with what became of them: one that comes again after a lost line is answered, not
//! done twice. In memory, for what is no fact of an office; those are remembered by the broker.
template <typename Note>
class RecentCommands
{
public:
    struct Entry
    {
        broker::CommandKey key;
        Note note;
    };

    //! \param most how many are remembered of one clerk
    explicit RecentCommands(std::size_t most)
        : m_most(most)
    {
    }

    //! nullptr: it is new, or forgotten. Whether the content is the same tells the digest. Valid until the next call.
    [[nodiscard]] Entry *find(ClerkId clerk, const broker::CommandKey &key)
    {
        const auto entries = m_entries.find(clerk);
        if (entries == m_entries.end())
            return nullptr;
        const auto found = std::ranges::find(entries->second, key.key,
                                             [](const Entry &entry) -> const QByteArray & { return entry.key.key; });
        return found == entries->second.end() ? nullptr : &*found;
    }

    void add(ClerkId clerk, const broker::CommandKey &key, Note note)
    {
        std::deque<Entry> &entries = m_entries[clerk];
        entries.push_back({key, std::move(note)});
        if (entries.size() > m_most)
            entries.pop_front();
    }

    void forgetIf(const std::function<bool(const Entry &)> &isOver)
    {
        for (auto &[clerk, entries] : m_entries)
            std::erase_if(entries, isOver);
    }

private:
    std::size_t m_most;
    std::map<ClerkId, std::deque<Entry>> m_entries;
};

} // namespace sprechtag::gateway
