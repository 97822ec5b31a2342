// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/FeedBoard.h"

#include "server/gateway/Words.h"

#include <algorithm>

namespace sprechtag::gateway {

FeedBoard::FeedBoard(World &world)
    : m_world(world)
{
}

Topic FeedBoard::topicOf(OfficeId office)
{
    return m_topics.try_emplace(office, kEveryFrame + 1 + m_topics.size()).first->second;
}

void FeedBoard::watch(ConnectionKey connection)
{
    m_watching.insert(connection);
    place(connection);
    m_world.outbox.send(connection, overviewFrame());
}

void FeedBoard::unwatch(ConnectionKey connection)
{
    m_watching.erase(connection);
    m_waitingWatchers.erase(connection);
    m_watchers.remove(connection);
}

bool FeedBoard::isWatching(ConnectionKey connection) const
{
    return m_watching.contains(connection);
}

void FeedBoard::wait(ConnectionKey connection, OfficeId office)
{
    stopWaiting(connection);
    m_offices.insert_or_assign(connection, office);
    m_waiting[office].add(connection);
    place(connection);
}

void FeedBoard::stopWaiting(ConnectionKey connection)
{
    const auto office = m_offices.find(connection);
    if (office == m_offices.end())
        return;
    m_waiting[office->second].remove(connection);
    m_offices.erase(office);
    place(connection);
}

void FeedBoard::published(const broker::OfficeChange &change)
{
    m_overviewFrame.clear();
    if (!change.publicViewChanged && change.lineChanges.empty())
        return;
    const QByteArray frame = protocol::encode(protocol::citizen::ToClient{officeFeed(m_world.record(), change)});
    if (const auto waiting = m_waiting.find(change.office); waiting != m_waiting.end())
        m_world.outbox.sendToMany(waiting->second.members(), frame, kEveryFrame);
    const Topic topic = topicOf(change.office);
    m_world.outbox.sendToMany(m_watchers.members(), frame, topic);
    for (const ConnectionKey connection : m_waitingWatchers) {
        if (m_offices.at(connection) != change.office)
            m_world.outbox.sendToMany(std::span(&connection, 1), frame, topic);
    }
}

void FeedBoard::reconfigured()
{
    if (m_watching.empty())
        return m_overviewMinute.reset();
    // Clerks, rights and deadlines are nothing that watchers see: then they have what there is.
    protocol::citizen::OverviewSnapshot known = std::move(m_overview);
    const auto inSight = [this](const auto &shown) { return m_world.record().office(shown.card.id) != nullptr; };
    const bool allAreThere = std::ranges::all_of(known.offices, inSight);
    m_overview = overview(m_world.record(), m_world.clock.now());
    m_overviewMinute = std::chrono::floor<minutes>(m_world.clock.now());
    m_overviewFrame.clear();
    if (allAreThere) {
        refresh(known, m_world.record());
        if (known == m_overview)
            return;
    }
    const std::vector<ConnectionKey> everybody(m_watching.begin(), m_watching.end());
    m_world.outbox.sendToMany(everybody, overviewFrame(), kEveryFrame);
}

const QByteArray &FeedBoard::overviewFrame()
{
    const auto minute = std::chrono::floor<minutes>(m_world.clock.now());
    if (m_overviewMinute != minute) {
        m_overview = overview(m_world.record(), m_world.clock.now());
        m_overviewMinute = minute;
    } else if (m_overviewFrame.isEmpty()) {
        refresh(m_overview, m_world.record());
    } else {
        return m_overviewFrame;
    }
    m_overviewFrame = protocol::encode(protocol::citizen::ToClient{m_overview});
    return m_overviewFrame;
}

// Who waits must not be told twice of the own office, nor miss a change of it.
void FeedBoard::place(ConnectionKey connection)
{
    if (!m_watching.contains(connection))
        return;
    if (m_offices.contains(connection)) {
        m_watchers.remove(connection);
        m_waitingWatchers.insert(connection);
    } else {
        m_waitingWatchers.erase(connection);
        m_watchers.add(connection);
    }
}

} // namespace sprechtag::gateway
