// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sprechtag::edge {

//! The target of a request line, taken apart.
struct Target
{
    std::string path;      //!< decoded; begins with /, no empty, dot or dot-dot segment, no control characters, UTF-8
    std::string query;     //!< raw, without ?
    std::string authority; //!< of an absolute target, else empty
};

//! Nothing when the target is not one that an honest client sends.
[[nodiscard]] std::optional<Target> parseTarget(std::string_view raw);

//! host, host:port or [v6]:port; nothing else may stand in Host.
[[nodiscard]] bool isAuthority(std::string_view text);

} // namespace sprechtag::edge
