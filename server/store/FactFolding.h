// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Ports.h"
#include "server/store/Connection.h"

#include <QDate>

namespace sprechtag::store {

//! What becomes of old facts: the days before `before` are counted, and their facts erased.
struct Folding
{
    QDate before;
    QTimeZone zone; //!< of the authority: its days
};

enum class Folded { Day, Nothing };

//! Turns the oldest day of an office into totals, inside the caller's transaction. The office goes on from its state at
//! the end of that day. Nothing: there is none that is old enough, but for offices whose facts or state cannot be read;
//! those keep what they have, and the log says so.
[[nodiscard]] Result<Folded, StoreError> foldOldestDay(Connection &connection, const Folding &folding,
                                                       const broker::FactCodec &codec);

} // namespace sprechtag::store
