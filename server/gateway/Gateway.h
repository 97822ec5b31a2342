// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/gateway/CitizenRoom.h"
#include "server/gateway/ClerkRoom.h"
#include "server/gateway/Pace.h"

namespace sprechtag::gateway {

//! The protocol's sessions (shared/protocol/PROTOCOL.md): greets, admits, hands messages to the room of citizens or of
//! clerks, and tells both what the broker publishes. Knows no sockets.
//!
//! The owner calls Broker::flush() after it has handed over all messages of a pass, and tick() when nextDue() has come.
class Gateway final : public broker::Observer, private Door
{
public:
    Gateway(broker::Broker &broker, broker::Administration &administration, broker::IceServers &ice,
            broker::Documents &documents, Outbox &outbox, const Clock &clock, DrawPace draws = DrawPace());
    ~Gateway() override;
    Q_DISABLE_COPY_MOVE(Gateway)

    //! `network`: where the connection comes from, as far as that counts as one client.
    void citizenConnected(ConnectionKey connection, const std::string &network);
    void clerkConnected(ConnectionKey connection, const broker::SignedIn &who);
    void message(ConnectionKey connection, const QByteArray &frame);
    void disconnected(ConnectionKey connection);

    //! Signed out, too old or disabled: its connections go.
    void sessionEnded(const broker::SessionKey &session);

    //! When somebody must have said hello, or a guest is given up.
    [[nodiscard]] std::optional<MonotonicInstant> nextDue() const;
    void tick();

    //! Whose visit it is, where a guest with this token may look at this document now.
    [[nodiscard]] std::optional<TicketId> shownTo(const QByteArray &guestHash, DocumentId document) const
    {
        return m_views.shownTo(guestHash, document);
    }

    //! The server ends for a while: everybody is asked to come back, nobody loses anything.
    void stop(seconds comeBackAfter);

    void published(const broker::OfficeChange &change) override;
    void reconfigured(const broker::Reconfigured &change) override;

private:
    struct Line
    {
        std::optional<broker::SignedIn> clerk{}; //!< none: a citizen
        std::string network{};                   //!< of a citizen
        bool greeted{};
        Pace pace;
    };

    void connected(ConnectionKey connection, std::optional<broker::SignedIn> clerk, const std::string &network);
    void dismiss(ConnectionKey connection, const protocol::Goodbye &goodbye, CloseCode code) override;
    void complain(ConnectionKey connection, const protocol::ErrorMessage &error) override;
    //! As dismiss(), and the rooms forget the connection too.
    void turnOut(ConnectionKey connection, const protocol::Goodbye &goodbye, CloseCode code);
    void leaveRooms(ConnectionKey connection);

    template <typename Message>
    void take(ConnectionKey connection, const protocol::Decoded<Message> &decoded);
    template <typename Hello>
    void greet(ConnectionKey connection, const Hello &hello);
    void enter(ConnectionKey connection, const protocol::citizen::Hello &hello);
    void enter(ConnectionKey connection, const protocol::clerk::Hello &hello);
    void pass(ConnectionKey connection, const protocol::citizen::ToServer &message);
    void pass(ConnectionKey connection, const protocol::clerk::ToServer &message);

    World m_world;
    FeedBoard m_feeds;
    ClerkLines m_clerkLines;
    CallDesk m_calls;
    MessageBoard m_messages;
    GuestDesk m_guests;
    TextDesk m_texts;
    ViewDesk m_views;
    SightDesk m_sights;
    FormDesk m_forms;
    DocumentDesk m_documents;
    ColleagueDesk m_colleagues;
    StockDesk m_stock;
    CitizenRoom m_citizens;
    AdminRoom m_admin;
    ClerkRoom m_clerks;
    std::map<ConnectionKey, Line> m_lines;
    std::deque<std::pair<MonotonicInstant, ConnectionKey>> m_silent; //!< oldest first
};

} // namespace sprechtag::gateway
