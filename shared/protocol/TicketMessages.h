// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Values.h"

//! PROTOCOL.md §4: what a citizen asks for the own ticket, and what is told of it.
namespace sprechtag::protocol::citizen {

struct Draw
{
    QString id;
    OfficeId office;
    QString token;
    QString name;
    QString concern;
    QString consentVersion;
    QString lang;
    std::optional<ConcernId> concernId{}; //!< one of the office's
    friend bool operator==(const Draw &, const Draw &) = default;
};
struct Enter
{
    QString id;
    office::Epoch epoch{};
    friend bool operator==(const Enter &, const Enter &) = default;
};
struct Leave
{
    QString id;
    friend bool operator==(const Leave &, const Leave &) = default;
};
//! For a moment: the place is kept and passed over.
struct StepAway
{
    QString id;
    friend bool operator==(const StepAway &, const StepAway &) = default;
};
struct ComeBack
{
    QString id;
    friend bool operator==(const ComeBack &, const ComeBack &) = default;
};
//! Called, and asks for some time.
struct NotYet
{
    QString id;
    office::Epoch epoch{};
    friend bool operator==(const NotYet &, const NotYet &) = default;
};
//! Parked, and has done what there was to do.
struct Ready
{
    QString id;
    friend bool operator==(const Ready &, const Ready &) = default;
};
struct AgreeTransfer
{
    QString id;
    office::Epoch epoch{};
    friend bool operator==(const AgreeTransfer &, const AgreeTransfer &) = default;
};
struct DeclineTransfer
{
    QString id;
    office::Epoch epoch{};
    friend bool operator==(const DeclineTransfer &, const DeclineTransfer &) = default;
};

//! What of the checklist of the concern is at hand, by the places in it: all of it, each time.
struct TickChecklist
{
    QString id;
    QList<int> ticked;
    friend bool operator==(const TickChecklist &, const TickChecklist &) = default;
};

//! What a parked visitor has to do, and when the clerk asks after it.
struct ParkedCard
{
    office::ParkReason reason{};
    Instant remindAt{};
    friend bool operator==(const ParkedCard &, const ParkedCard &) = default;
};
//! Where the clerk would like to send the visitor, as it is there now.
struct TransferCard
{
    OfficeId to;
    QString name;
    std::uint32_t ahead{};
    bool open{};
    friend bool operator==(const TransferCard &, const TransferCard &) = default;
};
struct TicketStateMessage
{
    TicketId ticket;
    OfficeId office;
    office::Sequence seq{};
    QString number;
    office::TicketState state{};
    std::optional<std::uint32_t> rank;
    office::Epoch epoch{};
    std::optional<Instant> enterBy;
    std::optional<QString> clerkName;
    std::optional<office::ReturnReason> returned;
    std::optional<ConcernId> concern{};
    std::optional<Instant> notBefore{};   //!< not called before, unless by name
    std::optional<Instant> awayUntil{};   //!< has stepped away
    std::optional<Instant> missedUntil{}; //!< may be taken in again until then
    std::optional<ParkedCard> parked{};
    std::optional<TransferCard> transfer{};
    QList<int> ticked{};                 //!< of the checklist of the concern, by place
    office::CallControl control{};       //!< what the clerk has set
    std::optional<QString> originName{}; //!< of the office that gave the number, when it is another one
    friend bool operator==(const TicketStateMessage &, const TicketStateMessage &) = default;
};
enum class EndReason { Finished, Left, Unreachable, OfficeClosed, Missed, AppointmentOffered, HardEnd, Unknown };
struct TicketEnded
{
    std::optional<TicketId> ticket;
    EndReason reason{};
    friend bool operator==(const TicketEnded &, const TicketEnded &) = default;
};

} // namespace sprechtag::protocol::citizen
