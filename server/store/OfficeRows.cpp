// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/OfficeRows.h"

#include "server/store/AccountRows.h"
#include "server/store/AnswerRows.h"
#include "server/store/Failpoints.h"
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

Result<QList<hours::Range>, StoreError> loadHours(Connection &connection, OfficeId office)
{
    QList<hours::Range> ranges;
    Statement select = connection.statement("select_office_hours");
    select.bind(":office", office);
    for (;;) {
        const auto row = select.step();
        if (!row)
            return Failure(row.error());
        if (!*row)
            return ranges;
        ranges.append({static_cast<int>(select.integer(0)), static_cast<int>(select.integer(1)),
                       static_cast<int>(select.integer(2))});
    }
}

Result<QList<ClerkId>, StoreError> loadStaff(Connection &connection, OfficeId office)
{
    QList<ClerkId> clerks;
    Statement select = connection.statement("select_office_clerks");
    select.bind(":office", office);
    for (;;) {
        const auto row = select.step();
        if (!row)
            return Failure(row.error());
        if (!*row)
            return clerks;
        const auto clerk = select.id<ClerkId>(0);
        if (!clerk)
            return Failure(StoreError::DatabaseDamaged);
        clerks.append(*clerk);
    }
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

// The columns say again what the body says: a row that disagrees with itself is damaged.
Result<office::Facts, StoreError> loadFacts(Connection &connection, OfficeId office, const broker::FactCodec &codec)
{
    office::Facts facts;
    Statement select = connection.statement("select_facts");
    select.bind(":office", office);
    for (;;) {
        const auto row = select.step();
        if (!row)
            return Failure(row.error());
        if (!*row)
            return facts;
        auto fact = codec.decode(select.text(2).toUtf8());
        if (!fact || static_cast<std::int64_t>(fact->seq) != select.integer(0) || fact->at != select.instant(1)) {
            qCCritical(lcStore) << "fact" << select.integer(0) << "of" << office.text().c_str() << "is not readable";
            return Failure(StoreError::DatabaseDamaged);
        }
        facts.push_back(std::move(*fact));
    }
}

Result<Done, StoreError> loadAuthority(Connection &connection, broker::Loaded &loaded)
{
    Statement select = connection.statement("select_authority");
    const auto row = select.step();
    if (!row)
        return Failure(row.error());
    if (*row) {
        loaded.authority = select.text(0);
        loaded.timeZone = select.text(1);
        loaded.consentVersion = select.text(2);
    }
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
    if (const auto written = writeVisits(connection, batch.visits, batch.erasedVisits); !written)
        return written;
    return writeAnswers(connection, batch.answers);
}

Result<std::vector<broker::OfficeConfig>, StoreError> loadOffices(Connection &connection)
{
    std::vector<broker::OfficeConfig> offices;
    Statement select = connection.statement("select_offices");
    for (;;) {
        const auto row = select.step();
        if (!row)
            return Failure(row.error());
        if (!*row)
            return offices;
        const auto id = select.id<OfficeId>(0);
        if (!id)
            return Failure(StoreError::DatabaseDamaged);
        auto ranges = loadHours(connection, *id);
        auto clerks = loadStaff(connection, *id);
        if (!ranges || !clerks)
            return Failure(ranges ? clerks.error() : ranges.error());
        offices.push_back({*id, select.text(1), select.text(2), select.text(3), std::move(ranges).value(),
                           settingsOf(select), select.integer(4) != 0, std::move(clerks).value()});
    }
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
