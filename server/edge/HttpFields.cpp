// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/edge/HttpFields.h"

#include <algorithm>
#include <array>

namespace sprechtag::edge {

namespace {

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr bool isAlnum(char c)
{
    return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z');
}

} // namespace

std::string lowerCase(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), lower);
    return result;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

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
        if (lowerCase(trimmed(list.substr(0, comma))) == word)
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
