// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/app/StoredFacts.h"
#include "server/store/FactFolding.h"
#include "server/store/FactRows.h"
#include "server/store/TotalRows.h"
#include "shared/domain/hours/DayNumber.h"
#include "tests/unit/domain/Script.h"
#include "tests/unit/store/StoreKit.h"

#include <algorithm>

namespace sprechtag::test {

using office::script::Story;

//! Days in two offices, with facts as a town has them: who comes, is served, leaves, or stays over night.
inline Story days(int count, int visitsPerDay, int firstTicket)
{
    constexpr int kDaySeconds = 24 * 3600;
    QString story;
    int ticket = firstTicket;
    for (int day = 0; day < count; ++day) {
        story += QStringLiteral("open A;");
        int passed = 0;
        for (int visit = 0; visit < visitsPerDay; ++visit, ++ticket) {
            story += visit % 5 == 4
                         ? QStringLiteral("draw %1; wait 40; leave %1;").arg(ticket)
                         : QStringLiteral("draw %1 about 7; wait 40; next A; enter %1; wait %2; finish A %1;")
                               .arg(QString::number(ticket), QString::number(60 + ticket % 300));
            passed += 40 + (visit % 5 == 4 ? 0 : 60 + ticket % 300);
        }
        // Somebody is parked until the next morning.
        story += QStringLiteral("draw %1; next A; enter %1; park A %1; wait %2; unpark A %1;")
                     .arg(QString::number(ticket), QString::number(kDaySeconds - passed));
        story += QStringLiteral("next A; enter %1; finish A %1; close A;").arg(ticket);
        ++ticket;
    }
    return Story(story);
}

//! Facts of two offices in the order of time, as they would have come.
inline void write(store::Connection &connection, const Story &first, const Story &second)
{
    auto left = first.facts().begin();
    auto right = second.facts().begin();
    while (left != first.facts().end() || right != second.facts().end()) {
        const bool isFirst = right == second.facts().end() || (left != first.facts().end() && left->at <= right->at);
        broker::Batch batch;
        batch.facts = {{officeId(isFirst ? 1 : 2), {isFirst ? *left++ : *right++}}};
        if (!store::writeBatch(connection, batch, app::storedFacts()))
            qFatal("a fact is not accepted");
    }
}

inline QDate dayOfStory(int number)
{
    return hours::localDay(office::script::kStoryBegins, QTimeZone::utc()).addDays(number);
}

inline store::Folding foldingBefore(int day)
{
    return {dayOfStory(day), QTimeZone::utc()};
}

//! Whatever a running server would find of an office.
struct Found
{
    office::OfficeState state;
    office::Facts facts;
    office::Totals totals;
    friend bool operator==(const Found &, const Found &) = default;
};

inline Found foundOf(store::Connection &connection, OfficeId office)
{
    auto state = store::loadOfficeState(connection, office, app::storedFacts());
    auto facts = store::loadFacts(connection, office, state ? state->seq : 0, app::storedFacts());
    auto totals = store::loadTotals(connection, office);
    if (!state || !facts || !totals)
        qFatal("an office is not readable");
    return {std::move(state).value(), std::move(facts).value(), std::move(totals).value()};
}

//! The office as it is now, and the totals of all of its days, erased or not.
inline std::pair<office::OfficeState, office::Totals> wholeOf(Found found)
{
    const office::Totals rest = office::totalsOf(
        found.state, found.facts, [](Instant at) { return hours::dayNumber(hours::localDay(at, QTimeZone::utc())); });
    office::add(found.totals, rest);
    // Settings are the town's, and what was foretold before a cut is not remembered behind it.
    found.state.settings = {};
    for (auto &[key, day] : found.totals)
        day.foretold = day.foretoldRight = 0;
    return {found.state, found.totals};
}

} // namespace sprechtag::test
