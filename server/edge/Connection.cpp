// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/edge/Connection.h"

#include "server/edge/Worker.h"

namespace sprechtag::edge {

namespace {

using std::chrono::milliseconds;

// A refused upload or a closing client may still be sending: reading on for a while lets it see our last words, which
// a reset would take from it.
constexpr milliseconds kLingerTime{2000};
constexpr milliseconds kLingerTimeAtStop{200};
constexpr std::size_t kLingerBytes = std::size_t{1024} * 1024;
// Reads in a row before others have their turn.
constexpr int kReadsAtOnce = 8;

} // namespace

Connection::Connection(Worker &worker, std::uint64_t key, Transport transport, std::string peer)
    : m_worker(worker)
    , m_key(key)
    , m_transport(std::move(transport))
    , m_peer(std::move(peer))
    , m_http(std::make_unique<Http>(worker.limits()))
    , m_frames(worker.limits().messageBytes)
    , m_queueLimit(worker.limits().sendQueueBytes)
{
}

Connection::~Connection()
{
    --m_worker.counters().open;
    if (!m_counted.empty())
        m_worker.shared().addresses.release(m_counted);
}

void Connection::begin()
{
    m_state = m_transport.isTls() ? State::Handshake : State::Head;
    setDeadline(milliseconds(m_worker.limits().headerTimeoutMs));
    readable();
}

bool Connection::wantsInput() const
{
    switch (m_state) {
    case State::Handshake:
    case State::Head:
    case State::Body:
    case State::Open:
    case State::Closing:
    case State::Lingering:
        return true;
    case State::Waiting:
    case State::Answering:
    case State::Ended:
        return false;
    }
    return false;
}

// True when the connection is ready for HTTP.
bool Connection::shake()
{
    switch (m_transport.handshake()) {
    case Transport::Status::Done:
        m_state = State::Head;
        return true;
    case Transport::Status::WaitToRead:
        waitForInput();
        return false;
    case Transport::Status::WaitToWrite:
        waitForRoom();
        return false;
    case Transport::Status::Ended:
        end();
        return false;
    }
    return false;
}

void Connection::readable()
{
    m_worker.counters().reads.fetch_add(1, std::memory_order_relaxed);
    m_readArmed = false;
    if (m_state == State::Handshake && !shake())
        return;
    for (int i = 0; i < kReadsAtOnce && wantsInput(); ++i) {
        const std::span<char> scratch = m_worker.scratch();
        const Transport::Outcome outcome = m_transport.read(scratch);
        if (outcome.status == Transport::Status::Ended)
            return end();
        if (outcome.status == Transport::Status::WaitToWrite)
            return waitForRoom();
        if (outcome.status == Transport::Status::WaitToRead)
            break;
        consume({scratch.data(), outcome.bytes});
        if (!m_transport.isTls() && outcome.bytes < scratch.size())
            break;
    }
    if (!m_queue.empty())
        markDirty();
    waitForInput();
}

void Connection::consume(std::string_view input)
{
    switch (m_state) {
    case State::Head:
    case State::Body:
        if (m_http->input.empty() && m_state == State::Head)
            setDeadline(milliseconds(m_worker.limits().headerTimeoutMs));
        m_http->input.append(input);
        return parse();
    case State::Open:
    case State::Closing:
        return consumeFrames(input);
    case State::Lingering:
        m_discarded += input.size();
        if (m_discarded > kLingerBytes)
            end();
        return;
    case State::Handshake:
    case State::Waiting:
    case State::Answering:
    case State::Ended:
        return;
    }
}

void Connection::waitForInput()
{
    if (m_readArmed || !wantsInput())
        return;
    m_readArmed = true;
    auto resume = [worker = &m_worker, key = m_key](auto...) {
        if (Connection *connection = worker->find(key))
            connection->readable();
    };
    if (m_transport.hasBufferedInput())
        m_worker.defer(std::move(resume));
    else
        m_transport.socket().async_wait(boost::asio::socket_base::wait_read, std::move(resume));
}

void Connection::waitForRoom()
{
    if (m_writeArmed || m_state == State::Ended)
        return;
    m_writeArmed = true;
    m_transport.socket().async_wait(boost::asio::socket_base::wait_write, [worker = &m_worker, key = m_key](auto...) {
        if (Connection *connection = worker->find(key))
            connection->writable();
    });
}

void Connection::writable()
{
    m_writeArmed = false;
    if (m_state == State::Handshake)
        return readable();
    flush();
    // TLS may have waited for room in order to read.
    if (m_transport.isTls() && !m_readArmed)
        readable();
}

void Connection::markDirty()
{
    if (m_dirty || m_writeArmed)
        return;
    m_dirty = true;
    m_worker.addDirty(this);
}

void Connection::flush()
{
    m_dirty = false;
    if (m_state == State::Ended || m_writeArmed)
        return;
    if (!m_queue.empty()) {
        const Transport::Outcome outcome = m_transport.write(m_queue);
        if (m_announced)
            m_worker.counters().framesOut.fetch_add(outcome.frames, std::memory_order_relaxed);
        if (outcome.status == Transport::Status::Ended)
            return end();
        if (outcome.status == Transport::Status::WaitToWrite)
            return waitForRoom();
        if (outcome.status == Transport::Status::WaitToRead)
            return waitForInput();
    }
    flushed();
}

// Everything is out: what now?
void Connection::flushed()
{
    if (m_state == State::Answering)
        answered();
    else if (m_state == State::Closing && m_peerFinished)
        linger();
}

void Connection::linger()
{
    m_state = State::Lingering;
    m_http.reset();
    m_transport.finishWriting();
    setDeadline(m_worker.isStopping() ? kLingerTimeAtStop : kLingerTime);
    waitForInput();
}

void Connection::setDeadline(milliseconds fromNow)
{
    m_deadline = m_worker.now() + fromNow;
    if (m_deadline < m_watched) {
        m_watched = m_deadline;
        m_worker.watch(m_deadline, m_key);
    }
}

void Connection::due(const Deadlines::Entry &entry, TimePoint now)
{
    if (entry.at != m_watched)
        return;
    m_watched = TimePoint::max();
    if (now < m_deadline) {
        m_watched = m_deadline;
        m_worker.watch(m_deadline, m_key);
        return;
    }
    switch (m_state) {
    case State::Open:
        return pingOrEnd();
    case State::Head:
    case State::Body:
    case State::Waiting:
        return timeOutHttp();
    case State::Handshake:
    case State::Answering:
    case State::Closing:
    case State::Lingering:
        return end();
    case State::Ended:
        return;
    }
}

void Connection::stop(milliseconds drain)
{
    switch (m_state) {
    case State::Open:
        startClosing(1001, "server stops");
        return setDeadline(drain);
    case State::Waiting:
        return refuse(503);
    case State::Answering:
        m_http->head.keepAlive = false;
        return;
    case State::Handshake:
    case State::Head:
    case State::Body:
        return end();
    case State::Closing:
    case State::Lingering:
    case State::Ended:
        return;
    }
}

void Connection::end()
{
    if (m_state == State::Ended)
        return;
    m_state = State::Ended;
    announceClosed();
    m_worker.retire(m_key);
}

} // namespace sprechtag::edge
