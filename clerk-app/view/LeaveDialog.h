// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/CurrentVisit.h"

class QWidget;

namespace sprechtag::clerk::view {

enum class Leaving { SignOut, Quit };

//! What somebody who goes leaves behind.
struct Left
{
    bool desk{};
    std::optional<model::Visit> person{};
    bool drafts{}; //!< of the administration
    [[nodiscard]] bool anything() const { return desk || person || drafts; }
};

//! Says what would be left, and asks whether that is meant.
[[nodiscard]] bool askToLeave(Leaving how, const Left &left, QWidget *parent);

} // namespace sprechtag::clerk::view
