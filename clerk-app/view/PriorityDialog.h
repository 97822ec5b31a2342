// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Workplace.h"

#include <optional>

class QWidget;

namespace sprechtag::clerk::view {

struct PriorityChoice
{
    office::Priority priority{};
    office::PriorityReason reason{};
    friend bool operator==(const PriorityChoice &, const PriorityChoice &) = default;
};

//! Asks which priority somebody gets, and why; none: nothing is changed.
[[nodiscard]] std::optional<PriorityChoice> askPriority(const model::LobbyRow &person, model::Workplace &workplace,
                                                        QWidget *parent);

} // namespace sprechtag::clerk::view
