// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/store/Connection.h"
#include "shared/base/Time.h"

#include <QList>

namespace sprechtag::store {

//! Marks a database as ours, in its header ("Sprt").
inline constexpr int kApplicationId = 0x53707274;

[[nodiscard]] Result<int, StoreError> schemaVersion(Connection &connection);

//! Brings a database to the version of the last script, all steps in one transaction: old or new, never between.
[[nodiscard]] Result<Done, StoreError> migrate(Connection &connection, const QList<QByteArray> &scripts);

//! Copies a database before it is migrated, without the rows that concern persons: they are due for erasure when
//! nobody thinks of the copy any more. A copy of the same version is replaced.
[[nodiscard]] Result<Done, StoreError> copyBeforeMigration(Connection &connection, const QString &copyPath,
                                                           const Secret &key);

//! Removes what was copied from before a migration and is older than `kept`, and copies that a command that was cut
//! short has left: nothing that was erased from the database shall stay beside it.
void removeOldCopies(const QString &database, Instant now, std::chrono::days kept);

} // namespace sprechtag::store
