// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QByteArray>

#include <cstdint>
#include <span>
#include <string_view>

namespace sprechtag::gateway {

//! One connection, as long as it stands.
using ConnectionKey = std::uint64_t;

//! Frames of one topic replace each other in a slow reader's queue; kEveryFrame: none is ever left out.
using Topic = std::uint64_t;
inline constexpr Topic kEveryFrame = 0;

//! Why a connection is closed (RFC 6455, section 7.4).
enum class CloseCode : std::uint16_t { Normal = 1000, GoingAway = 1001, PolicyViolation = 1008 };

//! Where the gateway's frames go. Implementation: server/app, on server/edge.
class Outbox
{
public:
    virtual ~Outbox() = default;
    virtual void send(ConnectionKey connection, const QByteArray &frame) = 0;
    //! The same bytes to everybody.
    virtual void sendToMany(std::span<const ConnectionKey> connections, const QByteArray &frame, Topic topic) = 0;
    //! What was sent before is written first.
    virtual void close(ConnectionKey connection, CloseCode code, std::string_view reason) = 0;
    //! In place of the one that the connection was accepted with.
    virtual void setMessageLimit(ConnectionKey connection, qsizetype bytes) = 0;
};

} // namespace sprechtag::gateway
