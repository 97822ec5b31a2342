// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

class QLabel;

namespace sprechtag::clerk::view {

//! Has a screen reader say what the label reads now, wherever the focus is.
void announce(QLabel *label);

} // namespace sprechtag::clerk::view
