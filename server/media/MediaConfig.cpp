// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/media/MediaConfig.h"

namespace sprechtag::media {
namespace {

using namespace Qt::StringLiterals;

bool hasScheme(const QString &url, QLatin1String plain, QLatin1String secure)
{
    return (url.startsWith(plain) && url.size() > plain.size()) ||
           (url.startsWith(secure) && url.size() > secure.size());
}

} // namespace

Result<MediaConfig, MediaConfigError> MediaConfig::check(const MediaSettings &settings)
{
    MediaConfig config;
    for (const QString &url : settings.urls) {
        if (hasScheme(url, "stun:"_L1, "stuns:"_L1))
            config.m_stunUrls.append(url);
        else if (hasScheme(url, "turn:"_L1, "turns:"_L1))
            config.m_turnUrls.append(url);
        else
            return Failure(MediaConfigError::UnknownScheme);
    }
    const bool relays = !config.m_turnUrls.isEmpty();
    if (relays && settings.turnSecret.isEmpty())
        return Failure(MediaConfigError::NoTurnSecret);
    if (relays && settings.turnSecret.reveal().size() < kShortestTurnSecret)
        return Failure(MediaConfigError::WeakTurnSecret);
    if (settings.relayOnly && !relays)
        return Failure(MediaConfigError::NobodyToRelay);
    config.m_turnSecret = settings.turnSecret;
    config.m_relayOnly = settings.relayOnly;
    return config;
}

} // namespace sprechtag::media
