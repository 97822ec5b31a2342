// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/connection/PendingCommands.h"

#include <QUuid>

#include <algorithm>

namespace sprechtag::clerk::connection {

namespace wire = protocol::clerk;

namespace {

template <typename Message>
concept HasId = requires(Message message)
{
    message.id;
};

void setId(wire::ToServer &command, const QString &id)
{
    std::visit(
        [&id](auto &message) {
            if constexpr (HasId<std::decay_t<decltype(message)>>)
                message.id = id;
        },
        command);
}

} // namespace

QString PendingCommands::add(wire::ToServer command, QObject *guard, Continuation then)
{
    QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    setId(command, id);
    m_commands.push_back({id, std::move(command), guard, std::move(then), m_clock.now(), m_clock.monotonicNow()});
    return id;
}

void PendingCommands::sent(const QString &id)
{
    if (const auto found = std::ranges::find(m_commands, id, &Pending::id); found != m_commands.end())
        found->sent = true;
}

void PendingCommands::answer(const QString &id, const CommandResult &result)
{
    const auto found = std::ranges::find(m_commands, id, &Pending::id);
    if (found == m_commands.end())
        return;
    const Pending done = std::move(*found);
    m_commands.erase(found);
    if (done.guard)
        done.then(result);
}

void PendingCommands::refuse(const QString &id, protocol::ErrorCode code)
{
    protocol::ErrorMessage error;
    error.re = id;
    error.code = code;
    answer(id, Failure(error));
}

void PendingCommands::refuseAll(protocol::ErrorCode code)
{
    for (const QString &id : ids())
        refuse(id, code);
}

void PendingCommands::refusePast()
{
    std::erase_if(m_commands, [](const Pending &pending) { return !pending.guard; });
    std::vector<std::pair<QString, Unanswered>> past;
    for (const Pending &pending : m_commands) {
        if (isPast(pending))
            past.emplace_back(pending.id, pending.sent ? Unanswered::NoAnswer : Unanswered::NotSent);
    }
    for (const auto &[id, how] : past)
        giveUp(id, how);
}

void PendingCommands::giveUp(const QString &id, Unanswered how)
{
    protocol::ErrorMessage error;
    error.re = id;
    error.code = protocol::ErrorCode::TryLater;
    CommandError unanswered(error);
    unanswered.unanswered = how;
    answer(id, Failure(unanswered));
}

// By both clocks: one stands still while the computer sleeps, the other may be set.
bool PendingCommands::isPast(const Pending &pending) const
{
    return m_clock.now() - pending.asked >= m_moment || m_clock.monotonicNow() - pending.askedMonotonic >= m_moment;
}

std::vector<QString> PendingCommands::ids() const
{
    std::vector<QString> all;
    for (const Pending &pending : m_commands)
        all.push_back(pending.id);
    return all;
}

const wire::ToServer *PendingCommands::find(const QString &id) const
{
    const auto found = std::ranges::find(m_commands, id, &Pending::id);
    return found == m_commands.end() ? nullptr : &found->command;
}

} // namespace sprechtag::clerk::connection
