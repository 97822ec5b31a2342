// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/Facts.h"

#include <deque>
#include <map>
#include <set>

namespace sprechtag::office {

//! What an authority can set for an office; defaults are those of the product.
struct Settings
{
    seconds enterWithin{60};                   //!< a call that nobody answers lapses
    seconds clerkGrace{90};                    //!< a lost clerk keeps desk and visit
    seconds citizenGrace{120};                 //!< a lost citizen keeps everything, silently
    minutes unreachableUntil{10};              //!< counted from the loss; then the ticket has left
    minutes notCalledAfterMiss{5};             //!< pause of *call next* after a call that lapsed
    std::uint32_t maxCalls{3};                 //!< lapsed calls until the ticket is missed
    std::optional<std::uint32_t> queueLimit{}; //!< most people in line; none: no limit; 0: only while a clerk is idle
    std::uint32_t lastNumber{999};             //!< then the series begins anew, skipping live numbers
    friend bool operator==(const Settings &, const Settings &) = default;
};

enum class Intake { Open, Suspended, SuspendedThenClose };
enum class TicketState { Waiting, Called, InCall, Held };
//! A ticket's line to the citizen.
enum class Line { Connected, Lost, Unreachable };
enum class ClerkState { Present, Paused, Lost };

//! One live ticket. Ended tickets leave the state; the facts keep their story.
struct Ticket
{
    std::uint32_t number{};
    ServiceDay day{};
    TicketState state{TicketState::Waiting};
    Line line{Line::Connected};
    std::int64_t rank{};            //!< key of seniority, lower is earlier; unique in the office
    Epoch epoch{};                  //!< of the newest assignment; 0: never called
    std::optional<ClerkId> clerk{}; //!< owner while called, in call or held
    std::uint32_t lapsedCalls{};
    bool entered{};    //!< is in call, or was before it was held
    bool lineFailed{}; //!< the line failed during the newest call: its lapse is not counted
    Instant drawnAt{};
    Instant calledAt{};
    Instant enteredAt{};
    Instant lineLostAt{};
    std::optional<Instant> deadline{};  //!< of the state: enterBy while called, end of the hold while held
    std::optional<Instant> notBefore{}; //!< *call next* passes over the ticket until then
    friend bool operator==(const Ticket &, const Ticket &) = default;
};

struct Clerk
{
    ClerkState state{ClerkState::Present};
    bool pausedBeforeLoss{};
    Instant lostAt{};
    std::optional<TicketId> ticket{}; //!< whom the clerk is calling, serving or held with
    friend bool operator==(const Clerk &, const Clerk &) = default;
};

//! How many tickets ever came and how they ended, since the log began.
struct Counts
{
    std::uint64_t issued{};
    std::uint64_t finished{};
    std::uint64_t left{};
    std::uint64_t missed{};
    std::uint64_t closed{};
    friend bool operator==(const Counts &, const Counts &) = default;
};

//! One office as its facts have made it. Only evolve() changes it.
struct OfficeState
{
    Settings settings{};
    Sequence seq{};
    bool open{};
    Intake intake{Intake::Open};
    std::map<ClerkId, Clerk> clerks{};
    std::map<TicketId, Ticket> tickets{};
    std::map<std::int64_t, TicketId> line{}; //!< waiting tickets by rank
    ServiceDay day{};
    std::uint32_t lastNumber{};
    std::int64_t nextRank{};
    std::deque<seconds>
        services{}; //!< lengths of the last visits that clerk or citizen ended in conversation; newest last, at most 20
    Counts counts{};
    friend bool operator==(const OfficeState &, const OfficeState &) = default;
};

//! The number of visits that the average looks back on.
inline constexpr std::size_t kServicesRemembered = 20;

} // namespace sprechtag::office
