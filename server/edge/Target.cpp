// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/edge/Target.h"

#include "server/edge/Utf8.h"

#include <algorithm>

namespace sprechtag::edge {

namespace {

constexpr bool isAlnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

// RFC 3986: what may stand unescaped in a path (and, with ?, in a query).
constexpr bool isPathCharacter(char c)
{
    constexpr std::string_view kOthers = "-._~!$&'()*+,;=:@/%";
    return isAlnum(c) || kOthers.find(c) != std::string_view::npos;
}

constexpr bool isQueryCharacter(char c)
{
    // Browsers leave these unescaped in queries.
    constexpr std::string_view kOthers = "?[]|{}^`\\\"";
    return isPathCharacter(c) || (kOthers.find(c) != std::string_view::npos);
}

// An escaped slash or backslash means a separator to one reader and a letter to another: refused.
std::optional<char> decoded(char high, char low)
{
    const int value = hexValue(high) < 0 || hexValue(low) < 0 ? -1 : hexValue(high) * 16 + hexValue(low);
    if (value < 0x20 || value == 0x7f || value == '/' || value == '\\')
        return std::nullopt;
    return static_cast<char>(value);
}

std::optional<std::string> decodedPath(std::string_view raw)
{
    std::string path;
    path.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (!isPathCharacter(raw[i]))
            return std::nullopt;
        if (raw[i] != '%') {
            path.push_back(raw[i]);
            continue;
        }
        const auto byte = i + 2 < raw.size() ? decoded(raw[i + 1], raw[i + 2]) : std::nullopt;
        if (!byte)
            return std::nullopt;
        path.push_back(*byte);
        i += 2;
    }
    return path;
}

// The last segment may be empty (/assets/), the others not.
bool hasOnlyPlainSegments(std::string_view path)
{
    for (std::size_t from = 1; from < path.size();) {
        const std::size_t end = std::min(path.find('/', from), path.size());
        const std::string_view segment = path.substr(from, end - from);
        if (segment.empty() || segment == "." || segment == "..")
            return false;
        from = end + 1;
    }
    return true;
}

// Cuts scheme and authority off an absolute target.
bool takeAuthority(std::string_view &raw, std::string &authority)
{
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!raw.starts_with(scheme))
            continue;
        raw.remove_prefix(scheme.size());
        const std::size_t end = std::min(raw.find_first_of("/?"), raw.size());
        authority = raw.substr(0, end);
        raw.remove_prefix(end);
        return isAuthority(authority);
    }
    return true;
}

} // namespace

std::optional<Target> parseTarget(std::string_view raw)
{
    Target target;
    if (!takeAuthority(raw, target.authority))
        return std::nullopt;
    const std::size_t question = raw.find('?');
    if (question != std::string_view::npos)
        target.query = raw.substr(question + 1);
    const std::string_view rawPath = raw.substr(0, question);
    auto path = decodedPath(rawPath.empty() && !target.authority.empty() ? "/" : rawPath);
    if (!path || !path->starts_with('/') || !hasOnlyPlainSegments(*path) || !isUtf8(*path))
        return std::nullopt;
    if (!std::ranges::all_of(target.query, isQueryCharacter))
        return std::nullopt;
    target.path = std::move(*path);
    return target;
}

bool isAuthority(std::string_view text)
{
    std::string_view host = text;
    std::string_view port;
    const std::size_t bracket = text.find(']');
    const std::size_t colon = text.find(':', bracket == std::string_view::npos ? 0 : bracket);
    if (colon != std::string_view::npos) {
        host = text.substr(0, colon);
        port = text.substr(colon + 1);
        if (port.empty() || port.size() > 5)
            return false;
    }
    const bool bracketed = host.starts_with('[') && host.ends_with(']') && host.size() > 2;
    if (bracketed)
        host = host.substr(1, host.size() - 2);
    const auto mayStandInHost = [bracketed](char c) {
        return bracketed ? hexValue(c) >= 0 || c == ':' || c == '.' : isAlnum(c) || c == '-' || c == '.' || c == '_';
    };
    return !host.empty() && std::ranges::all_of(host, mayStandInHost) &&
           std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace sprechtag::edge
