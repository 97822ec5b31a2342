// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/app/Admin.h"

//! Single values of the town on the command line: the same checks and the same log as in the clerk app.
namespace sprechtag::app {

[[nodiscard]] int showValue(const Options &options, Console console);
//! Of the language that is named, or all; as text or JSON.
[[nodiscard]] int listInterpreters(const Options &options, const Clock &clock, Console console);
[[nodiscard]] int saveValue(const Options &options, const Clock &clock, Console console);
[[nodiscard]] int removeValue(const Options &options, const Clock &clock, Console console);
//! Both print the start password, this once.
[[nodiscard]] int addAccount(const Options &options, const Clock &clock, Console console);
[[nodiscard]] int resetPassword(const Options &options, const Clock &clock, Console console);
//! For a clerk whose phone is lost.
[[nodiscard]] int resetSecondFactor(const Options &options, const Clock &clock, Console console);

} // namespace sprechtag::app
