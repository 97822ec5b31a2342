// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/app/Toml.h"
#include "shared/domain/hours/OpeningHours.h"

//! The part of a town file that says when a town is open.
namespace sprechtag::app {

//! Time zone, Land, town rules of [authority], and the [[closed_days]] of the file.
[[nodiscard]] hours::Calendar readCalendar(TomlTable &root, TomlTable &authority);

//! Hours, periods and exceptions of an office.
[[nodiscard]] hours::OpeningHours readOpeningHours(TomlTable &office);

//! Reads "mo-fr 08:00-12:00 13:00-16:00" or "do 14:00-18:00"; nullopt when it is nothing of the kind.
[[nodiscard]] std::optional<QList<hours::Range>> parseHours(const QString &line);

} // namespace sprechtag::app
