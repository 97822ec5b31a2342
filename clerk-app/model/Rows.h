// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Id.h"
#include "shared/base/Time.h"
#include "shared/domain/office/Office.h"

#include <QString>
#include <QStringList>

namespace sprechtag::clerk::model {

//! One office as the clerk sees it in the list.
struct OfficeRow
{
    OfficeId id;
    QString name;
    QString department;
    bool open{};
    office::Intake intake{office::Intake::Open};
    bool atDesk{}; //!< I staff it, paused or not
    bool paused{}; //!< I do, and I am on a pause
    int waiting{};
    QStringList colleagues;                //!< names of the others at a desk there
    std::optional<Instant> backAt{};       //!< of my pause
    std::optional<office::Window> hours{}; //!< of now, or the next
    std::optional<Instant> intakeEndsAt{}; //!< while numbers are given: when that ends, as it stands
    std::optional<Instant> hardEnd{};      //!< after closing time: when everybody who is left ends with the office
    bool mayCallNamed{};                   //!< I may call somebody else than the next
    friend bool operator==(const OfficeRow &, const OfficeRow &) = default;
};

enum class PersonState {
    Waiting,
    Unsteady,    //!< waiting; the line is lost since a moment
    Unreachable, //!< waiting; skipped by *call next*
    DidNotCome,  //!< waiting; did not come when called and is passed over for a while
    SetAside,    //!< waiting; sent back by a clerk and passed over for a while
    Away,        //!< waiting; has stepped away for a while
    Called,
    InCall,
    Held,   //!< with a clerk whose line is lost
    Parked, //!< has something to do and comes back before new numbers
    Missed  //!< out of line after too many calls; may be taken in again
};

//! In which block of the lobby somebody stands.
enum class PersonGroup { Waiting, Served, Parked, Missed };

[[nodiscard]] inline PersonGroup groupOf(PersonState state)
{
    switch (state) {
    case PersonState::Called:
    case PersonState::InCall:
    case PersonState::Held:
        return PersonGroup::Served;
    case PersonState::Parked:
        return PersonGroup::Parked;
    case PersonState::Missed:
        return PersonGroup::Missed;
    case PersonState::Waiting:
    case PersonState::Unsteady:
    case PersonState::Unreachable:
    case PersonState::DidNotCome:
    case PersonState::SetAside:
    case PersonState::Away:
        break;
    }
    return PersonGroup::Waiting;
}

//! What of the checklist a visitor says to have at hand.
struct Papers
{
    int listed{};       //!< so many are on the checklist; 0: the concern has none
    QStringList open{}; //!< those that are not ticked
    [[nodiscard]] int ready() const { return listed - static_cast<int>(open.size()); }
    friend bool operator==(const Papers &, const Papers &) = default;
};

//! One person as the clerk sees them in the lobby.
struct LobbyRow
{
    OfficeId office;
    TicketId ticket;
    QString officeName;
    QString number;
    QString name;
    QString concern;
    Instant since{};
    PersonState state{PersonState::Waiting};
    QString clerk; //!< who calls or serves; empty while waiting
    bool mine{};   //!< it is me who calls or serves
    office::Standing standing{office::Standing::Walkin};
    bool reachable{true};                          //!< the line has not been given up
    std::optional<Instant> until{};                //!< end of being away or missed, next reminder of who is parked
    std::optional<office::ParkReason> parkedFor{}; //!< what there is to do
    bool reminded{};                               //!< parked for longer than was thought
    std::optional<Instant> appointment{};
    QString reservedFor{}; //!< the colleague whom a visitor from another office waits for
    bool reservedForMe{};
    std::optional<Instant> reservedUntil{};
    QString language{};
    Papers papers{};
    friend bool operator==(const LobbyRow &, const LobbyRow &) = default;
};

[[nodiscard]] inline bool waits(PersonState state)
{
    return groupOf(state) == PersonGroup::Waiting;
}

//! Whether the person can be called in by name: in line, or parked.
[[nodiscard]] inline bool mayBeCalledIn(const LobbyRow &row)
{
    if (row.state == PersonState::Away || !row.reachable)
        return false;
    return waits(row.state) || row.state == PersonState::Parked;
}

//! Whether a message reaches the person: nobody speaks into the conversation of a colleague.
[[nodiscard]] inline bool mayBeWrittenTo(const LobbyRow &row)
{
    return groupOf(row.state) != PersonGroup::Served || row.mine;
}

//! Whether priority would change anything: not before others already.
[[nodiscard]] inline bool mayBePrioritised(const LobbyRow &row)
{
    return waits(row.state) && row.standing != office::Standing::Front && row.standing != office::Standing::Appointment;
}

} // namespace sprechtag::clerk::model
