// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/TownPorts.h"

namespace sprechtag::app {

//! What the log of changes says of two versions of a value, in the words of the protocol.
[[nodiscard]] broker::Differences townDifferences();

} // namespace sprechtag::app
