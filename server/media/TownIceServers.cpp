// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/media/TownIceServers.h"

#include "server/media/TurnCredentials.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sprechtag::media {
namespace {

using namespace Qt::StringLiterals;

bool hasScheme(const QString &url, QLatin1String plain, QLatin1String secure)
{
    return (url.startsWith(plain) && url.size() > plain.size()) ||
           (url.startsWith(secure) && url.size() > secure.size());
}

bool isStun(const QString &url)
{
    return hasScheme(url, "stun:"_L1, "stuns:"_L1);
}

bool isTurn(const QString &url)
{
    return hasScheme(url, "turn:"_L1, "turns:"_L1);
}

} // namespace

TownIceServers::TownIceServers(const MediaConfig &config, std::function<QByteArray()> salt)
    : m_turnSecret(config.turnSecret)
    , m_relayOnly(config.relayOnly)
    , m_salt(std::move(salt))
{
    std::ranges::copy_if(config.urls, std::back_inserter(m_stunUrls), isStun);
    std::ranges::copy_if(config.urls, std::back_inserter(m_turnUrls), isTurn);
}

Result<TownIceServers, MediaConfigError> TownIceServers::create(const MediaConfig &config,
                                                                std::function<QByteArray()> salt)
{
    const bool relays = std::ranges::any_of(config.urls, isTurn);
    if (!std::ranges::all_of(config.urls, [](const QString &url) { return isStun(url) || isTurn(url); }))
        return Failure(MediaConfigError::UnknownScheme);
    if (relays && config.turnSecret.isEmpty())
        return Failure(MediaConfigError::NoTurnSecret);
    if (config.relayOnly && !relays)
        return Failure(MediaConfigError::NobodyToRelay);
    return TownIceServers(config, std::move(salt));
}

broker::IceGrant TownIceServers::grant(Instant now)
{
    broker::IceGrant grant{.servers = {}, .relayOnly = m_relayOnly, .ttl = kCredentialTtl};
    if (!m_stunUrls.isEmpty())
        grant.servers.append({.urls = m_stunUrls, .username = {}, .credential = {}});
    if (!m_turnUrls.isEmpty()) {
        const TurnCredentials credentials = turnCredentials(m_turnSecret, now + kCredentialTtl, m_salt());
        grant.servers.append(
            {.urls = m_turnUrls, .username = credentials.username, .credential = credentials.password});
    }
    return grant;
}

} // namespace sprechtag::media
