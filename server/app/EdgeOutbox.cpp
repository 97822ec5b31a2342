// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/EdgeOutbox.h"

namespace sprechtag::app {

static_assert(std::is_same_v<gateway::ConnectionKey, edge::ConnectionId>, "keys pass through as they are");

namespace {

edge::Frame frameOf(const QByteArray &text)
{
    return edge::Frame::text({text.constData(), static_cast<std::size_t>(text.size())});
}

} // namespace

void EdgeOutbox::send(gateway::ConnectionKey connection, const QByteArray &frame)
{
    m_edge.send(connection, frameOf(frame));
}

void EdgeOutbox::sendToMany(std::span<const gateway::ConnectionKey> connections, const QByteArray &frame,
                            gateway::Topic topic)
{
    m_edge.sendToMany(connections, frameOf(frame), topic);
}

void EdgeOutbox::close(gateway::ConnectionKey connection, gateway::CloseCode code, std::string_view reason)
{
    m_edge.close(connection, static_cast<std::uint16_t>(code), reason);
}

void EdgeOutbox::setMessageLimit(gateway::ConnectionKey connection, qsizetype bytes)
{
    m_edge.setMessageLimit(connection, static_cast<std::size_t>(bytes));
}

} // namespace sprechtag::app
