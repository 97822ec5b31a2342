// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/store/FactFolding.h"
#include "server/store/StoreWriter.h"

#include <memory>

namespace sprechtag::app {

//! Lets the writer turn facts that are old enough into totals of their days, each night and after the start. Day by
//! day, so that nobody waits for long. Continuations that are open when it goes are never called.
class OldFacts final
{
public:
    //! \param database the file, beside which old copies may lie
    OldFacts(store::StoreWriter &writer, broker::FactCodec codec, std::chrono::days kept, QString database);

    //! Called now and then; works when a new day has begun.
    void look(Instant now, const QTimeZone &zone);

private:
    void fold(const store::Folding &folding);

    store::StoreWriter &m_writer;
    const broker::FactCodec m_codec;
    const std::chrono::days m_kept;
    const QString m_database;
    QDate m_before;
    // What is delivered late finds nobody instead of a dead object.
    std::shared_ptr<OldFacts *> m_self;
};

} // namespace sprechtag::app
