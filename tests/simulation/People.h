// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/Office.h"
#include "tests/simulation/Dice.h"

#include <cstdint>

//! The people of a simulated office, by index; their ids are scattered, so that no order of ids passes for seniority.
namespace sprechtag::simulation {

inline constexpr std::uint32_t kClerks = 4;
inline constexpr std::uint32_t kOffices = 2;
inline constexpr std::uint32_t kConcerns = 3;

[[nodiscard]] inline TicketId ticketId(std::uint32_t index)
{
    return TicketId::fromBits({Dice::mix(index + 1), index});
}
[[nodiscard]] inline ClerkId clerkId(std::uint32_t index)
{
    return ClerkId::fromBits({Dice::mix(index + 77), index});
}
[[nodiscard]] inline OfficeId officeId(std::uint32_t index)
{
    return OfficeId::fromBits({Dice::mix(index + 311), index});
}
[[nodiscard]] inline ConcernId concernId(std::uint32_t index)
{
    return ConcernId::fromBits({Dice::mix(index + 911), index});
}
template <typename Tag>
[[nodiscard]] std::uint32_t indexOf(const Id<Tag> &id)
{
    return static_cast<std::uint32_t>(id.bits()[1]);
}

//! The life of a ticket as the ledger tells it.
enum class Life { Unknown, Waiting, Called, InCall, Held, Parked, Missed, Ended };

struct Person
{
    Life life{Life::Unknown};
    office::Line line{office::Line::Connected};
    office::Epoch epoch{};
    std::optional<std::uint32_t> clerk{};
    std::uint32_t number{};
    office::ServiceDay day{};
    std::optional<OfficeId> origin{};
    office::Standing standing{office::Standing::Walkin};
    std::int64_t key{};
    std::int64_t keyBefore{}; //!< before the newest return
    std::uint32_t lapses{};
    std::uint32_t overtaken{};
    bool entered{};
    bool lineFailed{};
    bool reminded{};
    bool handedOver{};     //!< ended here, goes on in another office
    std::int64_t served{}; //!< seconds of the visit's earlier parts
    Instant drawnAt{};
    Instant lostAt{};
    Instant deadline{};
    Instant enteredAt{};
    std::optional<Instant> notBefore{};
    std::optional<Instant> away{};
    std::optional<ConcernId> concern{};
    std::optional<std::uint32_t> reservedFor{};
    Instant reservedUntil{};
    std::optional<office::TransferTarget> proposal{};
    office::CallControl control{};
    std::optional<std::uint32_t> sightedBy{};
};

enum class DeskState { Away, Present, Paused, Lost };

struct Desk
{
    DeskState state{DeskState::Away};
    bool pausedBefore{};
    std::optional<Instant> backAt{};
    Instant lostAt{};
    std::optional<std::uint32_t> ticket{};
};

} // namespace sprechtag::simulation
