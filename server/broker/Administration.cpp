// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/broker/Administration.h"

#include "shared/base/Log.h"
#include "shared/domain/town/Rights.h"

#include <algorithm>
#include <utility>

namespace sprechtag::broker {
namespace {

std::uint32_t versionOf(const std::optional<town::Value> &value)
{
    return value ? town::versionOf(*value) : 0;
}

const OfficeId *removedOffice(const TownEdit &edit)
{
    return edit.value ? nullptr : std::get_if<OfficeId>(&edit.key);
}

} // namespace

Administration::Administration(Parts parts, town::Town town)
    : m_parts(std::move(parts))
    , m_town(std::move(town))
{
}

void Administration::save(ClerkId who, const town::Value &value, Then then)
{
    const bool isNewAccount = std::holds_alternative<town::Account>(value) && town::versionOf(value) == 0;
    enqueue({who, {town::keyOf(value), value, town::versionOf(value)}, isNewAccount, false, std::move(then)});
}

void Administration::remove(ClerkId who, const town::Key &key, std::uint32_t version, Then then)
{
    enqueue({who, {key, std::nullopt, version}, false, false, std::move(then)});
}

void Administration::resetPassword(ClerkId who, ClerkId account, std::uint32_t version, Then then)
{
    enqueue({who, {account, std::nullopt, version}, true, true, std::move(then)});
}

void Administration::changes(
    ClerkId who, std::int64_t before, int most,
    const std::function<void(const QList<LoggedChange> &, std::optional<std::int64_t> older)> &then)
{
    m_parts.store.changes(before, most, [this, who, most, then](const QList<LoggedChange> &all) {
        QList<LoggedChange> seen;
        for (const LoggedChange &change : all) {
            const auto key = town::keyFrom(change.kind, change.id);
            if (key && town::mayChangeAnything(m_town, who, *key))
                seen.append(change);
        }
        const bool more = all.size() == most && all.last().seq > 1;
        then(seen, more ? std::optional(all.last().seq) : std::nullopt);
    });
}

void Administration::welcomeFirst(const town::Account &account)
{
    const town::Town before = m_town;
    town::put(m_town, account);
    changed(before, {});
}

void Administration::enqueue(Task task)
{
    m_tasks.push_back(std::move(task));
    if (m_tasks.size() == 1)
        next();
}

void Administration::next()
{
    if (m_tasks.empty())
        return;
    Task &task = m_tasks.front();
    if (task.asItIs)
        task.edit.value = town::valueOf(m_town, task.edit.key);
    judge(task);
}

// Of two versions that differ the store tells which is wrong; whether this is the sender's to change is asked before.
bool Administration::allowed(const Task &task) const
{
    const TownEdit &edit = task.edit;
    const auto before = town::valueOf(m_town, edit.key);
    if (versionOf(before) != edit.version)
        return town::mayChangeAnything(m_town, task.who, edit.key);
    QList<town::Group> groups = town::changedGroups(before, edit.value);
    if (task.startPassword)
        groups.append(town::Group::Identity);
    const bool all = std::ranges::all_of(
        groups, [&](town::Group group) { return town::mayChange(m_town, task.who, edit.key, group); });
    return all && (!groups.isEmpty() || town::mayChangeAnything(m_town, task.who, edit.key));
}

void Administration::judge(const Task &task)
{
    if (!allowed(task))
        return answer(task, AdminForbidden{});
    const bool gone = task.asItIs && !task.edit.value;
    const OfficeId *office = removedOffice(task.edit);
    if (gone)
        return answer(task, TownRefused{task.edit.key, {{{}, town::FaultCode::Unknown}}});
    if (office != nullptr && !m_parts.broker.seal(*office))
        return answer(task, TownRefused{task.edit.key, {{{}, town::FaultCode::HasLiveTickets}}});
    if (task.startPassword)
        return makePassword(task);
    // The store asks once more whether somebody waits, and must not find whoever has just left.
    m_parts.broker.whenDurable([this, task] { store(task, std::nullopt); });
}

void Administration::makePassword(Task task)
{
    m_parts.passwords.make([this, task = std::move(task)](const std::optional<StartPassword> &made) mutable {
        if (!made)
            return answer(task, AdminBusy{});
        task.edit.passwordHash = made->hash;
        store(task, made->password);
    });
}

void Administration::store(const Task &task, const std::optional<Secret> &password)
{
    const auto then = [this, task, password](const TownOutcome &outcome) { conclude(task, password, outcome); };
    m_parts.store.save({task.edit}, {task.who, m_parts.clock.now()}, then);
}

void Administration::conclude(const Task &task, const std::optional<Secret> &password, const TownOutcome &outcome)
{
    const OfficeId *office = removedOffice(task.edit);
    if (const auto *saved = std::get_if<TownSaved>(&outcome)) {
        takeOver(task, saved->versions.value(0));
        return answer(task, AdminSaved{saved->versions.value(0), password});
    }
    if (office != nullptr)
        m_parts.broker.unseal(*office);
    if (const auto *conflict = std::get_if<TownConflict>(&outcome))
        return answer(task, AdminConflict{*conflict, town::valueOf(m_town, task.edit.key)});
    answer(task, std::get<TownRefused>(outcome));
}

void Administration::takeOver(const Task &task, std::uint32_t version)
{
    const town::Town before = m_town;
    if (task.edit.value)
        town::put(m_town, town::withVersion(*task.edit.value, version));
    else
        town::take(m_town, task.edit.key);
    if (before != m_town || task.edit.passwordHash)
        changed(before, surprised(before, task.edit));
}

void Administration::changed(const town::Town &before, const std::vector<ClerkId> &who)
{
    m_parts.broker.reconfigure(configOf(m_town));
    m_parts.broker.whenDurable([this, before, after = m_town, who] {
        for (const ClerkId clerk : who)
            m_parts.endSessions(clerk);
        if (m_observer != nullptr)
            m_observer->townChanged(before, after);
    });
}

// What a session allows was read when it began: another role, another password or a disabled account ends it.
std::vector<ClerkId> Administration::surprised(const town::Town &before, const TownEdit &edit) const
{
    const auto *clerk = std::get_if<ClerkId>(&edit.key);
    if (clerk == nullptr)
        return {};
    const auto old = std::ranges::find(before.accounts, *clerk, &town::Account::id);
    if (old == before.accounts.end())
        return {};
    const auto now = std::ranges::find(m_town.accounts, *clerk, &town::Account::id);
    const bool same = now != m_town.accounts.end() && !edit.passwordHash && now->roles == old->roles &&
                      now->disabled == old->disabled;
    return same ? std::vector<ClerkId>{} : std::vector{*clerk};
}

void Administration::answer(const Task &task, const AdminOutcome &outcome)
{
    // The task is a part of the list, or a copy that must outlive it.
    const Then then = task.then;
    m_tasks.pop_front();
    m_parts.broker.whenDurable([then, outcome] { then(outcome); });
    next();
}

} // namespace sprechtag::broker
