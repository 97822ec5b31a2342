// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Workplace.h"

#include <optional>

class QWidget;

namespace sprechtag::clerk::view {

//! Asks when the clerk will be back; none: the clerk stays.
[[nodiscard]] std::optional<Instant> askBackAt(model::Workplace &workplace, QWidget *parent);

} // namespace sprechtag::clerk::view
