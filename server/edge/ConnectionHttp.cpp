// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/edge/Connection.h"

#include "server/edge/HttpAnswer.h"
#include "server/edge/Worker.h"

#include <sys/socket.h>

namespace sprechtag::edge {

namespace {

using std::chrono::milliseconds;

// Who is slower than this in either direction holds a connection for nothing.
constexpr std::size_t kSlowestBytesPerSecond = std::size_t{8} * 1024;

milliseconds timeFor(std::size_t bytes, unsigned graceMs)
{
    return milliseconds(graceMs + bytes * 1000 / kSlowestBytesPerSecond);
}

// A slow reader's backlog belongs in our queue, where newer states replace older ones, and not in the kernel.
constexpr int kKernelSendBytes = 64 * 1024;

} // namespace

void Connection::parse()
{
    while (m_state == State::Head || m_state == State::Body) {
        if (m_state == State::Head ? !parseHeadBytes() : !parseBody())
            return;
    }
}

// True when the head is complete.
bool Connection::parseHeadBytes()
{
    Http &http = *m_http;
    const HeadScanner::Status status = http.scanner.scan(http.input);
    if (status == HeadScanner::Status::More)
        return false;
    if (status == HeadScanner::Status::Refused) {
        refuse(http.scanner.refusal());
        return false;
    }
    auto head = parseHead(std::string_view(http.input).substr(0, http.scanner.headBytes()), m_worker.limits());
    if (!head.ok()) {
        refuse(head.error());
        return false;
    }
    http.input.erase(0, http.scanner.headBytes());
    http.head = std::move(head.value());
    http.isHead = http.head.request.method == "HEAD";
    m_state = State::Body;
    setDeadline(timeFor(http.head.contentLength, m_worker.limits().headerTimeoutMs));
    if (http.head.expectsContinue && http.input.size() < http.head.contentLength) {
        m_queue.push(std::make_shared<const std::string>("HTTP/1.1 100 Continue\r\n\r\n"));
        markDirty();
    }
    return true;
}

// True when the body is complete and the request is on its way.
bool Connection::parseBody()
{
    Http &http = *m_http;
    if (http.input.size() < http.head.contentLength)
        return false;
    http.head.request.body = http.input.substr(0, http.head.contentLength);
    http.input.erase(0, http.head.contentLength);
    dispatch();
    return true;
}

// False when the client behind the proxy has all the connections that it may have.
bool Connection::takePeer(Request &request)
{
    request.peer = m_peer;
    Addresses &addresses = m_worker.shared().addresses;
    if (!addresses.isTrustedProxy(m_peer))
        return true;
    const auto field = request.headers.find("x-forwarded-for");
    if (field == request.headers.end())
        return true;
    request.peer = addresses.forwardedFor(m_peer, field->second);
    if (addresses.isTrustedProxy(request.peer))
        return true;
    if (!addresses.acquire(request.peer))
        return false;
    m_counted = request.peer;
    return true;
}

void Connection::dispatch()
{
    Http &http = *m_http;
    m_state = State::Waiting;
    setDeadline(milliseconds(m_worker.limits().idleTimeoutMs));
    Request &request = http.head.request;
    if (!takePeer(request)) {
        ++m_worker.counters().refused;
        return refuse(429);
    }
    const StaticRoutes &routes = m_worker.shared().routes;
    if (!request.upgrade && routes) {
        if (const auto response = routes(request))
            return respond(*response);
    }
    if (request.upgrade)
        http.webSocketKey = request.headers["sec-websocket-key"];
    http.id = m_worker.nextId(m_key);
    m_worker.emitEvent(RequestArrived{.id = http.id, .request = std::move(request)});
}

// An answer of our own, and the end: what follows on this connection cannot be trusted any more.
void Connection::refuse(int status)
{
    m_http->head.keepAlive = false;
    m_state = State::Waiting;
    respond(plainAnswer(status));
}

void Connection::respond(const Response &response)
{
    if (m_state != State::Waiting)
        return;
    Http &http = *m_http;
    http.id = 0;
    if (m_worker.isStopping())
        http.head.keepAlive = false;
    const AnswerForm form{.keepAlive = http.head.keepAlive, .withoutBody = http.isHead, .date = m_worker.date()};
    m_queue.push(std::make_shared<const std::string>(answerHead(response, form)));
    if (response.body && !response.body->empty() && !form.withoutBody && mayHaveBody(response.status))
        m_queue.push(response.body);
    m_state = State::Answering;
    setDeadline(timeFor(m_queue.bytes(), m_worker.limits().headerTimeoutMs));
    markDirty();
}

// The answer is out: the next request, or the end.
void Connection::answered()
{
    Http &http = *m_http;
    const bool proxied = !m_counted.empty() && m_counted != m_peer;
    if (proxied)
        m_worker.shared().addresses.release(std::exchange(m_counted, {}));
    if (!http.head.keepAlive)
        return linger();
    http.scanner = HeadScanner(m_worker.limits());
    http.head = {};
    if (http.input.empty())
        http.input.shrink_to_fit();
    m_state = State::Head;
    const Limits &limits = m_worker.limits();
    setDeadline(milliseconds(http.input.empty() ? limits.idleTimeoutMs : limits.headerTimeoutMs));
    parse();
    waitForInput();
}

void Connection::timeOutHttp()
{
    const bool idle = m_state == State::Head && m_http->input.empty();
    if (idle)
        return end();
    refuse(m_state == State::Waiting ? 503 : 408);
}

void Connection::acceptUpgrade(const OwnLimits &own)
{
    if (m_state != State::Waiting || m_http->webSocketKey.empty())
        return;
    const RequestId request = m_http->id;
    m_queue.push(std::make_shared<const std::string>(upgradeAnswer(m_http->webSocketKey, m_worker.date())));
    const std::string early = std::move(m_http->input);
    m_http.reset();
    ::setsockopt(m_transport.socket().native_handle(), SOL_SOCKET, SO_SNDBUF, &kKernelSendBytes,
                 sizeof kKernelSendBytes);
    m_state = State::Open;
    flush(); // before it counts as open: the answer is no frame
    if (m_state != State::Open)
        return;
    m_id = m_worker.nextId(m_key);
    m_announced = true;
    m_frameCredit = m_worker.limits().framesAtOnce;
    m_rateSince = m_worker.now();
    if (own.messageBytes > 0)
        m_frames.setLimit(own.messageBytes);
    if (own.sendQueueBytes > 0)
        m_queueLimit = own.sendQueueBytes;
    m_pingIntervalMs = own.pingIntervalMs > 0 ? own.pingIntervalMs : m_worker.limits().pingIntervalMs;
    m_worker.emitEvent(ConnectionOpened{.id = m_id, .request = request});
    setDeadline(milliseconds(m_pingIntervalMs));
    consumeFrames(early);
    waitForInput();
}

} // namespace sprechtag::edge
