// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/office/State.h"

#include <array>
#include <functional>

//! What stays of a day when its facts are erased: how many, and how long, of nobody in particular.
namespace sprechtag::office {

//! How often which length was measured. Only the bucket of each is kept, so that two spreads can be added.
struct Spread
{
    //! A bucket ends below its bound; the last one has none.
    static constexpr std::array kBounds{minutes{1},   minutes{2},   minutes{3},  minutes{5},  minutes{7},
                                        minutes{10},  minutes{15},  minutes{20}, minutes{25}, minutes{30},
                                        minutes{40},  minutes{50},  minutes{60}, minutes{75}, minutes{90},
                                        minutes{120}, minutes{180}, minutes{240}};
    std::array<std::uint64_t, kBounds.size() + 1> counts{};

    void add(seconds length);
    Spread &operator+=(const Spread &other);
    [[nodiscard]] std::uint64_t total() const;
    //! So many per cent took no longer than this: the bound of the bucket. nullopt: nothing was measured, or it lies in
    //! the last bucket.
    [[nodiscard]] std::optional<minutes> percentile(unsigned percent) const;
    friend bool operator==(const Spread &, const Spread &) = default;
};

//! From drawing the number until now; a clock that was set back makes no negative length.
[[nodiscard]] seconds waited(const Ticket &ticket, Instant now);

//! One day of one concern in one office. Every visit counts on the day on which something happened to it.
struct DayTotals
{
    std::uint64_t issued{};
    std::uint64_t received{}; //!< came from another office
    std::uint64_t served{};   //!< also who was let into the visit of somebody else
    std::uint64_t transferred{};
    std::uint64_t left{};          //!< the citizen has left
    std::uint64_t aborted{};       //!< the line was lost and never came back
    std::uint64_t missed{};        //!< called in vain, or never readmitted
    std::uint64_t closed{};        //!< ended by the office
    std::uint64_t foretold{};      //!< first calls of those who were told a range of their wait
    std::uint64_t foretoldRight{}; //!< and the call came within it
    Spread waits{};                //!< from drawing to the first call, or to the visit of somebody else
    Spread services{};             //!< of visits that were finished, all of their parts

    DayTotals &operator+=(const DayTotals &other);
    friend bool operator==(const DayTotals &, const DayTotals &) = default;
};

//! Which visits are counted together; those without a concern are by themselves.
struct TotalsKey
{
    ServiceDay day{};
    std::optional<ConcernId> concern{};
    friend auto operator<=>(const TotalsKey &, const TotalsKey &) = default;
};
using Totals = std::map<TotalsKey, DayTotals>;

void add(Totals &totals, const Totals &more);

//! The local calendar day of the authority.
using DayOf = std::function<ServiceDay(Instant)>;

//! What the facts make of the days in which they happened, and of the office: `state` is that before the first of them,
//! and afterwards that behind the last one.
[[nodiscard]] Totals totalsOf(OfficeState &state, const Facts &facts, const DayOf &dayOf);

} // namespace sprechtag::office
