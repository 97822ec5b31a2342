// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Ports.h"
#include "server/store/Database.h"
#include "shared/base/Time.h"

#include <QObject>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <variant>

namespace sprechtag::store {

//! What ends the process when the outcome of a write is unknown; in a test it looks on.
using FatalHandler = std::function<void(StoreError error, int libraryCode)>;

//! Logs and leaves with exit code 75 at once: nothing may be answered any more.
void exitForRestart(StoreError error, int libraryCode);

//! Writes the database on a thread of its own, with the only connection there is.
//!
//! Everything that waits when the thread looks is written in one transaction. Continuations are called on the thread
//! of `context`, in the order of the calls. `context` outlives the writer.
class StoreWriter final : public broker::OfficeStore
{
public:
    //! When the write-ahead log is moved into the database and emptied, and what erased rows have left in the gaps of
    //! pages goes with them: both when idle, and under load at the latest after these spans.
    struct Options
    {
        milliseconds tidyWhenIdle{1000};
        milliseconds logAtMost{10'000};
        milliseconds remainsAtMost{60'000};
        int logPages{4096}; //!< of 4 KiB
        milliseconds tryAgainWhenFull{1000};
        FatalHandler fatal{exitForRestart};
    };
    //! Counted since the start.
    struct Figures
    {
        std::uint64_t transactions{};
        std::uint64_t batches{};
        std::uint64_t checkpoints{};
    };

    StoreWriter(Database database, broker::FactCodec codec, const Clock &clock, QObject &context, Options options);
    //! With the default options.
    StoreWriter(Database database, broker::FactCodec codec, const Clock &clock, QObject &context);
    ~StoreWriter() override;
    StoreWriter(const StoreWriter &) = delete;
    StoreWriter &operator=(const StoreWriter &) = delete;

    void commit(broker::Batch batch, std::function<void()> done) override;
    //! The group that found no room is tried again until it fits; what comes after it waits behind it.
    [[nodiscard]] bool isFull() const override { return m_full; }

    //! Runs a job on the connection, in order with the batches. A job that fails with Constraint changes nothing and
    //! says so; for want of room it is run again later; any other failure ends the process like that of a batch.
    template <typename T>
    void run(std::function<Result<T, StoreError>(Connection &)> job, std::function<void(Result<T, StoreError>)> then);

    //! Copies the database as it is after all that was given before; `then` is told what went wrong, if anything. Other
    //! work waits meanwhile. See store::backUp.
    void backUp(const QString &path, const Secret &key, std::function<void(std::optional<StoreError>)> then);

    //! Writes what waits, empties the log and closes the database; also done by the destructor. On a full disk what
    //! waits is given up: nobody was told that it was done.
    void stop();

    [[nodiscard]] Figures figures() const;

private:
    using Delivery = std::function<void()>;
    struct Job
    {
        //! Fills in the delivery; the failure, if any, for the writer to judge.
        std::function<std::optional<StoreError>(Connection &, Delivery &)> work;
    };
    struct Write
    {
        broker::Batch batch;
        Delivery done;
    };
    using Item = std::variant<Write, Job>;
    //! Work of its own, outside of any transaction.
    using Apart = std::function<Delivery(Connection &)>;
    enum class Wake { Items, Idle, Stop };

    void enqueue(Item item);
    void work();
    [[nodiscard]] Wake waitForItems(std::vector<Item> &items);
    [[nodiscard]] bool writeWhenThereIsRoom(const std::vector<Item> &items);
    [[nodiscard]] bool waitForRoom();
    void workApart();
    [[nodiscard]] std::optional<StoreError> writeGroup(const std::vector<Item> &items);
    [[nodiscard]] std::optional<StoreError> writeItem(const Item &item, std::vector<Delivery> &deliveries);
    [[nodiscard]] std::optional<StoreError> runJob(const Job &job, std::vector<Delivery> &deliveries);
    [[nodiscard]] bool tidy();
    [[nodiscard]] bool tidyIfDue();
    [[nodiscard]] bool emptyLog();
    [[nodiscard]] bool fail(StoreError error);
    [[nodiscard]] bool failUnlessFull(StoreError error);
    void deliver(std::vector<Delivery> deliveries);

    std::optional<Database> m_database;
    const broker::FactCodec m_codec;
    const Clock &m_clock;
    QObject &m_context;
    const Options m_options;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Item> m_waiting;
    std::vector<Apart> m_apart;
    bool m_stopping{};

    // Of the thread alone.
    std::optional<MonotonicInstant> m_logSince;
    std::optional<MonotonicInstant> m_remainsSince;

    std::atomic<bool> m_full{};
    std::atomic<std::uint64_t> m_transactions{};
    std::atomic<std::uint64_t> m_batches{};
    std::atomic<std::uint64_t> m_checkpoints{};
    std::thread m_thread;
};

template <typename T>
void StoreWriter::run(std::function<Result<T, StoreError>(Connection &)> job,
                      std::function<void(Result<T, StoreError>)> then)
{
    enqueue(Job{[job = std::move(job), then = std::move(then)](Connection &connection, Delivery &delivery) {
        Result<T, StoreError> result = job(connection);
        const auto failure = result ? std::nullopt : std::optional(result.error());
        if (then)
            delivery = [then, result = std::move(result)] { then(result); };
        return failure;
    }});
}

} // namespace sprechtag::store
