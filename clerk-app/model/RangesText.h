// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/hours/OpeningHours.h"

#include <optional>

//! Hours and days as people type them.
namespace sprechtag::clerk::model {

//! `08:00–12:00, 13:30–18:00`; with days, a range that is of one weekday begins with its short name.
enum class Weekdays { Hidden, Named };
[[nodiscard]] QString rangesText(const QList<hours::Range> &ranges, Weekdays days = Weekdays::Hidden);
//! Also `8-12`, `8.30 - 12`; nullopt when it is none. Every range gets the day, but for those that name their own.
[[nodiscard]] std::optional<QList<hours::Range>> parseRanges(const QString &text, int day);

//! Such as `Mo`.
[[nodiscard]] QString shortWeekday(int day);
[[nodiscard]] std::optional<int> parseClock(const QString &text);

//! Empty for a day that is not valid.
[[nodiscard]] QString dayText(QDate day);
//! An empty text is a day that is not valid; nullopt: it cannot be read.
[[nodiscard]] std::optional<QDate> parseDay(const QString &text);

} // namespace sprechtag::clerk::model
