// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/TownPorts.h"
#include "server/store/StoreWriter.h"

#include <memory>

namespace sprechtag::store {

//! The town in the database, written by the same thread as everything else. Continuations that are open when it goes
//! are never called.
class StoreTown final : public broker::TownStore
{
public:
    //! `delivered` is called after each continuation, for whoever runs the passes of the broker.
    StoreTown(StoreWriter &writer, broker::Differences differences, std::function<void()> delivered);

    void save(const QList<broker::TownEdit> &edits, const broker::Author &author,
              std::function<void(const broker::TownOutcome &)> then) override;
    void changes(std::int64_t before, int most, std::function<void(const QList<broker::LoggedChange> &)> then) override;
    void formContent(FormId form, std::function<void(const std::optional<QByteArray> &)> then) override;

private:
    StoreWriter &m_writer;
    broker::Differences m_differences;
    std::function<void()> m_delivered;
    // What is delivered late finds nobody instead of a dead object.
    std::shared_ptr<StoreTown *> m_self;
};

} // namespace sprechtag::store
