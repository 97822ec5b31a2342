// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/connection/CommandPort.h"
#include "clerk-app/model/Rows.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace sprechtag::clerk::model {

//! What states and refusals are called in the clerk's language.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(sprechtag::clerk::model::Words)
public:
    [[nodiscard]] static QString office(const OfficeRow &row);
    //! When the office is meant to be open, and how long it still takes numbers; empty: nobody has said.
    [[nodiscard]] static QString hours(const OfficeRow &row, Instant now);
    [[nodiscard]] static QString waiting(int people);
    [[nodiscard]] static QString person(const LobbyRow &row);
    //! What the card says of the checklist, in the language of this program where the town has it.
    [[nodiscard]] static Papers papersOf(const protocol::VisitCard &card);
    //! Such as "3 of 4"; empty: there is no checklist.
    [[nodiscard]] static QString paperCount(const Papers &papers);
    //! The same in a sentence, with the names of those that are not ticked.
    [[nodiscard]] static QString papers(const Papers &papers);
    //! The one sentence of the record; nothing is identified by a look.
    [[nodiscard]] static QString sighted(const QString &clerk);
    [[nodiscard]] static QString parkReason(office::ParkReason reason);
    [[nodiscard]] static QString priorityReason(office::PriorityReason reason);
    //! From now on times are those of the town's clocks, which citizens read too; none: those of this computer.
    static void setZone(const QTimeZone &zone);
    [[nodiscard]] static QTimeZone zone();
    [[nodiscard]] static QDateTime localTime(Instant at);
    //! The time of day.
    [[nodiscard]] static QString clock(Instant at);
    //! Whole minutes, from two hours on as h:mm.
    [[nodiscard]] static QString span(seconds length);
    //! Minutes and seconds, such as 0:42.
    [[nodiscard]] static QString countdown(seconds left);
    [[nodiscard]] static QString refusal(const connection::CommandError &error);
    //! Why somebody cannot be called by name.
    [[nodiscard]] static QString mayNotCallNamed();
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
    [[nodiscard]] static QString refusedBecause(const protocol::ErrorMessage &error);
};

} // namespace sprechtag::clerk::model
