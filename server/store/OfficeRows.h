// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Ports.h"
#include "server/store/Connection.h"

namespace sprechtag::store {

//! Appends a batch inside the caller's transaction. Constraint: it contradicts what is stored.
[[nodiscard]] Result<Done, StoreError> writeBatch(Connection &connection, const broker::Batch &batch,
                                                  const broker::FactCodec &codec);

//! Everything that the broker needs at its start.
[[nodiscard]] Result<broker::Loaded, StoreError> load(Connection &connection, const broker::FactCodec &codec);

//! Of all offices, those that were taken away included.
[[nodiscard]] Result<std::vector<OfficeId>, StoreError> officeIds(Connection &connection);

} // namespace sprechtag::store
