// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/Names.h"

namespace sprechtag::protocol {

using namespace Qt::StringLiterals;

QLatin1String wireName(PersonRole value)
{
    switch (value) {
    case PersonRole::Clerk:
        return "clerk"_L1;
    case PersonRole::Citizen:
        return "citizen"_L1;
    case PersonRole::Guest:
        return "guest"_L1;
    case PersonRole::Interpreter:
        return "interpreter"_L1;
    case PersonRole::Colleague:
        return "colleague"_L1;
    }
    return {};
}

QLatin1String wireName(PersonState value)
{
    switch (value) {
    case PersonState::Waiting:
        return "waiting"_L1;
    case PersonState::InRoom:
        return "in_room"_L1;
    case PersonState::Away:
        return "away"_L1;
    case PersonState::Invited:
        return "invited"_L1;
    case PersonState::Consulting:
        return "consulting"_L1;
    }
    return {};
}

QLatin1String wireName(citizen::GuestEnd value)
{
    switch (value) {
    case citizen::GuestEnd::Over:
        return "over"_L1;
    case citizen::GuestEnd::Removed:
        return "removed"_L1;
    case citizen::GuestEnd::Left:
        return "left"_L1;
    case citizen::GuestEnd::Unknown:
        return "unknown"_L1;
    }
    return {};
}

QLatin1String wireName(office::Reach value)
{
    switch (value) {
    case office::Reach::Free:
        return "free"_L1;
    case office::Reach::InCall:
        return "in_call"_L1;
    case office::Reach::Paused:
        return "paused"_L1;
    }
    return {};
}

QLatin1String wireName(clerk::RingState value)
{
    switch (value) {
    case clerk::RingState::Ringing:
        return "ringing"_L1;
    case clerk::RingState::Accepted:
        return "accepted"_L1;
    case clerk::RingState::Declined:
        return "declined"_L1;
    case clerk::RingState::Unanswered:
        return "unanswered"_L1;
    case clerk::RingState::Busy:
        return "busy"_L1;
    case clerk::RingState::Unreachable:
        return "unreachable"_L1;
    case clerk::RingState::Ended:
        return "ended"_L1;
    }
    return {};
}

QLatin1String wireName(clerk::ColleagueEnd value)
{
    switch (value) {
    case clerk::ColleagueEnd::Over:
        return "over"_L1;
    case clerk::ColleagueEnd::Cancelled:
        return "cancelled"_L1;
    case clerk::ColleagueEnd::Unanswered:
        return "unanswered"_L1;
    case clerk::ColleagueEnd::Elsewhere:
        return "elsewhere"_L1;
    case clerk::ColleagueEnd::Removed:
        return "removed"_L1;
    case clerk::ColleagueEnd::Left:
        return "left"_L1;
    }
    return {};
}

} // namespace sprechtag::protocol
