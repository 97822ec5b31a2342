// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

class QWidget;

namespace sprechtag::clerk::view {

//! When `from`, or what is in it, is disabled or hidden while it has the keyboard, `heir` gets it. Qt would give it to
//! the next in the order of Tab, and a second press of Space would do something else.
void leaveFocusTo(QWidget *heir, QWidget *from);

} // namespace sprechtag::clerk::view
