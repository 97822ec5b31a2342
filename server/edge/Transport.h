// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/edge/SendQueue.h"
#include "server/edge/TlsContext.h"

#include <boost/asio/ip/tcp.hpp>

namespace sprechtag::edge {

//! A socket, with TLS or without. Never blocks: says what to wait for instead.
class Transport
{
public:
    enum class Status { Done, WaitToRead, WaitToWrite, Ended };

    struct Outcome
    {
        Status status{};
        std::size_t bytes{};
        std::size_t frames{};
    };

    //! `context` is null for plain connections.
    Transport(boost::asio::ip::tcp::socket socket, SSL_CTX *context);

    [[nodiscard]] Status handshake();
    [[nodiscard]] Outcome read(std::span<char> into);
    //! Writes as much of the queue as the socket takes.
    [[nodiscard]] Outcome write(SendQueue &queue);
    //! What can be read at once and the kernel does not tell of any more, because TLS has deciphered it already.
    [[nodiscard]] bool hasBufferedInput() const;
    //! No more will be written; what is out is delivered.
    void finishWriting();

    [[nodiscard]] bool isTls() const { return m_ssl != nullptr; }
    [[nodiscard]] boost::asio::ip::tcp::socket &socket() { return m_socket; }

private:
    [[nodiscard]] Status statusOf(int sslResult) const;
    [[nodiscard]] Outcome writePlain(SendQueue &queue);
    [[nodiscard]] Outcome writeTls(SendQueue &queue);

    boost::asio::ip::tcp::socket m_socket;
    int m_descriptor;
    SslPtr m_ssl;
    std::size_t m_tlsRetry{}; // OpenSSL wants a write that had to wait repeated with the same length
};

} // namespace sprechtag::edge
