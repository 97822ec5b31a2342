// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/StoreTown.h"

#include "server/store/ChangeLog.h"
#include "server/store/TownRows.h"
#include "server/store/TownSave.h"

namespace sprechtag::store {

using broker::TownOutcome;
using Changes = QList<broker::LoggedChange>;

StoreTown::StoreTown(StoreWriter &writer, broker::Differences differences, std::function<void()> delivered)
    : m_writer(writer)
    , m_differences(std::move(differences))
    , m_delivered(std::move(delivered))
    , m_self(std::make_shared<StoreTown *>(this))
{
}

void StoreTown::save(const QList<broker::TownEdit> &edits, const broker::Author &author,
                     std::function<void(const TownOutcome &)> then)
{
    m_writer.run<TownOutcome>(
        [edits, author, differences = m_differences](Connection &connection) {
            return saveTown(connection, edits, author, differences);
        },
        [self = std::weak_ptr(m_self), edits, then = std::move(then)](const Result<TownOutcome, StoreError> &outcome) {
            const auto alive = self.lock();
            if (!alive)
                return;
            // A constraint that no rule has foreseen has changed nothing either.
            then(outcome ? *outcome
                         : TownOutcome(broker::TownRefused{edits.first().key, {{{}, town::FaultCode::BadForm}}}));
            (*alive)->m_delivered();
        });
}

void StoreTown::changes(std::int64_t before, int most, std::function<void(const Changes &)> then)
{
    m_writer.run<Changes>(
        [before, most](Connection &connection) { return loadChanges(connection, before, most); },
        [self = std::weak_ptr(m_self), then = std::move(then)](const Result<Changes, StoreError> &found) {
            const auto alive = self.lock();
            if (!alive)
                return;
            then(found ? *found : Changes());
            (*alive)->m_delivered();
        });
}

void StoreTown::formContent(FormId form, std::function<void(const std::optional<QByteArray> &)> then)
{
    using Content = std::optional<QByteArray>;
    m_writer.run<Content>(
        [form](Connection &connection) { return loadFormFile(connection, form); },
        [self = std::weak_ptr(m_self), then = std::move(then)](const Result<Content, StoreError> &found) {
            const auto alive = self.lock();
            if (!alive)
                return;
            then(found ? *found : std::nullopt);
            (*alive)->m_delivered();
        });
}

} // namespace sprechtag::store
