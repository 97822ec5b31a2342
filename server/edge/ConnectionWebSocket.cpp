// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/edge/Connection.h"

#include "server/edge/Worker.h"
#include "shared/base/Log.h"

#include <algorithm>

namespace sprechtag::edge {

namespace {

using std::chrono::milliseconds;

constexpr std::uint16_t kPolicyViolation = 1008;
constexpr std::uint16_t kTryAgainLater = 1013;
// How long the other side has to say close as well.
constexpr milliseconds kCloseTime{2000};
// Long messages count as several: what waits for the owner must not fill the memory either.
constexpr std::size_t kBytesOfOneFrame = 4096;

} // namespace

void Connection::consumeFrames(std::string_view input)
{
    while (!input.empty() && !m_peerFinished && (m_state == State::Open || m_state == State::Closing)) {
        const std::size_t before = input.size();
        auto incoming = m_frames.next(input);
        const auto cost = static_cast<std::uint32_t>((before - input.size()) / kBytesOfOneFrame);
        if (!isWithinRate(m_frames.takeFrameCount() + cost)) {
            m_peerFinished = true;
            return startClosing(kPolicyViolation, "too many messages");
        }
        if (incoming)
            handle(*incoming);
    }
}

bool Connection::isWithinRate(std::uint32_t frames)
{
    if (frames <= m_frameCredit) {
        m_frameCredit -= frames;
        return true;
    }
    const Limits &limits = m_worker.limits();
    const auto passed = std::chrono::duration_cast<milliseconds>(m_worker.now() - m_rateSince).count();
    const auto earned = static_cast<std::uint64_t>(passed) * limits.framesPerSecond / 1000;
    m_rateSince = m_worker.now();
    m_frameCredit = static_cast<std::uint32_t>(std::min<std::uint64_t>(limits.framesAtOnce, m_frameCredit + earned));
    const bool within = frames <= m_frameCredit;
    m_frameCredit -= std::min(frames, m_frameCredit);
    return within;
}

void Connection::handle(Incoming &incoming)
{
    m_missedPongs = 0;
    std::visit(Overloaded{
                   [this](TextMessage &message) {
                       if (m_state != State::Open)
                           return;
                       m_worker.counters().messagesIn.fetch_add(1, std::memory_order_relaxed);
                       m_worker.emitEvent(MessageArrived{.id = m_id, .text = std::move(message.text)});
                   },
                   [this](const Ping &ping) {
                       // Who does not read needs no pongs; a queue of them would be an attack's.
                       if (m_state != State::Open || m_writeArmed)
                           return;
                       m_queue.pushUrgent(pongFrame(ping.payload));
                       markDirty();
                   },
                   [](const Pong &) {},
                   [this](const PeerClose &close) {
                       m_peerFinished = true;
                       startClosing(close.code, {});
                   },
                   [this](const Violation &violation) {
                       m_peerFinished = true;
                       startClosing(violation.code, violation.reason);
                   },
               },
               incoming);
}

// What is queued goes first; then our close; then the other side's, or the time is over.
void Connection::startClosing(std::optional<std::uint16_t> code, std::string_view reason)
{
    if (m_state == State::Open) {
        m_state = State::Closing;
        m_queue.push(closeFrame(code, reason));
        setDeadline(kCloseTime);
    }
    if (m_peerFinished)
        announceClosed();
    markDirty();
}

void Connection::announceClosed()
{
    if (m_announced)
        m_worker.emitEvent(ConnectionClosed{.id = m_id});
    m_announced = false;
}

void Connection::close(std::uint16_t code, std::string_view reason)
{
    if (m_state == State::Open)
        startClosing(code, reason);
}

// Whoever may say more is told more: what two have written and entered comes at once to whoever comes back.
void Connection::setMessageLimit(std::size_t bytes)
{
    constexpr std::size_t kToldForOneSaid = 32;
    m_frames.setLimit(bytes);
    m_queueLimit = std::max(m_queueLimit, kToldForOneSaid * bytes);
}

void Connection::send(const Bytes &bytes, Topic topic)
{
    if (m_state != State::Open)
        return;
    m_queue.push(bytes, topic);
    if (isTooFarBehind()) {
        flush();
        if (m_state == State::Open && isTooFarBehind())
            return dropSlowReader();
    }
    markDirty();
}

// One long message may exceed the limit, and take its time; what gathers behind it may not.
bool Connection::isTooFarBehind() const
{
    return m_queue.bytes() > m_queueLimit && m_queue.frames() > 1 && m_queue.backlog() > m_queueLimit;
}

void Connection::dropSlowReader()
{
    ++m_worker.counters().droppedReaders;
    qCDebug(lcEdge) << "a reader was too slow and is dropped";
    m_queue.dropUnsent();
    startClosing(kTryAgainLater, "too slow");
    announceClosed();
}

void Connection::pingOrEnd()
{
    if (m_missedPongs >= kMissedPongsAllowed)
        return end();
    ++m_missedPongs;
    if (!m_writeArmed)
        m_queue.pushUrgent(pingFrame());
    setDeadline(milliseconds(m_pingIntervalMs));
    markDirty();
}

} // namespace sprechtag::edge
