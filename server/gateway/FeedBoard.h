// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/gateway/Audience.h"
#include "server/gateway/World.h"

namespace sprechtag::gateway {

//! What everybody may see: the overview of all offices, and the feed of each as one frame for all who hear it.
class FeedBoard
{
public:
    explicit FeedBoard(World &world);

    //! Shows all offices, and every change of them from now on.
    void watch(ConnectionKey connection);
    void unwatch(ConnectionKey connection);
    [[nodiscard]] bool isWatching(ConnectionKey connection) const;
    //! Waits in one office: hears every single change of it, because the own rank is counted from them.
    void wait(ConnectionKey connection, OfficeId office);
    void stopWaiting(ConnectionKey connection);

    void published(const broker::OfficeChange &change);
    //! Everybody who watches sees all offices anew, if anything of them looks another way.
    void reconfigured();

private:
    [[nodiscard]] Topic topicOf(OfficeId office);
    [[nodiscard]] const QByteArray &overviewFrame();
    void place(ConnectionKey connection);

    World &m_world;
    Audience m_watchers; //!< who watch and do not wait
    std::map<OfficeId, Audience> m_waiting;
    std::map<ConnectionKey, OfficeId> m_offices; //!< of those who wait
    std::set<ConnectionKey> m_watching;          //!< all who watch
    std::set<ConnectionKey> m_waitingWatchers;   //!< the few who do both
    std::map<OfficeId, Topic> m_topics;
    protocol::citizen::OverviewSnapshot m_overview;
    std::optional<Instant> m_overviewMinute; //!< when its hours were worked out; those of today change with the time
    QByteArray m_overviewFrame;              //!< empty: to be made anew
};

} // namespace sprechtag::gateway
