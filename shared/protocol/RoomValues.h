// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Secret.h"
#include "shared/protocol/Values.h"

//! A person in a conversation. Names are personal data: never logged, never stored.
namespace sprechtag::protocol {

//! The number of a person in a room: the clerk, the citizen, and guests in the order in which they came.
inline constexpr int kClerkPeer = 0;
inline constexpr int kCitizenPeer = 1;
inline constexpr int kFirstGuestPeer = 2;

//! An interpreter is a guest whom the others need in order to understand each other; a colleague is one of the clerk's
//! own people.
enum class PersonRole { Clerk, Citizen, Guest, Interpreter, Colleague };

//! A guest who has come waits until the clerk admits; away: in the room, without a line to the server; invited: waits
//! for an own number and was asked to come in, which only the clerk sees; consulting: the clerk and a colleague, while
//! they talk alone and the others hear neither.
enum class PersonState { Waiting, InRoom, Away, Invited, Consulting };

//! Neither of the two whose visit it is.
[[nodiscard]] constexpr bool isGuest(PersonRole role)
{
    return role != PersonRole::Clerk && role != PersonRole::Citizen;
}

struct Person
{
    int peer{};
    PersonRole role{};
    PersonState state{PersonState::InRoom};
    Personal<QString> name{}; //!< empty where the citizen gave none
    office::CallControl control{};
    QString language{};  //!< of an interpreter: a tag
    bool signLanguage{}; //!< it is one of signs: whoever needs it must see hands and face
    QString office{};    //!< of a colleague
    friend bool operator==(const Person &, const Person &) = default;
};

} // namespace sprechtag::protocol
