// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/AdminRoom.h"

#include "server/gateway/CommandKeys.h"
#include "server/gateway/Words.h"
#include "shared/domain/hours/DayNumber.h"
#include "shared/domain/hours/LocalTime.h"
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
// An app asks again within a minute or not at all, and a start password shall not lie about.
constexpr minutes kAnswersKept{2};
// As many as an app may have under way without an answer.
constexpr std::size_t kCommandsKnown = 50;

} // namespace

AdminRoom::AdminRoom(World &world, broker::Administration &administration)
    : m_world(world)
    , m_administration(administration)
    , m_commands(kCommandsKnown)
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
    once(sender, message, [&](auto then) { m_administration.save(sender.clerk, message.value, std::move(then)); });
}

void AdminRoom::on(const Sender &sender, const wire::AdminRemove &message)
{
    once(sender, message,
         [&](auto then) { m_administration.remove(sender.clerk, message.key, message.version, std::move(then)); });
}

void AdminRoom::on(const Sender &sender, const wire::AdminResetPassword &message)
{
    once(sender, message, [&](auto then) {
        m_administration.resetPassword(sender.clerk, message.account, message.version, std::move(then));
    });
}

void AdminRoom::on(const Sender &sender, const wire::AdminResetSecondFactor &message)
{
    once(sender, message, [&](auto then) {
        m_administration.resetSecondFactor(sender.clerk, message.account, message.version, std::move(then));
    });
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

// Of each office to those alone who could do something about it.
void AdminRoom::on(const Sender &sender, const wire::AdminFigures &message)
{
    const town::Town &town = m_administration.town();
    if (!m_administration.mayReadChanges(sender.clerk))
        return m_world.toClerk(sender.connection, plainError(message.id, ErrorCode::NotAuthorised));
    const auto today = hours::dayNumber(hours::localDay(m_world.clock.now(), town.authority.calendar.zone));
    wire::AdminOfficeFigures figures{.re = message.id, .offices = {}};
    for (const town::Office &office : town.offices) {
        const broker::OfficeRecord *record = m_world.record().office(office.id);
        if (record != nullptr && town::mayChangeAnything(town, sender.clerk, office.id))
            figures.offices.append({office.id, office::accuracyOf(record->forecasts, today)});
    }
    m_world.toClerk(sender.connection, figures);
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

template <typename Message>
void AdminRoom::once(const Sender &sender, const Message &message,
                     const std::function<void(broker::Administration::Then)> &perform)
{
    const auto key = clerkKey(sender.clerk, message.id, protocol::encode(wire::ToServer{message}));
    if (auto *known = m_commands.find(sender.clerk, key)) {
        if (known->key.digest != key.digest)
            return m_world.toClerk(sender.connection, plainError(message.id, ErrorCode::Conflict));
        known->note.connection = sender.connection;
        if (known->note.outcome)
            answer(sender.connection, message.id, *known->note.outcome);
        return;
    }
    m_commands.add(sender.clerk, key, {.connection = sender.connection});
    perform([this, sender, key, re = message.id](const broker::AdminOutcome &outcome) {
        concluded(sender, key, re, outcome);
    });
}

void AdminRoom::concluded(const Sender &sender, const broker::CommandKey &key, const QString &re,
                          const broker::AdminOutcome &outcome)
{
    ConnectionKey asking = sender.connection;
    if (auto *known = m_commands.find(sender.clerk, key)) {
        known->note.outcome = outcome;
        known->note.since = m_world.clock.monotonicNow();
        asking = known->note.connection;
    }
    if (m_present.contains(asking))
        answer(asking, re, outcome);
    // Nothing was done: the same command is a new attempt.
    if (std::holds_alternative<broker::AdminBusy>(outcome) || std::holds_alternative<broker::AdminNoRoom>(outcome))
        m_commands.forgetIf([&key](const auto &entry) { return entry.key.key == key.key; });
}

void AdminRoom::tick()
{
    const MonotonicInstant now = m_world.clock.monotonicNow();
    m_commands.forgetIf(
        [now](const auto &entry) { return entry.note.outcome && now - entry.note.since >= kAnswersKept; });
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
