// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/edge/Worker.h"

#include "server/edge/HttpAnswer.h"
#include "shared/base/SystemClock.h"

#include <csignal>
#include <unistd.h>

namespace sprechtag::edge {

namespace {

using std::chrono::milliseconds;

constexpr std::size_t kScratchBytes = std::size_t{64} * 1024;
// Handlers in a row before writes and events have their turn.
constexpr int kHandlersAtOnce = 256;

} // namespace

Worker::Worker(Shared &shared, unsigned index)
    : m_shared(shared)
    , m_index(index)
    , m_work(boost::asio::make_work_guard(m_io))
    , m_timer(m_io)
    , m_now(SystemClock().monotonicNow())
    , m_scratch(kScratchBytes)
{
}

void Worker::launch()
{
    m_thread = std::thread([this] { run(); });
}

void Worker::join()
{
    if (m_thread.joinable())
        m_thread.join();
    for (const Job &job : m_jobs) {
        if (const auto *late = std::get_if<AdoptJob>(&job))
            giveUp(*late);
    }
    m_jobs.clear();
}

void Worker::run()
{
    // OpenSSL writes without MSG_NOSIGNAL; a client that is gone must not end the process.
    sigset_t pipe{};
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
    const auto isDone = [this] { return m_stopping && m_slots.size() == m_freeSlots.size(); };
    while (!isDone()) {
        m_io.run_one();
        m_now = SystemClock().monotonicNow();
        for (int i = 1; i < kHandlersAtOnce && m_io.poll_one() == 1; ++i) {
        }
        finishPass();
    }
}

void Worker::finishPass()
{
    m_now = SystemClock().monotonicNow();
    checkDeadlines();
    // Flushing may add more: pipelined requests are answered here one by one.
    for (std::size_t i = 0; i < m_dirty.size(); ++i)
        m_dirty[i]->flush();
    m_dirty.clear();
    for (const std::uint64_t key : m_retired) {
        m_slots[slotOf(key)].reset();
        m_freeSlots.push_back(slotOf(key));
    }
    m_retired.clear();
    m_shared.events.append(m_events);
    armTimer();
}

void Worker::checkDeadlines()
{
    while (const auto entry = m_deadlines.takeDue(m_now)) {
        if (Connection *connection = find(entry->connection))
            connection->due(*entry, m_now);
    }
    if (m_now < m_stopAt)
        return;
    for (const auto &connection : m_slots) {
        if (connection)
            connection->end();
    }
}

void Worker::armTimer()
{
    const TimePoint next = std::min(m_deadlines.earliest().value_or(TimePoint::max()), m_stopAt);
    if (next == m_timerAt || next == TimePoint::max())
        return;
    m_timerAt = next;
    m_timer.expires_at(next);
    m_timer.async_wait([this](const boost::system::error_code &error) {
        if (!error)
            m_timerAt = TimePoint::max(); // the pass that follows looks at the deadlines
    });
}

std::string_view Worker::date()
{
    const auto second = std::chrono::floor<std::chrono::seconds>(SystemClock().now()).time_since_epoch().count();
    if (second != m_dateSecond) {
        m_dateSecond = second;
        m_date = httpDate(second);
    }
    return m_date;
}

std::uint64_t Worker::nextId(std::uint64_t key)
{
    return makeId(m_index, slotOf(key), ++m_serial);
}

Connection *Worker::at(std::uint64_t id)
{
    return slotOf(id) < m_slots.size() ? m_slots[slotOf(id)].get() : nullptr;
}

Connection *Worker::find(std::uint64_t key)
{
    Connection *connection = at(key);
    return connection && connection->key() == key ? connection : nullptr;
}

Connection *Worker::open(ConnectionId id)
{
    Connection *connection = at(id);
    return connection && connection->id() == id ? connection : nullptr;
}

Connection *Worker::asked(RequestId id)
{
    Connection *connection = at(id);
    return connection && connection->request() == id ? connection : nullptr;
}

void Worker::post(Job job)
{
    {
        const std::lock_guard lock(m_jobsMutex);
        m_jobs.push_back(std::move(job));
        if (std::exchange(m_jobsPosted, true))
            return;
    }
    boost::asio::post(m_io, [this] { runJobs(); });
}

void Worker::runJobs()
{
    std::vector<Job> jobs;
    {
        const std::lock_guard lock(m_jobsMutex);
        jobs.swap(m_jobs);
        m_jobsPosted = false;
    }
    for (Job &job : jobs)
        std::visit([this](auto &some) { run(some); }, job);
}

void Worker::giveUp(const AdoptJob &job)
{
    ::close(job.descriptor);
    --m_shared.counters.open;
    if (job.counted)
        m_shared.addresses.release(job.peer);
}

void Worker::run(AdoptJob &job)
{
    boost::asio::ip::tcp::socket socket(m_io);
    boost::system::error_code error;
    if (!m_stopping)
        socket.assign(boost::asio::ip::tcp::v6(), job.descriptor, error);
    if (m_stopping || error)
        return giveUp(job);
    if (m_freeSlots.empty()) {
        m_freeSlots.push_back(static_cast<std::uint32_t>(m_slots.size()));
        m_slots.emplace_back();
    }
    const std::uint32_t slot = m_freeSlots.back();
    m_freeSlots.pop_back();
    m_slots[slot] = std::make_unique<Connection>(*this, makeId(m_index, slot, ++m_serial),
                                                 Transport(std::move(socket), m_shared.tls.get()), job.peer);
    if (job.counted)
        m_slots[slot]->setCounted(job.peer);
    m_slots[slot]->begin();
}

void Worker::run(RespondJob &job)
{
    if (Connection *connection = asked(job.request))
        connection->respond(job.response);
}

void Worker::run(AcceptJob &job)
{
    if (Connection *connection = asked(job.request))
        connection->acceptUpgrade(job.own);
}

void Worker::run(SendJob &job)
{
    if (Connection *connection = open(job.to))
        connection->send(job.bytes, job.topic);
}

void Worker::run(SendManyJob &job)
{
    for (const ConnectionId id : job.to) {
        if (Connection *connection = open(id))
            connection->send(job.bytes, job.topic);
    }
}

void Worker::run(CloseJob &job)
{
    if (Connection *connection = open(job.connection))
        connection->close(job.code, job.reason);
}

void Worker::run(LimitJob &job)
{
    if (Connection *connection = open(job.connection))
        connection->setMessageLimit(job.messageBytes);
}

void Worker::run(StopJob &job)
{
    m_stopping = true;
    stop(milliseconds(job.drainMs));
}

void Worker::stop(milliseconds drain)
{
    m_stopAt = m_now + drain;
    for (const auto &connection : m_slots) {
        if (connection)
            connection->stop(drain);
    }
}

} // namespace sprechtag::edge
