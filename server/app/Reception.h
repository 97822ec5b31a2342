// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/edge/Edge.h"
#include "server/gateway/Gateway.h"
#include "server/http/DocumentApi.h"
#include "server/http/RestApi.h"
#include "server/http/Site.h"
#include "server/http/Upgrades.h"

#include <map>

namespace sprechtag::app {

//! Shows what arrives at the edge to the right door: pages and REST to http, people to the gateway.
class Reception
{
public:
    struct Doors
    {
        edge::Edge &edge;
        gateway::Gateway &gateway;
        http::RestApi &rest;
        http::DocumentApi &documents;
        http::Upgrades &upgrades;
        broker::Identity &identity;
        const Clock &clock;
    };
    explicit Reception(Doors doors);

    //! Hands over all that waits at the edge. The owner flushes the broker afterwards.
    void drain();
    //! Forgets upgrades that were accepted and then never came; keeps sessions alive whose clerk is connected.
    void tick();

    //! Connections of the session go, and those that are just being made do not come.
    void sessionEnded(const broker::SessionKey &session);

    //! For edge threads: pages, without asking anybody.
    [[nodiscard]] static edge::StaticRoutes routesOf(std::shared_ptr<const http::Site> site);

private:
    //! Somebody whose upgrade is under way. No session: a citizen.
    struct Expected
    {
        std::optional<broker::SignedIn> clerk;
        std::string network;
        MonotonicInstant since;
    };

    void take(const edge::RequestArrived &event);
    void take(const edge::ConnectionOpened &event);
    void take(const edge::MessageArrived &event);
    void take(const edge::ConnectionClosed &event);
    void upgrade(edge::RequestId id, const http::Request &request);

    Doors m_doors;
    std::map<edge::RequestId, Expected> m_expected;
    std::map<edge::ConnectionId, broker::SessionKey> m_sessions; //!< of connected clerks
    MonotonicInstant m_touched;
};

} // namespace sprechtag::app
