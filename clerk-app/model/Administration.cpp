// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Administration.h"

#include "clerk-app/model/TownWords.h"
#include "clerk-app/model/Words.h"
#include "shared/base/Random.h"
#include "shared/protocol/Codec.h"
#include "shared/protocol/Limits.h"

namespace sprechtag::clerk::model {

namespace wire = protocol::clerk;

namespace {

constexpr int kLogPage = 50;
constexpr qsizetype kFrame = 1024; // around the value

} // namespace

Administration::Administration(connection::CommandPort &port, Workplace &workplace, QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_workplace(workplace)
{
    connect(&workplace, &Workplace::lineChanged, this, [this] {
        if (m_open && m_workplace.line().state == LineState::Online)
            read();
    });
    connect(&workplace, &Workplace::meChanged, this, [this] {
        if (m_workplace.me())
            return;
        m_open = m_ready = false;
        m_drafts.clear();
        m_town = {};
        Q_EMIT
        townChanged();
    });
}

bool Administration::offered() const
{
    return m_workplace.me() && town::administers(m_workplace.me()->roles);
}

void Administration::open()
{
    if (!m_open)
        read();
    m_open = true;
}

void Administration::read()
{
    send(wire::AdminRead{}, {}, [this](const connection::AdminAnswer &answer) {
        if (const auto *whole = std::get_if<wire::AdminTown>(&answer)) {
            m_town = whole->town;
            m_ready = true;
            Q_EMIT
            townChanged();
        }
    });
}

bool Administration::mayChange(const town::Key &key, town::Group group) const
{
    return m_workplace.me() && town::mayChange(m_town, m_workplace.me()->id, key, group);
}

bool Administration::mayCreate(town::Kind kind) const
{
    return kind != town::Kind::Authority && m_workplace.me() &&
           m_workplace.me()->roles.contains(town::Role::Administrator);
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
        if (!one.base)
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
        case town::Kind::Authority:
            break;
        }
        return town::Authority();
    };
    const town::Value value = make();
    const town::Key key = town::keyOf(value);
    m_drafts.insert_or_assign(key, Draft{.base = std::nullopt, .mine = value});
    Q_EMIT
    townChanged();
    return key;
}

void Administration::edit(const town::Value &mine)
{
    const town::Key key = town::keyOf(mine);
    const auto stored = town::valueOf(m_town, key);
    auto found = m_drafts.find(key);
    if (found == m_drafts.end()) {
        if (stored == mine)
            return;
        found = m_drafts.emplace(key, Draft{.base = stored, .mine = mine}).first;
    }
    Draft &one = found->second;
    one.mine = mine;
    if (one.base && *one.base == mine && !one.conflict && !one.saving)
        m_drafts.erase(found);
    else if (!one.faults.isEmpty())
        one.faults = town::validate(mine, m_town);
    Q_EMIT
    draftChanged(key);
}

void Administration::discard(const town::Key &key)
{
    const Draft *one = draft(key);
    const bool wasNew = one && !one->base;
    m_drafts.erase(key);
    if (wasNew) {
        Q_EMIT
        townChanged();
    } else {
        Q_EMIT
        draftChanged(key);
    }
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
    Q_EMIT
    draftChanged(key);
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
    Draft &one = found->second;
    one.base = one.conflict->stored;
    one.mine = town::withVersion(one.mine, one.base ? town::versionOf(*one.base) : 0);
    one.conflict.reset();
    save(key);
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
            Q_EMIT
            failed(key, inConflict ? TownWords::conflict(*refused->conflict)
                                   : TownWords::fault(refused->faults.value(0).code));
            return;
        }
        m_drafts.erase(key);
        take({key, std::nullopt});
        Q_EMIT
        removed(key);
    });
}

void Administration::resetPassword(const town::Key &key)
{
    const auto *account = std::get_if<ClerkId>(&key);
    const auto stored = town::valueOf(m_town, key);
    if (!account || !stored)
        return;
    const wire::AdminResetPassword command{{}, *account, town::versionOf(*stored)};
    send(command, key, [this, key](const connection::AdminAnswer &answer) {
        if (const auto *done = std::get_if<wire::AdminSaved>(&answer)) {
            Q_EMIT
            saved(key, done->startPassword);
        } else if (const auto *refused = std::get_if<wire::AdminRefused>(&answer); refused && refused->conflict) {
            Q_EMIT
            failed(key, TownWords::conflict(*refused->conflict));
        }
    });
}

void Administration::readLog(std::optional<std::int64_t> before)
{
    send(wire::AdminLog{{}, before, kLogPage}, {}, [this](const connection::AdminAnswer &answer) {
        if (const auto *page = std::get_if<wire::AdminLogPage>(&answer)) {
            Q_EMIT
            logRead(*page);
        }
    });
}

void Administration::take(const wire::AdminChanged &changed)
{
    if (changed.value)
        town::put(m_town, *changed.value);
    else
        town::take(m_town, changed.key);
    Q_EMIT
    townChanged();
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
        Q_EMIT
        draftChanged(key);
        if (!result.ok()) {
            Q_EMIT
            failed(key, Words::refusal(result.error()));
        }
    });
}

// Whoever types on while it is being stored keeps what came after.
void Administration::finish(const town::Value &sent, const wire::AdminSaved &done)
{
    const town::Key key = town::keyOf(sent);
    const town::Value stored = town::withVersion(sent, done.version);
    if (const auto found = m_drafts.find(key); found != m_drafts.end()) {
        if (found->second.mine == sent)
            m_drafts.erase(found);
        else
            found->second =
                Draft{.base = stored, .mine = town::withVersion(found->second.mine, done.version), .faults = {}};
    }
    town::put(m_town, stored);
    Q_EMIT
    townChanged();
    Q_EMIT
    saved(key, done.startPassword);
}

void Administration::refuse(const town::Key &key, const wire::AdminRefused &refused)
{
    const auto found = m_drafts.find(key);
    if (found == m_drafts.end())
        return;
    found->second.saving = false;
    found->second.faults = refused.faults;
    found->second.conflict = refused.conflict;
    Q_EMIT
    draftChanged(key);
}

} // namespace sprechtag::clerk::model
