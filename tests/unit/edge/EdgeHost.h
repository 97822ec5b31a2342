// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/edge/Edge.h"

#include <condition_variable>
#include <mutex>

namespace sprechtag::test {

//! An edge with an owner: hands out the events one by one and waits a bounded time for them.
class EdgeHost
{
public:
    explicit EdgeHost(edge::Config config = {}, edge::StaticRoutes routes = {});

    [[nodiscard]] bool isStarted() const { return !m_failure; }
    [[nodiscard]] std::optional<edge::StartError> failure() const { return m_failure; }
    [[nodiscard]] edge::Edge &edge() { return *m_edge; }
    [[nodiscard]] std::uint16_t port() const { return m_edge->port(); }
    [[nodiscard]] int wakes();

    //! The next event; nothing when patience is over.
    [[nodiscard]] std::optional<edge::Event> next();
    //! The next event if it is a T.
    template <typename T>
    [[nodiscard]] std::optional<T> expect();
    //! Whether there is no event now.
    [[nodiscard]] bool isQuiet();
    //! Accepts the upgrade that comes next.
    [[nodiscard]] std::optional<edge::ConnectionId> open(edge::OwnLimits own = {});

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_wakes{};
    bool m_woken{};
    std::vector<edge::Event> m_events; // in reverse
    std::unique_ptr<edge::Edge> m_edge;
    std::optional<edge::StartError> m_failure;
};

template <typename T>
std::optional<T> EdgeHost::expect()
{
    auto event = next();
    if (!event || !std::holds_alternative<T>(*event))
        return std::nullopt;
    return std::get<T>(std::move(*event));
}

[[nodiscard]] edge::Response textResponse(std::string text, int status = 200);

} // namespace sprechtag::test
