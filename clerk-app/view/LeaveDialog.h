// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/CurrentVisit.h"

class QWidget;

namespace sprechtag::clerk::view {

enum class Leaving { SignOut, Quit };

//! Says who would be left, and asks whether that is meant.
[[nodiscard]] bool askToLeave(Leaving how, const std::optional<model::Visit> &person, QWidget *parent);

} // namespace sprechtag::clerk::view
