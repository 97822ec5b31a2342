// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

//! One port for page, REST and WebSocket. Knows requests, responses, text messages and frames, nothing of offices.
namespace sprechtag::edge {

//! A request that waits for respond(), accept() or its time-out; a connection that speaks WebSocket.
using RequestId = std::uint64_t;
using ConnectionId = std::uint64_t;

struct Request
{
    std::string method;
    std::string path;                           //!< decoded, normalised, begins with /, never contains ..
    std::string query;                          //!< raw, without ?
    std::map<std::string, std::string> headers; //!< names in lower case
    std::string body;
    std::string peer; //!< address of the client; behind a trusted proxy the one that it names
    bool upgrade{};   //!< asks for WebSocket
};

struct Response
{
    int status{200};
    std::vector<std::pair<std::string, std::string>> headers;
    std::shared_ptr<const std::string> body;
};

//! The one place where a body may be larger: every path that begins so.
struct LargerBody
{
    std::string under; //!< empty: there is none
    std::size_t bytes{};
};

struct Limits
{
    std::size_t requestLineBytes{std::size_t{8} * 1024};
    std::size_t headerBytes{std::size_t{16} * 1024};
    std::size_t headerFields{64};
    std::size_t bodyBytes{std::size_t{64} * 1024};
    LargerBody largerBody{}; //!< where more is taken
    std::size_t messageBytes{std::size_t{64} * 1024};
    //! For a reader who is slower than what is told: some two hundred changes of an office. A longer message, such as
    //! the overview of a large town, does not count from when it is on its way.
    std::size_t sendQueueBytes{std::size_t{64} * 1024};
    std::uint32_t connectionsPerAddress{200};
    std::uint32_t connections{0}; //!< 0: as many as file descriptors allow, less a reserve
    unsigned headerTimeoutMs{5000};
    unsigned idleTimeoutMs{30000};
    unsigned pingIntervalMs{25000};  //!< kMissedPongsAllowed missed pongs end a connection
    std::uint32_t framesAtOnce{400}; //!< that a client may send in one go, pings and parts included; 4 KiB count as one
    std::uint32_t framesPerSecond{100};
};

struct Config
{
    std::string address{"127.0.0.1"};
    std::uint16_t port{0};       //!< 0: any free one, see Edge::port()
    std::string certificateFile; //!< empty: plain, for use behind a proxy
    std::string keyFile;
    std::vector<std::string> trustedProxies; //!< addresses whose X-Forwarded-For is believed
    unsigned threads{1};
    Limits limits;
};

//! What happened at the edge, in order; taken by the owner's thread.
struct RequestArrived
{
    RequestId id{};
    Request request;
};
struct ConnectionOpened
{
    ConnectionId id{};
    RequestId request{};
};
struct MessageArrived
{
    ConnectionId id{};
    std::string text;
};
struct ConnectionClosed
{
    ConnectionId id{};
};
using Event = std::variant<RequestArrived, ConnectionOpened, MessageArrived, ConnectionClosed>;

//! A text message with its WebSocket header, built once and written as the same bytes to any number of connections.
class Frame
{
public:
    [[nodiscard]] static Frame text(std::string_view payload);
    [[nodiscard]] const std::shared_ptr<const std::string> &bytes() const { return m_bytes; }

private:
    explicit Frame(std::shared_ptr<const std::string> bytes);
    std::shared_ptr<const std::string> m_bytes;
};

//! Frames of one topic replace each other in a slow reader's queue: only the newest state is kept. 0: never replaced.
using Topic = std::uint64_t;

//! Requests that can be answered at once, without asking anybody (pages, assets). Called on edge threads; must be
//! thread-safe; nullopt hands the request to the owner as an event.
using StaticRoutes = std::function<std::optional<Response>(const Request &)>;

enum class StartError { AddressInUse, AddressInvalid, CertificateUnreadable, KeyUnreadable, KeyMismatch };

//! What one WebSocket connection may take up where that differs from Limits; 0: it does not.
struct OwnLimits
{
    std::size_t messageBytes{};
    std::size_t sendQueueBytes{};
    unsigned pingIntervalMs{};
};

//! Pings that may stay without any sign of life; when the next is due, the connection ends.
inline constexpr unsigned kMissedPongsAllowed = 2;

//! The network that counts as one client: the address itself, of IPv6 the /64 that one household or attacker has.
[[nodiscard]] std::string networkOf(const std::string &address);

//! Whether listening there means all addresses of the machine: 0.0.0.0 and ::, however they are written.
[[nodiscard]] bool isEveryAddress(const std::string &address);

//! Owns the sockets on threads of its own. All functions are called from one owner thread and never block.
//! `wake` is called from edge threads when events wait, once until takeEvents(); it must only post.
class Edge
{
public:
    Edge(Config config, std::function<void()> wake);
    ~Edge();
    Edge(const Edge &) = delete;
    Edge &operator=(const Edge &) = delete;

    //! Takes the port; connections wait in the kernel until serve().
    [[nodiscard]] std::optional<StartError> listen();
    //! After listen(), once.
    void serve(StaticRoutes routes);
    //! Known after listen().
    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] std::vector<Event> takeEvents();
    void respond(RequestId request, Response response);
    //! Accepts an upgrade; ConnectionOpened follows.
    void acceptUpgrade(RequestId request, OwnLimits own = {});
    void send(ConnectionId connection, const Frame &frame, Topic topic = 0);
    void sendToMany(std::span<const ConnectionId> connections, const Frame &frame, Topic topic = 0);
    //! RFC 6455 close code; queued frames are written first.
    void close(ConnectionId connection, std::uint16_t code, std::string_view reason);
    void setMessageLimit(ConnectionId connection, std::size_t bytes);
    //! Stops accepting at once, lets queues drain until the time is over, then closes everything and joins.
    void stop(unsigned drainMs);
    struct Figures
    {
        std::uint64_t accepted{}, refused{}, open{}, messagesIn{}, framesOut{}, droppedReaders{};
        std::uint64_t
            reads{}; //!< how often a client was said to have sent something; far above messagesIn: something spins
    };
    [[nodiscard]] Figures figures() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace sprechtag::edge
