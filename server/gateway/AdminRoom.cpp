// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/AdminRoom.h"

#include "server/gateway/Words.h"
#include "shared/domain/town/Rights.h"
#include "shared/protocol/Limits.h"

#include <algorithm>
#include <limits>

namespace sprechtag::gateway {

using namespace Qt::StringLiterals;
using protocol::ErrorCode;

namespace wire = protocol::clerk;

namespace {

constexpr milliseconds kBusyFor{2000};

} // namespace

AdminRoom::AdminRoom(World &world, broker::Administration &administration)
    : m_world(world)
    , m_administration(administration)
{
    m_administration.publishTo(this);
}

AdminRoom::~AdminRoom()
{
    m_administration.publishTo(nullptr);
}

void AdminRoom::on(const Sender &sender, const wire::AdminRead &message)
{
    m_readers.insert_or_assign(sender.connection, sender.clerk);
    m_world.toClerk(sender.connection,
                    wire::AdminTown{message.id, town::visibleTo(m_administration.town(), sender.clerk)});
}

void AdminRoom::on(const Sender &sender, const wire::AdminSave &message)
{
    m_administration.save(sender.clerk, message.value, replyTo(sender.connection, message.id));
}

void AdminRoom::on(const Sender &sender, const wire::AdminRemove &message)
{
    m_administration.remove(sender.clerk, message.key, message.version, replyTo(sender.connection, message.id));
}

void AdminRoom::on(const Sender &sender, const wire::AdminResetPassword &message)
{
    m_administration.resetPassword(sender.clerk, message.account, message.version,
                                   replyTo(sender.connection, message.id));
}

void AdminRoom::on(const Sender &sender, const wire::AdminLog &message)
{
    // The log is long: nobody has it read for nothing.
    if (!m_administration.mayReadChanges(sender.clerk))
        return m_world.toClerk(sender.connection, plainError(message.id, ErrorCode::NotAuthorised));
    if (m_world.broker.isFull())
        return m_world.toClerk(sender.connection, storageFull(message.id));
    const std::int64_t before = message.before.value_or(std::numeric_limits<std::int64_t>::max());
    m_administration.changes(sender.clerk, before, message.limit,
                             [this, connection = sender.connection, re = message.id](const auto &changes, auto older) {
                                 if (!m_present.contains(connection))
                                     return;
                                 wire::AdminLogPage page{.re = re, .changes = {}, .older = older};
                                 for (const broker::LoggedChange &change : changes)
                                     page.changes.append(changeLine(change, protocol::limits::kChangedTextChars));
                                 m_world.toClerk(connection, page);
                             });
}

void AdminRoom::gone(ConnectionKey connection)
{
    m_present.erase(connection);
    m_readers.erase(connection);
}

QList<town::Role> AdminRoom::rolesOf(ClerkId clerk) const
{
    const auto &accounts = m_administration.town().accounts;
    const auto found = std::ranges::find(accounts, clerk, &town::Account::id);
    return found == accounts.end() ? QList<town::Role>() : found->roles;
}

void AdminRoom::townChanged(const town::Town &before, const town::Town &after)
{
    for (const auto &[connection, clerk] : m_readers) {
        const town::Town seen = town::visibleTo(before, clerk);
        const town::Town now = town::visibleTo(after, clerk);
        for (const town::Value &value : town::valuesOf(now)) {
            if (town::valueOf(seen, town::keyOf(value)) != value)
                m_world.toClerk(connection, wire::AdminChanged{town::keyOf(value), value});
        }
        for (const town::Value &value : town::valuesOf(seen)) {
            if (!town::valueOf(now, town::keyOf(value)))
                m_world.toClerk(connection, wire::AdminChanged{town::keyOf(value), std::nullopt});
        }
    }
}

broker::Administration::Then AdminRoom::replyTo(ConnectionKey connection, const QString &re)
{
    return [this, connection, re](const broker::AdminOutcome &outcome) {
        if (m_present.contains(connection))
            answer(connection, re, outcome);
    };
}

void AdminRoom::answer(ConnectionKey connection, const QString &re, const broker::AdminOutcome &outcome)
{
    const auto tell = [&](const wire::ToClient &message) { m_world.toClerk(connection, message); };
    std::visit(
        Overloaded{
            [&](const broker::AdminSaved &saved) {
                const QString password =
                    saved.startPassword ? QString::fromUtf8(saved.startPassword->reveal()) : QString();
                tell(wire::AdminSaved{re, saved.version, password});
            },
            [&](const broker::AdminConflict &one) {
                tell(wire::AdminRefused{re, {}, wire::AdminConflict{one.conflict.byName, one.conflict.at, one.stored}});
            },
            [&](const broker::TownRefused &refused) {
                tell(wire::AdminRefused{re, refused.faults, std::nullopt});
            },
            [&](const broker::AdminForbidden &) { tell(plainError(re, ErrorCode::NotAuthorised)); },
            [&](const broker::AdminBusy &) { tell(tryLater(re, kBusyFor)); },
            [&](const broker::AdminNoRoom &) { tell(storageFull(re)); }},
        outcome);
}

} // namespace sprechtag::gateway
