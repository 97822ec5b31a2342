// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/DayTotals.h"

//! What may be told of the days of an office: never how many, when they are so few that somebody could be meant.
namespace sprechtag::office {

//! Fewer cases than these are not told (0 tells of nobody).
inline constexpr std::uint64_t kFewestCases = 5;

//! A number that may be told; nothing: it is not, because it is small, or because a small one could be computed from
//! it.
using Told = std::optional<std::uint64_t>;

//! Lengths of at least kFewestCases visits, as percentiles; each is the bound of a bucket.
struct ToldLengths
{
    std::optional<minutes> median{};
    std::optional<minutes> ninetieth{};
    friend bool operator==(const ToldLengths &, const ToldLengths &) = default;
};

struct DayFigures
{
    ServiceDay day{};
    Told issued{};
    Told received{};
    Told served{};
    Told transferred{};
    Told left{};
    Told aborted{};
    Told missed{};
    Told closed{};
    ToldLengths waits{};
    ToldLengths services{};
    //! How many of a hundred forecasts of the wait came true.
    Told forecastsRightPercent{};
    friend bool operator==(const DayFigures &, const DayFigures &) = default;
};

struct ConcernFigures
{
    std::optional<ConcernId> concern{};
    Told issued{};
    friend bool operator==(const ConcernFigures &, const ConcernFigures &) = default;
};

struct Figures
{
    std::vector<DayFigures> days{};         //!< all concerns together
    std::vector<ConcernFigures> concerns{}; //!< all days together
    friend bool operator==(const Figures &, const Figures &) = default;
};

//! The figures of the days from `from` until `until`, both included. Days and concerns add up to the same sum, and what
//! happened on a day to the numbers issued on it: where one number alone would be missing in such a sum, a second one
//! is not told either, so that neither can be computed.
[[nodiscard]] Figures figuresOf(const Totals &totals, ServiceDay from, ServiceDay until);

} // namespace sprechtag::office
