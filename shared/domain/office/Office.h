// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Result.h"
#include "shared/domain/office/PublicView.h"

namespace sprechtag::office {

//! What follows from a command: new facts (already numbered from state.seq + 1), or why nothing does.
//! An empty list means: true already, nothing to do. Pure. A `now` that was set back makes deadlines come later, never
//! earlier, and changes no order: who asks should nevertheless derive it from a clock that nothing bends.
[[nodiscard]] Result<Facts, Refusal> decide(const OfficeState &state, const Command &command, Instant now);

//! The office after a fact. Pure, cannot fail: facts were decided once and are replayed forever.
void evolve(OfficeState &state, const Fact &fact);

//! When somebody must ask decide(Tick) next, if ever.
[[nodiscard]] std::optional<Instant> due(const OfficeState &state);

//! Whether a ticket counts for those behind it and may be reached: waiting, not away, and its line not given up.
[[nodiscard]] bool inLine(const Ticket &ticket);

//! Whether *call next* of this clerk may take the ticket now.
[[nodiscard]] bool mayBeCalled(const OfficeState &state, const Ticket &ticket, const ClerkId &clerk, Instant now);

//! Whom *call next* passes over for this ticket because of its class alone: older, and could be called as well.
[[nodiscard]] std::vector<TicketId> overtakenBy(const OfficeState &state, const TicketId &called, const ClerkId &clerk,
                                                Instant now);

//! How many people in line stand before this ticket; nullopt when it is not in line itself.
[[nodiscard]] std::optional<std::uint32_t> peopleAhead(const OfficeState &state, TicketId ticket);

//! How many people in line would stand before somebody of another office who drew a number then.
[[nodiscard]] std::uint32_t peopleAheadOnArrival(const OfficeState &state, Instant drawnAt);

//! How many people are in line.
[[nodiscard]] std::uint32_t waitingCount(const OfficeState &state);

//! When this office, as it stands, stops taking numbers: at closing time, or earlier, when the work that waits no
//! longer fits before the hard end. nullopt: it has no closing time.
[[nodiscard]] std::optional<Instant> acceptanceEnd(const OfficeState &state);

//! Why the office would not receive a ticket of another one, so that nobody is asked in vain.
[[nodiscard]] std::optional<Refusal> mayNotReceive(const OfficeState &state, const Elsewhere &elsewhere, Instant now);

//! Where a parked ticket goes: before new numbers, in the order of seniority.
[[nodiscard]] TicketReturned backFromParking(const TicketId &id, const Ticket &ticket);

} // namespace sprechtag::office
