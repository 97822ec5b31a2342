// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/State.h"

namespace sprechtag::office {

//! The facts that one command leads to, numbered as they come. Used by decide() alone.
class FactList
{
public:
    FactList(const OfficeState &state, Instant now);

    void add(const FactBody &body);

    //! Adds the end of a ticket; the end of the last one closes an office that waits for just that.
    void end(const FactBody &ending);

    //! Takes the desk, or takes it up again together with the held ticket. Nothing for a clerk who is there.
    void arrive(const ClerkId &clerk);

    //! The clerk's line is lost, a visitor is held.
    void lose(const ClerkId &clerk);

    //! Puts a ticket that was called back into the line.
    void sendBack(const TicketId &ticket, ReturnReason reason, Place place);

    //! A call without an answer: back to the same place, or one too many.
    void unanswered(const TicketId &ticket, ReturnReason reason);

    //! Out of line; after the time of the missed list at the latest the ticket has ended.
    void miss(const TicketId &ticket);

    //! What the time has made of the line of a ticket.
    void judgeLine(const TicketId &id, const Ticket &ticket);

    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] Facts take();

private:
    [[nodiscard]] LinePlace placeFor(const Ticket &ticket, Place place);
    void closeWhenServed();

    const OfficeState &m_state;
    Instant m_now;
    Facts m_facts;
    bool m_ended{};
    std::int64_t m_front; //!< lower than the rank of every live ticket
};

//! Seniority of somebody who comes now.
[[nodiscard]] std::int64_t arrivalRank(const OfficeState &state, Instant now);

} // namespace sprechtag::office
