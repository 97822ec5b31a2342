// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/Figures.h"

#include "shared/domain/office/Forecasts.h"

#include <algorithm>
#include <utility>

namespace sprechtag::office {
namespace {

struct Part
{
    Told DayFigures::*told;
    std::uint64_t DayTotals::*count;
};
//! What happened on a day to the numbers issued on it.
constexpr std::array kParts{Part{&DayFigures::received, &DayTotals::received},
                            Part{&DayFigures::served, &DayTotals::served},
                            Part{&DayFigures::transferred, &DayTotals::transferred},
                            Part{&DayFigures::left, &DayTotals::left},
                            Part{&DayFigures::aborted, &DayTotals::aborted},
                            Part{&DayFigures::missed, &DayTotals::missed},
                            Part{&DayFigures::closed, &DayTotals::closed}};

//! One of the numbers of which somebody may know the sum.
struct Summand
{
    std::uint64_t count{};
    Told *told{};
};

Told told(std::uint64_t count)
{
    return count == 0 || count >= kFewestCases ? Told(count) : std::nullopt;
}

ToldLengths told(const Spread &spread)
{
    constexpr unsigned kMedian = 50;
    constexpr unsigned kNinetieth = 90;
    if (spread.total() < kFewestCases)
        return {};
    return {spread.percentile(kMedian), spread.percentile(kNinetieth)};
}

// Small numbers are not told, and then the next larger ones neither, until what is missing in the sum is more than one
// number and not a small one itself.
void tell(std::vector<Summand> summands)
{
    std::ranges::stable_sort(summands, {}, &Summand::count);
    std::uint64_t missing = 0;
    std::size_t hidden = 0;
    for (const Summand &summand : summands) {
        *summand.told = told(summand.count);
        if (!*summand.told) {
            missing += summand.count;
            ++hidden;
        }
    }
    const auto isEnough = [&] { return hidden == 0 || (hidden > 1 && missing >= kFewestCases); };
    for (const Summand &summand : summands) {
        if (isEnough())
            return;
        if (summand.count == 0 || !*summand.told)
            continue;
        summand.told->reset();
        missing += summand.count;
        ++hidden;
    }
    if (isEnough())
        return;
    // Not even all of them are enough: the zeros are not told either.
    for (const Summand &summand : summands)
        summand.told->reset();
}

// A day whose numbers are not told tells nothing of what became of them either, else they could be added up.
void tellDay(DayFigures &figures, const DayTotals &totals)
{
    if (!figures.issued)
        return;
    std::vector<Summand> parts;
    parts.reserve(std::size(kParts));
    for (const Part &part : kParts)
        parts.push_back({totals.*part.count, &(figures.*part.told)});
    tell(std::move(parts));
    figures.waits = told(totals.waits);
    figures.services = told(totals.services);
    figures.forecastsRightPercent = percentRight({totals.foretold, totals.foretoldRight});
}

} // namespace

Figures figuresOf(const Totals &totals, ServiceDay from, ServiceDay until)
{
    std::map<ServiceDay, DayTotals> days;
    std::map<std::optional<ConcernId>, std::uint64_t> concerns;
    for (const auto &[key, day] : totals) {
        if (key.day < from || key.day > until)
            continue;
        days[key.day] += day;
        concerns[key.concern] += day.issued;
    }
    Figures figures;
    for (const auto &[day, sum] : days)
        figures.days.push_back({.day = day});
    for (const auto &[concern, issued] : concerns)
        figures.concerns.push_back({.concern = concern});
    // Days and concerns have the same sum.
    std::vector<Summand> ofDays;
    auto day = days.begin();
    for (DayFigures &one : figures.days)
        ofDays.push_back({(day++)->second.issued, &one.issued});
    tell(std::move(ofDays));
    std::vector<Summand> ofConcerns;
    auto concern = concerns.begin();
    for (ConcernFigures &one : figures.concerns)
        ofConcerns.push_back({(concern++)->second, &one.issued});
    tell(std::move(ofConcerns));
    for (DayFigures &one : figures.days)
        tellDay(one, days.at(one.day));
    return figures;
}

} // namespace sprechtag::office
