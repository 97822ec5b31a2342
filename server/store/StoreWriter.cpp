// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/StoreWriter.h"

#include "server/store/Backup.h"
#include "server/store/Failpoints.h"
#include "server/store/OfficeRows.h"
#include "server/store/VisitRows.h"
#include "shared/base/Log.h"

#include <algorithm>

#include <unistd.h>

namespace sprechtag::store {
namespace {

// EX_TEMPFAIL: the supervisor starts us again.
constexpr int kExitForRestart = 75;

} // namespace

void exitForRestart(StoreError error, int libraryCode)
{
    qCCritical(lcStore) << "a write failed and its outcome is unknown, leaving for a restart; error"
                        << static_cast<int>(error) << "code" << libraryCode;
    ::_exit(kExitForRestart);
}

StoreWriter::StoreWriter(Database database, broker::FactCodec codec, const Clock &clock, QObject &context,
                         Options options)
    : m_database(std::move(database))
    , m_codec(std::move(codec))
    , m_clock(clock)
    , m_context(context)
    , m_options(std::move(options))
    , m_thread([this] { work(); })
{
}

StoreWriter::StoreWriter(Database database, broker::FactCodec codec, const Clock &clock, QObject &context)
    : StoreWriter(std::move(database), std::move(codec), clock, context, Options{})
{
}

StoreWriter::~StoreWriter()
{
    stop();
}

void StoreWriter::commit(broker::Batch batch, std::function<void()> done)
{
    enqueue(Write{std::move(batch), std::move(done)});
}

void StoreWriter::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

StoreWriter::Figures StoreWriter::figures() const
{
    return {m_transactions, m_batches, m_checkpoints};
}

void StoreWriter::enqueue(Item item)
{
    {
        const std::scoped_lock lock(m_mutex);
        Q_ASSERT(!m_stopping);
        m_waiting.push_back(std::move(item));
    }
    m_wake.notify_one();
}

void StoreWriter::work()
{
    // The process before us may have been killed between an erasure and its tidying.
    m_remainsSince = m_logSince = m_clock.monotonicNow();
    std::vector<Item> items;
    bool usable = true;
    for (Wake wake = waitForItems(items); usable && wake != Wake::Stop; wake = waitForItems(items)) {
        usable = wake == Wake::Items ? writeWhenThereIsRoom(items) && tidyIfDue() : tidy();
        if (usable)
            workApart();
        if (!usable)
            return;
    }
    if (usable && tidy())
        m_database.reset();
}

StoreWriter::Wake StoreWriter::waitForItems(std::vector<Item> &items)
{
    items.clear();
    std::unique_lock lock(m_mutex);
    const auto awake = [this] { return m_stopping || !m_waiting.empty() || !m_apart.empty(); };
    if (!m_logSince)
        m_wake.wait(lock, awake);
    else if (!m_wake.wait_for(lock, m_options.tidyWhenIdle, awake))
        return Wake::Idle;
    items.swap(m_waiting);
    return items.empty() && m_apart.empty() ? Wake::Stop : Wake::Items;
}

void StoreWriter::backUp(const QString &path, const Secret &key, std::function<void(std::optional<StoreError>)> then)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_apart.push_back([path, key, then = std::move(then)](Connection &connection) -> Delivery {
            const auto done = store::backUp(connection, path, key);
            return [then, error = done ? std::nullopt : std::optional(done.error())] { then(error); };
        });
    }
    m_wake.notify_one();
}

void StoreWriter::workApart()
{
    std::vector<Apart> jobs;
    {
        const std::scoped_lock lock(m_mutex);
        jobs.swap(m_apart);
    }
    for (const Apart &job : jobs)
        deliver({job(m_database->connection())});
}

bool StoreWriter::writeWhenThereIsRoom(const std::vector<Item> &items)
{
    if (items.empty())
        return true;
    auto failure = writeGroup(items);
    // What the log holds may have its place in the database already, and then there is room in the log.
    if (failure == StoreError::DiskFull && emptyLog())
        failure = writeGroup(items);
    while (failure == StoreError::DiskFull) {
        if (!waitForRoom())
            return false;
        failure = writeGroup(items);
    }
    if (failure)
        return fail(*failure);
    if (m_full.exchange(false))
        qCWarning(lcStore) << "there is room on the disk again, what waited is written";
    return true;
}

// False: the server stops first.
bool StoreWriter::waitForRoom()
{
    if (!m_full.exchange(true))
        qCCritical(lcStore) << "the disk is full: new commands are refused until there is room";
    std::unique_lock lock(m_mutex);
    const bool stopped = m_wake.wait_for(lock, m_options.tryAgainWhenFull, [this] { return m_stopping; });
    if (stopped)
        qCCritical(lcStore) << "stopped with a full disk; what nobody was told of is not written";
    return !stopped;
}

// Nothing is moved out of the items: without room they are written once more.
std::optional<StoreError> StoreWriter::writeGroup(const std::vector<Item> &items)
{
    Connection &connection = m_database->connection();
    std::vector<Delivery> deliveries;
    SPRECHTAG_FAILPOINT("commit.before_begin");
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return transaction.error();
    for (const Item &item : items) {
        if (const auto failure = writeItem(item, deliveries))
            return failure;
    }
    SPRECHTAG_FAILPOINT("commit.before");
    if (const auto committed = transaction.value().commit(); !committed)
        return committed.error();
    SPRECHTAG_FAILPOINT("commit.after");
    ++m_transactions;
    m_batches += static_cast<std::uint64_t>(
        std::ranges::count_if(items, [](const Item &item) { return std::holds_alternative<Write>(item); }));
    if (!m_logSince && connection.logPages() > 0)
        m_logSince = m_clock.monotonicNow();
    deliver(std::move(deliveries));
    return std::nullopt;
}

std::optional<StoreError> StoreWriter::writeItem(const Item &item, std::vector<Delivery> &deliveries)
{
    if (const auto *const job = std::get_if<Job>(&item))
        return runJob(*job, deliveries);
    const auto &write = std::get<Write>(item);
    if (const auto written = writeBatch(m_database->connection(), write.batch, m_codec); !written)
        return written.error();
    if (!write.batch.erasedVisits.empty() && !m_remainsSince)
        m_remainsSince = m_clock.monotonicNow();
    deliveries.push_back(write.done);
    return std::nullopt;
}

std::optional<StoreError> StoreWriter::runJob(const Job &job, std::vector<Delivery> &deliveries)
{
    Connection &connection = m_database->connection();
    if (const auto marked = connection.execute("SAVEPOINT job"); !marked)
        return marked.error();
    Delivery delivery;
    const auto failure = job.work(connection, delivery);
    if (failure && *failure != StoreError::Constraint)
        return failure;
    const auto ended = connection.execute(failure ? "ROLLBACK TO job; RELEASE job" : "RELEASE job");
    if (!ended)
        return ended.error();
    deliveries.push_back(std::move(delivery));
    return std::nullopt;
}

bool StoreWriter::tidyIfDue()
{
    const MonotonicInstant now = m_clock.monotonicNow();
    if (m_remainsSince && now - *m_remainsSince >= m_options.remainsAtMost)
        return tidy();
    const bool logIsLong = m_database->connection().logPages() >= m_options.logPages;
    const bool logIsOld = m_logSince && now - *m_logSince >= m_options.logAtMost;
    return logIsLong || logIsOld ? emptyLog() : true;
}

bool StoreWriter::tidy()
{
    if (m_remainsSince) {
        if (const auto rewritten = rewriteVisits(m_database->connection()); !rewritten)
            return failUnlessFull(rewritten.error());
        m_remainsSince.reset();
    }
    return emptyLog();
}

bool StoreWriter::emptyLog()
{
    SPRECHTAG_FAILPOINT("checkpoint.before");
    if (const auto done = m_database->connection().checkpoint(); !done)
        return failUnlessFull(done.error());
    SPRECHTAG_FAILPOINT("checkpoint.after");
    m_logSince.reset();
    ++m_checkpoints;
    return true;
}

bool StoreWriter::fail(StoreError error)
{
    m_options.fatal(error, m_database->connection().lastCode());
    return false;
}

// What is only moved about is whole where it is, and is tried again later.
bool StoreWriter::failUnlessFull(StoreError error)
{
    return error == StoreError::DiskFull || fail(error);
}

void StoreWriter::deliver(std::vector<Delivery> deliveries)
{
    std::erase_if(deliveries, [](const Delivery &delivery) { return !delivery; });
    if (deliveries.empty())
        return;
    const auto callAll = [deliveries = std::move(deliveries)] {
        for (const Delivery &delivery : deliveries)
            delivery();
    };
    QMetaObject::invokeMethod(&m_context, callAll, Qt::QueuedConnection);
}

} // namespace sprechtag::store
