// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/edge/Transport.h"

#include <openssl/err.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <sys/uio.h>

namespace sprechtag::edge {

namespace {

constexpr std::size_t kPiecesAtOnce = 16;
constexpr std::size_t kRecordBytes = std::size_t{16} * 1024; // the longest TLS record

Transport::Status statusOfErrno(Transport::Status whenBlocked)
{
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? whenBlocked : Transport::Status::Ended;
}

ssize_t sendPieces(int descriptor, std::span<const std::string_view> pieces)
{
    if (pieces.size() == 1)
        return ::send(descriptor, pieces[0].data(), pieces[0].size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    std::array<iovec, kPiecesAtOnce> vectors{};
    for (std::size_t i = 0; i < pieces.size(); ++i)
        vectors[i] = {.iov_base = const_cast<char *>(pieces[i].data()), .iov_len = pieces[i].size()};
    msghdr message{};
    message.msg_iov = vectors.data();
    message.msg_iovlen = pieces.size();
    return ::sendmsg(descriptor, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
}

} // namespace

Transport::Transport(boost::asio::ip::tcp::socket socket, SSL_CTX *context)
    : m_socket(std::move(socket))
    , m_descriptor(m_socket.native_handle())
    , m_ssl(context ? SSL_new(context) : nullptr)
{
    if (m_ssl) {
        SSL_set_fd(m_ssl.get(), m_descriptor);
        SSL_set_accept_state(m_ssl.get());
    }
}

Transport::Status Transport::statusOf(int sslResult) const
{
    const int error = SSL_get_error(m_ssl.get(), sslResult);
    ERR_clear_error();
    if (error == SSL_ERROR_WANT_READ)
        return Status::WaitToRead;
    return error == SSL_ERROR_WANT_WRITE ? Status::WaitToWrite : Status::Ended;
}

Transport::Status Transport::handshake()
{
    if (!m_ssl)
        return Status::Done;
    const int result = SSL_do_handshake(m_ssl.get());
    return result == 1 ? Status::Done : statusOf(result);
}

Transport::Outcome Transport::read(std::span<char> into)
{
    if (m_ssl) {
        std::size_t bytes{};
        const int result = SSL_read_ex(m_ssl.get(), into.data(), into.size(), &bytes);
        return {.status = result == 1 ? Status::Done : statusOf(result), .bytes = bytes};
    }
    const ssize_t bytes = ::recv(m_descriptor, into.data(), into.size(), MSG_DONTWAIT);
    if (bytes > 0)
        return {.status = Status::Done, .bytes = static_cast<std::size_t>(bytes)};
    return {.status = bytes == 0 ? Status::Ended : statusOfErrno(Status::WaitToRead)};
}

// Not SSL_has_pending: that counts the beginning of a record too, which nobody can read before the kernel has more of
// it.
bool Transport::hasBufferedInput() const
{
    return m_ssl && SSL_pending(m_ssl.get()) > 0;
}

Transport::Outcome Transport::write(SendQueue &queue)
{
    return m_ssl ? writeTls(queue) : writePlain(queue);
}

Transport::Outcome Transport::writePlain(SendQueue &queue)
{
    Outcome outcome{.status = Status::Done};
    std::array<std::string_view, kPiecesAtOnce> pieces;
    while (!queue.empty()) {
        const std::size_t count = queue.pieces(pieces);
        const ssize_t bytes = sendPieces(m_descriptor, std::span(pieces).first(count));
        if (bytes < 0) {
            outcome.status = statusOfErrno(Status::WaitToWrite);
            return outcome;
        }
        outcome.bytes += static_cast<std::size_t>(bytes);
        outcome.frames += queue.consume(static_cast<std::size_t>(bytes));
    }
    return outcome;
}

Transport::Outcome Transport::writeTls(SendQueue &queue)
{
    Outcome outcome{.status = Status::Done};
    std::array<std::string_view, kPiecesAtOnce> pieces;
    // Filled before it is read: zeroes first would cost more than many a frame.
    std::array<char, kRecordBytes> record; // NOLINT(cppcoreguidelines-pro-type-member-init)
    while (!queue.empty()) {
        // Small frames share a record, and so a system call.
        const std::size_t most = m_tlsRetry ? m_tlsRetry : record.size();
        std::size_t length = 0;
        for (std::size_t i = 0, count = queue.pieces(pieces); i < count && length < most; ++i)
            length += pieces[i].copy(record.data() + length, most - length);
        std::size_t written{};
        const int result = SSL_write_ex(m_ssl.get(), record.data(), length, &written);
        if (result != 1) {
            m_tlsRetry = length;
            queue.promise(length);
            outcome.status = statusOf(result);
            return outcome;
        }
        m_tlsRetry = 0;
        outcome.bytes += written;
        outcome.frames += queue.consume(written);
        queue.promise(0);
    }
    return outcome;
}

void Transport::finishWriting()
{
    if (m_ssl && SSL_is_init_finished(m_ssl.get())) {
        SSL_shutdown(m_ssl.get());
        ERR_clear_error();
    }
    ::shutdown(m_descriptor, SHUT_WR);
}

} // namespace sprechtag::edge
