// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/gateway/ClerkLines.h"
#include "server/gateway/Credit.h"
#include "server/gateway/RecentCommands.h"
#include "server/gateway/World.h"

#include <deque>

namespace sprechtag::gateway {

//! What clerks say to people who wait. Kept in memory until it was read or the visit is over, and nowhere else: the
//! words of a clerk about somebody are personal data.
class MessageBoard
{
public:
    MessageBoard(World &world, const ClerkLines &clerks);

    //! Nothing: it went out. Else why it did not.
    [[nodiscard]] std::optional<protocol::ErrorMessage> post(ClerkId clerk,
                                                             const protocol::clerk::LobbyMessage &message);
    //! The citizen speaks on this connection from now on: what was not read yet is told again.
    void citizenBound(TicketId ticket, ConnectionKey connection);
    void citizenGone(TicketId ticket);
    void shown(TicketId ticket, int message);
    void wasRead(TicketId ticket, int message);
    void ended(TicketId ticket);

private:
    //! Whose message it was, and which of the clerk's.
    struct Origin
    {
        ClerkId clerk;
        OfficeId office;
        int posting{};
    };
    struct Kept
    {
        protocol::citizen::MessageReceived message;
        Origin origin;
        bool shown{};
    };
    struct Box
    {
        std::optional<ConnectionKey> connection;
        std::deque<Kept> kept; //!< not read yet
        int last{};
    };
    //! The newest message of a clerk in an office.
    struct Posting
    {
        int number{};
        int sent{};
        int shown{};
    };

    //! At least one.
    [[nodiscard]] Result<std::vector<TicketId>, protocol::ErrorCode>
    receiversOf(ClerkId clerk, const protocol::clerk::LobbyMessage &message) const;
    [[nodiscard]] Kept *find(TicketId ticket, int message);
    void keep(TicketId ticket, const protocol::MessageContent &content, const Origin &origin);
    void tellStatus(ClerkId clerk, OfficeId office) const;

    Box &boxOf(TicketId ticket);

    World &m_world;
    const ClerkLines &m_clerks;
    const int m_firstNumber;
    std::map<TicketId, Box> m_boxes;
    std::map<std::pair<ClerkId, OfficeId>, Posting> m_postings;
    std::map<ClerkId, Credit> m_credits;
    RecentCommands<std::monostate> m_done;
};

} // namespace sprechtag::gateway
