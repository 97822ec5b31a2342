// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/edge/RawClient.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace sprechtag::test {

namespace {

constexpr int kPatienceMs = 10000; // only ever waited in full when a test fails

} // namespace

int ServerFrame::closeCode() const
{
    if (opcode != 8 || payload.size() < 2)
        return 0;
    return static_cast<unsigned char>(payload[0]) * 256 + static_cast<unsigned char>(payload[1]);
}

RawClient::RawClient(std::uint16_t port, const char *from, int receiveBytes)
    : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    if (receiveBytes > 0)
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBytes, sizeof receiveBytes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    ::inet_pton(AF_INET, from, &address.sin_addr);
    ::bind(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address);
    ::inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    address.sin_port = htons(port);
    if (::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(m_descriptor);
        m_descriptor = -1;
    }
}

RawClient::~RawClient()
{
    if (m_ssl)
        SSL_free(m_ssl);
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool RawClient::startTls(SSL_CTX *context, SSL_SESSION *session)
{
    m_ssl = SSL_new(context);
    SSL_set_fd(m_ssl, m_descriptor);
    if (session)
        SSL_set_session(m_ssl, session);
    const timeval patience{.tv_sec = kPatienceMs / 1000, .tv_usec = 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    return SSL_connect(m_ssl) == 1;
}

bool RawClient::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = m_ssl ? SSL_write(m_ssl, bytes.data(), static_cast<int>(bytes.size()))
                                   : ::send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

// False at the end of the stream, or when patience is.
bool RawClient::fill()
{
    std::array<char, 65536> chunk{};
    if (!m_ssl || SSL_pending(m_ssl) == 0) {
        pollfd waiting{.fd = m_descriptor, .events = POLLIN, .revents = 0};
        if (::poll(&waiting, 1, kPatienceMs) <= 0)
            return false;
    }
    const ssize_t got = m_ssl ? SSL_read(m_ssl, chunk.data(), static_cast<int>(chunk.size()))
                              : ::recv(m_descriptor, chunk.data(), chunk.size(), 0);
    if (got <= 0)
        return false;
    m_input.append(chunk.data(), static_cast<std::size_t>(got));
    return true;
}

std::optional<Answer> RawClient::answer(Body body)
{
    std::size_t end{};
    while ((end = m_input.find("\r\n\r\n")) == std::string::npos) {
        if (!fill())
            return std::nullopt;
    }
    Answer answer{.status = 0, .head = m_input.substr(0, end + 2), .body = {}};
    m_input.erase(0, end + 4);
    answer.status = std::atoi(answer.head.c_str() + sizeof "HTTP/1.1");
    const std::size_t field = answer.head.find("\r\nContent-Length: ");
    if (body == Body::None || field == std::string::npos)
        return answer;
    const std::size_t length = std::strtoul(answer.head.c_str() + field + 18, nullptr, 10);
    while (m_input.size() < length) {
        if (!fill())
            return std::nullopt;
    }
    answer.body = m_input.substr(0, length);
    m_input.erase(0, length);
    return answer;
}

bool RawClient::upgrade(std::string_view path)
{
    send("GET " + std::string(path) + " HTTP/1.1\r\n" + std::string(kUpgradeFields) + "\r\n");
    const auto answered = answer(Body::None);
    return answered && answered->status == 101;
}

std::string maskedFrame(unsigned firstByte, std::string_view payload)
{
    constexpr std::array<unsigned char, 4> kMask{0x37, 0xfa, 0x21, 0x3d};
    std::string bytes(1, static_cast<char>(firstByte));
    const std::size_t length = payload.size();
    const int extended = length <= 125 ? 0 : length <= 0xffff ? 2 : 8;
    bytes.push_back(static_cast<char>(0x80U | (extended == 0 ? length : extended == 2 ? 126U : 127U)));
    for (int shift = (extended - 1) * 8; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<char>(length >> static_cast<unsigned>(shift)));
    bytes.append(kMask.begin(), kMask.end());
    for (std::size_t i = 0; i < length; ++i)
        bytes.push_back(static_cast<char>(static_cast<unsigned char>(payload[i]) ^ kMask[i % 4]));
    return bytes;
}

bool RawClient::sendFrame(unsigned firstByte, std::string_view payload)
{
    return send(maskedFrame(firstByte, payload));
}

std::optional<ServerFrame> RawClient::frame()
{
    const auto byte = [this](std::size_t i) { return static_cast<unsigned char>(m_input[i]); };
    const auto has = [this](std::size_t count) {
        while (m_input.size() < count) {
            if (!fill())
                return false;
        }
        return true;
    };
    if (!has(2))
        return std::nullopt;
    std::size_t length = byte(1);
    const std::size_t extended = length == 126 ? 2 : length == 127 ? 8 : 0;
    if (!has(2 + extended))
        return std::nullopt;
    for (std::size_t i = 0; i < extended; ++i)
        length = (i == 0 ? 0 : length << 8U) | byte(2 + i);
    if (!has(2 + extended + length))
        return std::nullopt;
    ServerFrame result{.opcode = byte(0) & 0x0fU, .payload = m_input.substr(2 + extended, length)};
    m_input.erase(0, 2 + extended + length);
    return result;
}

std::optional<ServerFrame> RawClient::dataFrame()
{
    while (auto next = frame()) {
        if (next->opcode != 9)
            return next;
    }
    return std::nullopt;
}

bool RawClient::isClosedByServer()
{
    while (fill()) {
    }
    // Behind TLS's goodbye the end of the stream itself may still be on its way.
    pollfd waiting{.fd = m_descriptor, .events = POLLIN, .revents = 0};
    char one{};
    return ::poll(&waiting, 1, kPatienceMs) == 1 && ::recv(m_descriptor, &one, 1, MSG_DONTWAIT | MSG_PEEK) <= 0;
}

} // namespace sprechtag::test
