// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/TicketFacts.h"

#include <variant>
#include <vector>

//! What has happened in an office. Facts are numbered, never changed, and hold no personal data.
namespace sprechtag::office {

struct OfficeOpened
{
    ClerkId clerk;
    friend bool operator==(const OfficeOpened &, const OfficeOpened &) = default;
};
struct OfficeClosed
{
    CloseReason reason;
    friend bool operator==(const OfficeClosed &, const OfficeClosed &) = default;
};
//! No new numbers; those waiting are served, then the office closes by itself when `thenClose`. No clerk: closing time
//! has come; `hardEnd` is when everybody who is left ends with the office.
struct IntakeSuspended
{
    std::optional<ClerkId> clerk;
    bool thenClose;
    std::optional<Instant> hardEnd;
    friend bool operator==(const IntakeSuspended &, const IntakeSuspended &) = default;
};
struct IntakeResumed
{
    ClerkId clerk;
    friend bool operator==(const IntakeResumed &, const IntakeResumed &) = default;
};
//! The opening time that counts now; none: it is over, and the next one is not known yet.
struct WindowSet
{
    std::optional<Window> window;
    friend bool operator==(const WindowSet &, const WindowSet &) = default;
};

struct ClerkArrived
{
    ClerkId clerk;
    friend bool operator==(const ClerkArrived &, const ClerkArrived &) = default;
};
struct ClerkDeparted
{
    ClerkId clerk;
    friend bool operator==(const ClerkDeparted &, const ClerkDeparted &) = default;
};
struct ClerkPaused
{
    ClerkId clerk;
    PauseReason reason;
    std::optional<Instant> backAt;
    friend bool operator==(const ClerkPaused &, const ClerkPaused &) = default;
};
struct ClerkResumed
{
    ClerkId clerk;
    friend bool operator==(const ClerkResumed &, const ClerkResumed &) = default;
};
//! The clerk's line is lost; the place at the desk is kept until the grace is over.
struct ClerkLost
{
    ClerkId clerk;
    friend bool operator==(const ClerkLost &, const ClerkLost &) = default;
};

using FactBody =
    std::variant<OfficeOpened, OfficeClosed, IntakeSuspended, IntakeResumed, WindowSet, ClerkArrived, ClerkDeparted,
                 ClerkPaused, ClerkResumed, ClerkLost, TicketDrawn, TicketReceived, TicketConnected, TicketDisconnected,
                 TicketUnreachable, TicketAway, TicketBack, TicketPrioritised, TicketPromoted, TicketCalled,
                 TicketEntered, TicketControlled, TicketSighted, TicketHeld, TicketResumed, TicketReturned,
                 TicketMissed, TicketParked, TicketReminded, TransferProposed, TransferWithdrawn, TicketTransferred,
                 TicketFinished, TicketLeft>;

struct Fact
{
    Sequence seq;
    Instant at;
    FactBody body;
    friend bool operator==(const Fact &, const Fact &) = default;
};

using Facts = std::vector<Fact>;

//! The ticket that a fact is about, if any.
[[nodiscard]] inline std::optional<TicketId> ticketOf(const FactBody &body)
{
    return std::visit(
        [](const auto &fact) -> std::optional<TicketId> {
            if constexpr (requires { fact.ticket; })
                return fact.ticket;
            else
                return std::nullopt;
        },
        body);
}

} // namespace sprechtag::office
