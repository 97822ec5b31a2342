// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/TownPorts.h"
#include "server/store/Connection.h"

namespace sprechtag::store {

//! The one way in which a town changes: all edits or none, each with its line in the log. Inside the caller's
//! transaction, which is undone after a failure; an outcome that is no TownSaved has changed nothing.
[[nodiscard]] Result<broker::TownOutcome, StoreError> saveTown(Connection &connection,
                                                               const QList<broker::TownEdit> &edits,
                                                               const broker::Author &author,
                                                               const broker::Differences &differences);

} // namespace sprechtag::store
