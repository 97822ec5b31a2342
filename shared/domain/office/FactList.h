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

    //! What the time has made of the line of a waiting ticket.
    void judgeLine(const TicketId &id, const Ticket &ticket);

    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] Facts take();

private:
    [[nodiscard]] std::int64_t rankOf(const Ticket &ticket, Place place);

    const OfficeState &m_state;
    Instant m_now;
    Facts m_facts;
    std::size_t m_ended{};
    std::int64_t m_front; //!< lower than the rank of every live ticket
};

} // namespace sprechtag::office
