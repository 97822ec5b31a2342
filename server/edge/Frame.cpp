// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/edge/Edge.h"
#include "server/edge/Frames.h"

#include <algorithm>

namespace sprechtag::edge {

namespace {

constexpr unsigned char kFinal = 0x80;
constexpr std::size_t kMaxControlPayload = 125;

void appendHeader(std::string &target, unsigned char opcode, std::size_t length)
{
    target.push_back(static_cast<char>(kFinal | opcode));
    if (length <= 125) {
        target.push_back(static_cast<char>(length));
        return;
    }
    const int bytes = length <= 0xffff ? 2 : 8;
    target.push_back(static_cast<char>(bytes == 2 ? 126 : 127));
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
        target.push_back(static_cast<char>((length >> static_cast<unsigned>(shift)) & 0xffU));
}

Bytes frame(unsigned char opcode, std::string_view payload)
{
    std::string bytes;
    bytes.reserve(payload.size() + 10);
    appendHeader(bytes, opcode, payload.size());
    bytes.append(payload);
    return std::make_shared<const std::string>(std::move(bytes));
}

} // namespace

Frame::Frame(std::shared_ptr<const std::string> bytes)
    : m_bytes(std::move(bytes))
{
}

Frame Frame::text(std::string_view payload)
{
    return Frame(frame(0x1, payload));
}

Bytes closeFrame(std::optional<std::uint16_t> code, std::string_view reason)
{
    std::string payload;
    if (code) {
        payload.push_back(static_cast<char>(*code >> 8U));
        payload.push_back(static_cast<char>(*code & 0xffU));
        // A cut in the middle of a character would make the frame invalid.
        std::size_t length = std::min(reason.size(), kMaxControlPayload - 2);
        while (length < reason.size() && length > 0 && (static_cast<unsigned char>(reason[length]) & 0xc0U) == 0x80)
            --length;
        payload.append(reason.substr(0, length));
    }
    return frame(0x8, payload);
}

Bytes pongFrame(std::string_view payload)
{
    return frame(0xa, payload.substr(0, kMaxControlPayload));
}

const Bytes &pingFrame()
{
    static const Bytes kPing = frame(0x9, {});
    return kPing;
}

} // namespace sprechtag::edge
