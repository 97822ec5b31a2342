// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/FactList.h"
#include "shared/domain/office/Office.h"

#include <algorithm>

//! One decision for each command; decide() chooses among them. By theme in Decide*.cpp.
namespace sprechtag::office {

using Decision = Result<Facts, Refusal>;

[[nodiscard]] Decision decideOn(const OfficeState &state, const Open &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Close &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const SuspendIntake &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const ResumeIntake &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const SetWindow &command, Instant now);

[[nodiscard]] Decision decideOn(const OfficeState &state, const Arrive &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Depart &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Pause &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Resume &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const LoseClerk &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Dismiss &command, Instant now);

[[nodiscard]] Decision decideOn(const OfficeState &state, const Draw &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Receive &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Connect &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Disconnect &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const StepAway &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const ComeBack &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Enter &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const NotYet &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Ready &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Leave &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const JoinVisit &command, Instant now);

[[nodiscard]] Decision decideOn(const OfficeState &state, const CallNext &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const CallNamed &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Admit &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const NoShow &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const ReturnToLobby &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const ControlCall &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Sight &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Finish &command, Instant now);

[[nodiscard]] Decision decideOn(const OfficeState &state, const Readmit &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Prioritise &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Park &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Unpark &command, Instant now);

[[nodiscard]] Decision decideOn(const OfficeState &state, const ProposeTransfer &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const WithdrawTransfer &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const DeclineTransfer &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Transfer &command, Instant now);

[[nodiscard]] Decision decideOn(const OfficeState &state, const Tick &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Restart &command, Instant now);

//! How many people may be in line; nullopt: any number.
[[nodiscard]] std::optional<std::uint32_t> capacity(const OfficeState &state, const Elsewhere &elsewhere);

//! Why this clerk has no say over this ticket under this epoch.
[[nodiscard]] std::optional<Refusal> noSay(const OfficeState &state, const ClerkId &clerk, const TicketId &ticket,
                                           Epoch epoch);

//! Nobody is left but those who have missed their calls.
[[nodiscard]] bool servedAll(const OfficeState &state);

//! Closes; whoever is not in a visit ends for this reason.
void closeNow(const OfficeState &state, FactList &facts, LeaveReason left, CloseReason closed);

//! What opening hours and closing time ask for now; the state follows as far as that needs.
[[nodiscard]] Facts keepHours(OfficeState &state, Instant now);

//! The office opens by itself at `now` if somebody is present.
[[nodiscard]] bool opensWith(const OfficeState &state, const std::optional<Window> &window, Instant now);

//! When the opening hours must be looked at next.
[[nodiscard]] std::optional<Instant> hoursDue(const OfficeState &state);

//! When the time judges the line of a ticket; nullopt while it is connected, or a lost line is tolerated.
[[nodiscard]] std::optional<Instant> lineDue(const OfficeState &state, const Ticket &ticket);

//! The desk goes, and its visitor back to the front of the line; with a closed office the visit ends.
void giveUp(const OfficeState &state, FactList &facts, const ClerkId &clerk);

//! When the desk of a lost clerk is given up.
[[nodiscard]] Instant deskDue(const OfficeState &state, const Clerk &clerk);

//! The one that comes first, of those that come at all.
[[nodiscard]] inline std::optional<Instant> earlier(std::optional<Instant> one, std::optional<Instant> other)
{
    if (!one || !other)
        return one ? one : other;
    return std::min(*one, *other);
}

//! When everybody who is left has to go. A closing time that comes before the hard end of an earlier window has its
//! own.
[[nodiscard]] inline std::optional<Instant> hardEndOf(const OfficeState &state)
{
    if (!state.closesAt || (state.hardEnd && *state.hardEnd <= *state.closesAt))
        return state.hardEnd;
    return *state.closesAt + state.settings.hardEndAfter;
}

[[nodiscard]] inline Failure<Refusal> refuse(RefusalCode code)
{
    return Failure(Refusal{code});
}

[[nodiscard]] inline Facts only(const OfficeState &state, Instant now, FactBody body)
{
    return {{state.seq + 1, now, body}};
}

} // namespace sprechtag::office
