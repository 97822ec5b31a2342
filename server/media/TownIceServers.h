// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/IceServers.h"
#include "shared/base/Result.h"

#include <functional>

namespace sprechtag::media {

//! How long a credential is good for: long enough to wait with a standing offer, short enough to be worth nothing.
inline constexpr seconds kCredentialTtl{600};

//! What IT has set up: the town's own servers, and no other are ever named to anybody.
struct MediaConfig
{
    QStringList urls;  //!< stun:, stuns:, turn: and turns:; empty: direct connections only
    Secret turnSecret; //!< coturn's static-auth-secret
    bool relayOnly{};
};

enum class MediaConfigError {
    UnknownScheme, //!< something else than stun:, stuns:, turn: or turns:, or nothing behind it
    NoTurnSecret,  //!< TURN servers without the secret that they share with us
    NobodyToRelay, //!< relay only, but no TURN server
};

//! Grants the town's STUN and TURN servers with credentials that expire by themselves.
class TownIceServers final : public broker::IceServers
{
public:
    //! `salt` gives something new and random at each call.
    [[nodiscard]] static Result<TownIceServers, MediaConfigError> create(const MediaConfig &config,
                                                                         std::function<QByteArray()> salt);

    [[nodiscard]] broker::IceGrant grant(Instant now) override;
    [[nodiscard]] bool relayOnly() const override { return m_relayOnly; }

private:
    TownIceServers(const MediaConfig &config, std::function<QByteArray()> salt);

    QStringList m_stunUrls;
    QStringList m_turnUrls;
    Secret m_turnSecret;
    bool m_relayOnly;
    std::function<QByteArray()> m_salt;
};

} // namespace sprechtag::media
