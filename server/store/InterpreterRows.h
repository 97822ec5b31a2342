// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/store/Connection.h"
#include "shared/domain/town/Values.h"

//! The interpreters of the town as rows.
namespace sprechtag::store {

[[nodiscard]] Result<QList<town::Interpreter>, StoreError> loadInterpreters(Connection &connection);
//! Inside the caller's transaction.
[[nodiscard]] Result<Done, StoreError> putInterpreter(Connection &connection, const town::Interpreter &interpreter);

} // namespace sprechtag::store
