// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Secret.h"
#include "shared/base/Time.h"

#include <QList>
#include <QStringList>

#include <string_view>

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
    //! `now` by the wall clock, for the TURN server has no other. `subject` is who asks, always in the same form: what
    //! one subject may use of a TURN server at once is limited, however many grants it has.
    [[nodiscard]] virtual IceGrant grant(Instant now, std::string_view subject) = 0;
    //! Whether relayed candidates alone may be used, in every office.
    [[nodiscard]] virtual bool relayOnly() const = 0;
};

} // namespace sprechtag::broker
