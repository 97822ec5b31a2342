// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/gateway/FormDesk.h"
#include "server/gateway/ViewDesk.h"

namespace sprechtag::gateway {

//! Tells the two people of a visit which files they have handed to each other, and nobody else. The files themselves
//! come and go over HTTP.
class DocumentDesk
{
public:
    //! `views` and `forms` hear of files that were taken back.
    DocumentDesk(World &world, const ClerkLines &clerks, ViewDesk &views, FormDesk &forms);
    ~DocumentDesk();
    DocumentDesk(const DocumentDesk &) = delete;
    DocumentDesk &operator=(const DocumentDesk &) = delete;

    //! The citizen looks on this connection from now on.
    void citizenBound(TicketId ticket, ConnectionKey connection);
    void citizenGone(TicketId ticket) { m_citizens.erase(ticket); }
    //! The same for the clerk.
    void clerkBound(TicketId ticket, ConnectionKey connection);

    [[nodiscard]] std::optional<protocol::ErrorCode> judge(ClerkId clerk, ConnectionKey connection,
                                                           const protocol::clerk::JudgeDocument &message);

    //! Whoever has come in is told; what belongs to visits that are over goes.
    void published(const broker::OfficeChange &change);

private:
    void tellCitizen(TicketId ticket);
    void tellClerk(TicketId ticket);
    void send(ConnectionKey connection, TicketId ticket, const QByteArray &frame);

    World &m_world;
    const ClerkLines &m_clerks;
    std::map<TicketId, ConnectionKey> m_citizens;
    std::map<TicketId, ConnectionKey> m_clerkLines; //!< where the clerk of the ticket was heard last
};

} // namespace sprechtag::gateway
