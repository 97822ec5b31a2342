// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/Facts.h"
#include "shared/domain/office/Settings.h"

#include <compare>
#include <deque>
#include <map>
#include <set>

namespace sprechtag::office {

enum class Intake { Open, Suspended, SuspendedThenClose };
enum class TicketState { Waiting, Called, InCall, Held, Parked, Missed };
//! A ticket's line to the citizen.
enum class Line { Connected, Lost, Unreachable };
enum class ClerkState { Present, Paused, Lost };

//! Where a clerk would like to send a visitor.
struct TransferTarget
{
    OfficeId office;
    std::optional<ClerkId> clerk;
    friend bool operator==(const TransferTarget &, const TransferTarget &) = default;
};

//! One live ticket. Ended tickets leave the state; the facts keep their story.
struct Ticket
{
    std::uint32_t number{};
    ServiceDay day{};
    std::optional<OfficeId> origin{}; //!< whose letter the number carries; none: this office's own
    TicketState state{TicketState::Waiting};
    Line line{Line::Connected};
    Standing standing{Standing::Walkin};
    std::int64_t rank{};            //!< seniority, lower is earlier; unique in the office
    Epoch epoch{};                  //!< of the newest assignment; 0: never called
    std::optional<ClerkId> clerk{}; //!< owner while called, in call or held
    std::uint32_t lapsedCalls{};
    std::uint32_t overtaken{}; //!< how often *call next* took somebody younger of a higher class
    bool entered{};            //!< is in call, or was before it was held
    bool lineFailed{};         //!< the line failed during the newest call: its lapse is not counted
    bool reminded{};           //!< parked for longer than was thought
    seconds served{};          //!< length of the visit before it was parked
    Instant drawnAt{};
    Instant calledAt{};
    Instant enteredAt{};
    Instant lineLostAt{};
    std::optional<Instant>
        deadline{}; //!< of the state: enterBy, end of the hold, next reminder, end of the missed list
    std::optional<Instant> notBefore{}; //!< *call next* passes over the ticket until then
    std::optional<Instant> awayUntil{}; //!< the citizen has stepped away
    std::optional<ConcernId> concern{};
    std::optional<Instant> appointment{};
    std::optional<ParkReason> parked{};
    std::optional<Instant> parkedAt{};
    std::optional<ClerkId> reservedFor{};
    std::optional<Instant> reservedUntil{};
    std::optional<TransferTarget> transfer{}; //!< proposed, not yet agreed
    CallControl control{};                    //!< of the conversation that runs, or is held
    std::optional<ClerkId> sightedBy{};       //!< who has looked at an identity document by eye, last
    friend bool operator==(const Ticket &, const Ticket &) = default;
};

struct Clerk
{
    ClerkState state{ClerkState::Present};
    bool pausedBeforeLoss{};
    PauseReason pause{PauseReason::Break}; //!< of the newest pause
    std::optional<Instant> backAt{};       //!< the end of it, as the clerk thinks
    Instant lostAt{};
    std::optional<TicketId> ticket{}; //!< whom the clerk is calling, serving or held with
    friend bool operator==(const Clerk &, const Clerk &) = default;
};

//! How many tickets ever came and how they ended, since the log began.
struct Counts
{
    std::uint64_t issued{};
    std::uint64_t received{};
    std::uint64_t finished{};
    std::uint64_t left{};
    std::uint64_t missed{};
    std::uint64_t closed{};
    std::uint64_t transferred{};
    friend bool operator==(const Counts &, const Counts &) = default;
};

//! A place in line: first the class, then seniority.
struct LinePlace
{
    Standing standing{Standing::Walkin};
    std::int64_t rank{};
    friend auto operator<=>(const LinePlace &, const LinePlace &) = default;
};

[[nodiscard]] inline LinePlace placeOf(const Ticket &ticket)
{
    return {ticket.standing, ticket.rank};
}

//! Lengths of the last visits, newest last, at most kServicesRemembered.
using Services = std::deque<seconds>;

//! One office as its facts have made it. Only evolve() changes it.
struct OfficeState
{
    Settings settings{};
    Sequence seq{};
    bool open{};
    Intake intake{Intake::Open};
    std::optional<Window> window{};
    bool closedByHand{};               //!< a clerk has closed, or is closing, in this window
    std::optional<Instant> closesAt{}; //!< while open: when closing time comes
    std::optional<Instant> hardEnd{};  //!< after closing time: when everybody who is left ends with the office
    std::map<ClerkId, Clerk> clerks{};
    std::map<TicketId, Ticket> tickets{};
    std::map<LinePlace, TicketId> line{}; //!< waiting tickets
    ServiceDay day{};
    std::uint32_t lastNumber{};
    std::int64_t nextRank{};
    Services services{};
    std::map<ConcernId, Services> servicesByConcern{};
    Counts counts{};
    friend bool operator==(const OfficeState &, const OfficeState &) = default;
};

//! The number of visits that an average looks back on.
inline constexpr std::size_t kServicesRemembered = 20;

} // namespace sprechtag::office
