// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/http/HeaderPolicy.h"

#include <algorithm>

namespace sprechtag::http {
namespace {

constexpr std::string_view kNobody = "'none'";

std::string sources(const std::vector<Origin> &origins)
{
    std::string text;
    for (const Origin &origin : origins)
        text += (text.empty() ? "" : " ") + origin.text();
    return text.empty() ? std::string(kNobody) : text;
}

bool saysHowToCache(const Response &response)
{
    return std::ranges::any_of(response.headers, [](const auto &field) { return field.first == "Cache-Control"; });
}

} // namespace

// connect-src names the WebSocket too: only newer browsers count it as 'self'.
HeaderPolicy::HeaderPolicy(const Origin &publicOrigin, const std::vector<Origin> &frameAncestors)
    : m_policyUpToFraming("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
                          "media-src 'self' blob:; connect-src 'self' " +
                          publicOrigin.webSocket() +
                          "; font-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; "
                          "frame-ancestors ")
    , m_frameAncestors(sources(frameAncestors))
    , m_encrypted(publicOrigin.encrypted())
{
}

void HeaderPolicy::protect(Response &response, Framing framing) const
{
    const bool cached = saysHowToCache(response);
    auto &fields = response.headers;
    const std::string ancestors = framing == Framing::Never ? std::string(kNobody) : m_frameAncestors;
    fields.emplace_back("Content-Security-Policy",
                        m_policyUpToFraming + ancestors + "; require-trusted-types-for 'script'");
    fields.emplace_back("Permissions-Policy",
                        "camera=(self), microphone=(self), display-capture=(self), autoplay=(self), "
                        "fullscreen=(self), geolocation=(), usb=(), payment=()");
    fields.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
    fields.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
    fields.emplace_back("X-Content-Type-Options", "nosniff");
    fields.emplace_back("Referrer-Policy", "no-referrer");
    if (m_encrypted)
        fields.emplace_back("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    if (!cached)
        fields.emplace_back("Cache-Control", "no-store");
}

} // namespace sprechtag::http
