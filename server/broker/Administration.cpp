// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/broker/Administration.h"

#include "shared/domain/hours/LocalTime.h"
#include "shared/domain/town/Rights.h"

#include <algorithm>
#include <utility>

namespace sprechtag::broker {
namespace {

// The office in which nobody may wait for this: it goes, or its numbers begin with another letter. What rests on
// another version is refused by the store in any case.
std::optional<OfficeId> emptiedBy(const TownEdit &edit, const town::Town &town)
{
    const auto *id = std::get_if<OfficeId>(&edit.key);
    const auto before = id == nullptr ? std::nullopt : town::valueOf(town, edit.key);
    if (!before || town::versionOf(*before) != edit.version)
        return std::nullopt;
    const bool sameLetter =
        edit.value && std::get<town::Office>(*edit.value).letter == std::get<town::Office>(*before).letter;
    return sameLetter ? std::nullopt : std::optional(*id);
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
    // Every day's changes of the roster would be kept for good, and sent to whoever administers. Without an order of
    // roles the same command a second time is the same.
    const QDate today = hours::localDay(m_parts.clock.now(), m_town.authority.calendar.zone);
    enqueue({who, withFile(who, {town::keyOf(value), town::tidied(value, today), town::versionOf(value)}), isNewAccount,
             false, std::move(then)});
}

void Administration::remove(ClerkId who, const town::Key &key, std::uint32_t version, Then then)
{
    enqueue({who, {key, std::nullopt, version}, false, false, std::move(then)});
}

void Administration::resetPassword(ClerkId who, ClerkId account, std::uint32_t version, Then then)
{
    enqueue({who, {account, std::nullopt, version}, true, true, std::move(then)});
}

void Administration::resetSecondFactor(ClerkId who, ClerkId account, std::uint32_t version, Then then)
{
    TownEdit edit{account, std::nullopt, version};
    edit.withoutFactor = true;
    enqueue({who, edit, false, true, std::move(then)});
}

// What was found about the file counts, not what is said of it.
TownEdit Administration::withFile(ClerkId who, TownEdit edit) const
{
    auto *form = edit.value ? std::get_if<town::Form>(&*edit.value) : nullptr;
    if (form == nullptr || !m_parts.formFor)
        return edit;
    if (const auto brought = m_parts.formFor(who, form->office, form->file.sha256)) {
        form->file = brought->file;
        edit.content = brought->content;
    }
    return edit;
}

town::Town Administration::askedAbout(const TownEdit &edit) const
{
    return edit.value ? town::asIfThere(m_town, *edit.value) : m_town;
}

bool Administration::mayStock(ClerkId who, OfficeId office) const
{
    const town::Form any{.id = FormId::fromBits({}), .office = office, .names = {}, .file = {}};
    return town::valueOf(m_town, office) &&
           town::mayChange(town::asIfThere(m_town, any), who, any.id, town::Group::Existence);
}

void Administration::formContent(FormId form, const std::function<void(const std::optional<QByteArray> &)> &then)
{
    m_parts.store.formContent(form, then);
}

bool Administration::mayReadChanges(ClerkId who) const
{
    const auto account = std::ranges::find(m_town.accounts, who, &town::Account::id);
    return account != m_town.accounts.end() && !account->disabled && town::administers(account->roles);
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
    town::sortAsStored(m_town);
    changed(before);
}

// Whoever may change nothing of it keeps nobody waiting; whether it is allowed is asked when its turn has come. None of
// these answers rests on what is not durable yet.
void Administration::enqueue(Task task)
{
    const auto refuse = [&](const AdminOutcome &outcome) {
        m_parts.broker.soon([then = std::move(task.then), outcome] { then(outcome); });
    };
    if (!town::mayChangeAnything(askedAbout(task.edit), task.who, task.edit.key))
        return refuse(AdminForbidden{});
    if (m_parts.broker.isFull())
        return refuse(AdminNoRoom{});
    if (m_tasks.size() >= kMostWaitingChanges)
        return refuse(AdminBusy{});
    m_tasks.push_back(std::move(task));
    work();
}

void Administration::work()
{
    if (m_isDraining)
        return;
    m_isDraining = true;
    while (!m_tasks.empty() && !m_isAtWork) {
        m_isAtWork = true;
        Task &task = m_tasks.front();
        if (task.asItIs)
            task.edit.value = town::valueOf(m_town, task.edit.key);
        judge(task);
    }
    m_isDraining = false;
}

// Of two versions that differ the store tells which is wrong; whether this is the sender's to change is asked before.
bool Administration::allowed(const Task &task) const
{
    const TownEdit &edit = task.edit;
    const auto before = town::valueOf(m_town, edit.key);
    const town::Town asked = askedAbout(edit);
    if (!edit.value && !task.asItIs)
        return town::mayChange(m_town, task.who, edit.key, town::Group::Existence);
    if (town::storedVersion(before) != edit.version)
        return town::mayChangeAnything(asked, task.who, edit.key);
    QList<town::Group> groups = town::changedGroups(before, edit.value);
    if (task.startPassword || edit.withoutFactor)
        groups.append(town::Group::Identity);
    const bool all = std::ranges::all_of(
        groups, [&](town::Group group) { return town::mayChange(asked, task.who, edit.key, group); });
    return all && (!groups.isEmpty() || town::mayChangeAnything(asked, task.who, edit.key));
}

std::optional<AdminOutcome> Administration::whyNot(const Task &task)
{
    if (!allowed(task))
        return AdminForbidden{};
    if (task.asItIs && !task.edit.value)
        return TownRefused{task.edit.key, {{{}, town::FaultCode::Unknown}}};
    const auto office = emptiedBy(task.edit, m_town);
    if (office && !m_parts.broker.seal(*office)) {
        const QString field = task.edit.value ? QStringLiteral("letter") : QString();
        return TownRefused{task.edit.key, {{field, town::FaultCode::HasLiveTickets}}};
    }
    return std::nullopt;
}

void Administration::judge(const Task &task)
{
    if (const auto refusal = whyNot(task)) {
        answer(task, *refusal);
        return finish();
    }
    if (task.startPassword)
        return makePassword(task);
    // The store asks once more whether somebody waits, and must not find whoever has just left.
    m_parts.broker.whenDurable([this, task] { store(task, std::nullopt); });
}

void Administration::makePassword(Task task)
{
    m_parts.passwords.make([this, task = std::move(task)](const std::optional<StartPassword> &made) mutable {
        if (!made) {
            answer(task, AdminBusy{});
            return finish();
        }
        task.edit.password = NewPassword{made->hash};
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
    const auto office = emptiedBy(task.edit, m_town);
    if (const auto *saved = std::get_if<TownSaved>(&outcome)) {
        const town::Town before = m_town;
        takeOver(task.edit, saved->versions.value(0));
        if (office)
            m_parts.broker.whenDurable([this, office = *office] { m_parts.broker.unseal(office); });
        answer(task, AdminSaved{saved->versions.value(0), password});
        // Whoever has changed the own password must hear the new one first.
        if (const auto clerk = turnedOut(before, task.edit))
            m_parts.broker.whenDurable([this, clerk = *clerk] { m_parts.endSessions(clerk); });
        return finish();
    }
    if (office)
        m_parts.broker.unseal(*office);
    if (const auto *conflict = std::get_if<TownConflict>(&outcome))
        answer(task, AdminConflict{*conflict, town::valueOf(m_town, task.edit.key)});
    else
        answer(task, std::get<TownRefused>(outcome));
    finish();
}

void Administration::takeOver(const TownEdit &edit, std::uint32_t version)
{
    const town::Town before = m_town;
    if (edit.value)
        town::put(m_town, town::withVersion(*edit.value, version));
    else
        town::take(m_town, edit.key);
    town::sortAsStored(m_town);
    if (before != m_town)
        changed(before);
}

void Administration::changed(const town::Town &before)
{
    m_parts.broker.reconfigure(configOf(m_town));
    m_parts.broker.whenDurable([this, before, after = m_town] {
        if (m_observer != nullptr)
            m_observer->townChanged(before, after);
    });
}

// Another password, a phone that is lost, a disabled account and one that is gone end the sessions. What a role allows
// is asked of the town each time; but one that asks for a second factor asks for it at the sign-in.
std::optional<ClerkId> Administration::turnedOut(const town::Town &before, const TownEdit &edit) const
{
    const auto *clerk = std::get_if<ClerkId>(&edit.key);
    if (clerk == nullptr)
        return std::nullopt;
    const auto old = std::ranges::find(before.accounts, *clerk, &town::Account::id);
    if (old == before.accounts.end())
        return std::nullopt;
    const auto now = std::ranges::find(m_town.accounts, *clerk, &town::Account::id);
    const bool mayStay = now != m_town.accounts.end() && !keysChange(edit) && !now->disabled;
    const bool needsMore = mayStay && std::ranges::any_of(now->roles, [&](town::Role role) {
                               return !old->roles.contains(role) && m_town.authority.secondFactorRoles.contains(role);
                           });
    return mayStay && !needsMore ? std::nullopt : std::optional(*clerk);
}

void Administration::answer(const Task &task, const AdminOutcome &outcome)
{
    m_parts.broker.whenDurable([then = task.then, outcome] { then(outcome); });
}

// The task that is at work goes with this.
void Administration::finish()
{
    m_tasks.pop_front();
    m_isAtWork = false;
    work();
}

} // namespace sprechtag::broker
