// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Administration.h"
#include "server/gateway/RecentCommands.h"
#include "server/gateway/World.h"

#include <map>

namespace sprechtag::gateway {

//! The clerks' connections that administer: what they ask for, and what they see of each other's changes.
class AdminRoom final : public broker::TownObserver
{
public:
    AdminRoom(World &world, broker::Administration &administration);
    ~AdminRoom() override;
    Q_DISABLE_COPY_MOVE(AdminRoom)

    //! One message of a clerk's connection.
    struct Sender
    {
        ConnectionKey connection{};
        ClerkId clerk;
    };
    void on(const Sender &sender, const protocol::clerk::AdminRead &message);
    void on(const Sender &sender, const protocol::clerk::AdminSave &message);
    void on(const Sender &sender, const protocol::clerk::AdminRemove &message);
    void on(const Sender &sender, const protocol::clerk::AdminResetPassword &message);
    void on(const Sender &sender, const protocol::clerk::AdminResetSecondFactor &message);
    void on(const Sender &sender, const protocol::clerk::AdminLog &message);
    void on(const Sender &sender, const protocol::clerk::AdminFigures &message);

    //! Forgets answers that nobody asks for again.
    void tick();

    void came(ConnectionKey connection) { m_present.insert(connection); }
    void gone(ConnectionKey connection);

    [[nodiscard]] QList<town::Role> rolesOf(ClerkId clerk) const;

    //! Everybody who reads is told what is another way for them now.
    void townChanged(const town::Town &before, const town::Town &after) override;

private:
    struct Note
    {
        ConnectionKey connection{}; //!< on which it came, or came again
        std::optional<broker::AdminOutcome> outcome{};
        MonotonicInstant since{}; //!< of the outcome
    };

    //! Does it, or answers what was done already. A start password is told once, but it has to arrive.
    template <typename Message>
    void once(const Sender &sender, const Message &message,
              const std::function<void(broker::Administration::Then)> &perform);
    void concluded(const Sender &sender, const broker::CommandKey &key, const QString &re,
                   const broker::AdminOutcome &outcome);
    void answer(ConnectionKey connection, const QString &re, const broker::AdminOutcome &outcome);

    World &m_world;
    broker::Administration &m_administration;
    RecentCommands<Note> m_commands;
    std::set<ConnectionKey> m_present;
    std::map<ConnectionKey, ClerkId> m_readers;
};

} // namespace sprechtag::gateway
