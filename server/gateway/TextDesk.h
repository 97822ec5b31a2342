// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/gateway/GuestDesk.h"

#include <deque>

namespace sprechtag::gateway {

//! Passes what people write in a visit, letter by letter, to all who are in its room, and nobody else; guests read what
//! was begun since they were admitted, or since they were on hold last. Kept in memory for whoever lost the line or
//! reloaded, until clerk and citizen part, and nowhere else.
class TextDesk
{
public:
    TextDesk(World &world, const ClerkLines &clerks, const GuestDesk &guests);

    //! The citizen reads on this connection from now on, beginning with what was written so far.
    void citizenBound(TicketId ticket, ConnectionKey connection);
    void citizenGone(TicketId ticket);
    //! The same for the clerk.
    void clerkBound(TicketId ticket, ConnectionKey connection);
    //! The same for a guest; nothing happens where that is nobody who reads.
    void guestBound(ConnectionKey connection) const;

    [[nodiscard]] std::optional<CallProblem> fromCitizen(const broker::Visit &visit,
                                                         const protocol::citizen::TextLine &message);
    [[nodiscard]] std::optional<CallProblem> fromClerk(ClerkId clerk, ConnectionKey connection,
                                                       const protocol::clerk::TextLine &message);

    [[nodiscard]] std::optional<CallProblem> fromGuest(ConnectionKey connection,
                                                       const protocol::citizen::TextLine &message);

    //! Forgets what was written by people who have parted.
    void published(const broker::OfficeChange &change);

private:
    struct Entry
    {
        protocol::SpokenLine line;
        Instant begun{};
    };
    struct Talk
    {
        std::optional<ConnectionKey> citizen;
        std::optional<ConnectionKey> clerk;
        std::deque<Entry> done;                           //!< as they were finished
        std::map<int, Entry> growing{};                   //!< one of each person at most, by the number in the room
        std::map<std::pair<int, qint64>, Instant> open{}; //!< when a line was begun that is not done
        qsizetype chars{};                                //!< of what is done
    };

    void take(const broker::Visit &visit, Talk &talk, const protocol::SpokenLine &spoken);
    static void keep(Talk &talk, const Entry &entry);
    [[nodiscard]] static Instant begun(Talk &talk, const protocol::SpokenLine &line);
    void tell(const broker::Visit &visit, const Talk &talk, int to, const QList<protocol::SpokenLine> &lines) const;
    void tellOthers(const broker::Visit &visit, const Talk &talk, const Entry &entry) const;
    void tellAll(TicketId ticket, int to) const;

    World &m_world;
    const ClerkLines &m_clerks;
    const GuestDesk &m_guests;
    std::map<TicketId, Talk> m_talks;
};

} // namespace sprechtag::gateway
