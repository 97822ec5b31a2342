// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/view/RowsEditor.h"

//! The tables of the forms: which columns they have, and what a row means.
namespace sprechtag::clerk::view {

[[nodiscard]] QList<RowColumn> staffColumns(const town::Town &town);
[[nodiscard]] RowsAccess staffRows();

[[nodiscard]] QList<RowColumn> rosterColumns(const town::Town &town);
[[nodiscard]] RowsAccess rosterRows();
//! A day of the week and hours, a row each: when somebody can be reached.
[[nodiscard]] QList<RowColumn> weekColumns();
[[nodiscard]] RowsAccess weekRows();

[[nodiscard]] QList<RowColumn> exceptionColumns();
[[nodiscard]] RowsAccess exceptionRows();

[[nodiscard]] QList<RowColumn> closedDayColumns();
[[nodiscard]] RowsAccess closedDayRows();

[[nodiscard]] QList<RowColumn> languageColumns(const QStringList &languages);
[[nodiscard]] RowsAccess checklistRows(const QStringList &languages);

} // namespace sprechtag::clerk::view
