// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Ports.h"
#include "server/store/Connection.h"

//! The facts of an office, and the office behind those that are erased.
namespace sprechtag::store {

//! Appends them. Constraint: they do not follow what is stored.
[[nodiscard]] Result<Done, StoreError> writeFacts(Connection &connection, const broker::Batch::OfficeFacts &facts,
                                                  const broker::FactCodec &codec);

//! All that are left; the first one follows `erasedUntil`.
[[nodiscard]] Result<office::Facts, StoreError> loadFacts(Connection &connection, OfficeId office,
                                                          office::Sequence erasedUntil, const broker::FactCodec &codec);
//! Those from the first one that is left until the first one that is not before `before`.
[[nodiscard]] Result<office::Facts, StoreError> loadFactsBefore(Connection &connection, OfficeId office, Instant before,
                                                                const broker::FactCodec &codec);

//! The office behind its newest erased fact; as it began, when none is erased.
[[nodiscard]] Result<office::OfficeState, StoreError> loadOfficeState(Connection &connection, OfficeId office,
                                                                      const broker::FactCodec &codec);

//! Whose facts may have to go next, and when the first of them happened.
struct OldestFact
{
    OfficeId office;
    Instant at;
};
//! One for each office that has facts before that, the oldest first.
[[nodiscard]] Result<std::vector<OldestFact>, StoreError> oldestFactsBefore(Connection &connection, Instant before);

//! Erases the facts up to `state.seq`, which the office does not need any more: it goes on from `state`. Part of the
//! caller's transaction.
[[nodiscard]] Result<Done, StoreError> eraseFacts(Connection &connection, OfficeId office,
                                                  const office::OfficeState &state, const broker::FactCodec &codec);

} // namespace sprechtag::store
