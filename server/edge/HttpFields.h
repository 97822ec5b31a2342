// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

//! Small rules about header fields that several readers share.
namespace sprechtag::edge {

[[nodiscard]] bool isToken(std::string_view text);
//! Whether a comma-separated field names `word` (lower case).
[[nodiscard]] bool listHas(std::string_view list, std::string_view word);
//! Fields that mean something only once: a second one is an attack or a broken proxy.
[[nodiscard]] bool isSingleField(std::string_view lowerName);
//! 16 bytes in base64, as RFC 6455 wants it.
[[nodiscard]] bool isWebSocketKey(std::string_view key);

} // namespace sprechtag::edge
