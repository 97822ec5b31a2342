// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/town/Values.h"

#include <optional>

//! What of a checklist somebody has ticked. Entries are known by their words: when others come, go or change places, a
//! tick stays with its own.
namespace sprechtag::town {

//! The entries at these places; nullopt: there is no such place.
[[nodiscard]] std::optional<QStringList> entriesAt(const QList<int> &places, const QList<Words> &checklist);

//! Whether the entry is among those.
[[nodiscard]] bool isTicked(const Words &entry, const QStringList &ticked);

//! The places of those entries that are still there, in order.
[[nodiscard]] QList<int> placesOf(const QStringList &ticked, const QList<Words> &checklist);

} // namespace sprechtag::town
