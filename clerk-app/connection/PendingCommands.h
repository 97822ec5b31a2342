// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/connection/CommandPort.h"
#include "shared/base/Time.h"

#include <QPointer>

#include <list>

namespace sprechtag::clerk::connection {

//! What the server was asked and has not answered. Every command has its moment: said again over a new line after it,
//! "close at once" would throw people out whom a colleague has served on.
class PendingCommands
{
public:
    PendingCommands(const Clock &clock, milliseconds moment)
        : m_clock(clock)
        , m_moment(moment)
    {
    }

    //! The command's id is set here, and returned.
    QString add(protocol::clerk::ToServer command, QObject *guard, Continuation then);
    //! It has gone out; what has become of it is known by its answer alone.
    void sent(const QString &id);
    void answer(const QString &id, const CommandResult &result);
    void refuse(const QString &id, protocol::ErrorCode code);
    void refuseAll(protocol::ErrorCode code);
    //! Forgets what nobody waits for any more, and gives up what is too old to be said again.
    void refusePast();

    [[nodiscard]] bool empty() const { return m_commands.empty(); }
    [[nodiscard]] std::vector<QString> ids() const;
    //! None: answered meanwhile.
    [[nodiscard]] const protocol::clerk::ToServer *find(const QString &id) const;

private:
    struct Pending
    {
        QString id;
        protocol::clerk::ToServer command;
        QPointer<QObject> guard;
        Continuation then;
        Instant asked;
        MonotonicInstant askedMonotonic;
        bool sent{};
    };
    void giveUp(const QString &id, Unanswered how);
    [[nodiscard]] bool isPast(const Pending &pending) const;

    const Clock &m_clock;
    milliseconds m_moment;
    std::list<Pending> m_commands;
};

} // namespace sprechtag::clerk::connection
