// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Administration.h"
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
    void on(const Sender &sender, const protocol::clerk::AdminLog &message);

    void came(ConnectionKey connection) { m_present.insert(connection); }
    void gone(ConnectionKey connection);

    [[nodiscard]] QList<town::Role> rolesOf(ClerkId clerk) const;

    //! Everybody who reads is told what is another way for them now.
    void townChanged(const town::Town &before, const town::Town &after) override;

private:
    [[nodiscard]] broker::Administration::Then replyTo(ConnectionKey connection, const QString &re);
    void answer(ConnectionKey connection, const QString &re, const broker::AdminOutcome &outcome);

    World &m_world;
    broker::Administration &m_administration;
    std::set<ConnectionKey> m_present;
    std::map<ConnectionKey, ClerkId> m_readers;
};

} // namespace sprechtag::gateway
