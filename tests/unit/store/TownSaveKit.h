// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/store/ChangeLog.h"
#include "server/store/TownRows.h"
#include "server/store/TownSave.h"
#include "tests/unit/store/StoreKit.h"

#include <limits>

//! Saving a town and reading it back; what must not fail ends the test program.
namespace sprechtag::test {

inline town::Town stored(store::Connection &connection)
{
    auto town = store::loadTown(connection);
    if (!town)
        qFatal("the town cannot be loaded");
    return std::move(town).value();
}

inline broker::Author frauSchmidt(std::int64_t when = 100)
{
    return {clerkId(1), at(when)};
}

inline broker::TownEdit edit(const town::Value &value)
{
    return {town::keyOf(value), value, town::versionOf(value)};
}

inline broker::TownEdit removal(const town::Value &value)
{
    return {town::keyOf(value), std::nullopt, town::versionOf(value)};
}

inline broker::TownOutcome saved(store::Connection &connection, const QList<broker::TownEdit> &edits,
                                 const broker::Author &author = frauSchmidt())
{
    auto outcome = save(connection, edits, author);
    if (!outcome)
        qFatal("saving failed with %d", static_cast<int>(outcome.error()));
    return std::move(outcome).value();
}

inline std::optional<town::FaultCode> refusal(const broker::TownOutcome &outcome)
{
    const auto *const refused = std::get_if<broker::TownRefused>(&outcome);
    return refused ? std::optional(refused->faults.constFirst().code) : std::nullopt;
}

inline bool isSaved(const broker::TownOutcome &outcome)
{
    return std::holds_alternative<broker::TownSaved>(outcome);
}

// Of a town with one line in its log for each value.
inline QList<broker::LoggedChange> logOf(store::Connection &connection)
{
    auto changes = store::loadChanges(connection, std::numeric_limits<std::int64_t>::max(), -1);
    if (!changes)
        qFatal("the log cannot be read");
    return std::move(changes).value();
}

inline QByteArray count(store::Connection &connection, const char *table)
{
    return *connection.value(QByteArray("SELECT count(*) FROM ") + table);
}

} // namespace sprechtag::test
