// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Secret.h"
#include "shared/base/Time.h"

#include <QList>
#include <QStringList>

namespace sprechtag::broker {

//! What one side needs to build its half of a call; only servers of the town itself.
struct IceGrant
{
    struct Server
    {
        QStringList urls;
        QString username;
        Secret credential;
    };
    QList<Server> servers;
    bool relayOnly{}; //!< for the whole town; an office may ask for it on its own
    seconds ttl{};
};

//! Grants the use of the town's STUN and TURN servers for a short while. Implementation: server/media.
class IceServers
{
public:
    virtual ~IceServers() = default;
    [[nodiscard]] virtual IceGrant grant(Instant now) = 0;
    //! Whether relayed candidates alone may be used, in every office.
    [[nodiscard]] virtual bool relayOnly() const = 0;
};

} // namespace sprechtag::broker
