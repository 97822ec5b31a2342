// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Forecasts.h"

#include "shared/domain/office/Figures.h"
#include "shared/domain/office/Office.h"

namespace sprechtag::office {
namespace {

constexpr std::chrono::days kWeek{7};
constexpr std::chrono::days kMonth{30};

ServiceDay daysBefore(ServiceDay day, std::chrono::days count)
{
    using namespace std::chrono;
    constexpr ServiceDay kHundred = 100;
    const year_month_day date{year(static_cast<int>(day / kHundred / kHundred)), month(day / kHundred % kHundred),
                              std::chrono::day(day % kHundred)};
    const year_month_day before(sys_days(date) - count);
    return (static_cast<ServiceDay>(static_cast<int>(before.year())) * kHundred + unsigned(before.month())) * kHundred +
           unsigned(before.day());
}

Forecasts sumSince(const ForecastDays &days, ServiceDay first, ServiceDay today)
{
    Forecasts sum;
    for (auto day = days.lower_bound(first); day != days.end() && day->first <= today; ++day)
        sum += day->second;
    return sum;
}

// As the page: of the concern, where enough visits about it are known.
PublicView viewFor(const OfficeState &state, const std::optional<ConcernId> &concern)
{
    PublicView view = publicView(state);
    const auto own = concern ? view.averageByConcern.find(*concern) : view.averageByConcern.end();
    if (own != view.averageByConcern.end())
        view.averageService = own->second;
    return view;
}

} // namespace

Forecasts &Forecasts::operator+=(const Forecasts &other)
{
    made += other.made;
    right += other.right;
    return *this;
}

ForecastDays forecastsOf(const Totals &totals)
{
    ForecastDays days;
    for (const auto &[key, day] : totals) {
        if (day.foretold > 0)
            days[key.day] += {day.foretold, day.foretoldRight};
    }
    return days;
}

std::optional<bool> Foretelling::judge(const OfficeState &before, const Fact &fact)
{
    const auto *called = std::get_if<TicketCalled>(&fact.body);
    const bool isOver =
        std::holds_alternative<TicketLeft>(fact.body) || std::holds_alternative<TicketTransferred>(fact.body);
    if (called == nullptr && !isOver)
        return std::nullopt;
    const auto said = m_said.extract(*ticketOf(fact.body));
    if (said.empty() || called == nullptr)
        return std::nullopt;
    const auto ticket = before.tickets.find(called->ticket);
    if (ticket == before.tickets.end())
        return std::nullopt;
    const seconds wait = waited(ticket->second, fact.at);
    return wait >= said.mapped().low && wait <= said.mapped().high;
}

void Foretelling::foretell(const OfficeState &after, const Fact &fact)
{
    const auto *drawn = std::get_if<TicketDrawn>(&fact.body);
    const auto ahead = drawn != nullptr ? peopleAhead(after, drawn->ticket) : std::nullopt;
    if (!ahead)
        return;
    const WaitEstimate estimate = estimateWait(viewFor(after, drawn->concern), *ahead);
    if (estimate.kind == WaitEstimate::Kind::Range)
        m_said.insert_or_assign(drawn->ticket, estimate);
}

std::optional<std::uint64_t> percentRight(const Forecasts &forecasts)
{
    constexpr std::uint64_t kPercent = 100;
    return forecasts.made >= kFewestCases ? std::optional(forecasts.right * kPercent / forecasts.made) : std::nullopt;
}

Accuracy accuracyOf(const ForecastDays &days, ServiceDay today)
{
    const auto since = [&](ServiceDay first) { return percentRight(sumSince(days, first, today)); };
    return {.today = since(today),
            .week = since(daysBefore(today, kWeek - std::chrono::days(1))),
            .month = since(firstDayOfAccuracy(today))};
}

ServiceDay firstDayOfAccuracy(ServiceDay today)
{
    return daysBefore(today, kMonth - std::chrono::days(1));
}

} // namespace sprechtag::office
