// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Workplace.h"

#include <optional>

class QWidget;

namespace sprechtag::clerk::view {

enum class CloseChoice { ServeWaiting, OfferAppointments, Now, LeaveToColleagues };

//! Asks how to switch an office off; none: not at all. Does not ask where there is nothing to choose.
[[nodiscard]] std::optional<CloseChoice> askHowToClose(const model::OfficeRow &office, model::Workplace &workplace,
                                                       QWidget *parent);

} // namespace sprechtag::clerk::view
