// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/edge/Acceptor.h"

#include "server/edge/HttpAnswer.h"
#include "shared/base/Log.h"

#include <boost/asio/ip/v6_only.hpp>

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sprechtag::edge {

namespace asio = boost::asio;

namespace {

using asio::ip::tcp;

constexpr int kBacklog = 4096;
constexpr int kAcceptsAtOnce = 64;
// Without descriptors, accept() fails at once, again and again: trying a few times a second costs nothing.
constexpr std::chrono::milliseconds kPause{200};

std::string textOf(const sockaddr_storage &address)
{
    const void *const bytes = address.ss_family == AF_INET
                                  ? static_cast<const void *>(&reinterpret_cast<const sockaddr_in &>(address).sin_addr)
                                  : &reinterpret_cast<const sockaddr_in6 &>(address).sin6_addr;
    std::array<char, INET6_ADDRSTRLEN> text{};
    ::inet_ntop(address.ss_family, bytes, text.data(), text.size());
    return canonicalAddress(text.data()).value_or(std::string{});
}

} // namespace

Acceptor::Acceptor(Shared &shared, std::span<const std::unique_ptr<Worker>> workers)
    : m_shared(shared)
    , m_workers(workers)
    , m_acceptor(workers.front()->io())
    , m_pause(workers.front()->io())
{
}

std::optional<StartError> Acceptor::listen()
{
    boost::system::error_code error;
    const auto address = asio::ip::make_address(m_shared.config.address, error);
    if (error)
        return StartError::AddressInvalid;
    const tcp::endpoint endpoint(address, m_shared.config.port);
    m_acceptor.open(endpoint.protocol(), error);
    if (error)
        return StartError::AddressInvalid;
    m_acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (address.is_v6())
        m_acceptor.set_option(asio::ip::v6_only(false), error);
    m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(kBacklog, error);
    if (!error)
        m_acceptor.native_non_blocking(true, error);
    if (error)
        return error == asio::error::address_in_use ? StartError::AddressInUse : StartError::AddressInvalid;
    m_port = m_acceptor.local_endpoint(error).port();
    waitForMore();
    return std::nullopt;
}

void Acceptor::close()
{
    asio::post(m_acceptor.get_executor(), [this] {
        boost::system::error_code error;
        m_acceptor.close(error);
        m_pause.cancel();
    });
}

void Acceptor::waitForMore()
{
    m_acceptor.async_wait(tcp::acceptor::wait_read, [this](const boost::system::error_code &error) {
        if (!error)
            acceptSome();
    });
}

void Acceptor::acceptSome()
{
    if (!m_acceptor.is_open())
        return;
    for (int i = 0; i < kAcceptsAtOnce; ++i) {
        if (acceptOne())
            continue;
        const bool exhausted = errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM;
        if (exhausted)
            return pause();
        break;
    }
    waitForMore();
}

// False with errno when there is none to accept.
bool Acceptor::acceptOne()
{
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    const int descriptor = ::accept4(m_acceptor.native_handle(), reinterpret_cast<sockaddr *>(&address), &length,
                                     SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (descriptor < 0)
        return errno == ECONNABORTED || errno == EINTR;
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (m_shared.counters.open >= m_shared.mostConnections) {
        refuse(descriptor, 503);
        return true;
    }
    std::string peer = textOf(address);
    const bool counted = !m_shared.addresses.isTrustedProxy(peer);
    if (counted && !m_shared.addresses.acquire(peer)) {
        refuse(descriptor, 429);
        return true;
    }
    ++m_shared.counters.accepted;
    ++m_shared.counters.open;
    m_workers[m_next]->post(AdoptJob{.descriptor = descriptor, .peer = std::move(peer), .counted = counted});
    m_next = (m_next + 1) % m_workers.size();
    return true;
}

void Acceptor::pause()
{
    if (!std::exchange(m_warned, true))
        qCWarning(lcEdge) << "no file descriptors left: accepting is paused; raise LimitNOFILE";
    m_pause.expires_after(kPause);
    m_pause.async_wait([this](const boost::system::error_code &error) {
        if (!error)
            acceptSome();
    });
}

void Acceptor::refuse(int descriptor, int status)
{
    ++m_shared.counters.refused;
    if (!m_shared.tls) {
        const Response answer = plainAnswer(status);
        const std::string text = answerHead(answer, {.date = m_workers.front()->date()}) + *answer.body;
        (void)::send(descriptor, text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        ::shutdown(descriptor, SHUT_WR);
        // Closing with unread input would reset the connection and take the answer from the client.
        std::array<char, 4096> unread{};
        while (::recv(descriptor, unread.data(), unread.size(), MSG_DONTWAIT) == static_cast<ssize_t>(unread.size())) {
        }
    }
    ::close(descriptor);
}

} // namespace sprechtag::edge
