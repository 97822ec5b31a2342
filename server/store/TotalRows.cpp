// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/TotalRows.h"

#include "server/store/Failpoints.h"
#include "server/store/Statement.h"

#include <array>

namespace sprechtag::store {
namespace {

using namespace Qt::StringLiterals;
using office::DayTotals;

struct CountColumn
{
    const char *name;
    std::uint64_t DayTotals::*count;
};
//! In the order of select_day_totals.sql, behind day and concern.
constexpr std::array kCountColumns{
    CountColumn{":issued", &DayTotals::issued},     CountColumn{":received", &DayTotals::received},
    CountColumn{":served", &DayTotals::served},     CountColumn{":transferred", &DayTotals::transferred},
    CountColumn{":gone", &DayTotals::left},         CountColumn{":aborted", &DayTotals::aborted},
    CountColumn{":missed", &DayTotals::missed},     CountColumn{":closed", &DayTotals::closed},
    CountColumn{":foretold", &DayTotals::foretold}, CountColumn{":foretold_right", &DayTotals::foretoldRight}};

struct LengthKind
{
    QLatin1StringView name;
    office::Spread DayTotals::*spread;
};
constexpr std::array kLengthKinds{LengthKind{"wait"_L1, &DayTotals::waits},
                                  LengthKind{"service"_L1, &DayTotals::services}};

QString concernText(const office::TotalsKey &key)
{
    return key.concern ? QString::fromStdString(key.concern->text()) : u""_s;
}

Statement &bindKey(Statement &statement, OfficeId office, const office::TotalsKey &key)
{
    return statement.bind(":office", office).bind(":day", std::int64_t{key.day}).bind(":concern", concernText(key));
}

Result<Done, StoreError> addLengths(Connection &connection, OfficeId office, const office::TotalsKey &key,
                                    const DayTotals &day)
{
    Statement upsert = connection.statement("upsert_day_length");
    for (const LengthKind &kind : kLengthKinds) {
        const office::Spread &spread = day.*kind.spread;
        for (std::size_t bucket = 0; bucket < spread.counts.size(); ++bucket) {
            if (spread.counts.at(bucket) == 0)
                continue;
            const auto run = bindKey(upsert, office, key)
                                 .bind(":kind", QString(kind.name))
                                 .bind(":bucket", static_cast<std::int64_t>(bucket))
                                 .bind(":count", static_cast<std::int64_t>(spread.counts.at(bucket)))
                                 .run();
            if (!run)
                return run;
        }
    }
    return Done{};
}

Result<office::TotalsKey, StoreError> keyOf(const Statement &row)
{
    const auto concern = row.id<ConcernId>(1);
    if (!concern && !row.text(1).isEmpty())
        return Failure(StoreError::DatabaseDamaged);
    return office::TotalsKey{static_cast<office::ServiceDay>(row.integer(0)), concern};
}

Result<bool, StoreError> readCounts(const Statement &row, office::Totals &totals)
{
    const auto key = keyOf(row);
    if (!key)
        return Failure(key.error());
    DayTotals &day = totals[*key];
    int column = 2;
    for (const CountColumn &count : kCountColumns)
        day.*count.count = static_cast<std::uint64_t>(row.integer(column++));
    return true;
}

Result<bool, StoreError> readLength(const Statement &row, office::Totals &totals)
{
    const auto key = keyOf(row);
    if (!key)
        return Failure(key.error());
    const auto bucket = static_cast<std::size_t>(row.integer(3));
    for (const LengthKind &kind : kLengthKinds) {
        auto &counts = (totals[*key].*kind.spread).counts;
        if (row.text(2) != kind.name)
            continue;
        if (bucket >= counts.size())
            return Failure(StoreError::DatabaseDamaged);
        counts.at(bucket) = static_cast<std::uint64_t>(row.integer(4));
        return true;
    }
    return Failure(StoreError::DatabaseDamaged);
}

} // namespace

Result<Done, StoreError> addTotals(Connection &connection, OfficeId office, const office::Totals &totals)
{
    Statement upsert = connection.statement("upsert_day_totals");
    for (const auto &[key, day] : totals) {
        bindKey(upsert, office, key);
        for (const CountColumn &count : kCountColumns)
            upsert.bind(count.name, static_cast<std::int64_t>(day.*count.count));
        if (const auto run = upsert.run(); !run)
            return run;
        if (const auto added = addLengths(connection, office, key, day); !added)
            return added;
        SPRECHTAG_FAILPOINT("fold.totals");
    }
    return Done{};
}

Result<office::Totals, StoreError> loadTotals(Connection &connection, OfficeId office)
{
    office::Totals totals;
    const auto counts =
        connection.statement("select_day_totals").bind(":office", office).rows<QList<bool>>([&totals](const auto &row) {
            return readCounts(row, totals);
        });
    if (!counts)
        return Failure(counts.error());
    const auto lengths = connection.statement("select_day_lengths")
                             .bind(":office", office)
                             .rows<QList<bool>>([&totals](const auto &row) { return readLength(row, totals); });
    if (!lengths)
        return Failure(lengths.error());
    return totals;
}

} // namespace sprechtag::store
