// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/OfficeRows.h"

#include "server/broker/TownPorts.h"
#include "server/store/AnswerRows.h"
#include "server/store/ChangeLog.h"
#include "server/store/FactRows.h"
#include "server/store/Statement.h"
#include "server/store/TotalRows.h"
#include "server/store/TownRows.h"
#include "server/store/VisitRows.h"
#include "shared/base/Log.h"

namespace sprechtag::store {
namespace {

Result<Done, StoreError> loadTownOf(Connection &connection, broker::Loaded &loaded, const broker::FactCodec &codec)
{
    auto town = loadTown(connection);
    if (!town)
        return Failure(town.error());
    loaded.authority = town->authority.name;
    loaded.calendar = town->authority.calendar;
    loaded.consentVersion = town->authority.consentVersion;
    loaded.interpreters = town->interpreters;
    for (const town::Account &account : town->accounts)
        loaded.clerks.push_back({account.id, account.login, account.name});
    for (const town::Office &office : town->offices) {
        auto before = loadOfficeState(connection, office.id, codec);
        if (!before)
            return Failure(before.error());
        auto facts = loadFacts(connection, office.id, before->seq, codec);
        if (!facts)
            return Failure(facts.error());
        const auto totals = loadTotals(connection, office.id);
        if (!totals)
            return Failure(totals.error());
        loaded.offices.push_back({broker::configOf(office, *town), std::move(facts).value(), std::move(before).value(),
                                  office::forecastsOf(*totals)});
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

Result<std::vector<OfficeId>, StoreError> officeIds(Connection &connection)
{
    const auto idOf = [](const Statement &row) -> Result<OfficeId, StoreError> {
        const auto id = row.id<OfficeId>(0);
        return id ? Result<OfficeId, StoreError>(*id) : Failure(StoreError::DatabaseDamaged);
    };
    return connection.statement("select_office_ids").rows<std::vector<OfficeId>>(idOf);
}

} // namespace sprechtag::store
