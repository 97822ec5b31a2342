// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/edge/Worker.h"

namespace sprechtag::edge {

//! Takes new connections, within the limits, and deals them out to the edge threads. Lives on the first of them.
class Acceptor
{
public:
    Acceptor(Shared &shared, std::span<const std::unique_ptr<Worker>> workers);

    //! Before the threads run.
    [[nodiscard]] std::optional<StartError> listen();
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    //! From any thread; nothing is accepted any more once the first thread has come to it.
    void close();

private:
    void waitForMore();
    void acceptSome();
    [[nodiscard]] bool acceptOne();
    void pause();
    void refuse(int descriptor, int status);

    Shared &m_shared;
    std::span<const std::unique_ptr<Worker>> m_workers;
    boost::asio::ip::tcp::acceptor m_acceptor;
    boost::asio::steady_timer m_pause;
    std::uint16_t m_port{};
    std::size_t m_next{};
    bool m_warned{};
};

} // namespace sprechtag::edge
