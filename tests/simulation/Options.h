// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/Crowd.h"

#include <string>
#include <vector>

namespace sprechtag::simulation {

//! What the command line of sprechtag-simulate asks for.
struct Options
{
    std::uint64_t seed{1};
    std::uint64_t steps{1'000'000};
    std::optional<std::uint64_t> episode{}; //!< replay this one alone
    Crowd::Faults faults{Crowd::Faults::All};
    Sabotage sabotage{Sabotage::None};
    bool calm{}; //!< only the accuracy of the wait range
};

[[nodiscard]] std::optional<Options> parseOptions(const std::vector<std::string> &arguments);
[[nodiscard]] std::string usage();
[[nodiscard]] std::string replayHint(const Options &options);

} // namespace sprechtag::simulation
