// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Values.h"

#include <QLatin1String>

//! PROTOCOL.md §6: an identity document that the visitor holds to the camera. No picture of it is in any message.
namespace sprechtag::protocol {

//! What the visitor is asked to show.
enum class SightStep { Front, Back, Tilt };

[[nodiscard]] inline QLatin1String wireName(SightStep value)
{
    using namespace Qt::StringLiterals;
    switch (value) {
    case SightStep::Front:
        return "front"_L1;
    case SightStep::Back:
        return "back"_L1;
    case SightStep::Tilt:
        return "tilt"_L1;
    }
    return {};
}

namespace citizen {
//! The visitor would rather not.
struct DeclineSight
{
    office::Epoch epoch{};
    friend bool operator==(const DeclineSight &, const DeclineSight &) = default;
};
//! None: nothing is asked any more.
struct SightState
{
    std::optional<SightStep> step{};
    friend bool operator==(const SightState &, const SightState &) = default;
};
} // namespace citizen

namespace clerk {
//! Begins, or goes on with this step.
struct AskSight
{
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    SightStep step{};
    friend bool operator==(const AskSight &, const AskSight &) = default;
};
struct EndSight
{
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    friend bool operator==(const EndSight &, const EndSight &) = default;
};
//! The document was looked at: a command, and the only thing that is kept.
struct SightTicket
{
    QString id;
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    friend bool operator==(const SightTicket &, const SightTicket &) = default;
};
struct SightState // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    TicketId ticket;
    std::optional<SightStep> step{};
    bool declined{}; //!< over because the visitor would rather not
    friend bool operator==(const SightState &, const SightState &) = default;
};
} // namespace clerk

namespace bridge {
//! What is asked of the visitor now; none: the still is dropped.
struct SightState
{
    std::optional<SightStep> step{};
    friend bool operator==(const SightState &, const SightState &) = default;
};
//! The clerk wants this shown next.
struct AskSight
{
    SightStep step{};
    friend bool operator==(const AskSight &, const AskSight &) = default;
};
//! The clerk has looked.
struct SightSeen
{
    friend bool operator==(const SightSeen &, const SightSeen &) = default;
};
struct EndSight
{
    friend bool operator==(const EndSight &, const EndSight &) = default;
};
} // namespace bridge

} // namespace sprechtag::protocol
