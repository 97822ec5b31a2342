// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/IceServers.h"
#include "server/media/MediaConfig.h"

namespace sprechtag::media {

//! How long a credential is good for: long enough to wait with a standing offer, short enough to be worth nothing.
inline constexpr seconds kCredentialTtl{600};

//! Grants the town's STUN and TURN servers with credentials that expire by themselves.
class TownIceServers final : public broker::IceServers
{
public:
    explicit TownIceServers(MediaConfig config);

    [[nodiscard]] broker::IceGrant grant(Instant now, std::string_view subject) override;
    [[nodiscard]] bool relayOnly() const override { return m_config.relayOnly(); }

private:
    MediaConfig m_config;
};

} // namespace sprechtag::media
