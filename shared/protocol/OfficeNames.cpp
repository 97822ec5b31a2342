// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/Names.h"

//! The words of an office.
namespace sprechtag::protocol {

using namespace Qt::StringLiterals;

QLatin1String wireName(office::Place value)
{
    switch (value) {
    case office::Place::Keep:
        return "keep"_L1;
    case office::Place::Front:
        return "front"_L1;
    case office::Place::End:
        return "end"_L1;
    }
    return {};
}

QLatin1String wireName(office::Outcome value)
{
    switch (value) {
    case office::Outcome::Done:
        return "done"_L1;
    case office::Outcome::NotDone:
        return "not_done"_L1;
    case office::Outcome::Unstated:
        return "unstated"_L1;
    }
    return {};
}

QLatin1String wireName(office::CloseReason value)
{
    switch (value) {
    case office::CloseReason::Clerk:
        return "clerk"_L1;
    case office::CloseReason::LobbyServed:
        return "lobby_served"_L1;
    case office::CloseReason::Hours:
        return "hours"_L1;
    }
    return {};
}

QLatin1String wireName(office::ReturnReason value)
{
    switch (value) {
    case office::ReturnReason::SentBack:
        return "sent_back"_L1;
    case office::ReturnReason::NotEntered:
        return "not_entered"_L1;
    case office::ReturnReason::ClerkLost:
        return "clerk_lost"_L1;
    case office::ReturnReason::NotYet:
        return "not_yet"_L1;
    case office::ReturnReason::Readmitted:
        return "readmitted"_L1;
    case office::ReturnReason::Parked:
        return "parked"_L1;
    }
    return {};
}

QLatin1String wireName(office::LeaveReason value)
{
    switch (value) {
    case office::LeaveReason::Citizen:
        return "citizen"_L1;
    case office::LeaveReason::Unreachable:
        return "unreachable"_L1;
    case office::LeaveReason::OfficeClosed:
        return "office_closed"_L1;
    case office::LeaveReason::Missed:
        return "missed"_L1;
    case office::LeaveReason::AppointmentOffered:
        return "appointment_offered"_L1;
    case office::LeaveReason::HardEnd:
        return "hard_end"_L1;
    case office::LeaveReason::JoinedVisit:
        return "joined_visit"_L1;
    }
    return {};
}

QLatin1String wireName(office::CloseMode value)
{
    switch (value) {
    case office::CloseMode::ServeWaiting:
        return "serve_waiting"_L1;
    case office::CloseMode::OfferAppointments:
        return "offer_appointments"_L1;
    case office::CloseMode::Now:
        return "now"_L1;
    }
    return {};
}

QLatin1String wireName(office::Standing value)
{
    switch (value) {
    case office::Standing::Front:
        return "front"_L1;
    case office::Standing::Appointment:
        return "appointment"_L1;
    case office::Standing::Priority1:
        return "priority_1"_L1;
    case office::Standing::Priority2:
        return "priority_2"_L1;
    case office::Standing::Priority3:
        return "priority_3"_L1;
    case office::Standing::Walkin:
        return "walk_in"_L1;
    }
    return {};
}

QLatin1String wireName(office::Priority value)
{
    switch (value) {
    case office::Priority::None:
        return "none"_L1;
    case office::Priority::First:
        return "first"_L1;
    case office::Priority::Second:
        return "second"_L1;
    case office::Priority::Third:
        return "third"_L1;
    }
    return {};
}

QLatin1String wireName(office::PriorityReason value)
{
    switch (value) {
    case office::PriorityReason::Hardship:
        return "hardship"_L1;
    case office::PriorityReason::Deadline:
        return "deadline"_L1;
    case office::PriorityReason::ReturnVisit:
        return "return_visit"_L1;
    case office::PriorityReason::Other:
        return "other"_L1;
    }
    return {};
}

QLatin1String wireName(office::ParkReason value)
{
    switch (value) {
    case office::ParkReason::FillsInForm:
        return "fills_in_form"_L1;
    case office::ParkReason::FetchesPapers:
        return "fetches_papers"_L1;
    case office::ParkReason::Other:
        return "other"_L1;
    }
    return {};
}

QLatin1String wireName(office::PauseReason value)
{
    switch (value) {
    case office::PauseReason::Break:
        return "break"_L1;
    case office::PauseReason::Idle:
        return "idle"_L1;
    }
    return {};
}

QLatin1String wireName(office::WithdrawReason value)
{
    switch (value) {
    case office::WithdrawReason::Clerk:
        return "clerk"_L1;
    case office::WithdrawReason::Citizen:
        return "citizen"_L1;
    case office::WithdrawReason::TargetClosed:
        return "target_closed"_L1;
    case office::WithdrawReason::TargetFull:
        return "target_full"_L1;
    }
    return {};
}

QLatin1String wireName(office::MoveReason value)
{
    switch (value) {
    case office::MoveReason::Drawn:
        return "drawn"_L1;
    case office::MoveReason::Priority:
        return "priority"_L1;
    case office::MoveReason::Appointment:
        return "appointment"_L1;
    case office::MoveReason::Returned:
        return "returned"_L1;
    case office::MoveReason::Received:
        return "received"_L1;
    case office::MoveReason::Promoted:
        return "promoted"_L1;
    }
    return {};
}

QLatin1String wireName(office::Intake value)
{
    switch (value) {
    case office::Intake::Open:
        return "open"_L1;
    case office::Intake::Suspended:
        return "suspended"_L1;
    case office::Intake::SuspendedThenClose:
        return "suspended_then_close"_L1;
    }
    return {};
}

QLatin1String wireName(office::TicketState value)
{
    switch (value) {
    case office::TicketState::Waiting:
        return "waiting"_L1;
    case office::TicketState::Called:
        return "called"_L1;
    case office::TicketState::InCall:
        return "in_call"_L1;
    case office::TicketState::Held:
        return "held"_L1;
    case office::TicketState::Parked:
        return "parked"_L1;
    case office::TicketState::Missed:
        return "missed"_L1;
    }
    return {};
}

QLatin1String wireName(office::Line value)
{
    switch (value) {
    case office::Line::Connected:
        return "connected"_L1;
    case office::Line::Lost:
        return "lost"_L1;
    case office::Line::Unreachable:
        return "unreachable"_L1;
    }
    return {};
}

QLatin1String wireName(office::ClerkState value)
{
    switch (value) {
    case office::ClerkState::Present:
        return "present"_L1;
    case office::ClerkState::Paused:
        return "paused"_L1;
    case office::ClerkState::Lost:
        return "lost"_L1;
    }
    return {};
}

QLatin1String wireName(office::PublicState value)
{
    switch (value) {
    case office::PublicState::Closed:
        return "closed"_L1;
    case office::PublicState::Free:
        return "free"_L1;
    case office::PublicState::Occupied:
        return "occupied"_L1;
    case office::PublicState::IntakeSuspended:
        return "intake_suspended"_L1;
    case office::PublicState::Away:
        return "away"_L1;
    case office::PublicState::Interrupted:
        return "interrupted"_L1;
    }
    return {};
}

} // namespace sprechtag::protocol
