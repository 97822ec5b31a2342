// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/OldFacts.h"

#include "server/store/Migrations.h"
#include "shared/base/Log.h"

namespace sprechtag::app {

using store::Folded;
using store::StoreError;

OldFacts::OldFacts(store::StoreWriter &writer, broker::FactCodec codec, std::chrono::days kept, QString database)
    : m_writer(writer)
    , m_codec(std::move(codec))
    , m_kept(kept)
    , m_database(std::move(database))
    , m_self(std::make_shared<OldFacts *>(this))
{
}

void OldFacts::look(Instant now, const QTimeZone &zone)
{
    const QDate before = hours::localDay(now, zone).addDays(-qint64{m_kept.count()});
    if (before == m_before)
        return;
    m_before = before;
    store::removeOldCopies(m_database, now, m_kept);
    fold({before, zone});
}

void OldFacts::fold(const store::Folding &folding)
{
    m_writer.run<Folded>(
        [folding, codec = m_codec](store::Connection &connection) {
            return store::foldOldestDay(connection, folding, codec);
        },
        [self = std::weak_ptr(m_self), folding](const Result<Folded, StoreError> &folded) {
            const auto alive = self.lock();
            if (!alive)
                return;
            if (!folded)
                qCCritical(lcServer) << "old facts could not be turned into totals, they are kept until tomorrow";
            else if (*folded == Folded::Day && folding.before == (*alive)->m_before)
                (*alive)->fold(folding);
        });
}

} // namespace sprechtag::app
