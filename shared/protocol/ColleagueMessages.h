// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/Reach.h"
#include "shared/protocol/RoomMessages.h"

//! PROTOCOL.md §5: a colleague of any office is rung, talks to the clerk alone or is taken into the conversation.
namespace sprechtag::protocol::clerk {

//! Who of the town is signed in and could be rung.
struct ListColleagues
{
    QString id;
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    friend bool operator==(const ListColleagues &, const ListColleagues &) = default;
};
struct RingColleague
{
    QString id;
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    ClerkId clerk;
    bool directly{}; //!< into the conversation, without talking alone first
    friend bool operator==(const RingColleague &, const RingColleague &) = default;
};
//! Ends the ringing, or the talk with the colleague alone.
struct EndColleague
{
    QString id;
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    friend bool operator==(const EndColleague &, const EndColleague &) = default;
};
//! Whoever talks to the clerk alone is with everybody from now on.
struct AdmitColleague
{
    QString id;
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    friend bool operator==(const AdmitColleague &, const AdmitColleague &) = default;
};
//! Of whoever is rung.
struct AnswerRing
{
    QString id;
    QString ring;
    bool accepted{};
    friend bool operator==(const AnswerRing &, const AnswerRing &) = default;
};
struct LeaveConversation
{
    QString id;
    friend bool operator==(const LeaveConversation &, const LeaveConversation &) = default;
};

struct ReachableColleague // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    ClerkId clerk;
    QString name;
    QStringList offices;
    office::Reach reach{};
    friend bool operator==(const ReachableColleague &, const ReachableColleague &) = default;
};
struct ColleagueList
{
    QString re;
    QList<ReachableColleague> colleagues;
    friend bool operator==(const ColleagueList &, const ColleagueList &) = default;
};

//! To the clerk who has rung. Unreachable: the line to the colleague is lost.
enum class RingState { Ringing, Accepted, Declined, Unanswered, Busy, Unreachable, Ended };
struct RingNews
{
    TicketId ticket;
    office::Epoch epoch{};
    Personal<QString> name;
    RingState state{};
    friend bool operator==(const RingNews &, const RingNews &) = default;
};

//! To whoever is rung. The number and the concern are all that is told of the visitor.
struct RingCall
{
    QString ring;
    Personal<QString> from;
    QString office;
    QString number;
    Personal<QString> concern;
    bool directly{};
    Instant until{};
    friend bool operator==(const RingCall &, const RingCall &) = default;
};
//! To whoever has accepted, and again when the line is new: in whose conversation, and how far.
struct ColleaguePlace // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    QString ring;
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    int peer{};
    QString number;
    QString officeName;
    Personal<QString> from;
    PersonState state{};
    friend bool operator==(const ColleaguePlace &, const ColleaguePlace &) = default;
};
//! The ringing is over without a talk, or the talk is. Elsewhere: it goes on in another app of the same clerk.
enum class ColleagueEnd { Over, Cancelled, Unanswered, Elsewhere, Removed, Left };
struct ColleagueOver
{
    QString ring;
    ColleagueEnd reason{};
    friend bool operator==(const ColleagueOver &, const ColleagueOver &) = default;
};

} // namespace sprechtag::protocol::clerk
