// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/edge/HttpFields.h"

#include "shared/base/Ascii.h"

#include <algorithm>
#include <array>

namespace sprechtag::edge {

namespace {

constexpr bool isAlnum(char c)
{
    return (c >= '0' && c <= '9') || (ascii::lower(c) >= 'a' && ascii::lower(c) <= 'z');
}

} // namespace

bool isToken(std::string_view text)
{
    constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
    return !text.empty() &&
           std::ranges::all_of(text, [&](char c) { return isAlnum(c) || kOthers.find(c) != std::string_view::npos; });
}

bool listHas(std::string_view list, std::string_view word)
{
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        if (ascii::lowered(ascii::trimmed(list.substr(0, comma))) == word)
            return true;
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return false;
}

bool isSingleField(std::string_view lowerName)
{
    constexpr std::array<std::string_view, 13> kSingle{
        "host",  "content-length", "transfer-encoding", "content-type",          "authorization", "origin", "expect",
        "range", "if-none-match",  "sec-websocket-key", "sec-websocket-version", "user-agent",    "referer"};
    return std::ranges::find(kSingle, lowerName) != kSingle.end();
}

bool isWebSocketKey(std::string_view key)
{
    return key.size() == 24 && key.ends_with("==") &&
           std::ranges::all_of(key.substr(0, 22), [](char c) { return isAlnum(c) || c == '+' || c == '/'; });
}

} // namespace sprechtag::edge
