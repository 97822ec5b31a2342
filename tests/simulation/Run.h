// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/Options.h"

namespace sprechtag::simulation {

//! Plays episodes until there were enough steps or one breaks an invariant, which it reports; the exit code.
[[nodiscard]] int run(const Options &options);

} // namespace sprechtag::simulation
