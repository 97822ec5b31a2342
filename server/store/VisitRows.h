// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Ports.h"
#include "server/store/Connection.h"

#include <vector>

//! What concerns persons, for as long as their visit lasts.
namespace sprechtag::store {

//! The rows of one pass: those that move, go and come, in this order.
[[nodiscard]] Result<Done, StoreError> writeVisits(Connection &connection, const broker::Batch &batch);

[[nodiscard]] Result<std::vector<broker::Visit>, StoreError> loadVisits(Connection &connection);

//! Puts the rows that are left into fresh pages. Deleting overwrites a row with zeros, but when rows have been moved
//! between pages, older copies of it stay in the gaps; they go only with their page. Begins its own transaction.
[[nodiscard]] Result<Done, StoreError> rewriteVisits(Connection &connection);

} // namespace sprechtag::store
