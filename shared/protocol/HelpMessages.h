// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Secret.h"
#include "shared/protocol/Values.h"

//! PROTOCOL.md §4 and §5: whom a clerk asks to help in a visit: interpreters of the town, and people who wait.
namespace sprechtag::protocol {

namespace citizen {
//! To somebody who waits: a clerk asks to come into a conversation. Knocking with the code accepts, and ends the wait.
struct GuestOffer
{
    Personal<QString> code;
    QString number; //!< whose conversation
    QString office;
    Instant expiresAt{};
    friend bool operator==(const GuestOffer &, const GuestOffer &) = default;
};
//! It is accepted, declined, taken back or too late.
struct GuestOfferEnded
{
    friend bool operator==(const GuestOfferEnded &, const GuestOfferEnded &) = default;
};
struct DeclineOffer
{
    QString id;
    friend bool operator==(const DeclineOffer &, const DeclineOffer &) = default;
};
} // namespace citizen

namespace clerk {
//! Whom the town's list names, and for which of their languages.
struct InterpreterWish
{
    InterpreterId interpreter;
    QString language;
    friend bool operator==(const InterpreterWish &, const InterpreterWish &) = default;
};
//! Asks somebody who waits at one of the clerk's offices to come into the visit.
struct FetchGuest
{
    QString id;
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    OfficeId fromOffice;
    TicketId fromTicket;
    friend bool operator==(const FetchGuest &, const FetchGuest &) = default;
};
//! Asks for the town's list.
struct ListInterpreters
{
    QString id;
    friend bool operator==(const ListInterpreters &, const ListInterpreters &) = default;
};
struct TownInterpreters
{
    QString re;
    QList<town::Interpreter> interpreters;
    friend bool operator==(const TownInterpreters &, const TownInterpreters &) = default;
};
} // namespace clerk

} // namespace sprechtag::protocol
