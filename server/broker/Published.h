// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Ports.h"
#include "shared/domain/office/Office.h"

#include <set>

//! What the broker tells the world, always after it is durable.
namespace sprechtag::broker {

//! A ticket whose visit is over; its personal rows are gone with the same commit.
struct EndedTicket
{
    OfficeId office;
    TicketId ticket;
    QByteArray tokenHash;
    std::optional<office::LeaveReason> left; //!< none: a clerk finished the visit
    friend bool operator==(const EndedTicket &, const EndedTicket &) = default;
};

//! All that one commit changed in one office; no facts when only the public view or what is known of people did. The
//! record shows the office after it.
struct OfficeChange
{
    OfficeId office;
    office::Facts facts;
    std::vector<office::LineChange> lineChanges; //!< in order, for ranks as they were before this change
    bool publicViewChanged{};
    std::set<TicketId> tickets;     //!< touched by the facts and still alive
    std::vector<EndedTicket> ended; //!< touched by the facts and over
    std::vector<TicketId> drawn;    //!< new and still alive
    std::vector<TicketId> moved;    //!< gone on in another office
    std::set<TicketId> ticked;      //!< of whom the clerks know more now, or less
    friend bool operator==(const OfficeChange &, const OfficeChange &) = default;
};

//! What another configuration has changed.
struct Reconfigured
{
    std::vector<OfficeId> added;
    std::vector<OfficeId> changed; //!< in their words, rules or people
    std::vector<OfficeId> removed;
    bool welcomeChanged{};             //!< what everybody is told at the beginning
    std::vector<OfficeChange> views{}; //!< of those that look another way since
};

//! Hears of every change, office by office, in the order of the commits. Implementation: server/gateway.
class Observer
{
public:
    virtual ~Observer() = default;
    virtual void published(const OfficeChange &change) = 0;
    //! The record shows the new configuration; what it has changed in the views was published before.
    virtual void reconfigured(const Reconfigured &change) = 0;
};

} // namespace sprechtag::broker
