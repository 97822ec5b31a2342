// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/Commands.h"
#include "shared/domain/office/State.h"

//! What everybody may see of an office, waiting or not.
namespace sprechtag::office {

//! Away: open, but every clerk is on a pause. Interrupted: open, but nobody has a desk; a clerk whose line is lost
//! still counts until the grace is over.
enum class PublicState { Closed, Free, Occupied, IntakeSuspended, Away, Interrupted };

struct PublicView
{
    PublicState state{PublicState::Closed};
    std::uint32_t waiting{};                         //!< people in line
    std::uint32_t serving{};                         //!< clerks at a desk, neither paused nor lost
    std::uint32_t idle{};                            //!< of these, without a visitor, here or elsewhere
    std::optional<std::uint32_t> seats{};            //!< free seats in the lobby; none: no limit
    std::optional<seconds> averageService{};         //!< weighted, the newest visit weighs most; else the typed default
    std::map<ConcernId, seconds> averageByConcern{}; //!< where there were enough visits to tell
    std::optional<Instant> intakeEndsAt{};           //!< while numbers are given: when that ends, as it stands
    std::optional<Instant> backAt{};                 //!< while away: the earliest return, as far as known
    friend bool operator==(const PublicView &, const PublicView &) = default;
};

[[nodiscard]] PublicView publicView(const OfficeState &state, const Elsewhere &elsewhere = {});

//! What mayNotReceive would say, as far as the view tells: whether somebody new is taken at that moment.
[[nodiscard]] bool takesPeople(const PublicView &view, Instant now);

//! Why the line has one more. Who is pushed back is told why.
enum class MoveReason { Drawn, Priority, Appointment, Returned, Received, Promoted };

//! How a fact moved the line: ranks count from 0 at the front, as they were when the change was made.
struct LineLeft
{
    std::uint32_t rank;
    friend bool operator==(const LineLeft &, const LineLeft &) = default;
};
struct LineInserted
{
    std::uint32_t rank;
    MoveReason reason;
    friend bool operator==(const LineInserted &, const LineInserted &) = default;
};
using LineChange = std::variant<LineLeft, LineInserted>;

//! The changes of the line that a fact makes; state is the office before the fact. Who moves has left and is inserted.
[[nodiscard]] std::vector<LineChange> lineChanges(const OfficeState &state, const Fact &fact);

} // namespace sprechtag::office
