// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/store/Connection.h"
#include "shared/base/Id.h"

#include <QList>
#include <QString>

#include <utility>

//! Everything of one visit, for the person whose it is.
namespace sprechtag::store {

//! A row as it is stored, by the names of its columns; bytes as hexadecimal digits, absent values left out.
using NamedValues = QList<std::pair<QString, QString>>;

//! The personal row; empty when the visit is over.
[[nodiscard]] Result<NamedValues, StoreError> visitRow(Connection &connection, TicketId ticket);
//! The answers to commands that were about the ticket.
[[nodiscard]] Result<QList<NamedValues>, StoreError> answerRows(Connection &connection, TicketId ticket);

} // namespace sprechtag::store
