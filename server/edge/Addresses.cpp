// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "server/edge/Addresses.h"

#include "shared/base/Ascii.h"

#include <boost/asio/ip/address.hpp>

namespace sprechtag::edge {

namespace asio = boost::asio;

std::string networkOf(const std::string &address)
{
    boost::system::error_code error;
    const auto parsed = asio::ip::make_address(address, error);
    if (error || !parsed.is_v6())
        return address;
    auto bytes = parsed.to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return asio::ip::address_v6(bytes).to_string();
}

bool isEveryAddress(const std::string &address)
{
    const auto canonical = canonicalAddress(address);
    return canonical && asio::ip::make_address(*canonical).is_unspecified();
}

std::optional<std::string> canonicalAddress(std::string_view text)
{
    boost::system::error_code error;
    const auto address = asio::ip::make_address(std::string(text), error);
    if (error)
        return std::nullopt;
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    return address.to_string();
}

Addresses::Addresses(const std::vector<std::string> &trustedProxies, std::uint32_t connectionsPerAddress)
    : m_most(connectionsPerAddress)
{
    for (const std::string &proxy : trustedProxies) {
        if (auto address = canonicalAddress(proxy))
            m_proxies.insert(std::move(*address));
    }
}

std::string Addresses::forwardedFor(const std::string &proxy, std::string_view field) const
{
    std::string client = proxy;
    while (!field.empty() && isTrustedProxy(client)) {
        const std::size_t comma = field.rfind(',');
        const std::string_view last = comma == std::string_view::npos ? field : field.substr(comma + 1);
        const auto address = canonicalAddress(ascii::trimmed(last));
        if (!address)
            break;
        client = *address;
        field = comma == std::string_view::npos ? std::string_view{} : field.substr(0, comma);
    }
    return client;
}

bool Addresses::acquire(const std::string &peer)
{
    const std::lock_guard lock(m_mutex);
    std::uint32_t &count = m_counts[networkOf(peer)];
    if (count >= m_most)
        return false;
    ++count;
    return true;
}

void Addresses::release(const std::string &peer)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_counts.find(networkOf(peer));
    if (found != m_counts.end() && --found->second == 0)
        m_counts.erase(found);
}

} // namespace sprechtag::edge
