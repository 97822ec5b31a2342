// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Id.h"
#include "shared/domain/hours/OpeningHours.h"
#include "shared/domain/office/Office.h"
#include "shared/domain/town/Values.h"

#include <QList>
#include <QString>

#include <optional>

//! The values that messages of both directions share.
namespace sprechtag::protocol {

struct OfficeCard
{
    OfficeId id;
    QString name;
    QString department;
    QString letter;
    QList<hours::Range> hours;
    friend bool operator==(const OfficeCard &, const OfficeCard &) = default;
};

struct ClerkCard
{
    ClerkId id;
    QString login;
    QString name;
    friend bool operator==(const ClerkCard &, const ClerkCard &) = default;
};

//! One thing to have at hand, and whether the visitor says to have it.
struct ChecklistEntry
{
    town::Words words;
    bool ticked{};
    friend bool operator==(const ChecklistEntry &, const ChecklistEntry &) = default;
};

//! What a clerk sees of the person behind a ticket. Personal data: never logged.
struct VisitCard
{
    TicketId ticket;
    QString name;
    QString concern;
    QString lang;
    QString letter{};                  //!< of the number, where another office gave it
    QString note{};                    //!< what the colleague wrote who transferred the visitor
    QList<ChecklistEntry> checklist{}; //!< of the concern
    friend bool operator==(const VisitCard &, const VisitCard &) = default;
};

struct IceServer
{
    QStringList urls;
    QString username;
    QString credential;
    friend bool operator==(const IceServer &, const IceServer &) = default;
};

enum class IcePolicy { All, RelayOnly };

struct SessionDescription
{
    QString type; //!< offer, answer or rollback
    QString sdp;
    int generation{};
    friend bool operator==(const SessionDescription &, const SessionDescription &) = default;
};
struct Candidate
{
    QString candidate;
    QString sdpMid;
    int sdpMLineIndex{};
    int generation{};
    friend bool operator==(const Candidate &, const Candidate &) = default;
};
struct MediaState
{
    bool microphone{};
    bool camera{};
    bool screen{};
    bool screenPaused{}; //!< its last picture is sent on
    friend bool operator==(const MediaState &, const MediaState &) = default;
};
struct RestartCall
{
    friend bool operator==(const RestartCall &, const RestartCall &) = default;
};
using Signal = std::variant<SessionDescription, Candidate, MediaState, RestartCall>;

//! What a clerk may say with one click; each client has the words, in the language of who reads them.
enum class Sentence { TakesLonger, SoonYourTurn, HavePapersReady, CheckDevices, StayHere, ClosingSoon, ClosesNow };

//! From a clerk to people who wait: prepared, or in the clerk's own words (personal data: never logged).
using MessageContent = std::variant<Sentence, QString>;

enum class GoodbyeAction { Retry, Resume, Upgrade, Stop };

//! Stable codes of PROTOCOL.md §7.
enum class ErrorCode {
    BadRequest,
    Unsupported,
    Conflict,
    NotAuthorised,
    WrongLogin,
    SecondFactorNeeded,
    SecondFactorEnrolment,
    WrongCode,
    NewPasswordNeeded,
    PasswordTooShort,
    PasswordTooSimple,
    PasswordTooCommon,
    PasswordUnchanged,
    ChallengeOver,
    SessionEnded,
    TryLater,
    NotYet,
    NoTicket,
    OfficeClosed,
    IntakeSuspended,
    OfficeFull,
    AlreadyDrawn,
    NobodyWaiting,
    AlreadyCalled,
    Busy,
    NotAtDesk,
    Paused,
    Gone,
    WrongState,
    StaleEpoch,
    NotYours,
    NoCapacity,
    TooEarly,
    TargetClosed,
    StorageFull,
    DocumentTooLarge,
    TooManyDocuments,
    DocumentType,
    DocumentActive,
    DocumentSigned,
    DocumentEncrypted,
    DocumentDamaged,
    DocumentTooComplex,
    DocumentInfected,
    DocumentUnchecked,
    RoomFull
};

[[nodiscard]] ErrorCode errorCode(office::RefusalCode code);

} // namespace sprechtag::protocol
