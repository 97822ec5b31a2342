// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/VisitRows.h"

#include "server/store/Failpoints.h"
#include "server/store/Resources.h"
#include "server/store/Statement.h"

#include <algorithm>

namespace sprechtag::store {
namespace {

constexpr QChar kBetweenEntries = u'\n';

Result<Done, StoreError> eraseVisits(Connection &connection, const std::vector<TicketId> &tickets)
{
    Statement erase = connection.statement("delete_visit");
    for (const TicketId ticket : tickets) {
        if (const auto run = erase.bind(":ticket", ticket).run(); !run)
            return run;
        SPRECHTAG_FAILPOINT("write.erasure");
    }
    return Done{};
}

Result<Done, StoreError> moveVisits(Connection &connection, const std::vector<broker::MovedVisit> &moved)
{
    Statement update = connection.statement("update_visit_office");
    for (const broker::MovedVisit &visit : moved) {
        if (const auto run = update.bind(":office", visit.office)
                                 .bind(":note", visit.note.reveal())
                                 .bind(":ticket", visit.ticket)
                                 .run();
            !run)
            return run;
        SPRECHTAG_FAILPOINT("write.move");
    }
    return Done{};
}

Result<Done, StoreError> writeNotes(Connection &connection, const std::vector<broker::VisitNote> &notes)
{
    Statement update = connection.statement("update_visit_note");
    for (const broker::VisitNote &note : notes) {
        if (const auto run = update.bind(":note", note.text.reveal()).bind(":ticket", note.ticket).run(); !run)
            return run;
        SPRECHTAG_FAILPOINT("write.note");
    }
    return Done{};
}

Result<Done, StoreError> writeTicks(Connection &connection, const std::vector<broker::VisitTicks> &ticks)
{
    Statement update = connection.statement("update_visit_ticks");
    for (const broker::VisitTicks &one : ticks) {
        const QString entries = one.ticked.reveal().join(kBetweenEntries);
        if (const auto run = update.bind(":ticked", entries).bind(":ticket", one.ticket).run(); !run)
            return run;
        SPRECHTAG_FAILPOINT("write.ticks");
    }
    return Done{};
}

Result<Done, StoreError> writeVisit(Connection &connection, const broker::Visit &visit)
{
    Statement insert = connection.statement("insert_visit");
    const auto run = insert.bind(":ticket", visit.ticket)
                         .bind(":office", visit.office)
                         .bind(":token_hash", visit.tokenHash)
                         .bind(":name", visit.name.reveal())
                         .bind(":concern", visit.concern.reveal())
                         .bind(":lang", visit.lang)
                         .bind(":consent_version", visit.consentVersion)
                         .bind(":file_key", visit.fileKey.reveal())
                         .run();
    SPRECHTAG_FAILPOINT("write.visit");
    return run;
}

Result<broker::Visit, StoreError> visitOf(const Statement &row)
{
    const auto ticket = row.id<TicketId>(0);
    const auto office = row.id<OfficeId>(1);
    if (!ticket || !office)
        return Failure(StoreError::DatabaseDamaged);
    return broker::Visit{
        *ticket,     *office,     row.blob(2), row.text(3), row.text(4),
        row.text(5), row.text(6), row.text(7), row.text(8), row.text(9).split(kBetweenEntries, Qt::SkipEmptyParts),
        row.blob(10)};
}

} // namespace

Result<Done, StoreError> writeVisits(Connection &connection, const broker::Batch &batch)
{
    if (const auto done = moveVisits(connection, batch.movedVisits); !done)
        return done;
    if (const auto done = eraseVisits(connection, batch.erasedVisits); !done)
        return done;
    for (const broker::Visit &visit : batch.visits) {
        // A visit that begins and ends within one pass never gets its row.
        const bool over = std::ranges::find(batch.erasedVisits, visit.ticket) != batch.erasedVisits.end();
        if (over)
            continue;
        if (const auto written = writeVisit(connection, visit); !written)
            return written;
    }
    if (const auto done = writeNotes(connection, batch.notes); !done)
        return done;
    return writeTicks(connection, batch.ticks);
}

Result<std::vector<broker::Visit>, StoreError> loadVisits(Connection &connection)
{
    return connection.statement("select_visits").rows<std::vector<broker::Visit>>(visitOf);
}

Result<Done, StoreError> rewriteVisits(Connection &connection)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return Failure(transaction.error());
    for (const char *const step :
         {"rewrite_visits_1_copy", "rewrite_visits_2_clear", "rewrite_visits_3_restore", "rewrite_visits_4_forget"}) {
        if (const auto done = connection.execute(statementText(step)); !done)
            return done;
        SPRECHTAG_FAILPOINT("rewrite.step");
    }
    return transaction.value().commit();
}

} // namespace sprechtag::store
