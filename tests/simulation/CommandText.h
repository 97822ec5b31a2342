// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/Commands.h"

#include <string>

namespace sprechtag::simulation {

//! A command in one short line: `Finish clerk=2 ticket=17 epoch=1`.
[[nodiscard]] std::string textOf(const office::Command &command);

} // namespace sprechtag::simulation
