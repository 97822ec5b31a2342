// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/HelpMessages.h"
#include "shared/protocol/RoomValues.h"

//! PROTOCOL.md §4 and §5: who is with the two people of a visit. Names are personal data: never logged, never stored.
namespace sprechtag::protocol {

namespace citizen {
//! Somebody with a code asks to be let in, or is back: the token names the guest from then on.
struct Knock
{
    QString id;
    QString code;
    QString token;
    QString name;
    QString lang;
    QString consentVersion;
    friend bool operator==(const Knock &, const Knock &) = default;
};
struct LeaveRoom
{
    QString id;
    friend bool operator==(const LeaveRoom &, const LeaveRoom &) = default;
};
//! From one person of the room to another: to the server `peer` is for whom, from it whose it is.
struct RoomSignal
{
    int peer{};
    Signal signal;
    friend bool operator==(const RoomSignal &, const RoomSignal &) = default;
};
//! To a guest: whose guest, and how far.
struct GuestState
{
    int peer{};
    QString number;
    QString office;
    PersonState state{};
    office::Epoch epoch{}; //!< of the visit: what the guest writes belongs to it
    friend bool operator==(const GuestState &, const GuestState &) = default;
};
enum class GuestEnd { Over, Removed, Left, Unknown };
struct GuestEnded
{
    GuestEnd reason{};
    friend bool operator==(const GuestEnded &, const GuestEnded &) = default;
};
//! Everybody who is in the room, whoever reads it included.
struct RoomState
{
    int peer{}; //!< of whoever reads it
    QList<Person> people;
    friend bool operator==(const RoomState &, const RoomState &) = default;
};
} // namespace citizen

namespace clerk {
struct InviteGuest
{
    QString id;
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    std::optional<InterpreterWish> interpreter{}; //!< none: any guest
    friend bool operator==(const InviteGuest &, const InviteGuest &) = default;
};
struct AdmitGuest
{
    QString id;
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    int peer{};
    friend bool operator==(const AdmitGuest &, const AdmitGuest &) = default;
};
struct RemoveGuest
{
    QString id;
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    int peer{};
    friend bool operator==(const RemoveGuest &, const RemoveGuest &) = default;
};
//! All of it each time, as ControlCall for the citizen.
struct ControlGuest
{
    QString id;
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    int peer{};
    office::CallControl control;
    friend bool operator==(const ControlGuest &, const ControlGuest &) = default;
};
struct RoomSignal
{
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    int peer{};
    Signal signal;
    friend bool operator==(const RoomSignal &, const RoomSignal &) = default;
};
//! What a guest opens the room's door with, once. Secret: never logged.
struct GuestCode
{
    QString re;
    Personal<QString> code;
    Instant expiresAt{};
    friend bool operator==(const GuestCode &, const GuestCode &) = default;
};
//! Who is there, and who waits to be admitted.
struct RoomState
{
    TicketId ticket;
    office::Epoch epoch{};
    QList<Person> people;
    friend bool operator==(const RoomState &, const RoomState &) = default;
};
} // namespace clerk

namespace bridge {
//! Who is in the room of the call; guests are connected to, whoever is not named any more is let go.
struct RoomPeople
{
    office::Epoch epoch{};
    QList<Person> people{};
    friend bool operator==(const RoomPeople &, const RoomPeople &) = default;
};
//! Into the conversation of a colleague, as a person of this number: every line is one between two of the room.
struct JoinRoom
{
    office::Epoch epoch{};
    int peer{};
    QString number{};
    friend bool operator==(const JoinRoom &, const JoinRoom &) = default;
};
//! To a guest, or from one.
struct RoomSignal
{
    office::Epoch epoch{};
    int peer{};
    Signal signal{};
    friend bool operator==(const RoomSignal &, const RoomSignal &) = default;
};
} // namespace bridge

} // namespace sprechtag::protocol
