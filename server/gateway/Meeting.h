// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/gateway/CallDesk.h"

namespace sprechtag::gateway {

//! Both are there, or were and are waited for: before, nobody is heard, and afterwards nobody is left.
[[nodiscard]] inline bool haveMet(const office::Ticket &ticket)
{
    return ticket.state == office::TicketState::InCall || (ticket.state == office::TicketState::Held && ticket.entered);
}

//! The visit in which somebody speaks, or why nobody hears it.
struct Meeting
{
    const broker::Visit *visit{};
    const office::Ticket *ticket{};
    std::optional<CallProblem> problem{}; //!< where there is one, there is nothing else
};

[[nodiscard]] Meeting meetingOfCitizen(const broker::Record &record, const broker::Visit &visit, office::Epoch epoch);
[[nodiscard]] Meeting meetingOfClerk(const broker::Record &record, ClerkId clerk, OfficeId office, TicketId ticket,
                                     office::Epoch epoch);

//! After such a fact the ticket is with nobody, or somewhere else.
template <typename Fact>
inline constexpr bool kPartsThem =
    std::is_same_v<Fact, office::TicketReturned> || std::is_same_v<Fact, office::TicketMissed> ||
    std::is_same_v<Fact, office::TicketParked> || std::is_same_v<Fact, office::TicketTransferred> ||
    std::is_same_v<Fact, office::TicketFinished> || std::is_same_v<Fact, office::TicketLeft>;

//! Calls `parted` for every ticket whose people have parted.
template <typename F>
void forEachParted(const broker::OfficeChange &change, F parted)
{
    for (const office::Fact &fact : change.facts) {
        std::visit(
            [&parted](const auto &body) {
                if constexpr (kPartsThem<std::remove_cvref_t<decltype(body)>>)
                    parted(body.ticket);
            },
            fact.body);
    }
}

} // namespace sprechtag::gateway
