// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/AdminRoom.h"

#include "shared/domain/town/Rights.h"
#include "shared/protocol/Limits.h"

#include <limits>

namespace sprechtag::gateway {

using namespace Qt::StringLiterals;
using protocol::ErrorCode;

namespace wire = protocol::clerk;

namespace {

constexpr milliseconds kBusyFor{2000};

protocol::ChangeLine lineOf(const broker::LoggedChange &change)
{
    protocol::ChangeLine line{.seq = change.seq,
                              .at = change.at,
                              .clerk = change.clerkName,
                              .kind = change.kind,
                              .id = change.id,
                              .version = change.version,
                              .action = broker::actionName(change.action),
                              .fields = {}};
    constexpr qsizetype kMost = protocol::limits::kChangedTextChars;
    for (const broker::FieldChange &field : change.fields)
        line.fields.append({field.field, field.before.left(kMost), field.after.left(kMost)});
    return line;
}

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
    const std::int64_t before = message.before.value_or(std::numeric_limits<std::int64_t>::max());
    m_administration.changes(sender.clerk, before, message.limit,
                             [this, connection = sender.connection, re = message.id](const auto &changes, auto older) {
                                 if (!m_present.contains(connection))
                                     return;
                                 wire::AdminLogPage page{.re = re, .changes = {}, .older = older};
                                 for (const broker::LoggedChange &change : changes)
                                     page.changes.append(lineOf(change));
                                 m_world.toClerk(connection, page);
                             });
}

void AdminRoom::gone(ConnectionKey connection)
{
    m_present.erase(connection);
    m_readers.erase(connection);
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
            [&](const broker::AdminBusy &) { tell(tryLater(re, kBusyFor)); }},
        outcome);
}

} // namespace sprechtag::gateway
