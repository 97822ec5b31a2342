// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/gateway/CallDesk.h"

#include <deque>

namespace sprechtag::gateway {

//! Passes what the two people of a visit write, letter by letter, to each other and nobody else. Kept in memory for
//! whoever lost the line or reloaded, until they part, and nowhere else.
class TextDesk
{
public:
    TextDesk(World &world, const ClerkLines &clerks);

    //! The citizen reads on this connection from now on, beginning with what was written so far.
    void citizenBound(TicketId ticket, ConnectionKey connection);
    void citizenGone(TicketId ticket);
    //! The same for the clerk.
    void clerkBound(TicketId ticket, ConnectionKey connection);

    [[nodiscard]] std::optional<CallProblem> fromCitizen(const broker::Visit &visit,
                                                         const protocol::citizen::TextLine &message);
    [[nodiscard]] std::optional<CallProblem> fromClerk(ClerkId clerk, ConnectionKey connection,
                                                       const protocol::clerk::TextLine &message);

    //! Forgets what was written by people who have parted.
    void published(const broker::OfficeChange &change);

private:
    struct Talk
    {
        std::optional<ConnectionKey> citizen;
        std::optional<ConnectionKey> clerk;
        std::deque<protocol::SpokenLine> done;                     //!< as they were finished
        std::map<protocol::Speaker, protocol::SpokenLine> growing; //!< one of each at most
        qsizetype chars{};                                         //!< of what is done
    };

    void take(const broker::Visit &visit, Talk &talk, protocol::Speaker from, const protocol::WrittenLine &line);
    static void keep(Talk &talk, const protocol::SpokenLine &line);
    void tell(const broker::Visit &visit, const Talk &talk, protocol::Speaker to,
              const QList<protocol::SpokenLine> &lines) const;
    void tellAll(TicketId ticket, protocol::Speaker to) const;

    World &m_world;
    const ClerkLines &m_clerks;
    std::map<TicketId, Talk> m_talks;
};

} // namespace sprechtag::gateway
