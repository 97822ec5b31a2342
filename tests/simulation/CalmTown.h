// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

namespace sprechtag::simulation {

//! Quiet mornings in which nothing fails: how many real waits lie inside the range that was shown when the number was
//! drawn. Prints the share; false: below what is promised (I-20).
[[nodiscard]] bool estimatesHold(std::uint64_t seed);

} // namespace sprechtag::simulation
