// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/store/Connection.h"
#include "shared/base/Id.h"
#include "shared/domain/hours/OpeningHours.h"

//! Opening hours of offices and the calendar of their town, as rows.
namespace sprechtag::store {

[[nodiscard]] Result<hours::OpeningHours, StoreError> loadHours(Connection &connection, OfficeId office);

//! Inside the caller's transaction; the office is there already, and with it whether it opens on holidays.
[[nodiscard]] Result<Done, StoreError> replaceHours(Connection &connection, OfficeId office,
                                                    const hours::OpeningHours &hours);

//! The days on which all of the town closes.
[[nodiscard]] Result<QList<hours::ClosedDays>, StoreError> loadClosedDays(Connection &connection);

//! Inside the caller's transaction.
[[nodiscard]] Result<Done, StoreError> replaceClosedDays(Connection &connection,
                                                         const QList<hours::ClosedDays> &closedDays);

} // namespace sprechtag::store
