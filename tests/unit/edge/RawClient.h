// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <openssl/ssl.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace sprechtag::test {

//! One frame that a server sent.
struct ServerFrame
{
    unsigned opcode{};
    std::string payload;
    [[nodiscard]] int closeCode() const;
};

//! One answer that a server sent.
struct Answer
{
    int status{};
    std::string head;
    std::string body;
    [[nodiscard]] bool hasField(std::string_view line) const { return head.find(line) != std::string::npos; }
};

//! A blocking client that sends exactly the bytes it is told to, right or wrong, and waits a bounded time for answers.
class RawClient
{
public:
    enum class Body { ByLength, None };

    //! `receiveBytes`: a small window for a client that will not read.
    explicit RawClient(std::uint16_t port, const char *from = "127.0.0.1", int receiveBytes = 0);
    ~RawClient();
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    //! TLS from here on; offers the session again if there is one.
    [[nodiscard]] bool startTls(SSL_CTX *context, SSL_SESSION *session = nullptr);
    [[nodiscard]] SSL *ssl() const { return m_ssl; }

    bool send(std::string_view bytes);
    [[nodiscard]] std::optional<Answer> answer(Body body = Body::ByLength);
    //! Asks for WebSocket and waits for 101.
    [[nodiscard]] bool upgrade(std::string_view path = "/ws");
    //! A masked frame, as clients send them.
    bool sendFrame(unsigned firstByte, std::string_view payload);
    bool sendText(std::string_view text) { return sendFrame(0x81, text); }
    [[nodiscard]] std::optional<ServerFrame> frame();
    //! The next frame that is no ping, or nothing when the line ends.
    [[nodiscard]] std::optional<ServerFrame> dataFrame();
    //! The server closes within the time; what it still says is read.
    [[nodiscard]] bool isClosedByServer();
    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] const std::string &unread() const { return m_input; }

private:
    [[nodiscard]] bool fill();

    int m_descriptor{-1};
    SSL *m_ssl{};
    std::string m_input;
};

[[nodiscard]] std::string maskedFrame(unsigned firstByte, std::string_view payload);
inline constexpr std::string_view kUpgradeFields = "Host: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                                                   "Sec-WebSocket-Version: 13\r\n"
                                                   "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

} // namespace sprechtag::test
