// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Ports.h"
#include "shared/domain/town/Town.h"

namespace sprechtag::test {

//! Ids that a reader of a failed test can tell apart.
[[nodiscard]] constexpr OfficeId officeId(std::uint64_t n)
{
    return OfficeId::fromBits({1, n});
}
[[nodiscard]] constexpr ClerkId clerkId(std::uint64_t n)
{
    return ClerkId::fromBits({2, n});
}
[[nodiscard]] constexpr TicketId ticketId(std::uint64_t n)
{
    return TicketId::fromBits({3, n});
}

inline constexpr OfficeId kCitizens = officeId(1); //!< Bürgerservice, letter B: Schmidt and Özdemir
inline constexpr OfficeId kCars = officeId(2);     //!< Kfz-Zulassung, letter K: Özdemir and Weber
inline constexpr ClerkId kSchmidt = clerkId(1);
inline constexpr ClerkId kOezdemir = clerkId(2);
inline constexpr ClerkId kWeber = clerkId(3);

//! A town of two offices and three clerks before its first day.
[[nodiscard]] broker::Loaded testTown();

//! What administrators have decided in it.
[[nodiscard]] broker::TownConfig configOf(const broker::Loaded &town);

//! The same town as administrators see it: Schmidt heads the Bürgerservice, Weber administers the town.
[[nodiscard]] town::Town administeredTown();

//! Hands out ticketId(first), ticketId(first + 1), …
[[nodiscard]] std::function<TicketId()> countingTickets(std::uint64_t first = 1);

} // namespace sprechtag::test
