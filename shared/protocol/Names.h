// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/ClerkMessages.h"

#include <QLatin1String>

#include <optional>

//! The words of the wire for every closed set of values. Each function is a switch over all of them, so that the
//! compiler asks for the word of a new value; anything else has an empty name.
namespace sprechtag::protocol {

[[nodiscard]] QLatin1String wireName(office::Place value);
[[nodiscard]] QLatin1String wireName(office::Outcome value);
[[nodiscard]] QLatin1String wireName(office::CloseReason value);
[[nodiscard]] QLatin1String wireName(office::ReturnReason value);
[[nodiscard]] QLatin1String wireName(office::LeaveReason value);
[[nodiscard]] QLatin1String wireName(office::CloseMode value);
[[nodiscard]] QLatin1String wireName(office::Standing value);
[[nodiscard]] QLatin1String wireName(office::Priority value);
[[nodiscard]] QLatin1String wireName(office::PriorityReason value);
[[nodiscard]] QLatin1String wireName(office::ParkReason value);
[[nodiscard]] QLatin1String wireName(office::PauseReason value);
[[nodiscard]] QLatin1String wireName(office::WithdrawReason value);
[[nodiscard]] QLatin1String wireName(office::MoveReason value);
[[nodiscard]] QLatin1String wireName(office::Intake value);
[[nodiscard]] QLatin1String wireName(office::TicketState value);
[[nodiscard]] QLatin1String wireName(office::Line value);
[[nodiscard]] QLatin1String wireName(office::ClerkState value);
[[nodiscard]] QLatin1String wireName(office::PublicState value);
[[nodiscard]] QLatin1String wireName(hours::Holiday value);
[[nodiscard]] QLatin1String wireName(Sentence value);
[[nodiscard]] QLatin1String wireName(Speaker value);
[[nodiscard]] QLatin1String wireName(LineStage value);
[[nodiscard]] QLatin1String wireName(PersonRole value);
[[nodiscard]] QLatin1String wireName(PersonState value);
[[nodiscard]] QLatin1String wireName(citizen::GuestEnd value);
[[nodiscard]] QLatin1String wireName(office::Reach value);
[[nodiscard]] QLatin1String wireName(clerk::RingState value);
[[nodiscard]] QLatin1String wireName(clerk::ColleagueEnd value);
[[nodiscard]] QLatin1String wireName(documents::From value);
[[nodiscard]] QLatin1String wireName(documents::Kind value);
[[nodiscard]] QLatin1String wireName(documents::State value);
[[nodiscard]] QLatin1String wireName(IcePolicy value);
[[nodiscard]] QLatin1String wireName(GoodbyeAction value);
[[nodiscard]] QLatin1String wireName(ErrorCode value);
[[nodiscard]] QLatin1String wireName(citizen::EndReason value);
[[nodiscard]] QLatin1String wireName(clerk::Role value);
[[nodiscard]] QLatin1String wireName(town::Kind value);
[[nodiscard]] QLatin1String wireName(town::FaultCode value);

//! The value with this word. The values of all our sets count up from 0 without gaps.
template <typename E>
[[nodiscard]] std::optional<E> fromWireName(QStringView word)
{
    for (int i = 0; !wireName(static_cast<E>(i)).isEmpty(); ++i)
        if (word == wireName(static_cast<E>(i)))
            return static_cast<E>(i);
    return std::nullopt;
}

} // namespace sprechtag::protocol
