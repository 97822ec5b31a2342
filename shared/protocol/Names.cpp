// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/Names.h"

namespace sprechtag::protocol {

using namespace Qt::StringLiterals;

QLatin1String wireName(town::Kind value)
{
    using enum town::Kind;
    switch (value) {
    case Authority:
        return "authority"_L1;
    case Department:
        return "department"_L1;
    case Concern:
        return "concern"_L1;
    case Office:
        return "office"_L1;
    case Account:
        return "account"_L1;
    case Form:
        return "form"_L1;
    case Interpreter:
        return "interpreter"_L1;
    }
    return {};
}

QLatin1String wireName(town::FaultCode value)
{
    using enum town::FaultCode;
    switch (value) {
    case Missing:
        return "missing"_L1;
    case TooLong:
        return "too_long"_L1;
    case BadForm:
        return "bad_form"_L1;
    case OutOfRange:
        return "out_of_range"_L1;
    case Taken:
        return "taken"_L1;
    case Unknown:
        return "unknown"_L1;
    case InUse:
        return "in_use"_L1;
    case LastAdministrator:
        return "last_administrator"_L1;
    case HasLiveTickets:
        return "has_live_tickets"_L1;
    }
    return {};
}

QLatin1String wireName(hours::Holiday value)
{
    using enum hours::Holiday;
    switch (value) {
    case NewYear:
        return "new_year"_L1;
    case Epiphany:
        return "epiphany"_L1;
    case WomensDay:
        return "womens_day"_L1;
    case GoodFriday:
        return "good_friday"_L1;
    case EasterSunday:
        return "easter_sunday"_L1;
    case EasterMonday:
        return "easter_monday"_L1;
    case LabourDay:
        return "labour_day"_L1;
    case LiberationDay:
        return "liberation_day"_L1;
    case AscensionDay:
        return "ascension_day"_L1;
    case WhitSunday:
        return "whit_sunday"_L1;
    case WhitMonday:
        return "whit_monday"_L1;
    case CorpusChristi:
        return "corpus_christi"_L1;
    case UprisingDay:
        return "uprising_day"_L1;
    case PeaceFestival:
        return "peace_festival"_L1;
    case AssumptionDay:
        return "assumption_day"_L1;
    case ChildrensDay:
        return "childrens_day"_L1;
    case UnityDay:
        return "unity_day"_L1;
    case ReformationDay:
        return "reformation_day"_L1;
    case AllSaints:
        return "all_saints"_L1;
    case RepentanceDay:
        return "repentance_day"_L1;
    case ChristmasDay:
        return "christmas_day"_L1;
    case SecondChristmasDay:
        return "second_christmas_day"_L1;
    }
    return {};
}

QLatin1String wireName(Sentence value)
{
    switch (value) {
    case Sentence::TakesLonger:
        return "takes_longer"_L1;
    case Sentence::SoonYourTurn:
        return "soon_your_turn"_L1;
    case Sentence::HavePapersReady:
        return "have_papers_ready"_L1;
    case Sentence::CheckDevices:
        return "check_devices"_L1;
    case Sentence::StayHere:
        return "stay_here"_L1;
    case Sentence::ClosingSoon:
        return "closing_soon"_L1;
    case Sentence::ClosesNow:
        return "closes_now"_L1;
    }
    return {};
}

QLatin1String wireName(Speaker value)
{
    switch (value) {
    case Speaker::Citizen:
        return "citizen"_L1;
    case Speaker::Clerk:
        return "clerk"_L1;
    case Speaker::Guest:
        return "guest"_L1;
    }
    return {};
}

QLatin1String wireName(LineStage value)
{
    switch (value) {
    case LineStage::Writing:
        return "writing"_L1;
    case LineStage::Unseen:
        return "unseen"_L1;
    case LineStage::Done:
        return "done"_L1;
    }
    return {};
}

QLatin1String wireName(documents::From value)
{
    switch (value) {
    case documents::From::Citizen:
        return "citizen"_L1;
    case documents::From::Clerk:
        return "clerk"_L1;
    }
    return {};
}

QLatin1String wireName(documents::Kind value)
{
    switch (value) {
    case documents::Kind::Pdf:
        return "pdf"_L1;
    case documents::Kind::Jpeg:
        return "jpeg"_L1;
    case documents::Kind::Png:
        return "png"_L1;
    }
    return {};
}

QLatin1String wireName(documents::State value)
{
    switch (value) {
    case documents::State::Coming:
        return "coming"_L1;
    case documents::State::Checking:
        return "checking"_L1;
    case documents::State::Offered:
        return "offered"_L1;
    case documents::State::Accepted:
        return "accepted"_L1;
    case documents::State::Refused:
        return "refused"_L1;
    }
    return {};
}

QLatin1String wireName(IcePolicy value)
{
    switch (value) {
    case IcePolicy::All:
        return "all"_L1;
    case IcePolicy::RelayOnly:
        return "relay"_L1;
    }
    return {};
}

QLatin1String wireName(GoodbyeAction value)
{
    switch (value) {
    case GoodbyeAction::Retry:
        return "retry"_L1;
    case GoodbyeAction::Resume:
        return "resume"_L1;
    case GoodbyeAction::Upgrade:
        return "upgrade"_L1;
    case GoodbyeAction::Stop:
        return "stop"_L1;
    }
    return {};
}

// NOLINTNEXTLINE(readability-function-size): flat, and the compiler counts the codes
QLatin1String wireName(ErrorCode value)
{
    switch (value) {
    case ErrorCode::BadRequest:
        return "bad_request"_L1;
    case ErrorCode::Unsupported:
        return "unsupported"_L1;
    case ErrorCode::Conflict:
        return "conflict"_L1;
    case ErrorCode::NotAuthorised:
        return "not_authorised"_L1;
    case ErrorCode::WrongLogin:
        return "wrong_login"_L1;
    case ErrorCode::SecondFactorNeeded:
        return "second_factor_needed"_L1;
    case ErrorCode::SecondFactorEnrolment:
        return "second_factor_enrolment"_L1;
    case ErrorCode::WrongCode:
        return "wrong_code"_L1;
    case ErrorCode::NewPasswordNeeded:
        return "new_password_needed"_L1;
    case ErrorCode::PasswordTooShort:
        return "password_too_short"_L1;
    case ErrorCode::PasswordTooSimple:
        return "password_too_simple"_L1;
    case ErrorCode::PasswordTooCommon:
        return "password_too_common"_L1;
    case ErrorCode::PasswordUnchanged:
        return "password_unchanged"_L1;
    case ErrorCode::ChallengeOver:
        return "challenge_over"_L1;
    case ErrorCode::SessionEnded:
        return "session_ended"_L1;
    case ErrorCode::TryLater:
        return "try_later"_L1;
    case ErrorCode::NotYet:
        return "not_yet"_L1;
    case ErrorCode::NoTicket:
        return "no_ticket"_L1;
    case ErrorCode::OfficeClosed:
        return "office_closed"_L1;
    case ErrorCode::IntakeSuspended:
        return "intake_suspended"_L1;
    case ErrorCode::OfficeFull:
        return "office_full"_L1;
    case ErrorCode::AlreadyDrawn:
        return "already_drawn"_L1;
    case ErrorCode::NobodyWaiting:
        return "nobody_waiting"_L1;
    case ErrorCode::AlreadyCalled:
        return "already_called"_L1;
    case ErrorCode::Busy:
        return "busy"_L1;
    case ErrorCode::NotAtDesk:
        return "not_at_desk"_L1;
    case ErrorCode::Paused:
        return "paused"_L1;
    case ErrorCode::Gone:
        return "gone"_L1;
    case ErrorCode::WrongState:
        return "wrong_state"_L1;
    case ErrorCode::StaleEpoch:
        return "stale_epoch"_L1;
    case ErrorCode::NotYours:
        return "not_yours"_L1;
    case ErrorCode::NoCapacity:
        return "no_capacity"_L1;
    case ErrorCode::TooEarly:
        return "too_early"_L1;
    case ErrorCode::TargetClosed:
        return "target_closed"_L1;
    case ErrorCode::StorageFull:
        return "storage_full"_L1;
    case ErrorCode::DocumentTooLarge:
        return "document_too_large"_L1;
    case ErrorCode::TooManyDocuments:
        return "too_many_documents"_L1;
    case ErrorCode::DocumentType:
        return "document_type"_L1;
    case ErrorCode::DocumentActive:
        return "document_active"_L1;
    case ErrorCode::DocumentSigned:
        return "document_signed"_L1;
    case ErrorCode::DocumentEncrypted:
        return "document_encrypted"_L1;
    case ErrorCode::DocumentDamaged:
        return "document_damaged"_L1;
    case ErrorCode::DocumentTooComplex:
        return "document_too_complex"_L1;
    case ErrorCode::DocumentInfected:
        return "document_infected"_L1;
    case ErrorCode::DocumentUnchecked:
        return "document_unchecked"_L1;
    case ErrorCode::RoomFull:
        return "room_full"_L1;
    }
    return {};
}

QLatin1String wireName(citizen::EndReason value)
{
    switch (value) {
    case citizen::EndReason::Finished:
        return "finished"_L1;
    case citizen::EndReason::Left:
        return "left"_L1;
    case citizen::EndReason::Unreachable:
        return "unreachable"_L1;
    case citizen::EndReason::OfficeClosed:
        return "office_closed"_L1;
    case citizen::EndReason::Missed:
        return "missed"_L1;
    case citizen::EndReason::AppointmentOffered:
        return "appointment_offered"_L1;
    case citizen::EndReason::HardEnd:
        return "hard_end"_L1;
    case citizen::EndReason::Unknown:
        return "unknown"_L1;
    }
    return {};
}

QLatin1String wireName(clerk::Role value)
{
    switch (value) {
    case clerk::Role::Clerk:
        return "clerk"_L1;
    case clerk::Role::HeadOfOffice:
        return "head_of_office"_L1;
    case clerk::Role::Administrator:
        return "administrator"_L1;
    }
    return {};
}

ErrorCode errorCode(office::RefusalCode code)
{
    using enum office::RefusalCode;
    switch (code) {
    case OfficeClosed:
        return ErrorCode::OfficeClosed;
    case IntakeSuspended:
        return ErrorCode::IntakeSuspended;
    case OfficeFull:
        return ErrorCode::OfficeFull;
    case AlreadyDrawn:
        return ErrorCode::AlreadyDrawn;
    case NobodyWaiting:
        return ErrorCode::NobodyWaiting;
    case AlreadyCalled:
        return ErrorCode::AlreadyCalled;
    case Busy:
        return ErrorCode::Busy;
    case NotAtDesk:
        return ErrorCode::NotAtDesk;
    case Paused:
        return ErrorCode::Paused;
    case Gone:
        return ErrorCode::Gone;
    case WrongState:
        return ErrorCode::WrongState;
    case StaleEpoch:
        return ErrorCode::StaleEpoch;
    case NotYours:
        return ErrorCode::NotYours;
    case NoCapacity:
        return ErrorCode::NoCapacity;
    case TooEarly:
        return ErrorCode::TooEarly;
    case TargetClosed:
        return ErrorCode::TargetClosed;
    }
    return ErrorCode::BadRequest;
}

} // namespace sprechtag::protocol
