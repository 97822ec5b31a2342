// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/CallCommands.h"
#include "shared/domain/office/OfficeCommands.h"
#include "shared/domain/office/TicketCommands.h"

#include <variant>

//! What people and the clock ask of an office. Every command carries who asks; the edge has proven that it is them.
namespace sprechtag::office {

using Command = std::variant<Open, Close, SuspendIntake, ResumeIntake, SetWindow, Arrive, Depart, Pause, Resume,
                             LoseClerk, Dismiss, Draw, Receive, Connect, Disconnect, StepAway, ComeBack, Enter, NotYet,
                             Ready, Transfer, DeclineTransfer, Leave, JoinVisit, CallNext, CallNamed, Admit, NoShow,
                             Readmit, ReturnToLobby, ControlCall, Sight, Prioritise, Park, Unpark, ProposeTransfer,
                             WithdrawTransfer, Finish, Tick, Restart>;

enum class RefusalCode {
    OfficeClosed,    //!< nothing of the kind while the office is closed
    IntakeSuspended, //!< no new numbers now
    OfficeFull,      //!< the queue limit is reached
    AlreadyDrawn,    //!< this very ticket exists
    NobodyWaiting,   //!< the line has nobody who may be called now
    AlreadyCalled,   //!< a colleague was faster; see Refusal::clerk
    Busy,            //!< the clerk has somebody already; see Refusal::ticket
    NotAtDesk,       //!< the clerk has no desk in the office, or lost the line to it and must arrive first
    Paused,          //!< the clerk is on a pause
    Gone,            //!< the ticket has ended or never was
    WrongState,      //!< the ticket is not where the command needs it
    StaleEpoch,      //!< the command speaks of an earlier assignment
    NotYours,        //!< the ticket is with another clerk; see Refusal::clerk
    NoCapacity,      //!< the work that waits no longer fits before the hard end
    TooEarly,        //!< the appointment cannot be checked in yet
    TargetClosed     //!< the other office is closed
};

//! Why a command changed nothing; names the winner where somebody was faster.
struct Refusal
{
    RefusalCode code{};
    std::optional<ClerkId> clerk = std::nullopt;
    std::optional<TicketId> ticket = std::nullopt;
    friend bool operator==(const Refusal &, const Refusal &) = default;
};

} // namespace sprechtag::office
