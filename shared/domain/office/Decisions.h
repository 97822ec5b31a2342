// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/FactList.h"
#include "shared/domain/office/Office.h"

//! One decision for each command; decide() chooses among them. By theme in Decide*.cpp.
namespace sprechtag::office {

using Decision = Result<Facts, Refusal>;

[[nodiscard]] Decision decideOn(const OfficeState &state, const Open &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Close &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const SuspendIntake &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const ResumeIntake &command, Instant now);

[[nodiscard]] Decision decideOn(const OfficeState &state, const Arrive &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Depart &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Pause &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Resume &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const LoseClerk &command, Instant now);

[[nodiscard]] Decision decideOn(const OfficeState &state, const Draw &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Connect &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Disconnect &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Enter &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Leave &command, Instant now);

[[nodiscard]] Decision decideOn(const OfficeState &state, const CallNext &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const CallNamed &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const ReturnToLobby &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Finish &command, Instant now);

[[nodiscard]] Decision decideOn(const OfficeState &state, const Tick &command, Instant now);
[[nodiscard]] Decision decideOn(const OfficeState &state, const Restart &command, Instant now);

//! How many people may be in line; nullopt: any number.
[[nodiscard]] std::optional<std::uint32_t> capacity(const OfficeState &state, const Elsewhere &elsewhere);

//! When the time judges the line of a waiting ticket; nullopt while it is connected.
[[nodiscard]] std::optional<Instant> lineDue(const OfficeState &state, const Ticket &ticket);

//! When the desk of a lost clerk is given up.
[[nodiscard]] Instant deskDue(const OfficeState &state, const Clerk &clerk);

[[nodiscard]] inline Failure<Refusal> refuse(RefusalCode code)
{
    return Failure(Refusal{code});
}

} // namespace sprechtag::office
