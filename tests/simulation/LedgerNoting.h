// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/Ledger.h"

//! How the ledger judges facts. By theme in Ledger*Facts.cpp.
namespace sprechtag::simulation {

//! Judges one fact against the command that led to it, then books it.
struct Noting
{
    Ledger &l;

    void operator()(const office::OfficeOpened &fact) const;
    void operator()(const office::OfficeClosed &fact) const;
    void operator()(const office::IntakeSuspended &fact) const;
    void operator()(const office::IntakeResumed &fact) const;
    void operator()(const office::WindowSet &fact) const;
    void operator()(const office::ClerkArrived &fact) const;
    void operator()(const office::ClerkDeparted &fact) const;
    void operator()(const office::ClerkPaused &fact) const;
    void operator()(const office::ClerkResumed &fact) const;
    void operator()(const office::ClerkLost &fact) const;

    void operator()(const office::TicketDrawn &fact) const;
    void operator()(const office::TicketReceived &fact) const;
    void operator()(const office::TicketConnected &fact) const;
    void operator()(const office::TicketDisconnected &fact) const;
    void operator()(const office::TicketUnreachable &fact) const;
    void operator()(const office::TicketAway &fact) const;
    void operator()(const office::TicketBack &fact) const;
    void operator()(const office::TicketPrioritised &fact) const;
    void operator()(const office::TicketPromoted &fact) const;

    void operator()(const office::TicketCalled &fact) const;
    void operator()(const office::TicketEntered &fact) const;
    void operator()(const office::TicketControlled &fact) const;
    void operator()(const office::TicketSighted &fact) const;
    void operator()(const office::TicketHeld &fact) const;
    void operator()(const office::TicketResumed &fact) const;
    void operator()(const office::TicketReturned &fact) const;
    void operator()(const office::TicketMissed &fact) const;
    void operator()(const office::TicketParked &fact) const;
    void operator()(const office::TicketReminded &fact) const;
    void operator()(const office::TransferProposed &fact) const;
    void operator()(const office::TransferWithdrawn &fact) const;
    void operator()(const office::TicketTransferred &fact) const;
    void operator()(const office::TicketFinished &fact) const;
    void operator()(const office::TicketLeft &fact) const;

private:
    template <typename C>
    [[nodiscard]] const C *cause() const
    {
        return std::get_if<C>(l.m_cause);
    }
    //! The command is of this kind and by, or about, this one.
    template <typename C>
    [[nodiscard]] bool by(const ClerkId &clerk) const
    {
        return cause<C>() && cause<C>()->clerk == clerk;
    }
    template <typename C>
    [[nodiscard]] bool about(const TicketId &ticket) const
    {
        return cause<C>() && cause<C>()->ticket == ticket;
    }
    //! The command is the owner's, under the newest epoch.
    template <typename C>
    [[nodiscard]] bool owned(const TicketId &ticket, const Person &one) const
    {
        const C *order = cause<C>();
        return order && order->ticket == ticket && one.clerk && clerkId(*one.clerk) == order->clerk &&
               order->epoch == one.epoch;
    }
    [[nodiscard]] Desk &desk(const ClerkId &clerk) const { return l.m_desks[indexOf(clerk)]; }
    [[nodiscard]] Person &person(const TicketId &ticket) const;
    [[nodiscard]] Person &newcomer(const TicketId &ticket) const;
    void release(Person &one) const;
    void leaveDesk(Person &one) const;
    void bury(const TicketId &ticket) const;
    void noteService(const Person &one) const;
    void beginGrace(Person &one) const;
    [[nodiscard]] bool frontmost(std::int64_t key) const;
    [[nodiscard]] bool lapsed(const Person &one) const;
    [[nodiscard]] bool oneTooMany(const Person &one) const;
    [[nodiscard]] bool closing() const;
    [[nodiscard]] bool givenUp(const Person &one) const;
    [[nodiscard]] bool mayMiss(const TicketId &ticket, const Person &one) const;
    [[nodiscard]] bool mayEndMissed(const TicketId &ticket, const Person &one) const;
    [[nodiscard]] bool mayEndWithOffice(const office::TicketLeft &fact, const Person &one) const;
    [[nodiscard]] bool mayLeave(const office::TicketLeft &fact, const Person &one) const;
    void judgeIntake() const;
    void judgeNumber(const office::TicketDrawn &fact) const;
    void judgeArrivalKey(const office::TicketReceived &fact) const;
    void judgeUnanswered(const office::TicketReturned &fact, const Person &one) const;
    void judgeSentBack(const office::TicketReturned &fact, const Person &one) const;
    void judgeReturn(const office::TicketReturned &fact, const Person &one) const;
};

//! Whole seconds from one time to another; none when the clock was set back.
[[nodiscard]] std::int64_t lengthOf(Instant from, Instant until);

//! The key of seniority that belongs to a time of arrival.
[[nodiscard]] std::int64_t arrivalKey(Instant at);

} // namespace sprechtag::simulation
