// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/TownPorts.h"
#include "shared/domain/town/Town.h"

#include <QDate>

#include <set>

namespace sprechtag::app {

//! The offices whose numbers began with this letter at some time of the day: letters go from one office to another, and
//! what one person has a right to read is no other person's.
//! \param changes of the town since that day at least, the newest first
[[nodiscard]] std::set<OfficeId> officesWithLetter(const QString &letter, QDate day, const town::Town &town,
                                                   const QList<broker::LoggedChange> &changes);

} // namespace sprechtag::app
