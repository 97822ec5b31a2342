// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/Office.h"

#include <optional>
#include <span>
#include <string_view>

namespace sprechtag::simulation {

//! Deliberate faults: with any of them the simulation must fail, else it would prove nothing.
enum class Sabotage {
    None,
    IgnoreEpoch,
    SkipBusyCheck,
    NobodyWaiting,
    ForgetNotBefore,
    DuplicateNumber,
    CallSecond,
    CountFailedLine,
    TickEarly,
    NeverClose,
    FrontToEnd,
    DropFact,
    WrongFeed,
    ForgetAnswers,
    KeepAnswers,
    StrandHeld,
    IgnoreReservation,
    NeverPromote,
    CallTheAbsent,
    NotYetForFree,
    ForgetMissed,
    ForgetReminders,
    LoseTransfer,
    DoubleTransfer,
    ReceiveWhenClosed,
    ReceiveAtEnd,
    NoHardEnd,
    ClosingTimeInclusive,
    IgnoreCapacity,
    WrongReason,
    ReopenByHours,
    IgnoreElsewhere
};

[[nodiscard]] std::optional<Sabotage> sabotageNamed(std::string_view name);
[[nodiscard]] std::span<const std::string_view> sabotageNames();

//! decide() with the fault built in.
[[nodiscard]] Result<office::Facts, office::Refusal> decideWith(Sabotage sabotage, const office::OfficeState &state,
                                                                const office::Command &command, Instant now);

} // namespace sprechtag::simulation
