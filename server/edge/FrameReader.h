// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace sprechtag::edge {

//! What a client can say over WebSocket; Violation ends the connection with its code.
struct TextMessage
{
    std::string text;
};
struct Ping
{
    std::string payload;
};
struct Pong
{
};
struct PeerClose
{
    std::optional<std::uint16_t> code;
};
struct Violation
{
    std::uint16_t code{};
    std::string_view reason;
};
using Incoming = std::variant<TextMessage, Ping, Pong, PeerClose, Violation>;

//! Reads the frames of a client (RFC 6455, 5): masked, text only, bounded; holds no memory between messages.
class FrameReader
{
public:
    explicit FrameReader(std::size_t messageBytes)
        : m_limit(messageBytes)
    {
    }

    void setLimit(std::size_t messageBytes) { m_limit = messageBytes; }

    //! Consumes from `input`; nothing when it needs more. Not to be called again after a Violation.
    [[nodiscard]] std::optional<Incoming> next(std::string_view &input);

    //! Frames begun since the last call, empty fragments included.
    [[nodiscard]] std::uint32_t takeFrameCount();

private:
    enum class Opcode : std::uint8_t { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

    [[nodiscard]] bool isControl() const { return (m_head[0] & 0x08) != 0; }
    [[nodiscard]] bool isFinal() const { return (m_head[0] & 0x80) != 0; }
    [[nodiscard]] bool fill(std::string_view &input, std::size_t bytes);
    [[nodiscard]] std::optional<Violation> checkFirstBytes() const;
    [[nodiscard]] std::optional<Violation> takeLength();
    [[nodiscard]] std::optional<Violation> readHead(std::string_view &input);
    void takePayload(std::string_view &input);
    [[nodiscard]] std::optional<Incoming> finishFrame();
    [[nodiscard]] Incoming finishControl();

    std::size_t m_limit;
    std::uint64_t m_left{}; // payload bytes still to come
    std::string m_message;
    std::string m_control;
    std::array<unsigned char, 14> m_head{};
    std::uint32_t m_frames{};
    std::uint8_t m_have{}; // bytes of the head
    std::uint8_t m_maskAt{};
    bool m_checked{};   // the first two bytes are fine
    bool m_inPayload{}; // the head is complete
    bool m_inMessage{}; // fragments are still to come
};

} // namespace sprechtag::edge
