// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

class QLabel;
class QString;
class QWidget;

namespace sprechtag::clerk::view {

//! Has a screen reader say what the label reads now, wherever the focus is.
void announce(QLabel *label);

//! Has it say words that stand at the widget.
void announce(QWidget *at, const QString &words);

} // namespace sprechtag::clerk::view
