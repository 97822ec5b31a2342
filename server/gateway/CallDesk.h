// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/gateway/ClerkLines.h"
#include "server/gateway/World.h"

#include <functional>

namespace sprechtag::gateway {

//! Why something about a call went nowhere.
struct CallProblem
{
    protocol::ErrorCode code;
    QString field; //!< with BadRequest: what no honest client sends
    friend bool operator==(const CallProblem &, const CallProblem &) = default;
};

//! Candidates of one side, in its newest generation.
struct CandidateCount
{
    office::Epoch epoch{};
    int generation{};
    int count{};
    [[nodiscard]] bool admit(office::Epoch inEpoch, const protocol::Candidate &candidate);
};

//! Passes signals between the two people of a call and nobody else, and keeps the standing offers of those who wait.
class CallDesk
{
public:
    CallDesk(World &world, const ClerkLines &clerks);

    //! Where a clerk talks to somebody aside: what is said there is not for the citizen.
    void asideWhere(std::function<bool(TicketId)> isAside) { m_isAside = std::move(isAside); }

    //! The citizen speaks on this connection from now on. What an earlier one had offered is void.
    void citizenBound(TicketId ticket, ConnectionKey connection);
    void citizenGone(TicketId ticket);
    void ended(TicketId ticket);

    [[nodiscard]] std::optional<CallProblem> keepOffer(const broker::Visit &visit,
                                                       const protocol::citizen::StandingOffer &offer);
    void withdrawOffer(TicketId ticket, int generation);

    //! Whom this clerk may call next. The offer is shown ahead, and every newer one until that person is called.
    [[nodiscard]] std::optional<CallProblem> expect(ClerkId clerk, ConnectionKey connection,
                                                    const protocol::clerk::ExpectCall &message);
    void clerkGone(ConnectionKey connection) { m_expected.erase(connection); }

    //! The clerk calls, or is back at, this ticket on this connection: the standing offer is handed over at once.
    void clerkBound(TicketId ticket, ConnectionKey connection);

    [[nodiscard]] std::optional<CallProblem> fromCitizen(const broker::Visit &visit,
                                                         const protocol::citizen::CallSignal &message);
    [[nodiscard]] std::optional<CallProblem> fromClerk(ClerkId clerk, ConnectionKey connection,
                                                       const protocol::clerk::CallSignal &message);

    [[nodiscard]] protocol::IcePolicy policyOf(OfficeId office) const;
    //! What of a signal passes, by the policy and by what its author may send; none: nothing.
    [[nodiscard]] std::optional<protocol::Signal> filtered(OfficeId office, const protocol::Signal &signal,
                                                           const protocol::MediaState &may) const;

private:
    struct Offer
    {
        int generation{};
        QString sdp;
    };
    struct Call
    {
        std::optional<ConnectionKey> citizen;
        std::optional<ConnectionKey> clerk;
        std::optional<Offer> offer; //!< until the clerk has answered it
        CandidateCount fromCitizen;
        CandidateCount fromClerk;
    };

    [[nodiscard]] std::optional<ConnectionKey> clerkOf(const Call &call, const office::Ticket &ticket) const;
    void handOver(const broker::Visit &visit, const Call &call);
    void showAhead(const broker::Visit &visit, const Offer &offer) const;
    void showTo(ConnectionKey clerk, const broker::Visit &visit, const Offer &offer) const;
    [[nodiscard]] QString filtered(OfficeId office, const QString &sdp, const protocol::MediaState &may) const;
    [[nodiscard]] protocol::MediaState clerkMaySendTo(const office::Ticket &ticket, TicketId id) const;

    World &m_world;
    const ClerkLines &m_clerks;
    std::function<bool(TicketId)> m_isAside{[](TicketId) { return false; }};
    std::map<TicketId, Call> m_calls;
    std::map<ConnectionKey, TicketId> m_expected; //!< whom the clerk of a connection may call next
};

} // namespace sprechtag::gateway
