// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Id.h"
#include "shared/base/Time.h"

#include <cstdint>
#include <optional>

//! The words in which facts and commands speak.
namespace sprechtag::office {

//! Counts the assignments of one ticket to a clerk; a command that names an older one changes nothing.
using Epoch = std::uint32_t;
//! The number of a fact in its office, from 1, without gaps.
using Sequence = std::uint64_t;
//! The local calendar day of the authority as yyyymmdd: ticket numbers begin anew with it.
using ServiceDay = std::uint32_t;

//! Which class a ticket stands in; the line is ordered by class, then by seniority.
enum class Standing {
    Front,       //!< sent to the front, given back by a lost clerk, back from parking, or overtaken too often
    Appointment, //!< checked in on time
    Priority1,
    Priority2,
    Priority3,
    Walkin
};
//! What a clerk may give to somebody who waits.
enum class Priority { None, First, Second, Third };
//! Why somebody is given priority. Facts outlive the visit: the codes tell nothing of a person's health or family.
enum class PriorityReason { Hardship, Deadline, ReturnVisit, Other };

//! Where a ticket goes when a clerk sends its owner back to the lobby.
enum class Place { Keep, Front, End };
//! What came of a visit, as the clerk says at its end.
enum class Outcome { Done, NotDone, Unstated };
//! How to close while people wait: serve them first, end every ticket with the offer of an appointment, or just end it
//! (visits that have begun go on to their end in any case).
enum class CloseMode { ServeWaiting, OfferAppointments, Now };
//! Why an office closed. `Hours`: its time was over.
enum class CloseReason { Clerk, LobbyServed, Hours };
//! Why somebody is waiting again.
enum class ReturnReason { SentBack, NotEntered, ClerkLost, NotYet, Readmitted, Parked };
//! Why a ticket ended without an outcome of its own. `JoinedVisit`: its owner was let into the visit of somebody else.
enum class LeaveReason { Citizen, Unreachable, OfficeClosed, Missed, AppointmentOffered, HardEnd, JoinedVisit };
//! Why a visitor is parked while the clerk serves others.
enum class ParkReason { FillsInForm, FetchesPapers, Other };
enum class PauseReason { Break, Idle };
//! Why a transfer did not come about.
enum class WithdrawReason { Clerk, Citizen, TargetClosed, TargetFull };

//! What the clerk has set for the visitor of a conversation. Nothing of it: the visitor is heard and seen, and shows no
//! screen. `onHold`: nobody hears or sees anybody until the clerk goes on.
struct CallControl
{
    bool muted{};
    bool cameraOff{};
    bool mayShare{};
    bool onHold{};
    friend bool operator==(const CallControl &, const CallControl &) = default;
};

//! When an office is meant to take numbers: half-open, [opensAt, closesAt).
struct Window
{
    Instant opensAt;
    Instant closesAt;
    friend bool operator==(const Window &, const Window &) = default;
};

} // namespace sprechtag::office
