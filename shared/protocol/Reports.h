// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/Figures.h"
#include "shared/domain/office/Forecasts.h"

#include <QByteArray>
#include <QList>
#include <QString>

//! What scripts of an administrator read of the course of the days (`sprechtag-server admin figures|person --json`).
namespace sprechtag::protocol {

struct OfficeFigures
{
    OfficeId office;
    QString name;
    office::Figures figures;
    office::Accuracy accuracy; //!< of the waits that were named, until today
};
//! Numbers that are not told are null.
[[nodiscard]] QByteArray encode(const QList<OfficeFigures> &offices);

//! Everything that is stored of one visit, for the person whose it is (Art. 15 GDPR).
struct PersonReport
{
    struct OfficeFact
    {
        OfficeId office;
        office::Fact fact;
    };
    TicketId ticket;
    //! The personal row, by the names of its columns; empty: the visit is over, and it is erased.
    QList<std::pair<QString, QString>> visit{};
    QList<OfficeFact> facts{};
    //! Answers to commands about the ticket, by the names of their columns.
    QList<QList<std::pair<QString, QString>>> answers{};
};
[[nodiscard]] QByteArray encode(const PersonReport &report);

} // namespace sprechtag::protocol
