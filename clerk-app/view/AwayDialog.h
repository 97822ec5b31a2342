// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Time.h"

#include <optional>

class QWidget;

namespace sprechtag::clerk::view {

//! Asks when the clerk will be back; none: the clerk stays.
[[nodiscard]] std::optional<Instant> askBackAt(Instant now, QWidget *parent);

} // namespace sprechtag::clerk::view
