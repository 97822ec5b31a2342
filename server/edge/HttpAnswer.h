// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/edge/Edge.h"

namespace sprechtag::edge {

//! How a response goes out, beside what the route said.
struct AnswerForm
{
    bool keepAlive{};
    bool withoutBody{};    //!< HEAD
    std::string_view date; //!< in the form of RFC 9110, 5.6.7
};

//! The head of an answer. Header values cannot break out of their line, whatever they hold; the edge alone writes the
//! fields about length and connection.
[[nodiscard]] std::string answerHead(const Response &response, const AnswerForm &form);

//! An answer of the edge itself, such as 400 or 429.
[[nodiscard]] Response plainAnswer(int status);

//! The answer to an upgrade that was accepted; `key` is Sec-WebSocket-Key.
[[nodiscard]] std::string upgradeAnswer(std::string_view key, std::string_view date);

[[nodiscard]] bool mayHaveBody(int status);

[[nodiscard]] std::string httpDate(std::int64_t secondsSinceEpoch);

} // namespace sprechtag::edge
