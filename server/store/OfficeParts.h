// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/store/Connection.h"
#include "shared/domain/town/Values.h"

//! Staff, concerns, shifts and thresholds of an office, as rows.
namespace sprechtag::store {

//! Fills them in.
[[nodiscard]] Result<Done, StoreError> loadParts(Connection &connection, town::Office &office);

//! Inside the caller's transaction; the office, its clerks and its concerns are there already.
[[nodiscard]] Result<Done, StoreError> replaceParts(Connection &connection, const town::Office &office);

} // namespace sprechtag::store
