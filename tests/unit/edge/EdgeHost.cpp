// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/edge/EdgeHost.h"

#include <algorithm>

namespace sprechtag::test {

namespace {

constexpr std::chrono::seconds kPatience{10}; // only ever waited in full when a test fails

} // namespace

EdgeHost::EdgeHost(edge::Config config, edge::StaticRoutes routes)
    : m_edge(std::make_unique<edge::Edge>(std::move(config),
                                          [this] {
                                              const std::lock_guard lock(m_mutex);
                                              ++m_wakes;
                                              m_woken = true;
                                              m_changed.notify_all();
                                          }))
    , m_failure(m_edge->listen())
{
    if (!m_failure)
        m_edge->serve(std::move(routes));
}

int EdgeHost::wakes()
{
    const std::lock_guard lock(m_mutex);
    return m_wakes;
}

std::optional<edge::Event> EdgeHost::next()
{
    while (m_events.empty()) {
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait_for(lock, kPatience, [this] { return m_woken; }))
                return std::nullopt;
            m_woken = false;
        }
        m_events = m_edge->takeEvents();
        std::ranges::reverse(m_events);
    }
    edge::Event event = std::move(m_events.back());
    m_events.pop_back();
    return event;
}

bool EdgeHost::isQuiet()
{
    if (m_events.empty()) {
        m_events = m_edge->takeEvents();
        std::ranges::reverse(m_events);
    }
    return m_events.empty();
}

std::optional<edge::ConnectionId> EdgeHost::open(edge::OwnLimits own)
{
    const auto request = expect<edge::RequestArrived>();
    if (!request || !request->request.upgrade)
        return std::nullopt;
    m_edge->acceptUpgrade(request->id, own);
    const auto opened = expect<edge::ConnectionOpened>();
    return opened && opened->request == request->id ? std::optional(opened->id) : std::nullopt;
}

edge::Response textResponse(std::string text, int status)
{
    return {.status = status,
            .headers = {{"Content-Type", "text/plain"}},
            .body = std::make_shared<const std::string>(std::move(text))};
}

} // namespace sprechtag::test
