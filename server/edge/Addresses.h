// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/edge/Edge.h"

#include <mutex>
#include <set>
#include <unordered_map>

namespace sprechtag::edge {

//! How many connections each address has, and whose word about the address is believed. Used by all edge threads.
class Addresses
{
public:
    Addresses(const std::vector<std::string> &trustedProxies, std::uint32_t connectionsPerAddress);

    [[nodiscard]] bool isTrustedProxy(const std::string &peer) const { return m_proxies.contains(peer); }
    //! The client that a trusted proxy speaks for: the last address in X-Forwarded-For that is no proxy of ours.
    [[nodiscard]] std::string forwardedFor(const std::string &proxy, std::string_view field) const;

    //! False when the address has all the connections that it may have.
    [[nodiscard]] bool acquire(const std::string &peer);
    void release(const std::string &peer);

private:
    std::set<std::string> m_proxies;
    std::uint32_t m_most;
    std::mutex m_mutex;
    std::unordered_map<std::string, std::uint32_t> m_counts;
};

//! One spelling for each address: IPv4 within IPv6 becomes IPv4. Nothing when it is none.
[[nodiscard]] std::optional<std::string> canonicalAddress(std::string_view text);

} // namespace sprechtag::edge
