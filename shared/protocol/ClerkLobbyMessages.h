// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Values.h"

//! PROTOCOL.md §5: the other offices of the town, and words to people who wait.
namespace sprechtag::protocol::clerk {

//! Asks for the other offices of the town, as somebody with this ticket would find them.
struct ListTown
{
    QString id;
    OfficeId office;
    TicketId ticket;
    friend bool operator==(const ListTown &, const ListTown &) = default;
};

struct LobbyMessage
{
    QString id;
    OfficeId office;
    std::optional<TicketId> to{}; //!< none: everybody who waits
    MessageContent content;
    friend bool operator==(const LobbyMessage &, const LobbyMessage &) = default;
};
struct Colleague
{
    ClerkCard card;
    bool present{}; //!< at a desk there
    friend bool operator==(const Colleague &, const Colleague &) = default;
};
struct Neighbour
{
    OfficeId id;
    QString name;
    QString department;
    QString letter;
    office::PublicView view;
    std::uint32_t ahead{}; //!< of the ticket that was asked about
    QList<Colleague> clerks;
    friend bool operator==(const Neighbour &, const Neighbour &) = default;
};
struct TownOffices
{
    QString re;
    QList<Neighbour> offices;
    friend bool operator==(const TownOffices &, const TownOffices &) = default;
};
//! What has become of the clerk's newest message in an office.
struct MessageStatus
{
    OfficeId office;
    int sent{};  //!< to so many people
    int shown{}; //!< so many of whose pages have shown it
    friend bool operator==(const MessageStatus &, const MessageStatus &) = default;
};

} // namespace sprechtag::protocol::clerk
