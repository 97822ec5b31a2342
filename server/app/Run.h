// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/app/Admin.h"

namespace sprechtag::app {

//! Serves until somebody asks the process to end. Returns the exit code.
[[nodiscard]] int run(const Options &options, const Clock &clock, Console console);

//! Does what the command line asks for. Returns the exit code.
[[nodiscard]] int execute(const Options &options, const Clock &clock, Console console);

} // namespace sprechtag::app
