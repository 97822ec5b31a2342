// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Administration.h"

#include "clerk-app/model/TownWords.h"
#include "clerk-app/model/Words.h"
#include "shared/base/Random.h"
#include "shared/domain/town/Merge.h"
#include "shared/protocol/Codec.h"
#include "shared/protocol/Limits.h"

namespace sprechtag::clerk::model {

namespace wire = protocol::clerk;
using namespace Qt::StringLiterals;

namespace {

constexpr int kLogPage = 50;
constexpr qsizetype kFrame = 1024; // around the value

//! The same value under an id that was never used.
town::Value copyOf(const town::Value &value)
{
    struct Renew
    {
        void operator()(town::Authority &) const {} // there is one
        void operator()(town::Department &one) const { one.id = randomId<DepartmentTag>(); }
        void operator()(town::Concern &one) const { one.id = randomId<ConcernTag>(); }
        void operator()(town::Interpreter &one) const { one.id = randomId<InterpreterTag>(); }
        void operator()(town::Account &one) const { one.id = randomId<ClerkTag>(); }
        void operator()(town::Form &one) const { one.id = randomId<FormTag>(); }
        void operator()(town::Office &one) const
        {
            one.id = randomId<OfficeTag>();
            for (hours::Shift &shift : one.roster)
                shift.office = one.id;
        }
    };
    town::Value copy = town::withVersion(value, 0);
    std::visit(Renew{}, copy);
    return copy;
}

} // namespace

Administration::Administration(connection::CommandPort &port, Workplace &workplace, QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_workplace(workplace)
{
    connect(&workplace, &Workplace::lineChanged, this, [this] {
        if (m_open && m_workplace.online())
            read();
    });
    connect(&workplace, &Workplace::meChanged, this, &Administration::followMe);
}

void Administration::followMe()
{
    if (const auto &me = m_workplace.me()) {
        if (std::exchange(m_owner, me->id) != me->id)
            forget();
        return;
    }
    m_open = m_ready = false;
    m_town = {};
    for (auto &[key, one] : m_drafts)
        one.saving = false;
    Q_EMIT townChanged();
}

bool Administration::offered() const
{
    return m_workplace.me() && town::administers(m_workplace.me()->roles);
}

void Administration::open()
{
    m_open = true;
    if (!m_ready)
        read();
}

void Administration::read()
{
    send(wire::AdminRead{}, {}, [this](const connection::AdminAnswer &answer) {
        if (const auto *whole = std::get_if<wire::AdminTown>(&answer)) {
            m_town = whole->town;
            m_ready = true;
            beginAuthority();
            Q_EMIT townChanged();
        }
    });
}

// A new town begins with what is right nearly everywhere.
void Administration::beginAuthority()
{
    if (m_town.authority.version != 0 || draft(town::Key()))
        return;
    town::Authority first = m_town.authority;
    if (!first.calendar.zone.isValid())
        first.calendar.zone = QTimeZone("Europe/Berlin");
    if (first.consentVersion.isEmpty())
        first.consentVersion = u"1"_s;
    edit(first);
}

std::optional<town::Value> Administration::shown(const town::Key &key) const
{
    const Draft *one = draft(key);
    return one ? std::optional(one->mine) : town::valueOf(m_town, key);
}

const Draft *Administration::draft(const town::Key &key) const
{
    const auto found = m_drafts.find(key);
    return found == m_drafts.end() ? nullptr : &found->second;
}

QList<town::Key> Administration::newKeys() const
{
    QList<town::Key> keys;
    for (const auto &[key, one] : m_drafts) {
        if (!town::valueOf(m_town, key))
            keys.append(key);
    }
    return keys;
}

town::Key Administration::create(town::Kind kind)
{
    const auto make = [kind]() -> town::Value {
        switch (kind) {
        case town::Kind::Department:
            return town::Department{.id = randomId<DepartmentTag>(), .name = {}};
        case town::Kind::Concern:
            return town::Concern{
                .id = randomId<ConcernTag>(), .names = {}, .leikaKey = {}, .length = {}, .checklist = {}};
        case town::Kind::Office:
            return town::Office{.id = randomId<OfficeTag>(), .name = {}, .letter = {}};
        case town::Kind::Account:
            return town::Account{randomId<ClerkTag>(), {}, {}, {town::Role::Clerk}};
        case town::Kind::Interpreter:
            return town::Interpreter{.id = randomId<InterpreterTag>(), .name = {}};
        case town::Kind::Form: // begins with its file
        case town::Kind::Authority:
            break;
        }
        return town::Authority();
    };
    return begin(make());
}

town::Key Administration::begin(const town::Value &value)
{
    const town::Key key = town::keyOf(value);
    m_drafts.insert_or_assign(key, Draft{.base = std::nullopt, .mine = value});
    Q_EMIT townChanged();
    return key;
}

void Administration::edit(const town::Value &mine, bool unreadable)
{
    const town::Key key = town::keyOf(mine);
    const auto stored = town::valueOf(m_town, key);
    auto found = m_drafts.find(key);
    if (found == m_drafts.end()) {
        if (stored == mine && !unreadable)
            return;
        found = m_drafts.emplace(key, Draft{.base = stored, .mine = mine}).first;
    }
    Draft &one = found->second;
    one.mine = mine;
    one.unreadable = unreadable;
    if (one.base && *one.base == mine && !unreadable && !one.conflict && !one.saving)
        m_drafts.erase(found);
    else if (!one.faults.isEmpty())
        one.faults = town::validate(mine, m_town);
    Q_EMIT draftChanged(key);
}

void Administration::discard(const town::Key &key)
{
    m_drafts.erase(key);
    if (!town::valueOf(m_town, key)) {
        Q_EMIT townChanged();
    } else {
        Q_EMIT draftChanged(key);
    }
}

void Administration::forget()
{
    m_drafts.clear();
    Q_EMIT townChanged();
}

void Administration::save(const town::Key &key)
{
    const auto found = m_drafts.find(key);
    if (found == m_drafts.end() || found->second.saving)
        return;
    Draft &one = found->second;
    one.faults = town::validate(one.mine, m_town);
    if (one.faults.isEmpty() && protocol::encode(one.mine).size() + kFrame > protocol::limits::kMessageBytesFromClerk)
        one.faults = {{{}, town::FaultCode::TooLong}};
    one.saving = one.faults.isEmpty();
    Q_EMIT draftChanged(key);
    if (!one.saving)
        return;
    send(wire::AdminSave{{}, one.mine}, key, [this, sent = one.mine](const connection::AdminAnswer &answer) {
        if (const auto *done = std::get_if<wire::AdminSaved>(&answer))
            finish(sent, *done);
        else if (const auto *refused = std::get_if<wire::AdminRefused>(&answer))
            refuse(town::keyOf(sent), *refused);
    });
}

void Administration::saveMine(const town::Key &key)
{
    const auto found = m_drafts.find(key);
    if (found == m_drafts.end() || !found->second.conflict)
        return;
    if (!found->second.conflict->stored) {
        saveAsNew(key);
        return;
    }
    found->second.conflict.reset();
    found->second.clashes.clear();
    save(key);
}

// Nothing comes back under the id that it had: what the log tells of it is over.
void Administration::saveAsNew(const town::Key &key)
{
    const town::Value copy = copyOf(m_drafts.at(key).mine);
    const town::Key fresh = town::keyOf(copy);
    m_drafts.erase(key);
    town::take(m_town, key);
    m_drafts.insert_or_assign(fresh, Draft{.base = std::nullopt, .mine = copy});
    Q_EMIT moved(key, fresh);
    Q_EMIT townChanged();
    save(fresh);
}

void Administration::remove(const town::Key &key)
{
    const auto stored = town::valueOf(m_town, key);
    if (!stored) {
        discard(key);
        return;
    }
    send(wire::AdminRemove{{}, key, town::versionOf(*stored)}, key, [this, key](const connection::AdminAnswer &answer) {
        if (const auto *refused = std::get_if<wire::AdminRefused>(&answer)) {
            const bool inConflict = refused->conflict.has_value();
            Q_EMIT failed(key, inConflict ? TownWords::conflict(*refused->conflict)
                                          : TownWords::fault(refused->faults.value(0).code));
            return;
        }
        m_drafts.erase(key);
        take({key, std::nullopt});
        Q_EMIT removed(key);
    });
}

void Administration::resetPassword(const town::Key &key)
{
    const auto stored = town::valueOf(m_town, key);
    const auto *account = stored ? std::get_if<town::Account>(&*stored) : nullptr;
    if (!account)
        return;
    const wire::AdminResetPassword command{{}, account->id, account->version};
    send(command, key, [this, key, from = command.version](const connection::AdminAnswer &answer) {
        if (const auto *done = std::get_if<wire::AdminSaved>(&answer)) {
            followVersion(key, from, done->version);
            Q_EMIT saved(key, done->startPassword);
        } else if (const auto *refused = std::get_if<wire::AdminRefused>(&answer); refused && refused->conflict) {
            Q_EMIT failed(key, TownWords::conflict(*refused->conflict));
        }
    });
}

void Administration::resetSecondFactor(const town::Key &key)
{
    const auto stored = town::valueOf(m_town, key);
    const auto *account = stored ? std::get_if<town::Account>(&*stored) : nullptr;
    if (!account)
        return;
    const wire::AdminResetSecondFactor command{{}, account->id, account->version};
    send(command, key, [this, key, from = command.version](const connection::AdminAnswer &answer) {
        if (const auto *refused = std::get_if<wire::AdminRefused>(&answer)) {
            Q_EMIT failed(key, refused->conflict ? TownWords::conflict(*refused->conflict)
                                                 : tr("This account has no second factor."));
            return;
        }
        if (const auto *done = std::get_if<wire::AdminSaved>(&answer))
            followVersion(key, from, done->version);
        Q_EMIT secondFactorReset(key);
    });
}

// Nothing that is typed was changed by it: a draft from before it is no conflict with it.
void Administration::followVersion(const town::Key &key, std::uint32_t from, std::uint32_t to)
{
    if (const auto stored = town::valueOf(m_town, key); stored && town::versionOf(*stored) == from)
        town::put(m_town, town::withVersion(*stored, to));
    const auto found = m_drafts.find(key);
    if (found == m_drafts.end() || !found->second.base || town::versionOf(*found->second.base) != from)
        return;
    Draft &one = found->second;
    one.base = town::withVersion(*one.base, to);
    one.mine = town::withVersion(one.mine, to);
    Q_EMIT draftChanged(key);
}

void Administration::readLog(std::optional<std::int64_t> before)
{
    // Whoever asks anew does not wait for what was asked before.
    send(wire::AdminLog{{}, before, kLogPage}, {}, [this, asked = ++m_logAsked](const connection::AdminAnswer &answer) {
        if (asked != m_logAsked)
            return;
        if (const auto *page = std::get_if<wire::AdminLogPage>(&answer)) {
            Q_EMIT logRead(*page);
        }
    });
}

void Administration::readFigures()
{
    send(wire::AdminFigures{}, {}, [this](const connection::AdminAnswer &answer) {
        if (const auto *figures = std::get_if<wire::AdminOfficeFigures>(&answer)) {
            Q_EMIT figuresRead(*figures);
        }
    });
}

void Administration::take(const wire::AdminChanged &changed)
{
    if (changed.value)
        town::put(m_town, *changed.value);
    else
        town::take(m_town, changed.key);
    Q_EMIT townChanged();
}

void Administration::send(const wire::ToServer &command, const town::Key &key, const Then &then)
{
    m_port.send(command, this, [this, key, then](const CommandResult &result) {
        if (result.ok() && result->admin) {
            then(*result->admin);
            return;
        }
        if (const auto found = m_drafts.find(key); found != m_drafts.end())
            found->second.saving = false;
        Q_EMIT draftChanged(key);
        if (!result.ok()) {
            Q_EMIT failed(key, Words::refusal(result.error()));
        }
    });
}

// Whoever types on while it is being stored keeps what came after.
void Administration::finish(const town::Value &sent, const wire::AdminSaved &done)
{
    const town::Key key = town::keyOf(sent);
    // The server tells beforehand what it has made of it, such as a roster without the shifts that are past.
    const auto told = town::valueOf(m_town, key);
    const bool isNewer = told && town::versionOf(*told) >= done.version;
    const town::Value stored = isNewer ? *told : town::withVersion(sent, done.version);
    if (const auto found = m_drafts.find(key); found != m_drafts.end()) {
        const Draft &one = found->second;
        if (one.mine == sent && !one.unreadable)
            m_drafts.erase(found);
        else
            found->second = Draft{.base = stored,
                                  .mine = town::merge(sent, one.mine, stored).value,
                                  .unreadable = one.unreadable,
                                  .faults = {}};
    }
    town::put(m_town, stored);
    Q_EMIT townChanged();
    Q_EMIT saved(key, done.startPassword);
}

void Administration::refuse(const town::Key &key, const wire::AdminRefused &refused)
{
    const auto found = m_drafts.find(key);
    if (found == m_drafts.end())
        return;
    Draft &one = found->second;
    one.saving = false;
    one.faults = refused.faults;
    one.conflict = refused.conflict;
    one.clashes.clear();
    if (one.conflict && one.conflict->stored)
        mergeInto(one, *one.conflict->stored);
    if (one.base && *one.base == one.mine && one.conflict && !one.unreadable) {
        // They have changed the same as I: it is stored already.
        const town::Value stored = one.mine;
        m_drafts.erase(found);
        take({key, stored});
        Q_EMIT saved(key, {});
        return;
    }
    Q_EMIT draftChanged(key);
}

// What I have not touched is as they have stored it: else my version would take back what they have done.
void Administration::mergeInto(Draft &draft, const town::Value &stored)
{
    const town::Merge merged = town::merge(draft.base.value_or(stored), draft.mine, stored);
    draft.base = stored;
    draft.mine = merged.value;
    draft.clashes = merged.clashes;
}

} // namespace sprechtag::clerk::model
