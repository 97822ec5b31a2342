// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/store/Connection.h"
#include "shared/domain/office/DayTotals.h"

//! What stays of the days whose facts are erased.
namespace sprechtag::store {

//! Adds to what is stored; part of the caller's transaction.
[[nodiscard]] Result<Done, StoreError> addTotals(Connection &connection, OfficeId office, const office::Totals &totals);

[[nodiscard]] Result<office::Totals, StoreError> loadTotals(Connection &connection, OfficeId office);

} // namespace sprechtag::store
