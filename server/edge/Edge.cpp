// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/edge/Edge.h"

#include "server/edge/Acceptor.h"
#include "shared/base/Log.h"

#include <algorithm>
#include <sys/resource.h>
#include <utility>

namespace sprechtag::edge {

namespace {

constexpr unsigned kMostThreads = 16;
// Descriptors for everything that is no connection: store, logs, outgoing connections, the answer 503 itself.
constexpr rlim_t kReserve = 128;
constexpr rlim_t kMostDescriptors = 1U << 20U;

std::uint32_t connectionsFor(const Limits &limits)
{
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    // The soft limit is often 1024 for the sake of select(), which nothing here uses.
    const rlim_t before = std::exchange(files.rlim_cur, std::min<rlim_t>(files.rlim_max, kMostDescriptors));
    if (files.rlim_cur <= before || setrlimit(RLIMIT_NOFILE, &files) != 0)
        files.rlim_cur = before;
    const rlim_t most = std::min<rlim_t>(files.rlim_cur, 1U << kSlotBits);
    const rlim_t possible = most - std::min(kReserve, most / 2);
    const bool isSet = limits.connections > 0;
    return static_cast<std::uint32_t>(isSet ? std::min<rlim_t>(limits.connections, possible) : possible);
}

} // namespace

class Edge::Impl
{
public:
    Impl(Config config, std::function<void()> wake)
        : m_shared{.config = std::move(config),
                   .routes = {},
                   .tls = {},
                   .addresses = Addresses(m_shared.config.trustedProxies, m_shared.config.limits.connectionsPerAddress),
                   .events = EventQueue(std::move(wake)),
                   .counters = {},
                   .mostConnections = connectionsFor(m_shared.config.limits)}
    {
    }
    ~Impl() { stop(0); }
    Impl(const Impl &) = delete;
    Impl &operator=(const Impl &) = delete;

    [[nodiscard]] std::optional<StartError> listen();
    void serve(StaticRoutes routes);
    void stop(unsigned drainMs);
    void post(std::uint64_t id, Job job);
    void sendToMany(std::span<const ConnectionId> connections, const Bytes &bytes, Topic topic);

    [[nodiscard]] Shared &shared() { return m_shared; }
    [[nodiscard]] std::uint16_t port() const { return m_acceptor ? m_acceptor->port() : std::uint16_t{0}; }

private:
    Shared m_shared;
    std::vector<std::unique_ptr<Worker>> m_workers;
    std::unique_ptr<Acceptor> m_acceptor;
};

std::optional<StartError> Edge::Impl::listen()
{
    const Config &config = m_shared.config;
    if (!config.certificateFile.empty()) {
        auto tls = makeTlsContext(config.certificateFile, config.keyFile);
        if (!tls.ok())
            return tls.error();
        m_shared.tls = std::move(tls.value());
    }
    for (unsigned i = 0; i < std::clamp(config.threads, 1U, kMostThreads); ++i)
        m_workers.push_back(std::make_unique<Worker>(m_shared, i));
    m_acceptor = std::make_unique<Acceptor>(m_shared, m_workers);
    if (const auto failure = m_acceptor->listen()) {
        m_acceptor.reset();
        m_workers.clear();
        return failure;
    }
    return std::nullopt;
}

void Edge::Impl::serve(StaticRoutes routes)
{
    m_shared.routes = std::move(routes);
    for (const auto &worker : m_workers)
        worker->launch();
    qCInfo(lcEdge) << "listening on port" << port() << "for up to" << m_shared.mostConnections << "connections";
}

void Edge::Impl::stop(unsigned drainMs)
{
    if (m_workers.empty())
        return;
    if (m_acceptor)
        m_acceptor->close();
    for (const auto &worker : m_workers)
        worker->post(StopJob{drainMs});
    for (const auto &worker : m_workers)
        worker->join();
    m_acceptor.reset();
    m_workers.clear();
}

void Edge::Impl::post(std::uint64_t id, Job job)
{
    if (workerOf(id) < m_workers.size())
        m_workers[workerOf(id)]->post(std::move(job));
}

void Edge::Impl::sendToMany(std::span<const ConnectionId> connections, const Bytes &bytes, Topic topic)
{
    if (m_workers.size() == 1) {
        m_workers.front()->post(SendManyJob{{connections.begin(), connections.end()}, bytes, topic});
        return;
    }
    std::vector<std::vector<ConnectionId>> shares(m_workers.size());
    for (const ConnectionId id : connections) {
        if (workerOf(id) < shares.size())
            shares[workerOf(id)].push_back(id);
    }
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (!shares[i].empty())
            m_workers[i]->post(SendManyJob{std::move(shares[i]), bytes, topic});
    }
}

Edge::Edge(Config config, std::function<void()> wake)
    : m_impl(std::make_unique<Impl>(std::move(config), std::move(wake)))
{
}

Edge::~Edge() = default;

std::optional<StartError> Edge::listen()
{
    return m_impl->listen();
}

void Edge::serve(StaticRoutes routes)
{
    m_impl->serve(std::move(routes));
}

std::uint16_t Edge::port() const
{
    return m_impl->port();
}

std::vector<Event> Edge::takeEvents()
{
    return m_impl->shared().events.take();
}

void Edge::respond(RequestId request, Response response)
{
    m_impl->post(request, RespondJob{request, std::move(response)});
}

void Edge::acceptUpgrade(RequestId request, OwnLimits own)
{
    m_impl->post(request, AcceptJob{request, own});
}

void Edge::send(ConnectionId connection, const Frame &frame, Topic topic)
{
    m_impl->post(connection, SendJob{connection, frame.bytes(), topic});
}

void Edge::sendToMany(std::span<const ConnectionId> connections, const Frame &frame, Topic topic)
{
    m_impl->sendToMany(connections, frame.bytes(), topic);
}

void Edge::close(ConnectionId connection, std::uint16_t code, std::string_view reason)
{
    m_impl->post(connection, CloseJob{connection, code, std::string(reason)});
}

void Edge::setMessageLimit(ConnectionId connection, std::size_t bytes)
{
    m_impl->post(connection, LimitJob{connection, bytes});
}

void Edge::stop(unsigned drainMs)
{
    m_impl->stop(drainMs);
}

Edge::Figures Edge::figures() const
{
    const Counters &counters = m_impl->shared().counters;
    return {.accepted = counters.accepted,
            .refused = counters.refused,
            .open = counters.open,
            .messagesIn = counters.messagesIn,
            .framesOut = counters.framesOut,
            .droppedReaders = counters.droppedReaders,
            .reads = counters.reads};
}

} // namespace sprechtag::edge
