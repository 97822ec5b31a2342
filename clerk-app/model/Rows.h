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
    QStringList colleagues; //!< names of the others at a desk there
    friend bool operator==(const OfficeRow &, const OfficeRow &) = default;
};

enum class PersonState {
    Waiting,
    Unsteady,    //!< waiting; the line is lost since a moment
    Unreachable, //!< waiting; skipped by *call next*
    Missed,      //!< waiting; did not come when called and is passed over for a while
    SetAside,    //!< waiting; sent back by a clerk and passed over for a while
    Called,
    InCall,
    Held //!< with a clerk whose line is lost
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
    friend bool operator==(const LobbyRow &, const LobbyRow &) = default;
};

[[nodiscard]] inline bool waits(PersonState state)
{
    return state == PersonState::Waiting || state == PersonState::Unsteady || state == PersonState::Unreachable ||
           state == PersonState::Missed || state == PersonState::SetAside;
}

} // namespace sprechtag::clerk::model
