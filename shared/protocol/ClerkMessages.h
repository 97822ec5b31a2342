// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/town/Values.h"
#include "shared/protocol/AdminMessages.h"
#include "shared/protocol/CitizenMessages.h"
#include "shared/protocol/ClerkLobbyMessages.h"
#include "shared/protocol/ClerkTicketMessages.h"
#include "shared/protocol/ColleagueMessages.h"
#include "shared/protocol/StockMessages.h"

#include <QMap>
#include <QTimeZone>

//! PROTOCOL.md §5: one struct a message, one variant a direction.
namespace sprechtag::protocol::clerk {

struct Hello
{
    QList<int> protocol;
    QString client;
    QStringList features;
    QString lang;
    QMap<QString, office::Sequence> resume;
    QString run{}; //!< of the welcome after which those numbers were seen
    friend bool operator==(const Hello &, const Hello &) = default;
};
struct OpenOffice
{
    QString id;
    OfficeId office;
    friend bool operator==(const OpenOffice &, const OpenOffice &) = default;
};
struct CloseOffice
{
    QString id;
    OfficeId office;
    office::CloseMode mode{};
    friend bool operator==(const CloseOffice &, const CloseOffice &) = default;
};
struct SuspendIntake
{
    QString id;
    OfficeId office;
    friend bool operator==(const SuspendIntake &, const SuspendIntake &) = default;
};
struct ResumeIntake
{
    QString id;
    OfficeId office;
    friend bool operator==(const ResumeIntake &, const ResumeIntake &) = default;
};
struct Arrive
{
    QString id;
    OfficeId office;
    friend bool operator==(const Arrive &, const Arrive &) = default;
};
struct Depart
{
    QString id;
    OfficeId office;
    friend bool operator==(const Depart &, const Depart &) = default;
};
struct Pause
{
    QString id;
    OfficeId office;
    office::PauseReason reason{};
    std::optional<Instant> backAt{};
    friend bool operator==(const Pause &, const Pause &) = default;
};
struct Resume
{
    QString id;
    OfficeId office;
    friend bool operator==(const Resume &, const Resume &) = default;
};
struct CallNext
{
    QString id;
    OfficeId office;
    friend bool operator==(const CallNext &, const CallNext &) = default;
};
struct PrepareCall
{
    QString id;
    friend bool operator==(const PrepareCall &, const PrepareCall &) = default;
};
//! Whom the clerk may call next: that person's standing offer is wanted ahead, and every newer one. A notice.
struct ExpectCall
{
    OfficeId office;
    TicketId ticket;
    friend bool operator==(const ExpectCall &, const ExpectCall &) = default;
};
struct CallSignal
{
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    Signal signal;
    friend bool operator==(const CallSignal &, const CallSignal &) = default;
};

using ToServer =
    std::variant<Hello, OpenOffice, CloseOffice, SuspendIntake, ResumeIntake, Arrive, Depart, Pause, Resume, CallNext,
                 CallNamed, Appeared, NoShow, ReadmitTicket, ReturnTicket, ControlCall, PrioritiseTicket, ParkTicket,
                 UnparkTicket, TransferTicket, WithdrawTransfer, ListTown, LobbyMessage, FinishTicket, PrepareCall,
                 ExpectCall, CallSignal, TextLine, JudgeDocument, ShowDocument, CloseView, ChangeView, OpenForm,
                 CloseForm, UpdateForm, ClaimForm, AskSight, EndSight, SightTicket, ListStock, TakeForm, AdminRead,
                 AdminSave, AdminRemove, AdminResetPassword, AdminResetSecondFactor, AdminLog, AdminFigures,
                 InviteGuest, AdmitGuest, RemoveGuest, ControlGuest, RoomSignal, FetchGuest, ListInterpreters,
                 ListColleagues, RingColleague, EndColleague, AdmitColleague, AnswerRing, LeaveConversation>;

using town::Role;

struct Welcome
{
    int protocol{1};
    Instant serverTime{};
    QString authority;
    ClerkCard clerk;
    QList<Role> roles;
    QString run{};    //!< names this run of the server: what was seen of another one cannot be resumed
    QTimeZone zone{}; //!< of the town's clocks
    friend bool operator==(const Welcome &, const Welcome &) = default;
};
struct OfficeSnapshot
{
    OfficeCard card;
    QList<ClerkCard> clerks;
    office::OfficeState state;
    QList<VisitCard> visits;
    bool mayCallNamed{}; //!< whoever reads it may call somebody else than the next
    friend bool operator==(const OfficeSnapshot &, const OfficeSnapshot &) = default;
};
struct OfficeResumed // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    OfficeId office;
    office::Sequence seq{};
    friend bool operator==(const OfficeResumed &, const OfficeResumed &) = default;
};
//! The clerk may not staff the office any more, or it is gone.
struct OfficeRemoved // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    OfficeId office;
    friend bool operator==(const OfficeRemoved &, const OfficeRemoved &) = default;
};
struct OfficeFacts
{
    OfficeId office;
    office::Facts facts;
    QList<VisitCard> visits;
    friend bool operator==(const OfficeFacts &, const OfficeFacts &) = default;
};
//! What is known of these people is another thing than before.
struct OfficeVisits
{
    OfficeId office;
    QList<VisitCard> visits;
    friend bool operator==(const OfficeVisits &, const OfficeVisits &) = default;
};
struct CallOffer
{
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    int generation{};
    QString sdp;
    friend bool operator==(const CallOffer &, const CallOffer &) = default;
};

//! The standing offer of somebody who was not called yet.
struct ExpectedOffer
{
    OfficeId office;
    TicketId ticket;
    int generation{};
    QString sdp;
    friend bool operator==(const ExpectedOffer &, const ExpectedOffer &) = default;
};

using ToClient =
    std::variant<Welcome, OfficeSnapshot, OfficeResumed, OfficeFacts, OfficeVisits, OfficeRemoved, TownOffices,
                 MessageStatus, CallOffer, ExpectedOffer, CallIce, CallSignal, TextLines, DocumentList, ViewState,
                 ViewChanged, FormState, FormUpdated, FormClaimed, SightState, StockForms, FormTaken, DoneMessage,
                 ErrorMessage, Goodbye, AdminTown, AdminSaved, AdminRefused, AdminChanged, AdminLogPage,
                 AdminOfficeFigures, GuestCode, RoomState, RoomSignal, TownInterpreters, ColleagueList, RingNews,
                 RingCall, ColleaguePlace, ColleagueOver>;

} // namespace sprechtag::protocol::clerk
