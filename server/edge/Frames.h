// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

//! The control frames that the edge itself writes.
namespace sprechtag::edge {

//! Bytes as they go to the wire; shared, because one frame goes to many connections.
using Bytes = std::shared_ptr<const std::string>;

[[nodiscard]] Bytes closeFrame(std::optional<std::uint16_t> code, std::string_view reason);
[[nodiscard]] Bytes pongFrame(std::string_view payload);
[[nodiscard]] const Bytes &pingFrame();

} // namespace sprechtag::edge
