// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/edge/Edge.h"
#include "server/gateway/Outbox.h"

namespace sprechtag::app {

//! Takes the gateway's frames to the edge.
class EdgeOutbox final : public gateway::Outbox
{
public:
    explicit EdgeOutbox(edge::Edge &edge)
        : m_edge(edge)
    {
    }

    void send(gateway::ConnectionKey connection, const QByteArray &frame) override;
    void sendToMany(std::span<const gateway::ConnectionKey> connections, const QByteArray &frame,
                    gateway::Topic topic) override;
    void close(gateway::ConnectionKey connection, gateway::CloseCode code, std::string_view reason) override;
    void setMessageLimit(gateway::ConnectionKey connection, qsizetype bytes) override;

private:
    edge::Edge &m_edge;
};

} // namespace sprechtag::app
