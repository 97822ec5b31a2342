// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace sprechtag::http {

//! Whether the client takes this content coding (`br`, `gzip`) by its Accept-Encoding; RFC 9110, 12.5.3.
[[nodiscard]] bool accepts(std::string_view acceptEncoding, std::string_view coding);

//! Whether the client has this very content already, by its If-None-Match; RFC 9110, 13.1.2. `etag` with its quotes.
[[nodiscard]] bool matches(std::string_view ifNoneMatch, std::string_view etag);

//! Whether a Content-Type is JSON in UTF-8.
[[nodiscard]] bool isJson(std::string_view contentType);

} // namespace sprechtag::http
