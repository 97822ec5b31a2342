// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/edge/Edge.h"

#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>

using namespace sprechtag;

namespace {

//! An office of connections, a message to each of them: what the other servers of this benchmark do, on the edge.
class Offices
{
public:
    [[nodiscard]] bool start();
    void run();

private:
    void take(const edge::RequestArrived &request) { m_edge.acceptUpgrade(request.id); }
    void take(const edge::ConnectionOpened &) {}
    void take(const edge::MessageArrived &message);
    void take(const edge::ConnectionClosed &) {}

    static edge::Config config();
    void wake();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_woken{};
    std::map<std::string, std::vector<edge::ConnectionId>, std::less<>> m_offices;
    edge::Edge m_edge{config(), [this] { wake(); }};
};

edge::Config Offices::config()
{
    edge::Config config;
    // The load comes from one address and one line starts every round.
    config.limits.connectionsPerAddress = 100000;
    config.limits.framesPerSecond = 100000;
    return config;
}

void Offices::wake()
{
    const std::lock_guard lock(m_mutex);
    m_woken = true;
    m_changed.notify_one();
}

bool Offices::start()
{
    if (m_edge.listen())
        return false;
    m_edge.serve({});
    std::printf("%u\n", unsigned{m_edge.port()});
    std::fflush(stdout);
    return true;
}

void Offices::run()
{
    while (true) {
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_woken; });
            m_woken = false;
        }
        for (const edge::Event &event : m_edge.takeEvents())
            std::visit([this](const auto &some) { take(some); }, event);
    }
}

// join|office or go|office|text
void Offices::take(const edge::MessageArrived &message)
{
    const std::string_view text = message.text;
    const std::size_t first = text.find('|');
    const std::size_t second = text.find('|', first + 1);
    const std::string office(text.substr(first + 1, second - first - 1));
    if (text.starts_with("join")) {
        m_offices[office].push_back(message.id);
        m_edge.send(message.id, edge::Frame::text("joined"));
    } else {
        m_edge.sendToMany(m_offices[office], edge::Frame::text(text.substr(second + 1)));
    }
}

} // namespace

int main()
{
    Offices offices;
    if (!offices.start())
        return EXIT_FAILURE;
    offices.run();
}
