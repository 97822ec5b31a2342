// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/support/FakeTownStore.h"

#include <QtGlobal>

#include <algorithm>

namespace sprechtag::test {

using broker::TownOutcome;

void FakeTownStore::save(const QList<broker::TownEdit> &edits, const broker::Author &author,
                         std::function<void(const TownOutcome &)> then)
{
    if (edits.size() != 1)
        qFatal("FakeTownStore: one edit at a time");
    const TownOutcome outcome = outcomeOf(edits.first(), author);
    m_waiting.push_back([this, then = std::move(then), outcome] {
        then(outcome);
        if (delivered)
            delivered();
    });
    if (!byHand)
        completeOne();
}

void FakeTownStore::changes(std::int64_t before, int most,
                            std::function<void(const QList<broker::LoggedChange> &)> then)
{
    QList<broker::LoggedChange> page;
    for (const broker::LoggedChange &change : std::as_const(log)) {
        if (change.seq < before && page.size() < most)
            page.append(change);
    }
    then(page);
    if (delivered)
        delivered();
}

void FakeTownStore::formContent(FormId form, std::function<void(const std::optional<QByteArray> &)> then)
{
    const auto found = contents.find(form);
    then(found == contents.end() ? std::nullopt : std::optional(found->second));
    if (delivered)
        delivered();
}

bool FakeTownStore::completeOne()
{
    if (m_waiting.empty())
        return false;
    const auto deliver = std::move(m_waiting.front());
    m_waiting.pop_front();
    deliver();
    return true;
}

TownOutcome FakeTownStore::outcomeOf(const broker::TownEdit &edit, const broker::Author &author)
{
    const auto before = town::valueOf(town, edit.key);
    const std::uint32_t version = town::storedVersion(before);
    if (edit.value && before && town::withVersion(*edit.value, version) == *before && !broker::keysChange(edit))
        return broker::TownSaved{{version}};
    if (version != edit.version)
        return broker::TownConflict{edit.key, version, author.clerk, QStringLiteral("Frau Weber"), author.at};
    town::Town wanted = town;
    if (edit.value)
        town::put(wanted, *edit.value);
    else
        town::take(wanted, edit.key);
    QList<town::Fault> faults = edit.value ? town::validate(*edit.value, wanted) : QList<town::Fault>();
    if (const auto fault = broker::fileFault(edit, before))
        faults.append(*fault);
    if (!edit.value && town::isInUse(edit.key, wanted))
        faults.append({{}, town::FaultCode::InUse});
    if (!town::hasAdministrator(wanted))
        faults.append({QStringLiteral("roles"), town::FaultCode::LastAdministrator});
    if (edit.value && !before && std::holds_alternative<OfficeId>(edit.key) && isLogged(edit.key))
        faults.append({QStringLiteral("id"), town::FaultCode::Taken});
    if (!faults.isEmpty())
        return broker::TownRefused{edit.key, faults};
    write(edit, version + 1, author);
    return broker::TownSaved{{version + 1}};
}

bool FakeTownStore::isLogged(const town::Key &key) const
{
    return std::ranges::any_of(log, [&key](const broker::LoggedChange &change) {
        return change.kind == town::kindOf(key) && change.id == town::textOf(key);
    });
}

void FakeTownStore::write(const broker::TownEdit &edit, std::uint32_t version, const broker::Author &author)
{
    if (edit.value)
        town::put(town, town::withVersion(*edit.value, version));
    else
        town::take(town, edit.key);
    if (edit.content)
        contents.insert_or_assign(std::get<FormId>(edit.key), *edit.content);
    log.prepend({log.size() + 1,
                 author.at,
                 author.clerk,
                 QStringLiteral("Frau Weber"),
                 town::kindOf(edit.key),
                 town::textOf(edit.key),
                 version,
                 edit.value ? broker::ChangeAction::Changed : broker::ChangeAction::Removed,
                 {}});
    if (stored)
        stored(town);
}

} // namespace sprechtag::test
