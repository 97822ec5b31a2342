// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/http/Origin.h"

#include "shared/base/Ascii.h"

#include <algorithm>
#include <charconv>

namespace sprechtag::http {
namespace {

constexpr std::size_t kHostChars = 253;  // RFC 1035
constexpr std::size_t kTokenChars = 512; // far more than any token of ours: others are not worth a look-up
constexpr std::string_view kBearer = "bearer ";

bool isHost(std::string_view host)
{
    const bool address = host.starts_with('[') && host.ends_with(']') && host.size() > 2;
    const std::string_view name = address ? host.substr(1, host.size() - 2) : host;
    return !name.empty() && name.size() <= kHostChars && std::ranges::all_of(name, [address](char c) {
        const bool digit = c >= '0' && c <= '9';
        if (address)
            return digit || (c >= 'a' && c <= 'f') || c == ':' || c == '.';
        return digit || (c >= 'a' && c <= 'z') || c == '-' || c == '.';
    });
}

bool isPort(std::string_view text, unsigned usual)
{
    unsigned port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc() && end == text.data() + text.size() && !text.starts_with('0') && port <= 65535 &&
           port != usual;
}

bool isTokenCharacter(char c)
{
    constexpr std::string_view kOthers = "-._~+/=";
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           kOthers.find(c) != std::string_view::npos;
}

} // namespace

std::optional<Origin> Origin::parse(std::string_view text)
{
    const bool encrypted = text.starts_with("https://");
    if (!encrypted && !text.starts_with("http://"))
        return std::nullopt;
    const std::string_view place = text.substr(encrypted ? 8 : 7);
    const std::size_t bracket = place.find(']');
    const std::size_t colon = place.find(':', bracket == std::string_view::npos ? 0 : bracket);
    if (!isHost(place.substr(0, colon)))
        return std::nullopt;
    if (colon != std::string_view::npos && !isPort(place.substr(colon + 1), encrypted ? 443 : 80))
        return std::nullopt;
    return Origin(text);
}

bool comesFrom(const Request &request, const std::vector<Origin> &origins)
{
    const std::string_view origin = request.header("origin");
    return std::ranges::any_of(origins, [origin](const Origin &ours) { return ours.text() == origin; });
}

std::optional<Secret> bearerToken(const Request &request)
{
    const std::string_view field = request.header("authorization");
    const bool bearer = field.size() > kBearer.size() &&
                        std::ranges::equal(field.substr(0, kBearer.size()), kBearer,
                                           [](char sent, char ours) { return ascii::lower(sent) == ours; });
    if (!bearer)
        return std::nullopt;
    const std::string_view token = field.substr(kBearer.size());
    if (token.size() > kTokenChars || !std::ranges::all_of(token, isTokenCharacter))
        return std::nullopt;
    return Secret(QByteArray(token.data(), static_cast<qsizetype>(token.size())));
}

} // namespace sprechtag::http
