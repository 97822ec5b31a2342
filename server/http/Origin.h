// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/http/Message.h"
#include "shared/base/Secret.h"

#include <compare>
#include <optional>

namespace sprechtag::http {

//! Scheme, host and port of a site, in the one form in which browsers send them.
class Origin
{
public:
    //! `https://host` or `http://host:port`: lower case, no path, no user, no default port.
    [[nodiscard]] static std::optional<Origin> parse(std::string_view text);

    [[nodiscard]] const std::string &text() const { return m_text; }
    [[nodiscard]] bool encrypted() const { return m_text.starts_with("https:"); }
    //! The same place for WebSocket: `wss://host`.
    [[nodiscard]] std::string webSocket() const { return "ws" + m_text.substr(4); }

    friend auto operator<=>(const Origin &, const Origin &) = default;

private:
    explicit Origin(std::string_view text)
        : m_text(text)
    {
    }

    std::string m_text;
};

//! Whether a browser speaks for one of these sites. Whoever sends no origin is no browser and is refused.
[[nodiscard]] bool comesFrom(const Request &request, const std::vector<Origin> &origins);

//! The session token of `Authorization: Bearer …`; nullopt for anything else.
[[nodiscard]] std::optional<Secret> bearerToken(const Request &request);

} // namespace sprechtag::http
