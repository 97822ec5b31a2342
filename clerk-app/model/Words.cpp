// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Words.h"

#include <algorithm>

namespace sprechtag::clerk::model {

using namespace Qt::StringLiterals;

QString Words::office(const OfficeRow &row)
{
    if (!row.open)
        return tr("Closed");
    if (row.intake == office::Intake::SuspendedThenClose)
        return tr("Closing: no new numbers");
    if (row.intake == office::Intake::Suspended)
        return tr("No new numbers");
    if (row.paused)
        return tr("Open, you are on a break");
    if (row.atDesk || !row.colleagues.isEmpty())
        return tr("Open");
    return tr("Open, nobody at a desk");
}

QString Words::waiting(int people)
{
    if (people == 0)
        return tr("Nobody is waiting");
    //: %n people wait in an office
    return tr("%n person(s) waiting", nullptr, people);
}

QString Words::person(const LobbyRow &row)
{
    switch (row.state) {
    case PersonState::Waiting:
        return tr("Waiting");
    case PersonState::Unsteady:
        return tr("Waiting, line interrupted");
    case PersonState::Unreachable:
        return tr("Not reachable");
    case PersonState::Missed:
        return tr("Did not come when called");
    case PersonState::SetAside:
        return tr("Back in the lobby, set aside");
    case PersonState::Called:
        //: %1 is the name of a colleague
        return row.mine ? tr("Called by you") : tr("Called by %1").arg(row.clerk);
    case PersonState::InCall:
        //: %1 is the name of a colleague
        return row.mine ? tr("In conversation with you") : tr("In conversation with %1").arg(row.clerk);
    case PersonState::Held:
        //: %1 is the name of a colleague
        return row.mine ? tr("Your conversation, interrupted") : tr("Conversation with %1, interrupted").arg(row.clerk);
    }
    return {};
}

QString Words::span(seconds length)
{
    const auto whole = std::max<qint64>(0, std::chrono::duration_cast<minutes>(length).count());
    if (whole < 1)
        return tr("< 1 min");
    if (whole < 120)
        //: %1 minutes
        return tr("%1 min").arg(whole);
    //: hours and minutes: %1 such as 2:05
    return tr("%1 h").arg(u"%1:%2"_s.arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0')));
}

QString Words::countdown(seconds left)
{
    const auto whole = std::max<qint64>(0, left.count());
    return u"%1:%2"_s.arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

QString Words::refusal(const protocol::ErrorMessage &error)
{
    using protocol::ErrorCode;
    switch (error.code) {
    case ErrorCode::OfficeClosed:
        return tr("The office is closed.");
    case ErrorCode::IntakeSuspended:
    case ErrorCode::NoCapacity:
        return tr("The office takes no new numbers now.");
    case ErrorCode::TargetClosed:
        return tr("The other office is closed.");
    case ErrorCode::NobodyWaiting:
        return tr("Nobody is waiting who could be called now.");
    case ErrorCode::AlreadyCalled:
        if (error.clerkName.isEmpty())
            return tr("A colleague has called this person already.");
        //: %1 is the name of a colleague
        return tr("Already called by %1.").arg(error.clerkName);
    case ErrorCode::Busy:
        return tr("You are with somebody already. End that conversation first.");
    case ErrorCode::NotAtDesk:
        return tr("You do not staff this office. Switch it on first.");
    case ErrorCode::Paused:
        return tr("You are on a break. End the break first.");
    case ErrorCode::Gone:
    case ErrorCode::NoTicket:
        return tr("This person has left.");
    case ErrorCode::WrongState:
    case ErrorCode::StaleEpoch:
        return tr("This has changed in the meantime. Please look again.");
    case ErrorCode::NotYours:
        return tr("This person is with a colleague.");
    case ErrorCode::NotAuthorised:
        return tr("You may not do this.");
    case ErrorCode::SessionEnded:
        return tr("You are no longer signed in.");
    case ErrorCode::TryLater:
    case ErrorCode::NotYet:
        return tr("Please try again in a moment.");
    case ErrorCode::StorageFull:
        return tr(
            "The server has no room on its disk. Conversations go on, but nothing new can begin. Please tell your "
            "administrator.");
    case ErrorCode::WrongLogin:
        return tr("Name or password is wrong.");
    case ErrorCode::SecondFactorNeeded:
    case ErrorCode::SecondFactorEnrolment:
    case ErrorCode::WrongCode:
    case ErrorCode::ChallengeOver:
    case ErrorCode::BadRequest:
    case ErrorCode::Unsupported:
    case ErrorCode::Conflict:
    case ErrorCode::OfficeFull:
    case ErrorCode::AlreadyDrawn:
    case ErrorCode::TooEarly:
        return tr("The server refused this. Please tell your administrator if it happens again.");
    }
    return {};
}

QString Words::language(const QString &code)
{
    if (code == "de"_L1)
        return tr("German");
    if (code == "en"_L1)
        return tr("English");
    return code;
}

} // namespace sprechtag::clerk::model
