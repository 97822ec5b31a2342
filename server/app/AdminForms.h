// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/app/Admin.h"

namespace sprechtag::app {

//! `admin forms`: what offices have ready. The same checks of files and values, and the same log, as in the clerk app.
[[nodiscard]] int workOnForms(const Options &options, const Clock &clock, Console console);

} // namespace sprechtag::app
