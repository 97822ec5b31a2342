// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

class QLabel;
class QLineEdit;
class QVBoxLayout;
class QWidget;

namespace sprechtag::clerk::view {

//! The look that the pages before the desk have in common: one narrow column in the middle, roomy to read and to hit.
//! \return the column's layout, for the page's widgets in their order
QVBoxLayout *buildEntryColumn(QWidget *page);
void styleEntryTitle(QLabel *title);
//! For what went wrong and what to do now; hidden while there is nothing to say.
void styleEntryMessage(QLabel *message);
void styleEntryEdit(QLineEdit *edit);

} // namespace sprechtag::clerk::view
