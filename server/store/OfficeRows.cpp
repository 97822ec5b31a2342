// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/OfficeRows.h"

#include "server/store/AccountRows.h"
#include "server/store/AnswerRows.h"
#include "server/store/Failpoints.h"
#include "server/store/HoursRows.h"
#include "server/store/Setup.h"
#include "server/store/Statement.h"
#include "server/store/VisitRows.h"
#include "shared/base/Log.h"

namespace sprechtag::store {
namespace {

Result<Done, StoreError> writeFacts(Connection &connection, const broker::Batch::OfficeFacts &facts,
                                    const broker::FactCodec &codec)
{
    Statement insert = connection.statement("insert_fact");
    for (const office::Fact &fact : facts.facts) {
        insert.bind(":office", facts.office)
            .bind(":seq", static_cast<std::int64_t>(fact.seq))
            .bind(":at", fact.at)
            .bind(":body", QString::fromUtf8(codec.encode(fact)));
        if (const auto run = insert.run(); !run)
            return run;
        SPRECHTAG_FAILPOINT("write.fact");
    }
    return Done{};
}

Result<ClerkId, StoreError> clerkOf(const Statement &row)
{
    if (const auto clerk = row.id<ClerkId>(0))
        return *clerk;
    return Failure(StoreError::DatabaseDamaged);
}

Result<QList<ClerkId>, StoreError> loadStaff(Connection &connection, OfficeId office)
{
    return connection.statement("select_office_clerks").bind(":office", office).rows<QList<ClerkId>>(clerkOf);
}

office::Settings settingsOf(const Statement &row)
{
    office::Settings settings;
    settings.enterWithin = seconds(row.integer(5));
    settings.clerkGrace = seconds(row.integer(6));
    settings.citizenGrace = seconds(row.integer(7));
    settings.unreachableUntil = std::chrono::duration_cast<minutes>(seconds(row.integer(8)));
    settings.notCalledAfterMiss = std::chrono::duration_cast<minutes>(seconds(row.integer(9)));
    settings.maxCalls = static_cast<std::uint32_t>(row.integer(10));
    if (!row.isNull(11))
        settings.queueLimit = static_cast<std::uint32_t>(row.integer(11));
    settings.lastNumber = static_cast<std::uint32_t>(row.integer(12));
    return settings;
}

Result<broker::OfficeConfig, StoreError> officeOf(const Statement &row, Connection &connection)
{
    const auto id = row.id<OfficeId>(0);
    if (!id)
        return Failure(StoreError::DatabaseDamaged);
    auto hours = loadHours(connection, *id);
    auto clerks = loadStaff(connection, *id);
    if (!hours || !clerks)
        return Failure(hours ? clerks.error() : hours.error());
    return broker::OfficeConfig{*id,
                                row.text(1),
                                row.text(2),
                                row.text(3),
                                std::move(hours).value(),
                                settingsOf(row),
                                row.integer(4) != 0,
                                std::move(clerks).value()};
}

// The columns say again what the body says: a row that disagrees with itself is damaged.
Result<office::Facts, StoreError> loadFacts(Connection &connection, OfficeId office, const broker::FactCodec &codec)
{
    const auto factOf = [&codec, office](const Statement &row) -> Result<office::Fact, StoreError> {
        const auto fact = codec.decode(row.text(2).toUtf8());
        if (fact && static_cast<std::int64_t>(fact->seq) == row.integer(0) && fact->at == row.instant(1))
            return *fact;
        qCCritical(lcStore) << "fact" << row.integer(0) << "of" << office.text().c_str() << "is not readable";
        return Failure(StoreError::DatabaseDamaged);
    };
    return connection.statement("select_facts").bind(":office", office).rows<office::Facts>(factOf);
}

Result<TownSetup::Authority, StoreError> authorityOf(const Statement &row)
{
    const auto land = hours::landOf(row.text(3));
    const QTimeZone zone(row.text(1).toUtf8());
    if (!zone.isValid() || (!land && !row.isNull(3)))
        return Failure(StoreError::DatabaseDamaged);
    const hours::TownRules rules{
        .corpusChristi = row.integer(4) != 0, .assumption = row.integer(5) != 0, .peaceFestival = row.integer(6) != 0};
    return TownSetup::Authority{row.text(0), {zone, land, rules, {}}, row.text(2)};
}

Result<Done, StoreError> loadAuthority(Connection &connection, broker::Loaded &loaded)
{
    auto authority = connection.statement("select_authority").row<TownSetup::Authority>(authorityOf);
    if (!authority)
        return Failure(authority.error());
    if (!authority.value())
        return Done{};
    auto closedDays = loadClosedDays(connection);
    if (!closedDays)
        return Failure(closedDays.error());
    loaded.authority = authority.value()->name;
    loaded.calendar = std::move(authority.value()->calendar);
    loaded.calendar.closedDays = std::move(closedDays).value();
    loaded.consentVersion = authority.value()->consentVersion;
    return Done{};
}

Result<Done, StoreError> loadOfficesWithFacts(Connection &connection, broker::Loaded &loaded,
                                              const broker::FactCodec &codec)
{
    auto offices = loadOffices(connection);
    if (!offices)
        return Failure(offices.error());
    for (broker::OfficeConfig &config : offices.value()) {
        auto facts = loadFacts(connection, config.id, codec);
        if (!facts)
            return Failure(facts.error());
        loaded.offices.push_back({std::move(config), std::move(facts).value()});
    }
    return Done{};
}

Result<Done, StoreError> loadClerkNames(Connection &connection, broker::Loaded &loaded)
{
    const auto accounts = loadAccounts(connection);
    if (!accounts)
        return Failure(accounts.error());
    for (const broker::Account &account : *accounts)
        loaded.clerks.push_back({account.id, account.login, account.name});
    return Done{};
}

} // namespace

Result<Done, StoreError> writeBatch(Connection &connection, const broker::Batch &batch, const broker::FactCodec &codec)
{
    for (const auto &facts : batch.facts) {
        if (const auto written = writeFacts(connection, facts, codec); !written)
            return written;
    }
    if (const auto written = writeVisits(connection, batch); !written)
        return written;
    return writeAnswers(connection, batch.answers);
}

Result<std::vector<broker::OfficeConfig>, StoreError> loadOffices(Connection &connection)
{
    return connection.statement("select_offices")
        .rows<std::vector<broker::OfficeConfig>>(
            [&connection](const Statement &row) { return officeOf(row, connection); });
}

Result<broker::Loaded, StoreError> load(Connection &connection, const broker::FactCodec &codec)
{
    broker::Loaded loaded;
    if (const auto done = loadAuthority(connection, loaded); !done)
        return Failure(done.error());
    if (const auto done = loadOfficesWithFacts(connection, loaded, codec); !done)
        return Failure(done.error());
    if (const auto done = loadClerkNames(connection, loaded); !done)
        return Failure(done.error());
    auto visits = loadVisits(connection);
    if (!visits)
        return Failure(visits.error());
    loaded.visits = std::move(visits).value();
    auto answers = loadAnswers(connection);
    if (!answers)
        return Failure(answers.error());
    loaded.answers = std::move(answers).value();
    return loaded;
}

} // namespace sprechtag::store
