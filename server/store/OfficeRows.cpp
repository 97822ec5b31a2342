// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/OfficeRows.h"

#include "server/broker/TownPorts.h"
#include "server/store/AnswerRows.h"
#include "server/store/ChangeLog.h"
#include "server/store/Failpoints.h"
#include "server/store/Statement.h"
#include "server/store/TownRows.h"
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

Result<Done, StoreError> loadTownOf(Connection &connection, broker::Loaded &loaded, const broker::FactCodec &codec)
{
    auto town = loadTown(connection);
    if (!town)
        return Failure(town.error());
    loaded.authority = town->authority.name;
    loaded.calendar = town->authority.calendar;
    loaded.consentVersion = town->authority.consentVersion;
    for (const town::Account &account : town->accounts)
        loaded.clerks.push_back({account.id, account.login, account.name});
    for (const town::Office &office : town->offices) {
        auto facts = loadFacts(connection, office.id, codec);
        if (!facts)
            return Failure(facts.error());
        loaded.offices.push_back({broker::configOf(office, *town), std::move(facts).value()});
    }
    return Done{};
}

Result<Done, StoreError> checkChangeLog(Connection &connection)
{
    const auto broken = firstBrokenChange(connection);
    if (!broken)
        return Failure(broken.error());
    if (!*broken)
        return Done{};
    qCCritical(lcStore) << "the log of changes is broken at entry" << **broken;
    return Failure(StoreError::ChangeLogBroken);
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

Result<broker::Loaded, StoreError> load(Connection &connection, const broker::FactCodec &codec)
{
    broker::Loaded loaded;
    if (const auto done = checkChangeLog(connection); !done)
        return Failure(done.error());
    if (const auto done = loadTownOf(connection, loaded, codec); !done)
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
