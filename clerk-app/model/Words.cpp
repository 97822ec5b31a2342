// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Words.h"

#include <QLocale>

#include <algorithm>

namespace sprechtag::clerk::model {

using namespace Qt::StringLiterals;

namespace {

// A reader takes a clock without a date for that of today, but an office may be open on the eve of its hours.
bool readsAsToday(Instant at, Instant now)
{
    constexpr std::chrono::hours kHalfDay{12};
    return at - now < kHalfDay;
}

QTimeZone &townZone()
{
    static QTimeZone zone;
    return zone;
}

} // namespace

void Words::setZone(const QTimeZone &zone)
{
    townZone() = zone;
}

QTimeZone Words::zone()
{
    return townZone().isValid() ? townZone() : QTimeZone::systemTimeZone();
}

QDateTime Words::localTime(Instant at)
{
    const auto time = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
    return townZone().isValid() ? time.toTimeZone(townZone()) : time;
}

QString Words::office(const OfficeRow &row)
{
    if (!row.open)
        return tr("Closed");
    if (row.intake == office::Intake::SuspendedThenClose)
        return tr("Closing: no new numbers");
    if (row.intake == office::Intake::Suspended)
        return tr("No new numbers");
    if (row.paused && row.backAt)
        //: %1 is a time of day
        return tr("Open, you are away until %1").arg(clock(*row.backAt));
    if (row.paused)
        return tr("Open, you are on a break");
    if (row.atDesk || !row.colleagues.isEmpty())
        return tr("Open");
    return tr("Open, nobody at a desk");
}

QString Words::hours(const OfficeRow &row, Instant now)
{
    if (row.hardEnd)
        //: after closing time: %1 is a time of day
        return tr("Closing time is over, end at %1").arg(clock(*row.hardEnd));
    const bool intakeEnds = row.intakeEndsAt && readsAsToday(*row.intakeEndsAt, now);
    if (intakeEnds && (!row.hours || *row.intakeEndsAt < row.hours->closesAt))
        //: no numbers are given from then on: %1 is a time of day
        return tr("Numbers until about %1").arg(clock(*row.intakeEndsAt));
    if (!row.hours)
        return {};
    if (row.open && readsAsToday(row.hours->closesAt, now))
        //: %1 is a time of day
        return tr("Open until %1").arg(clock(row.hours->closesAt));
    //: opening hours: %1 such as 02.03., %2 and %3 are times of day
    return tr("Hours: %1 %2–%3").arg(day(row.hours->opensAt), clock(row.hours->opensAt), clock(row.hours->closesAt));
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
        return waitingPerson(row);
    case PersonState::Unsteady:
        return tr("Waiting, line interrupted");
    case PersonState::Unreachable:
        return tr("Not reachable");
    case PersonState::DidNotCome:
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
    case PersonState::Away:
        //: %1 is a time of day
        return tr("Stepped away, back by %1").arg(clock(row.until.value_or(row.since)));
    case PersonState::Parked:
        return parkedPerson(row);
    case PersonState::Missed:
        //: out of line after too many calls: %1 is a time of day
        return tr("Missed, listed until %1").arg(clock(row.until.value_or(row.since)));
    }
    return {};
}

QString Words::waitingPerson(const LobbyRow &row)
{
    using office::Standing;
    if (row.reservedForMe)
        //: transferred to this clerk: %1 is a time of day
        return tr("Waiting for you, until %1").arg(clock(*row.reservedUntil));
    if (!row.reservedFor.isEmpty())
        //: transferred to a colleague: %1 is a name, %2 a time of day
        return tr("Waiting for %1, until %2").arg(row.reservedFor, clock(*row.reservedUntil));
    switch (row.standing) {
    case Standing::Front:
        return tr("Waiting, at the front");
    case Standing::Appointment:
        //: %1 is a time of day
        return row.appointment ? tr("Waiting, appointment at %1").arg(clock(*row.appointment)) : tr("Waiting");
    case Standing::Priority1:
        return tr("Waiting, priority 1");
    case Standing::Priority2:
        return tr("Waiting, priority 2");
    case Standing::Priority3:
        return tr("Waiting, priority 3");
    case Standing::Walkin:
        break;
    }
    return tr("Waiting");
}

QString Words::parkedPerson(const LobbyRow &row)
{
    const QString reason = parkReason(row.parkedFor.value_or(office::ParkReason::Other));
    if (!row.reachable)
        //: %1 is "form" or the like
        return tr("Parked (%1), not reachable").arg(reason);
    if (row.reminded)
        //: %1 is "form" or the like
        return tr("Parked for long (%1)").arg(reason);
    //: %1 is "form" or the like, %2 a time of day
    return tr("Parked (%1), reminder %2").arg(reason, clock(row.until.value_or(row.since)));
}

Papers Words::papersOf(const protocol::VisitCard &card)
{
    const QString language = QLocale().name().left(2);
    Papers papers{.listed = static_cast<int>(card.checklist.size())};
    for (const protocol::ChecklistEntry &entry : card.checklist) {
        const QString german = entry.words.value(u"de"_s, entry.words.isEmpty() ? QString() : entry.words.first());
        if (!entry.ticked)
            papers.open.append(entry.words.value(language, german).simplified());
    }
    return papers;
}

QString Words::paperCount(const Papers &papers)
{
    if (papers.listed == 0)
        return {};
    //: papers at hand: %1 of %2
    return tr("%1 of %2").arg(papers.ready()).arg(papers.listed);
}

QString Words::papers(const Papers &papers)
{
    if (papers.listed == 0)
        return {};
    if (papers.open.isEmpty())
        //: %1 such as "4 of 4"
        return tr("Papers: %1").arg(paperCount(papers));
    //: %1 such as "3 of 4", %2 a list of those that the visitor has not ticked
    return tr("Papers: %1. Not ticked: %2").arg(paperCount(papers), papers.open.join(u", "_s));
}

QString Words::sighted(const QString &clerk)
{
    //: the record that a clerk has looked at an identity document: %1 is the clerk; never say "identified"
    return tr("Checked by eye by %1, level of assurance: not assessed").arg(clerk);
}

QString Words::parkReason(office::ParkReason reason)
{
    switch (reason) {
    case office::ParkReason::FillsInForm:
        return tr("form");
    case office::ParkReason::FetchesPapers:
        return tr("papers");
    case office::ParkReason::Other:
        return tr("other");
    }
    return {};
}

QString Words::priorityReason(office::PriorityReason reason)
{
    switch (reason) {
    case office::PriorityReason::Hardship:
        return tr("Hardship");
    case office::PriorityReason::Deadline:
        return tr("A deadline ends today");
    case office::PriorityReason::ReturnVisit:
        return tr("Comes back in the same matter");
    case office::PriorityReason::Other:
        return tr("Another reason");
    }
    return {};
}

QString Words::clock(Instant at)
{
    return localTime(at).toString(u"HH:mm"_s);
}

QString Words::day(Instant at)
{
    return localTime(at).toString(u"dd.MM."_s);
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

QString Words::refusal(const connection::CommandError &error)
{
    using connection::Unanswered;
    switch (error.unanswered) {
    case Unanswered::NotSent:
        return tr("Not done: there was no connection to the server. Please try again when it is back.");
    case Unanswered::NoAnswer:
        return tr("The connection broke before the server answered. Please look whether it was done.");
    case Unanswered::No:
        break;
    }
    return refusedBecause(error);
}

QString Words::mayNotCallNamed()
{
    return tr("In this office you call the next person. Your administrator can give you the right to call somebody by "
              "name.");
}

// NOLINTNEXTLINE(readability-function-size): flat, and the compiler counts the codes
QString Words::refusedBecause(const protocol::ErrorMessage &error)
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
    case ErrorCode::OfficeFull:
        return tr("The other office is full.");
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
    case ErrorCode::DocumentTooLarge:
        return tr("The file is too large. More than 25 MB are not possible.");
    case ErrorCode::TooManyDocuments:
        return tr("No more files in this visit. Take one back first.");
    case ErrorCode::DocumentType:
        return tr("This is neither PDF nor JPEG nor PNG.");
    case ErrorCode::DocumentActive:
        return tr("This PDF is nothing without its programs. Save it anew, for example by printing it as PDF.");
    case ErrorCode::DocumentSigned:
        return tr(
            "This PDF is signed and holds scripts. Without them its signature would not hold, and with them it is "
            "not taken. Save a copy, for example by printing it as PDF.");
    case ErrorCode::DocumentEncrypted:
        return tr("This PDF is protected by a password. Save it without one.");
    case ErrorCode::DocumentDamaged:
        return tr("The file is damaged or empty.");
    case ErrorCode::DocumentTooComplex:
        return tr("The file has too many pages or pixels.");
    case ErrorCode::DocumentInfected:
        return tr("The virus scanner has rejected the file.");
    case ErrorCode::DocumentUnchecked:
        return tr("The file cannot be checked just now. Please try again later.");
    case ErrorCode::RoomFull:
        return tr("Five people are in the conversation already.");
    case ErrorCode::WrongLogin:
        return tr("Name or password is wrong.");
    case ErrorCode::SecondFactorNeeded:
    case ErrorCode::SecondFactorEnrolment:
    case ErrorCode::WrongCode:
    case ErrorCode::NewPasswordNeeded:
    case ErrorCode::PasswordTooShort:
    case ErrorCode::PasswordTooSimple:
    case ErrorCode::PasswordTooCommon:
    case ErrorCode::PasswordUnchanged:
    case ErrorCode::ChallengeOver:
    case ErrorCode::BadRequest:
    case ErrorCode::Unsupported:
    case ErrorCode::Conflict:
    case ErrorCode::AlreadyDrawn:
    case ErrorCode::TooEarly:
        return tr("The server refused this. Please tell your administrator if it happens again.");
    }
    return {};
}

QString Words::sentence(protocol::Sentence sentence)
{
    using protocol::Sentence;
    switch (sentence) {
    case Sentence::TakesLonger:
        return tr("It takes longer than expected today. Thank you for waiting.");
    case Sentence::SoonYourTurn:
        return tr("It will be your turn in a moment.");
    case Sentence::HavePapersReady:
        return tr("Please have your identity card and your papers ready.");
    case Sentence::CheckDevices:
        return tr("Please check your camera and microphone on this page now.");
    case Sentence::StayHere:
        return tr("Please stay on this page so that we can call you in.");
    case Sentence::ClosingSoon:
        return tr("We close soon. Everybody who is waiting will still be served.");
    case Sentence::ClosesNow:
        return tr("The office has to close now, we are sorry. Please come back at another time.");
    }
    return {};
}

QString Words::neighbour(const protocol::clerk::Neighbour &office)
{
    switch (office.view.state) {
    case office::PublicState::Closed:
        return tr("Closed");
    case office::PublicState::IntakeSuspended:
        return tr("No new numbers");
    case office::PublicState::Away:
        return tr("Away for a moment");
    case office::PublicState::Interrupted:
        return tr("Open, nobody at a desk");
    case office::PublicState::Free:
        return tr("Open and free");
    case office::PublicState::Occupied:
        return office.view.seats == 0U ? tr("Open, full") : tr("Open");
    }
    return {};
}

QString Words::transferFailed(const QString &number, office::WithdrawReason why)
{
    switch (why) {
    case office::WithdrawReason::Citizen:
        //: %1 is a number such as B 017
        return tr("%1 does not want to be transferred.").arg(number);
    case office::WithdrawReason::TargetClosed:
        //: %1 is a number such as B 017
        return tr("%1 could not be transferred: the other office has closed.").arg(number);
    case office::WithdrawReason::TargetFull:
        //: %1 is a number such as B 017
        return tr("%1 could not be transferred: the other office is full.").arg(number);
    case office::WithdrawReason::Clerk:
        break;
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
