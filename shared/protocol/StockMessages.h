// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Values.h"

//! PROTOCOL.md §6: the forms that an office has ready, and how one of them comes into a visit.
namespace sprechtag::protocol::clerk {

//! Asks what the office of this visit has ready.
struct ListStock
{
    QString id;
    OfficeId office;
    TicketId ticket;
    friend bool operator==(const ListStock &, const ListStock &) = default;
};
//! Puts a copy of a form among the files of the visit.
struct TakeForm
{
    QString id;
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    FormId form;
    friend bool operator==(const TakeForm &, const TakeForm &) = default;
};

//! One of the forms, under its name in the first language of the town.
struct StockForm
{
    FormId form;
    QString name;
    int fields{}; //!< to fill in; none: it is a paper to look at
    friend bool operator==(const StockForm &, const StockForm &) = default;
};
struct StockForms
{
    QString re;
    QList<StockForm> forms;
    friend bool operator==(const StockForms &, const StockForms &) = default;
};
//! The copy that the visit has now.
struct FormTaken
{
    QString re;
    DocumentId document;
    friend bool operator==(const FormTaken &, const FormTaken &) = default;
};

} // namespace sprechtag::protocol::clerk
