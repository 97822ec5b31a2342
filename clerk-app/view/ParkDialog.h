// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Workplace.h"

#include <optional>

class QWidget;

namespace sprechtag::clerk::view {

struct ParkChoice
{
    office::ParkReason reason{};
    minutes remindAfter{};
    friend bool operator==(const ParkChoice &, const ParkChoice &) = default;
};

//! Asks what the visitor does meanwhile, and when to be reminded; none: the conversation goes on.
[[nodiscard]] std::optional<ParkChoice> askToPark(const model::Visit &visit, minutes usual, model::Workplace &workplace,
                                                  QWidget *parent);

} // namespace sprechtag::clerk::view
