// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/town/Values.h"
#include "shared/protocol/DocumentList.h"
#include "shared/protocol/FormMessages.h"
#include "shared/protocol/RoomMessages.h"
#include "shared/protocol/SightMessages.h"
#include "shared/protocol/TextMessages.h"
#include "shared/protocol/TicketMessages.h"
#include "shared/protocol/ViewMessages.h"

//! PROTOCOL.md §4: one struct a message, one variant a direction.
namespace sprechtag::protocol {

namespace citizen {
struct Hello
{
    QList<int> protocol;
    QString client;
    QStringList features;
    QString lang;
    std::optional<QString> ticketToken;
    friend bool operator==(const Hello &, const Hello &) = default;
};
struct WatchOverview
{
    friend bool operator==(const WatchOverview &, const WatchOverview &) = default;
};
//! The page has shown a message of the clerk.
struct MessageShown
{
    int message{};
    friend bool operator==(const MessageShown &, const MessageShown &) = default;
};
//! The citizen has read it: it does not come again.
struct MessageRead
{
    int message{};
    friend bool operator==(const MessageRead &, const MessageRead &) = default;
};
struct PrepareCall
{
    QString id;
    friend bool operator==(const PrepareCall &, const PrepareCall &) = default;
};
struct StandingOffer
{
    int generation{};
    QString sdp;
    friend bool operator==(const StandingOffer &, const StandingOffer &) = default;
};
struct WithdrawOffer
{
    int generation{};
    friend bool operator==(const WithdrawOffer &, const WithdrawOffer &) = default;
};
struct CallSignal
{
    office::Epoch epoch{};
    Signal signal;
    friend bool operator==(const CallSignal &, const CallSignal &) = default;
};

using ToServer = std::variant<Hello, WatchOverview, Draw, Enter, Leave, StepAway, ComeBack, NotYet, Ready,
                              AgreeTransfer, DeclineTransfer, TickChecklist, MessageShown, MessageRead, PrepareCall,
                              StandingOffer, WithdrawOffer, CallSignal, TextLine, ChangeView, UpdateForm, ClaimForm,
                              ConfirmForm, Knock, LeaveRoom, RoomSignal, DeclineSight, DeclineOffer>;

struct Limits
{
    int prepareRanks{5};
    int nameChars{80};
    int concernChars{200};
    friend bool operator==(const Limits &, const Limits &) = default;
};
struct Welcome
{
    int protocol{1};
    Instant serverTime{};
    QString authority;
    QString consentVersion;
    Limits limits;
    friend bool operator==(const Welcome &, const Welcome &) = default;
};
//! A day on which the hours are not those of the week, and why.
struct SpecialDay
{
    QDate day;
    QList<hours::Range> ranges; //!< day field unused on the wire
    std::optional<hours::Holiday> holiday;
    QString note;
    friend bool operator==(const SpecialDay &, const SpecialDay &) = default;
};
//! Something that citizens come for to an office, in the languages of the town.
struct ConcernCard
{
    ConcernId id;
    town::Words names;
    QList<town::Words> checklist; //!< what to have at hand
    friend bool operator==(const ConcernCard &, const ConcernCard &) = default;
};
//! `hoursToday` are ranges of the authority's local today (day field unused on the wire).
struct OverviewOffice
{
    OfficeCard card;
    office::Sequence seq{};
    QList<hours::Range> hoursToday;
    QList<SpecialDay> specialDays; //!< of two weeks from today on
    std::optional<Instant> nextOpening;
    office::PublicView view;
    QList<ConcernCard> concerns{};
    bool hidesPosition{}; //!< the page does not show how many are ahead
    bool isNameless{};    //!< nobody is asked for a name
    town::Texts texts{};
    friend bool operator==(const OverviewOffice &, const OverviewOffice &) = default;
};
struct OverviewSnapshot
{
    QList<OverviewOffice> offices;
    friend bool operator==(const OverviewSnapshot &, const OverviewSnapshot &) = default;
};
struct OfficeFeed
{
    OfficeId office;
    office::Sequence seq{};
    office::PublicView view;
    std::vector<office::LineChange> changes;
    friend bool operator==(const OfficeFeed &, const OfficeFeed &) = default;
};
//! `message` counts up for one ticket; a page that has shown it passes over the repetition.
struct MessageReceived
{
    int message{};
    Instant at{};
    MessageContent content;
    friend bool operator==(const MessageReceived &, const MessageReceived &) = default;
};
} // namespace citizen

//! Sent to both kinds of client.
struct CallIce
{
    QString re;
    QList<IceServer> servers;
    IcePolicy policy{};
    int ttlSeconds{};
    friend bool operator==(const CallIce &, const CallIce &) = default;
};
struct DoneMessage
{
    QString re;
    std::optional<TicketId> ticket;
    std::optional<office::Epoch> epoch;
    friend bool operator==(const DoneMessage &, const DoneMessage &) = default;
};
struct ErrorMessage
{
    QString re;
    ErrorCode code{};
    QString field;
    std::optional<ClerkId> clerk;
    QString clerkName;
    std::optional<TicketId> ticket;
    std::optional<int> afterSeconds;
    friend bool operator==(const ErrorMessage &, const ErrorMessage &) = default;
};
struct Goodbye
{
    QString reason;
    GoodbyeAction action{};
    std::optional<int> afterSeconds;
    friend bool operator==(const Goodbye &, const Goodbye &) = default;
};

namespace citizen {
using ToClient = std::variant<Welcome, OverviewSnapshot, OfficeFeed, TicketStateMessage, TicketEnded, MessageReceived,
                              CallIce, CallSignal, TextLines, DocumentList, ViewState, ViewChanged, FormState,
                              FormUpdated, FormClaimed, SightState, DoneMessage, ErrorMessage, Goodbye, GuestState,
                              GuestEnded, RoomState, RoomSignal, GuestOffer, GuestOfferEnded>;
}

} // namespace sprechtag::protocol
