// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/FactFolding.h"

#include "server/broker/TownPorts.h"
#include "server/store/FactRows.h"
#include "server/store/TotalRows.h"
#include "server/store/TownRows.h"
#include "shared/base/Log.h"
#include "shared/domain/hours/DayNumber.h"
#include "shared/domain/office/DayTotals.h"

#include <algorithm>

namespace sprechtag::store {
namespace {

Instant beginningOf(QDate day, const QTimeZone &zone)
{
    return Instant(milliseconds(day.startOfDay(zone).toMSecsSinceEpoch()));
}

// Of an office that is no longer there nobody knows what it had set; facts do not depend on it.
Result<office::Settings, StoreError> settingsOf(Connection &connection, OfficeId id)
{
    const auto town = loadTown(connection);
    if (!town)
        return Failure(town.error());
    const auto office = std::ranges::find(town->offices, id, &town::Office::id);
    return office == town->offices.end() ? office::Settings{} : office->settings;
}

Result<Folded, StoreError> fold(Connection &connection, OfficeId office, Instant before, const Folding &folding,
                                const broker::FactCodec &codec)
{
    auto state = loadOfficeState(connection, office, codec);
    const auto settings = settingsOf(connection, office);
    const auto facts = loadFactsBefore(connection, office, before, codec);
    if (!state || !settings || !facts) {
        const StoreError error = !state ? state.error() : !settings ? settings.error() : facts.error();
        if (error != StoreError::DatabaseDamaged)
            return Failure(error);
        qCCritical(lcStore) << "the facts of" << office.text().c_str() << "are kept: they cannot be read";
        return Folded::Nothing;
    }
    state.value().settings = *settings;
    const office::Totals totals = office::totalsOf(
        state.value(), *facts, [&folding](Instant at) { return hours::dayNumber(hours::localDay(at, folding.zone)); });
    // Nothing is erased for a state that would be another one when it is read again.
    if (codec.decodeState(codec.encodeState(*state)) != *state) {
        qCCritical(lcStore) << "the facts of" << office.text().c_str() << "are kept: its state cannot be stored";
        return Folded::Nothing;
    }
    if (const auto added = addTotals(connection, office, totals); !added)
        return Failure(added.error());
    if (const auto erased = eraseFacts(connection, office, *state, codec); !erased)
        return Failure(erased.error());
    qCInfo(lcStore) << facts->size() << "old facts of" << office.text().c_str() << "are totals of their days now";
    return Folded::Day;
}

} // namespace

Result<Folded, StoreError> foldOldestDay(Connection &connection, const Folding &folding, const broker::FactCodec &codec)
{
    const Instant limit = beginningOf(folding.before, folding.zone);
    const auto offices = oldestFactsBefore(connection, limit);
    if (!offices)
        return Failure(offices.error());
    // One that is broken keeps no other from its turn.
    for (const OldestFact &oldest : *offices) {
        const QDate next = hours::localDay(oldest.at, folding.zone).addDays(1);
        const auto folded =
            fold(connection, oldest.office, std::min(limit, beginningOf(next, folding.zone)), folding, codec);
        if (!folded || *folded == Folded::Day)
            return folded;
    }
    return Folded::Nothing;
}

} // namespace sprechtag::store
