// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Rows.h"
#include "shared/protocol/ClerkMessages.h"

#include <QCoreApplication>

namespace sprechtag::clerk::model {

//! What states and refusals are called in the clerk's language.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(sprechtag::clerk::model::Words)
public:
    [[nodiscard]] static QString office(const OfficeRow &row);
    //! When the office is meant to be open, and how long it still takes numbers; empty: nobody has said.
    [[nodiscard]] static QString hours(const OfficeRow &row);
    [[nodiscard]] static QString waiting(int people);
    [[nodiscard]] static QString person(const LobbyRow &row);
    [[nodiscard]] static QString parkReason(office::ParkReason reason);
    [[nodiscard]] static QString priorityReason(office::PriorityReason reason);
    //! The time of day on this computer.
    [[nodiscard]] static QString clock(Instant at);
    //! Whole minutes, from two hours on as h:mm.
    [[nodiscard]] static QString span(seconds length);
    //! Minutes and seconds, such as 0:42.
    [[nodiscard]] static QString countdown(seconds left);
    [[nodiscard]] static QString refusal(const protocol::ErrorMessage &error);
    [[nodiscard]] static QString language(const QString &code);
    //! What the prepared sentence says to somebody who reads this language.
    [[nodiscard]] static QString sentence(protocol::Sentence sentence);
    //! How another office is doing.
    [[nodiscard]] static QString neighbour(const protocol::clerk::Neighbour &office);
    [[nodiscard]] static QString transferFailed(const QString &number, office::WithdrawReason why);

private:
    [[nodiscard]] static QString day(Instant at);
    [[nodiscard]] static QString waitingPerson(const LobbyRow &row);
    [[nodiscard]] static QString parkedPerson(const LobbyRow &row);
};

} // namespace sprechtag::clerk::model
