// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/DayTotals.h"
#include "shared/domain/office/WaitEstimate.h"

//! Whether the waits came true that were named to those who drew a number.
namespace sprechtag::office {

//! How many waits were named and are over, and how many of these ended within the range.
struct Forecasts
{
    std::uint64_t made{};
    std::uint64_t right{};
    Forecasts &operator+=(const Forecasts &other);
    friend bool operator==(const Forecasts &, const Forecasts &) = default;
};
using ForecastDays = std::map<ServiceDay, Forecasts>;

//! Those of all concerns together.
[[nodiscard]] ForecastDays forecastsOf(const Totals &totals);

//! Remembers what was said to each who has drawn a number, until the wait is over. Goes along with evolve().
class Foretelling
{
public:
    //! Before the fact: whether a wait ends by it as it was named. None: the fact ends no such wait.
    [[nodiscard]] std::optional<bool> judge(const OfficeState &before, const Fact &fact);
    //! Behind it: what the page says at that moment. Clerks who are busy in another office are not known here.
    void foretell(const OfficeState &after, const Fact &fact);

private:
    std::map<TicketId, WaitEstimate> m_said;
};

//! How many of a hundred waits of the last days came true; nothing: they are too few to tell.
struct Accuracy
{
    std::optional<std::uint64_t> today{};
    std::optional<std::uint64_t> week{};  //!< today and the six days before
    std::optional<std::uint64_t> month{}; //!< today and the 29 days before
    friend bool operator==(const Accuracy &, const Accuracy &) = default;
};
[[nodiscard]] Accuracy accuracyOf(const ForecastDays &days, ServiceDay today);
//! The first day that still counts for it.
[[nodiscard]] ServiceDay firstDayOfAccuracy(ServiceDay today);

[[nodiscard]] std::optional<std::uint64_t> percentRight(const Forecasts &forecasts);

//! Below, somebody should look after what the waits are computed from.
inline constexpr std::uint64_t kGoodPercent = 80;

} // namespace sprechtag::office
