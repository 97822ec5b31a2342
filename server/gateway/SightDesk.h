// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/gateway/CallDesk.h"

namespace sprechtag::gateway {

//! Keeps what a clerk asks a visitor to hold to the camera, so that a page that is reloaded is asked again. In memory,
//! until it was looked at, is declined or given up, they part or one is put on hold. No picture comes here.
class SightDesk
{
public:
    SightDesk(World &world, const ClerkLines &clerks);

    //! The citizen reads on this connection from now on.
    void citizenBound(TicketId ticket, ConnectionKey connection);
    void citizenGone(TicketId ticket);
    //! The same for the clerk.
    void clerkBound(TicketId ticket, ConnectionKey connection);

    [[nodiscard]] std::optional<CallProblem> fromCitizen(const broker::Visit &visit,
                                                         const protocol::citizen::DeclineSight &message);
    [[nodiscard]] std::optional<CallProblem> fromClerk(ClerkId clerk, ConnectionKey connection,
                                                       const protocol::clerk::AskSight &message);
    [[nodiscard]] std::optional<CallProblem> fromClerk(ClerkId clerk, ConnectionKey connection,
                                                       const protocol::clerk::EndSight &message);

    //! Nothing is asked any more of whoever was looked at, is on hold, or has parted.
    void published(const broker::OfficeChange &change);

private:
    enum class Why { Done, Declined };
    struct Asking
    {
        std::optional<ConnectionKey> citizen;
        std::optional<ConnectionKey> clerk;
        std::optional<protocol::SightStep> step; //!< none: nothing is asked
    };

    void end(TicketId ticket, Why why);
    void tellCitizen(const Asking &asking) const;
    void tellClerk(TicketId ticket, const Asking &asking, Why why) const;

    World &m_world;
    const ClerkLines &m_clerks;
    std::map<TicketId, Asking> m_asked;
};

} // namespace sprechtag::gateway
