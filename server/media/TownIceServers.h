// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/IceServers.h"
#include "server/media/MediaConfig.h"

#include <functional>

namespace sprechtag::media {

//! How long a credential is good for: long enough to wait with a standing offer, short enough to be worth nothing.
inline constexpr seconds kCredentialTtl{600};

//! Grants the town's STUN and TURN servers with credentials that expire by themselves.
class TownIceServers final : public broker::IceServers
{
public:
    //! `salt` gives something new and random at each call.
    TownIceServers(MediaConfig config, std::function<QByteArray()> salt);

    [[nodiscard]] broker::IceGrant grant(Instant now) override;
    [[nodiscard]] bool relayOnly() const override { return m_config.relayOnly(); }

private:
    MediaConfig m_config;
    std::function<QByteArray()> m_salt;
};

} // namespace sprechtag::media
