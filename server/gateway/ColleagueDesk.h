// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/gateway/GuestDesk.h"
#include "shared/domain/office/Reach.h"

namespace sprechtag::gateway {

//! Rings a colleague of any office for the clerk of a conversation, one at a time, and seats whoever accepts
//! (GuestDesk). Nothing of sound or picture is passed before that. Kept in memory alone.
class ColleagueDesk
{
public:
    ColleagueDesk(World &world, const ClerkLines &clerks, GuestDesk &guests);

    // What the clerk who serves the visit does.
    [[nodiscard]] Result<protocol::clerk::ColleagueList, CallProblem>
    list(ClerkId clerk, const protocol::clerk::ListColleagues &message) const;
    [[nodiscard]] std::optional<CallProblem> ring(ClerkId clerk, ConnectionKey connection,
                                                  const protocol::clerk::RingColleague &message);
    [[nodiscard]] std::optional<CallProblem> end(ClerkId clerk, const protocol::clerk::EndColleague &message);
    [[nodiscard]] std::optional<CallProblem> admit(ClerkId clerk, const protocol::clerk::AdmitColleague &message);

    //! Of whoever is rung.
    [[nodiscard]] std::optional<CallProblem> answer(ClerkId clerk, ConnectionKey connection,
                                                    const protocol::clerk::AnswerRing &message);
    void clerkGone(ConnectionKey connection);

    //! Ends what has become void by it.
    void published(const broker::OfficeChange &change);
    //! When nobody has answered.
    [[nodiscard]] std::optional<MonotonicInstant> nextDue() const;
    void tick();

private:
    struct Ring // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
    {
        QString name;    //!< of the ring
        QString askedBy; //!< the command
        TicketId ticket;
        office::Epoch epoch{};
        ClerkId from;
        ConnectionKey fromLine{};
        ClerkId to;
        ConnectionKey toLine{};
        bool directly{};
        MonotonicInstant until{};
    };
    //! How it ends for the clerk who has rung, and for whoever is rung.
    struct End
    {
        protocol::clerk::RingState forClerk{};
        std::optional<protocol::clerk::ColleagueEnd> forColleague{}; //!< none: told by the answer
    };

    [[nodiscard]] office::Reach reachOf(ClerkId clerk) const;
    [[nodiscard]] office::Reach deskReachOf(ClerkId clerk) const;
    [[nodiscard]] bool hasVisitor(ClerkId clerk, OfficeId office) const;
    [[nodiscard]] QStringList officesOf(ClerkId clerk) const;
    [[nodiscard]] QString officeOf(ClerkId clerk) const;
    [[nodiscard]] const Ring *ringOf(TicketId ticket) const;
    void call(const Ring &ring) const;
    void tell(const Ring &ring, protocol::clerk::RingState state) const;
    void finish(TicketId ticket, const End &end);
    template <typename F>
    void finishWhere(F isOver, const End &end);

    World &m_world;
    const ClerkLines &m_clerks;
    GuestDesk &m_guests;
    std::map<TicketId, Ring> m_rings;
};

} // namespace sprechtag::gateway
