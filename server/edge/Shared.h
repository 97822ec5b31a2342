// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/edge/Addresses.h"
#include "server/edge/TlsContext.h"

#include <atomic>
#include <mutex>

namespace sprechtag::edge {

//! Events on their way from the edge threads to the owner, in batches.
class EventQueue
{
public:
    explicit EventQueue(std::function<void()> wake)
        : m_wake(std::move(wake))
    {
    }

    //! Empties the batch; wakes the owner once until it takes.
    void append(std::vector<Event> &batch);
    [[nodiscard]] std::vector<Event> take();

private:
    std::function<void()> m_wake;
    std::mutex m_mutex;
    std::vector<Event> m_events;
    bool m_woken{};
};

struct Counters
{
    std::atomic<std::uint64_t> accepted{}, refused{}, open{}, messagesIn{}, framesOut{}, droppedReaders{}, reads{};
};

//! What all edge threads have in common.
struct Shared
{
    Config config;
    StaticRoutes routes;
    SslContextPtr tls; //!< null: plain
    Addresses addresses;
    EventQueue events;
    Counters counters;
    std::uint32_t mostConnections{};
};

} // namespace sprechtag::edge
