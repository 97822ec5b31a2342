// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/edge/Deadlines.h"
#include "server/edge/FrameReader.h"
#include "server/edge/HttpHead.h"
#include "server/edge/Transport.h"

namespace sprechtag::edge {

class Worker;

//! One client, from accept to close: first HTTP, then perhaps WebSocket. Lives on one edge thread.
class Connection
{
public:
    //! Counted as open already, by whoever accepted it.
    Connection(Worker &worker, std::uint64_t key, Transport transport, std::string peer);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] std::uint64_t key() const { return m_key; }
    [[nodiscard]] RequestId request() const { return m_http ? m_http->id : 0; }
    [[nodiscard]] ConnectionId id() const { return m_id; }

    //! The address has its place in Addresses, to be given back.
    void setCounted(std::string address) { m_counted = std::move(address); }
    void begin();
    void readable();
    void writable();
    void due(const Deadlines::Entry &entry, TimePoint now);
    void flush();

    void respond(const Response &response);
    void acceptUpgrade(const OwnLimits &own);
    void send(const Bytes &bytes, Topic topic);
    void close(std::uint16_t code, std::string_view reason);
    void setMessageLimit(std::size_t bytes);
    void stop(std::chrono::milliseconds drain);
    //! Ends without another word.
    void end();

private:
    enum class State : std::uint8_t { Handshake, Head, Body, Waiting, Answering, Open, Closing, Lingering, Ended };

    //! Needed while the client speaks HTTP only; given back on upgrade.
    struct Http
    {
        explicit Http(const Limits &limits)
            : scanner(limits)
        {
        }
        std::string input;
        HeadScanner scanner;
        Head head;
        std::string webSocketKey;
        RequestId id{};
        bool isHead{};
    };

    // Connection.cpp: reading, writing, time
    [[nodiscard]] bool shake();
    [[nodiscard]] bool wantsInput() const;
    void consume(std::string_view input);
    void waitForInput();
    void waitForRoom();
    void markDirty();
    void flushed();
    void linger();
    void setDeadline(std::chrono::milliseconds fromNow);

    // ConnectionHttp.cpp
    void parse();
    [[nodiscard]] bool parseHeadBytes();
    [[nodiscard]] bool parseBody();
    [[nodiscard]] bool takePeer(Request &request);
    void dispatch();
    void refuse(int status);
    void answered();
    void timeOutHttp();

    // ConnectionWebSocket.cpp
    void consumeFrames(std::string_view input);
    void handle(Incoming &incoming);
    void startClosing(std::optional<std::uint16_t> code, std::string_view reason);
    void announceClosed();
    [[nodiscard]] bool isTooFarBehind() const;
    void dropSlowReader();
    void pingOrEnd();
    [[nodiscard]] bool isWithinRate(std::uint32_t frames);

    Worker &m_worker;
    std::uint64_t m_key;
    ConnectionId m_id{};
    Transport m_transport;
    std::string m_peer;
    std::string m_counted; // what Addresses has counted; may differ from the peer behind a proxy
    std::unique_ptr<Http> m_http;
    FrameReader m_frames;
    std::size_t m_queueLimit;
    SendQueue m_queue;
    TimePoint m_deadline{};
    TimePoint m_watched{TimePoint::max()};
    TimePoint m_rateSince{};
    std::size_t m_discarded{};
    std::uint32_t m_frameCredit{};
    unsigned m_pingIntervalMs{};
    State m_state{State::Handshake};
    std::uint8_t m_missedPongs{};
    bool m_readArmed{};
    bool m_writeArmed{};
    bool m_dirty{};
    bool m_announced{};    // the owner knows of it as an open connection
    bool m_peerFinished{}; // said close, or broke the rules: nothing more is read from it
};

} // namespace sprechtag::edge
