// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/edge/Utf8.h"

#include <cstdint>
#include <cstring>

namespace sprechtag::edge {

namespace {

struct Lead
{
    std::size_t follow{};
    unsigned char low{0x80}; // allowed range of the byte after the lead: keeps out overlong forms and surrogates
    unsigned char high{0xbf};
};

constexpr std::size_t kInvalid = 4;

constexpr Lead leadOf(unsigned char byte)
{
    if (byte < 0x80)
        return {.follow = 0};
    if (byte >= 0xc2 && byte <= 0xdf)
        return {.follow = 1};
    if (byte == 0xe0)
        return {.follow = 2, .low = 0xa0};
    if (byte == 0xed)
        return {.follow = 2, .high = 0x9f};
    if (byte >= 0xe1 && byte <= 0xef)
        return {.follow = 2};
    if (byte == 0xf0)
        return {.follow = 3, .low = 0x90};
    if (byte >= 0xf1 && byte <= 0xf3)
        return {.follow = 3};
    if (byte == 0xf4)
        return {.follow = 3, .high = 0x8f};
    return {.follow = kInvalid};
}

constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;

std::size_t skipAscii(std::string_view text, std::size_t at)
{
    while (at + sizeof(std::uint64_t) <= text.size()) {
        std::uint64_t word{};
        std::memcpy(&word, text.data() + at, sizeof word);
        if ((word & kHighBits) != 0)
            break;
        at += sizeof word;
    }
    return at;
}

bool continues(std::string_view text, std::size_t at, const Lead &lead)
{
    if (lead.follow == kInvalid || text.size() - at <= lead.follow)
        return false;
    for (std::size_t i = 1; i <= lead.follow; ++i) {
        const auto byte = static_cast<unsigned char>(text[at + i]);
        if (byte < (i == 1 ? lead.low : 0x80) || byte > (i == 1 ? lead.high : 0xbf))
            return false;
    }
    return true;
}

} // namespace

bool isUtf8(std::string_view text)
{
    std::size_t at = skipAscii(text, 0);
    while (at < text.size()) {
        const Lead lead = leadOf(static_cast<unsigned char>(text[at]));
        if (!continues(text, at, lead))
            return false;
        at += lead.follow + 1;
        if (lead.follow == 0)
            at = skipAscii(text, at);
    }
    return true;
}

} // namespace sprechtag::edge
