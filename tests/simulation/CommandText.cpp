// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/CommandText.h"

#include "tests/simulation/People.h"

#include <array>
#include <string_view>

namespace sprechtag::simulation {

using namespace office;

namespace {

constexpr std::array<std::string_view, std::variant_size_v<Command>> kNames{"Open",
                                                                            "Close",
                                                                            "SuspendIntake",
                                                                            "ResumeIntake",
                                                                            "SetWindow",
                                                                            "Arrive",
                                                                            "Depart",
                                                                            "Pause",
                                                                            "Resume",
                                                                            "LoseClerk",
                                                                            "Dismiss",
                                                                            "Draw",
                                                                            "Receive",
                                                                            "Connect",
                                                                            "Disconnect",
                                                                            "StepAway",
                                                                            "ComeBack",
                                                                            "Enter",
                                                                            "NotYet",
                                                                            "Ready",
                                                                            "Transfer",
                                                                            "DeclineTransfer",
                                                                            "Leave",
                                                                            "JoinVisit",
                                                                            "CallNext",
                                                                            "CallNamed",
                                                                            "Admit",
                                                                            "NoShow",
                                                                            "Readmit",
                                                                            "ReturnToLobby",
                                                                            "ControlCall",
                                                                            "Sight",
                                                                            "Prioritise",
                                                                            "Park",
                                                                            "Unpark",
                                                                            "ProposeTransfer",
                                                                            "WithdrawTransfer",
                                                                            "Finish",
                                                                            "Tick",
                                                                            "Restart"};

} // namespace

std::string textOf(const Command &command)
{
    std::string text(kNames[command.index()]);
    const auto add = [&text](std::string_view name, std::uint64_t value) {
        text.append(" ").append(name).append("=").append(std::to_string(value));
    };
    std::visit(
        [&](const auto &one) {
            if constexpr (requires { one.clerk; })
                add("clerk", indexOf(one.clerk));
            if constexpr (requires { one.ticket; })
                add("ticket", indexOf(one.ticket));
            if constexpr (requires { one.epoch; })
                add("epoch", one.epoch);
            if constexpr (requires { one.day; })
                add("day", one.day);
            if constexpr (requires { one.mode; })
                add("mode", static_cast<std::uint64_t>(one.mode));
            if constexpr (requires { one.priority; })
                add("priority", static_cast<std::uint64_t>(one.priority));
            if constexpr (requires { one.window; })
                add("until",
                    one.window ? static_cast<std::uint64_t>(one.window->closesAt.time_since_epoch().count()) : 0);
            if constexpr (requires { one.place; })
                add("place", static_cast<std::uint64_t>(one.place));
        },
        command);
    return text;
}

} // namespace sprechtag::simulation
