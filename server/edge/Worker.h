// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/edge/Connection.h"
#include "server/edge/Jobs.h"
#include "server/edge/Shared.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <thread>

namespace sprechtag::edge {

//! One edge thread with its connections. Works in passes: handlers run, then everything that became writable is
//! written at once, then the owner is told.
class Worker
{
public:
    Worker(Shared &shared, unsigned index);

    void launch();
    void join();

    // From any thread.
    void post(Job job);
    [[nodiscard]] boost::asio::io_context &io() { return m_io; }

    // From its own thread.
    [[nodiscard]] Shared &shared() { return m_shared; }
    [[nodiscard]] const Limits &limits() const { return m_shared.config.limits; }
    [[nodiscard]] Counters &counters() { return m_shared.counters; }
    [[nodiscard]] std::span<char> scratch() { return m_scratch; }
    [[nodiscard]] TimePoint now() const { return m_now; }
    [[nodiscard]] std::string_view date();
    [[nodiscard]] bool isStopping() const { return m_stopping; }
    [[nodiscard]] std::uint64_t nextId(std::uint64_t key);
    [[nodiscard]] Connection *find(std::uint64_t key);
    void emitEvent(Event event) { m_events.push_back(std::move(event)); }
    void addDirty(Connection *connection) { m_dirty.push_back(connection); }
    void watch(TimePoint at, std::uint64_t key) { m_deadlines.add(at, key); }
    void retire(std::uint64_t key) { m_retired.push_back(key); }
    template <typename F>
    void defer(F work)
    {
        boost::asio::post(m_io, std::move(work));
    }

private:
    void run();
    void finishPass();
    void runJobs();
    void armTimer();
    void checkDeadlines();
    void stop(std::chrono::milliseconds drain);
    [[nodiscard]] Connection *at(std::uint64_t id);
    [[nodiscard]] Connection *open(ConnectionId id);
    [[nodiscard]] Connection *asked(RequestId id);

    void giveUp(const AdoptJob &job);
    void run(AdoptJob &job);
    void run(RespondJob &job);
    void run(AcceptJob &job);
    void run(SendJob &job);
    void run(SendManyJob &job);
    void run(CloseJob &job);
    void run(LimitJob &job);
    void run(StopJob &job);

    Shared &m_shared;
    unsigned m_index;
    boost::asio::io_context m_io{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_work;
    boost::asio::steady_timer m_timer;
    TimePoint m_timerAt{TimePoint::max()};
    TimePoint m_now;
    TimePoint m_stopAt{TimePoint::max()};
    std::thread m_thread;

    std::mutex m_jobsMutex;
    std::vector<Job> m_jobs;
    bool m_jobsPosted{};

    std::vector<std::unique_ptr<Connection>> m_slots;
    std::vector<std::uint32_t> m_freeSlots;
    std::vector<Connection *> m_dirty;
    std::vector<std::uint64_t> m_retired;
    std::vector<Event> m_events;
    Deadlines m_deadlines;
    std::vector<char> m_scratch; // what a read yields is used up at once: one buffer serves all connections
    std::uint64_t m_serial{};
    std::int64_t m_dateSecond{-1};
    std::string m_date;
    bool m_stopping{};
};

} // namespace sprechtag::edge
