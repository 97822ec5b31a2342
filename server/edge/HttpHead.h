// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/edge/Edge.h"
#include "shared/base/Result.h"

namespace sprechtag::edge {

//! Finds the end of a request's head in bytes as they come, and refuses early what can never become one.
class HeadScanner
{
public:
    enum class Status { More, Complete, Refused };

    explicit HeadScanner(const Limits &limits)
        : m_limits(&limits)
    {
    }

    //! `buffer` begins with the head and only grows between calls.
    [[nodiscard]] Status scan(std::string_view buffer);
    [[nodiscard]] std::size_t headBytes() const { return m_at; }
    [[nodiscard]] int refusal() const { return m_refusal; } //!< the HTTP status

private:
    [[nodiscard]] Status refuse(int status);
    [[nodiscard]] Status endLine();

    const Limits *m_limits;
    std::size_t m_at{};
    std::size_t m_lineStart{};
    std::size_t m_firstLineBytes{};
    std::size_t m_lines{};
    int m_refusal{};
    bool m_afterCr{};
};

//! A request's head that passed every check.
struct Head
{
    Request request; //!< body and peer are still to come
    std::size_t contentLength{};
    bool keepAlive{};
    bool expectsContinue{};
};

//! Takes a complete head apart, strictly: whatever two readers could understand in two ways is refused. The error is
//! the HTTP status to answer with before the connection is closed.
[[nodiscard]] Result<Head, int> parseHead(std::string_view text, const Limits &limits);

} // namespace sprechtag::edge
