// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Result.h"
#include "shared/domain/office/Commands.h"
#include "shared/domain/office/State.h"

namespace sprechtag::office {

//! What follows from a command: new facts (already numbered from state.seq + 1), or why nothing does.
//! An empty list means: true already, nothing to do. Pure. A `now` that was set back makes deadlines come later, never
//! earlier, and changes no order: who asks should nevertheless derive it from a clock that nothing bends.
[[nodiscard]] Result<Facts, Refusal> decide(const OfficeState &state, const Command &command, Instant now);

//! The office after a fact. Pure, cannot fail: facts were decided once and are replayed forever.
void evolve(OfficeState &state, const Fact &fact);

//! When somebody must ask decide(Tick) next, if ever.
[[nodiscard]] std::optional<Instant> due(const OfficeState &state);

//! Whether a ticket counts for those behind it and may be reached: waiting, and its line not given up.
[[nodiscard]] bool inLine(const Ticket &ticket);

//! How many people in line stand before this ticket; nullopt when it is not in line itself.
[[nodiscard]] std::optional<std::uint32_t> peopleAhead(const OfficeState &state, TicketId ticket);

//! How many people are in line.
[[nodiscard]] std::uint32_t waitingCount(const OfficeState &state);

//! What every passer-by may know about an office. Interrupted: open, but every clerk is gone or on a pause; a clerk
//! whose line is lost still counts until the grace is over.
enum class PublicState { Closed, Free, Occupied, IntakeSuspended, Interrupted };

struct PublicView
{
    PublicState state{PublicState::Closed};
    std::uint32_t waiting{};                 //!< people in line
    std::uint32_t serving{};                 //!< clerks at a desk, neither paused nor lost
    std::uint32_t idle{};                    //!< of these, without a visitor, here or elsewhere
    std::optional<std::uint32_t> seats{};    //!< free seats in the lobby; none: no limit
    std::optional<seconds> averageService{}; //!< weighted, the newest visit weighs most; none below 5 visits
    friend bool operator==(const PublicView &, const PublicView &) = default;
};

[[nodiscard]] PublicView publicView(const OfficeState &state, const Elsewhere &elsewhere = {});

//! How a fact moved the line: ranks count from 0 at the front, as they were when the change was made.
struct LineLeft
{
    std::uint32_t rank;
    friend bool operator==(const LineLeft &, const LineLeft &) = default;
};
struct LineInserted
{
    std::uint32_t rank;
    friend bool operator==(const LineInserted &, const LineInserted &) = default;
};
using LineChange = std::variant<LineLeft, LineInserted>;

//! The changes of the line that a fact makes; state is the office before the fact.
[[nodiscard]] std::vector<LineChange> lineChanges(const OfficeState &state, const Fact &fact);

} // namespace sprechtag::office
