// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/FactRows.h"

#include "server/store/Failpoints.h"
#include "server/store/Resources.h"
#include "server/store/Statement.h"
#include "shared/base/Log.h"

namespace sprechtag::store {
namespace {

// The columns say again what the body says: a row that disagrees with itself is damaged.
auto factOf(OfficeId office, const broker::FactCodec &codec)
{
    return [&codec, office](const Statement &row) -> Result<office::Fact, StoreError> {
        const auto fact = codec.decode(row.text(2).toUtf8());
        if (fact && static_cast<std::int64_t>(fact->seq) == row.integer(0) && fact->at == row.instant(1))
            return *fact;
        qCCritical(lcStore) << "fact" << row.integer(0) << "of" << office.text().c_str() << "is not readable";
        return Failure(StoreError::DatabaseDamaged);
    };
}

// Deleting overwrites a row with zeros, but a page that has become almost empty is filled up from its neighbours, and
// copies of what was moved stay in its gaps. So the oldest rows that are left get fresh pages.
Result<Done, StoreError> rewriteOldest(Connection &connection)
{
    for (const char *const step :
         {"rewrite_facts_1_copy", "rewrite_facts_2_clear", "rewrite_facts_3_restore", "rewrite_facts_4_forget"}) {
        if (const auto done = connection.execute(statementText(step)); !done)
            return done;
        SPRECHTAG_FAILPOINT("fold.rewrite");
    }
    return Done{};
}

} // namespace

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

Result<office::Facts, StoreError> loadFacts(Connection &connection, OfficeId office, office::Sequence erasedUntil,
                                            const broker::FactCodec &codec)
{
    auto facts =
        connection.statement("select_facts").bind(":office", office).rows<office::Facts>(factOf(office, codec));
    if (!facts)
        return facts;
    office::Sequence expected = erasedUntil;
    for (const office::Fact &fact : *facts) {
        if (fact.seq == ++expected)
            continue;
        qCCritical(lcStore) << "of" << office.text().c_str() << "the facts" << expected << "to" << fact.seq - 1
                            << "are missing";
        return Failure(StoreError::DatabaseDamaged);
    }
    return facts;
}

Result<office::Facts, StoreError> loadFactsBefore(Connection &connection, OfficeId office, Instant before,
                                                  const broker::FactCodec &codec)
{
    return connection.statement("select_facts_until")
        .bind(":office", office)
        .bind(":before", before)
        .rows<office::Facts>(factOf(office, codec));
}

Result<office::OfficeState, StoreError> loadOfficeState(Connection &connection, OfficeId office,
                                                        const broker::FactCodec &codec)
{
    const auto stateOf = [&codec, office](const Statement &row) -> Result<office::OfficeState, StoreError> {
        auto state = codec.decodeState(row.text(1).toUtf8());
        if (state && static_cast<std::int64_t>(state->seq) == row.integer(0))
            return *std::move(state);
        qCCritical(lcStore) << "the state of" << office.text().c_str() << "behind its erased facts is not readable";
        return Failure(StoreError::DatabaseDamaged);
    };
    auto stored = connection.statement("select_office_state").bind(":office", office).row<office::OfficeState>(stateOf);
    if (!stored)
        return Failure(stored.error());
    return std::move(stored).value().value_or(office::OfficeState{});
}

Result<std::vector<OldestFact>, StoreError> oldestFactsBefore(Connection &connection, Instant before)
{
    const auto oldestOf = [](const Statement &row) -> Result<OldestFact, StoreError> {
        const auto office = row.id<OfficeId>(0);
        if (!office)
            return Failure(StoreError::DatabaseDamaged);
        return OldestFact{*office, row.instant(1)};
    };
    return connection.statement("select_oldest_facts").bind(":before", before).rows<std::vector<OldestFact>>(oldestOf);
}

Result<Done, StoreError> eraseFacts(Connection &connection, OfficeId office, const office::OfficeState &state,
                                    const broker::FactCodec &codec)
{
    const auto seq = static_cast<std::int64_t>(state.seq);
    auto put = connection.statement("upsert_office_state")
                   .bind(":office", office)
                   .bind(":seq", seq)
                   .bind(":state", QString::fromUtf8(codec.encodeState(state)))
                   .run();
    SPRECHTAG_FAILPOINT("fold.state");
    if (!put)
        return put;
    auto erased = connection.statement("delete_facts_until").bind(":office", office).bind(":seq", seq).run();
    SPRECHTAG_FAILPOINT("fold.erasure");
    return erased ? rewriteOldest(connection) : erased;
}

} // namespace sprechtag::store
