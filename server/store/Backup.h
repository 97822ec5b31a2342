// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/store/Connection.h"

namespace sprechtag::store {

//! Copies the whole database into a new file under the same key, checks every page of the copy and makes it durable.
//! The file gets its name when it is complete. Not within a transaction.
[[nodiscard]] Result<Done, StoreError> backUp(Connection &connection, const QString &path, const Secret &key);

} // namespace sprechtag::store
