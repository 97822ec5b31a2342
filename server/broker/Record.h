// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/CommitQueue.h"

#include <QHash>

#include <deque>
#include <map>

namespace sprechtag::broker {

//! One office as the world may see it.
struct OfficeRecord
{
    OfficeConfig config;
    office::OfficeState state;
    std::deque<office::Fact> recent;                   //!< the newest facts, for those who come back
    std::map<TicketId, office::ReturnReason> returned; //!< why a ticket is waiting again
    office::PublicView view;                           //!< what everybody may see
    office::Foretelling foretelling{};
    office::ForecastDays forecasts{}; //!< of the days that still count for the accuracy of the waits
};

//! All that is durable, and so may be answered and shown. What is decided but not yet written is not in here.
class Record
{
public:
    explicit Record(Loaded loaded);

    [[nodiscard]] const Town &town() const { return m_town; }
    [[nodiscard]] const std::vector<OfficeId> &offices() const { return m_order; }
    [[nodiscard]] const OfficeRecord *office(OfficeId id) const;
    [[nodiscard]] bool mayStaff(OfficeId office, ClerkId clerk) const;
    //! Call somebody else than the next.
    [[nodiscard]] bool mayCallNamed(OfficeId office, ClerkId clerk) const;
    //! The facts after `seq`; nullopt when they are no longer all at hand, or never were.
    [[nodiscard]] std::optional<office::Facts> factsSince(OfficeId office, office::Sequence seq) const;

    [[nodiscard]] const Visit *visit(TicketId ticket) const;
    [[nodiscard]] const Visit *visitOf(const QByteArray &tokenHash) const;
    [[nodiscard]] const std::map<TicketId, Visit> &visits() const { return m_visits; }
    [[nodiscard]] const office::Ticket *ticket(const Visit &visit) const;

    [[nodiscard]] const ClerkName *clerk(ClerkId id) const;
    [[nodiscard]] QString clerkName(ClerkId id) const;

    //! Takes over a durable pass. The changes are in the order of the pass, one for each office; behind them those
    //! offices that have no new facts but look another way, because a clerk of theirs is busy elsewhere, or no longer.
    std::vector<OfficeChange> apply(const Pass &pass);

    //! Works by another configuration from now on. Nobody waits or is served in an office that goes.
    Reconfigured reconfigure(TownConfig config);

private:
    OfficeRecord &put(OfficeConfig config);
    [[nodiscard]] std::set<ClerkId> renamed(const std::vector<ClerkName> &clerks) const;
    void forget(TicketId ticket);
    void noteTicks(std::vector<OfficeChange> &changes, const std::vector<VisitTicks> &ticks);
    OfficeChange applyFacts(OfficeRecord &office, const office::Facts &facts);
    void noteEngaged(const OfficeRecord &office);
    void refreshViews(std::vector<OfficeChange> &changes, bool everywhere);
    //! True: everybody sees the office another way now.
    bool refreshView(OfficeRecord &office) const;

    Town m_town;
    std::vector<OfficeId> m_order;
    std::map<OfficeId, OfficeRecord> m_offices;
    std::map<TicketId, Visit> m_visits;
    QHash<QByteArray, TicketId> m_tokens;
    std::map<ClerkId, ClerkName> m_clerks;
    std::map<ClerkId, OfficeId> m_engaged; //!< clerks who are with a visitor, and where
};

//! How many facts of an office are kept at hand for those who come back; older ones get a snapshot.
inline constexpr std::size_t kRecentFacts = 1000;

} // namespace sprechtag::broker
