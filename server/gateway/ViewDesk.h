// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/gateway/GuestDesk.h"

namespace sprechtag::gateway {

//! Keeps what the two people of a visit look at together, so that both see the same, and whoever comes back sees it
//! too; guests look on. In memory, until they part, and nowhere else. On hold nobody sees it.
class ViewDesk
{
public:
    ViewDesk(World &world, const ClerkLines &clerks, const GuestDesk &guests);

    //! The citizen looks on this connection from now on.
    void citizenBound(TicketId ticket, ConnectionKey connection);
    void citizenGone(TicketId ticket);
    //! The same for the clerk.
    void clerkBound(TicketId ticket, ConnectionKey connection);

    //! A guest looks on from now on.
    void guestBound(ConnectionKey connection) const;
    //! What a guest has seen goes.
    void guestOnHold(ConnectionKey connection) const;
    //! Whose visit it is, where this guest may look at this document now.
    [[nodiscard]] std::optional<TicketId> shownTo(const QByteArray &guestHash, DocumentId document) const;

    [[nodiscard]] std::optional<CallProblem> fromCitizen(const broker::Visit &visit,
                                                         const protocol::citizen::ChangeView &message);
    [[nodiscard]] std::optional<CallProblem> fromClerk(ClerkId clerk, ConnectionKey connection,
                                                       const protocol::clerk::ShowDocument &message);
    [[nodiscard]] std::optional<CallProblem> fromClerk(ClerkId clerk, ConnectionKey connection,
                                                       const protocol::clerk::CloseView &message);
    [[nodiscard]] std::optional<CallProblem> fromClerk(ClerkId clerk, ConnectionKey connection,
                                                       const protocol::clerk::ChangeView &message);

    //! Other files than before: one that was taken back is shown no more.
    void documentsChanged(TicketId ticket);
    //! Forgets what was shown to people who have parted; on hold there is nothing to see.
    void published(const broker::OfficeChange &change);

private:
    struct Sight
    {
        std::optional<ConnectionKey> citizen;
        std::optional<ConnectionKey> clerk;
        std::optional<documents::SharedView> view;
        std::optional<MonotonicInstant> clerkTurned; //!< last
    };

    [[nodiscard]] bool isAccepted(TicketId ticket, DocumentId document) const;
    void take(const broker::Visit &visit, Sight &sight, documents::From from, DocumentId document,
              const documents::ViewChange &change);
    void close(TicketId ticket, Sight &sight);
    void tell(TicketId ticket, const Sight &sight, documents::From to) const;
    void tellBoth(TicketId ticket, const Sight &sight) const;
    [[nodiscard]] std::optional<documents::SharedView> inSight(TicketId ticket, const Sight &sight) const;
    void tellGuest(TicketId ticket, ConnectionKey guest, const std::optional<documents::SharedView> &view) const;
    void passToGuests(TicketId ticket, const Sight &sight, documents::From from,
                      const documents::ViewChange &change) const;
    void pass(TicketId ticket, const Sight &sight, documents::From to, documents::From from,
              const documents::ViewChange &change) const;
    [[nodiscard]] std::optional<ConnectionKey> clerkOf(TicketId ticket, const Sight &sight) const;

    World &m_world;
    const ClerkLines &m_clerks;
    const GuestDesk &m_guests;
    std::map<TicketId, Sight> m_sights;
};

} // namespace sprechtag::gateway
