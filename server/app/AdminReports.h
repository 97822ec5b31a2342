// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/app/Admin.h"

//! What is read out of the days: figures for the head of the office, and what is stored of one person. Also while the
//! server runs: it copies its database for us.
namespace sprechtag::app {

//! The totals of the days that were asked for, as JSON; small numbers are not told.
[[nodiscard]] int printFigures(const Options &options, Console console);
//! Everything that is stored of the visit with one number, and nothing of anybody else (Art. 15 GDPR), as JSON.
[[nodiscard]] int printPerson(const Options &options, Console console);

} // namespace sprechtag::app
