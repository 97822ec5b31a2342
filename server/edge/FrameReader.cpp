// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/edge/FrameReader.h"

#include "server/edge/Utf8.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace sprechtag::edge {

namespace {

constexpr std::uint16_t kProtocolError = 1002;
constexpr std::uint16_t kUnsupportedData = 1003;
constexpr std::uint16_t kInvalidPayload = 1007;
constexpr std::uint16_t kTooBig = 1009;

constexpr std::size_t kMaskBytes = 4;

std::size_t lengthBytes(unsigned char second)
{
    const unsigned shortLength = second & 0x7fU;
    return shortLength == 127 ? 8 : shortLength == 126 ? 2 : 0;
}

// The codes that may come over the wire (RFC 6455, 7.4, and the IANA registry).
bool mayBeReceived(std::uint16_t code)
{
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

// `at` says which byte of the mask comes first. Eight bytes a turn: the mask is four bytes, so it fits twice.
void unmask(char *bytes, std::size_t count, const unsigned char *mask, std::uint8_t at)
{
    std::array<unsigned char, 8> turned{};
    for (std::size_t i = 0; i < turned.size(); ++i)
        turned[i] = mask[(at + i) % kMaskBytes];
    std::uint64_t key{};
    std::memcpy(&key, turned.data(), sizeof key);
    std::size_t i = 0;
    for (; i + sizeof key <= count; i += sizeof key) {
        std::uint64_t word{};
        std::memcpy(&word, bytes + i, sizeof word);
        word ^= key;
        std::memcpy(bytes + i, &word, sizeof word);
    }
    for (; i < count; ++i)
        bytes[i] = static_cast<char>(static_cast<unsigned char>(bytes[i]) ^ turned[i % turned.size()]);
}

} // namespace

std::uint32_t FrameReader::takeFrameCount()
{
    return std::exchange(m_frames, 0);
}

bool FrameReader::fill(std::string_view &input, std::size_t bytes)
{
    while (m_have < bytes && !input.empty()) {
        m_head[m_have++] = static_cast<unsigned char>(input.front());
        input.remove_prefix(1);
    }
    return m_have >= bytes;
}

std::optional<Violation> FrameReader::checkFirstBytes() const
{
    const auto opcode = static_cast<Opcode>(m_head[0] & 0x0fU);
    if ((m_head[0] & 0x70U) != 0)
        return Violation{kProtocolError, "reserved bits"};
    if ((m_head[1] & 0x80U) == 0)
        return Violation{kProtocolError, "not masked"};
    switch (opcode) {
    case Opcode::Continuation:
        return m_inMessage ? std::nullopt : std::optional(Violation{kProtocolError, "nothing to continue"});
    case Opcode::Text:
        return m_inMessage ? std::optional(Violation{kProtocolError, "message within a message"}) : std::nullopt;
    case Opcode::Binary:
        return m_inMessage ? Violation{kProtocolError, "message within a message"}
                           : Violation{kUnsupportedData, "text only"};
    case Opcode::Close:
    case Opcode::Ping:
    case Opcode::Pong:
        if (!isFinal() || (m_head[1] & 0x7fU) > 125)
            return Violation{kProtocolError, "control frame too long or in parts"};
        return std::nullopt;
    }
    return Violation{kProtocolError, "unknown opcode"};
}

std::optional<Violation> FrameReader::takeLength()
{
    const std::size_t extended = lengthBytes(m_head[1]);
    std::uint64_t length = extended == 0 ? m_head[1] & 0x7fU : 0;
    for (std::size_t i = 0; i < extended; ++i)
        length = (length << 8U) | m_head[2 + i];
    if ((extended == 2 && length < 126) || (extended == 8 && length <= 0xffff) || (length >> 63U) != 0)
        return Violation{kProtocolError, "length not in its shortest form"};
    if (!isControl() && length > m_limit - std::min(m_limit, m_message.size()))
        return Violation{kTooBig, "message too long"};
    m_left = length;
    return std::nullopt;
}

// Nothing and not m_inPayload: needs more.
std::optional<Violation> FrameReader::readHead(std::string_view &input)
{
    if (!fill(input, 2))
        return std::nullopt;
    if (!m_checked) {
        ++m_frames;
        if (auto violation = checkFirstBytes())
            return violation;
        m_checked = true;
    }
    const std::size_t beforeMask = 2 + lengthBytes(m_head[1]);
    // The length is judged before the rest arrives.
    if (!fill(input, beforeMask))
        return std::nullopt;
    if (m_have == beforeMask) {
        if (auto violation = takeLength())
            return violation;
    }
    m_inPayload = fill(input, beforeMask + kMaskBytes);
    m_maskAt = 0;
    return std::nullopt;
}

void FrameReader::takePayload(std::string_view &input)
{
    const std::size_t count = static_cast<std::size_t>(std::min<std::uint64_t>(m_left, input.size()));
    std::string &target = isControl() ? m_control : m_message;
    const std::size_t from = target.size();
    target.append(input.substr(0, count));
    unmask(target.data() + from, count, m_head.data() + m_have - kMaskBytes, m_maskAt);
    m_maskAt = static_cast<std::uint8_t>((m_maskAt + count) % kMaskBytes);
    m_left -= count;
    input.remove_prefix(count);
}

Incoming FrameReader::finishControl()
{
    std::string payload = std::exchange(m_control, {});
    switch (static_cast<Opcode>(m_head[0] & 0x0fU)) {
    case Opcode::Ping:
        return Ping{std::move(payload)};
    case Opcode::Pong:
        return Pong{};
    case Opcode::Close:
    case Opcode::Continuation:
    case Opcode::Text:
    case Opcode::Binary:
        break;
    }
    if (payload.empty())
        return PeerClose{};
    if (payload.size() == 1)
        return Violation{kProtocolError, "close code cut off"};
    const auto code = static_cast<std::uint16_t>((static_cast<unsigned char>(payload[0]) << 8U) |
                                                 static_cast<unsigned char>(payload[1]));
    if (!mayBeReceived(code))
        return Violation{kProtocolError, "close code not allowed"};
    if (!isUtf8(std::string_view(payload).substr(2)))
        return Violation{kInvalidPayload, "not UTF-8"};
    return PeerClose{code};
}

std::optional<Incoming> FrameReader::finishFrame()
{
    m_inPayload = false;
    m_checked = false;
    m_have = 0;
    if (isControl())
        return finishControl();
    m_inMessage = !isFinal();
    if (m_inMessage)
        return std::nullopt;
    std::string text = std::exchange(m_message, {});
    if (!isUtf8(text))
        return Violation{kInvalidPayload, "not UTF-8"};
    return TextMessage{std::move(text)};
}

std::optional<Incoming> FrameReader::next(std::string_view &input)
{
    while (true) {
        if (!m_inPayload) {
            if (auto violation = readHead(input))
                return Incoming(*violation);
            if (!m_inPayload)
                return std::nullopt;
        }
        takePayload(input);
        if (m_left > 0)
            return std::nullopt;
        if (auto incoming = finishFrame())
            return incoming;
    }
}

} // namespace sprechtag::edge
