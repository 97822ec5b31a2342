// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/TownPorts.h"
#include "server/store/Connection.h"

//! Who has changed what about the town. Only ever written on; each entry holds the hash of the one before it.
namespace sprechtag::store {

//! Inside the caller's transaction. The number and the name of the clerk in `change` mean nothing here.
[[nodiscard]] Result<Done, StoreError> appendChange(Connection &connection, const broker::LoggedChange &change);

//! The newest first, those before `before` alone.
[[nodiscard]] Result<QList<broker::LoggedChange>, StoreError> loadChanges(Connection &connection, std::int64_t before,
                                                                          int most);

//! The newest about one value: its version, who and when alone.
[[nodiscard]] Result<std::optional<broker::LoggedChange>, StoreError> lastChange(Connection &connection,
                                                                                 const town::Key &key);

//! The first entry that does not follow from the one before it; nullopt: the log is whole. That its newest entries
//! were cut off nobody can tell from it alone: lastLink() noted elsewhere can.
[[nodiscard]] Result<std::optional<std::int64_t>, StoreError> firstBrokenChange(Connection &connection);

//! Number and hash of the newest entry.
struct Link
{
    std::int64_t seq{};
    QByteArray chain;
};
[[nodiscard]] Result<Link, StoreError> lastLink(Connection &connection);

} // namespace sprechtag::store
