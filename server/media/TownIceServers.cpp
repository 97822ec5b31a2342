// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/media/TownIceServers.h"

#include "server/media/TurnCredentials.h"

#include <utility>

namespace sprechtag::media {

TownIceServers::TownIceServers(MediaConfig config)
    : m_config(std::move(config))
{
}

broker::IceGrant TownIceServers::grant(Instant now, std::string_view subject)
{
    broker::IceGrant grant{.servers = {}, .relayOnly = m_config.relayOnly(), .ttl = kCredentialTtl};
    if (!m_config.stunUrls().isEmpty())
        grant.servers.append({.urls = m_config.stunUrls(), .username = {}, .credential = {}});
    if (!m_config.turnUrls().isEmpty()) {
        const TurnCredentials credentials =
            turnCredentials(m_config.turnSecret(), now + kCredentialTtl, pseudonymOf(m_config.turnSecret(), subject));
        grant.servers.append(
            {.urls = m_config.turnUrls(), .username = credentials.username, .credential = credentials.password});
    }
    return grant;
}

} // namespace sprechtag::media
