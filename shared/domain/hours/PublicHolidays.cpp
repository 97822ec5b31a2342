// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/hours/PublicHolidays.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

namespace sprechtag::hours {
namespace {

using enum Land;
using enum Holiday;

constexpr std::array<const char *, 16> kCodes{"BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV",
                                              "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH"};

using Lands = std::uint32_t;
constexpr Lands kEverywhere = (1U << kCodes.size()) - 1;

template <typename... L>
constexpr Lands in(L... lands)
{
    return ((1U << static_cast<unsigned>(lands)) | ...);
}

// When a holiday is: a day of a month, or days after Easter Sunday, or the Wednesday before a day of a month.
struct When
{
    enum class Kind { Fixed, Easter, WednesdayBefore };
    Kind kind{};
    int month{};
    int day{};
};

constexpr When on(int day, int month)
{
    return {When::Kind::Fixed, month, day};
}

constexpr When easter(int daysAfter)
{
    return {When::Kind::Easter, 0, daysAfter};
}

constexpr When wednesdayBefore(int day, int month)
{
    return {When::Kind::WednesdayBefore, month, day};
}

constexpr int kAlways = std::numeric_limits<int>::min();

struct Rule
{
    Holiday holiday{};
    When when{};
    Lands lands = kEverywhere;
    int firstYear = kAlways;
    int lastYear = std::numeric_limits<int>::max();
    bool TownRules::*town = nullptr; // set: of these Länder only the towns that have this rule
};

// The laws of the Länder as of November 2026. A law that gives one day once names the one year.
constexpr std::array kRules{
    Rule{NewYear, on(1, 1)},
    Rule{Epiphany, on(6, 1), in(BW, BY, ST)},
    Rule{WomensDay, on(8, 3), in(BE), 2019},
    Rule{WomensDay, on(8, 3), in(MV), 2023},
    Rule{GoodFriday, easter(-2)},
    Rule{EasterSunday, easter(0), in(BB)},
    Rule{EasterMonday, easter(1)},
    Rule{AscensionDay, easter(39)},
    Rule{WhitSunday, easter(49), in(BB)},
    Rule{WhitMonday, easter(50)},
    Rule{CorpusChristi, easter(60), in(BW, BY, HE, NW, RP, SL)},
    Rule{.holiday = CorpusChristi, .when = easter(60), .lands = in(SN, TH), .town = &TownRules::corpusChristi},
    Rule{LabourDay, on(1, 5)},
    Rule{LiberationDay, on(8, 5), in(BE), 2020, 2020},
    Rule{LiberationDay, on(8, 5), in(BE), 2025, 2025},
    Rule{UprisingDay, on(17, 6), in(BE), 2028, 2028},
    Rule{.holiday = PeaceFestival, .when = on(8, 8), .lands = in(BY), .town = &TownRules::peaceFestival},
    Rule{AssumptionDay, on(15, 8), in(SL)},
    Rule{.holiday = AssumptionDay, .when = on(15, 8), .lands = in(BY), .town = &TownRules::assumption},
    Rule{ChildrensDay, on(20, 9), in(TH), 2019},
    Rule{UnityDay, on(3, 10)},
    Rule{ReformationDay, on(31, 10), in(BB, MV, SN, ST, TH), kAlways, 2016},
    Rule{ReformationDay, on(31, 10), kEverywhere, 2017, 2017},
    Rule{ReformationDay, on(31, 10), in(BB, HB, HH, MV, NI, SH, SN, ST, TH), 2018},
    Rule{AllSaints, on(1, 11), in(BW, BY, NW, RP, SL)},
    Rule{RepentanceDay, wednesdayBefore(23, 11), in(SN)},
    Rule{ChristmasDay, on(25, 12)},
    Rule{SecondChristmasDay, on(26, 12)},
};

// Easter Sunday by Gauss, in Lichtenberg's form without exceptions.
QDate easterSunday(int year)
{
    const int century = year / 100;
    const int moonShift = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
    const int sunShift = 2 - (3 * century + 3) / 4;
    const int cycle = year % 19;
    const int seed = (19 * cycle + moonShift) % 30;
    const int correction = (seed + cycle / 11) / 29;
    const int fullMoon = 21 + seed - correction; // days from 1 March on
    const int firstSunday = 7 - (year + year / 4 + sunShift) % 7;
    const int toSunday = 7 - ((fullMoon - firstSunday) % 7 + 7) % 7;
    return QDate(year, 3, 1).addDays(fullMoon + toSunday - 1);
}

QDate dayOf(const When &when, int year)
{
    if (when.kind == When::Kind::Easter)
        return easterSunday(year).addDays(when.day);
    const QDate day(year, when.month, when.day);
    if (when.kind == When::Kind::Fixed)
        return day;
    const int sinceWednesday = (day.dayOfWeek() - Qt::Wednesday + 7) % 7;
    return day.addDays(sinceWednesday == 0 ? -7 : -sinceWednesday);
}

bool holds(const Rule &rule, std::optional<Land> land, const TownRules &rules, int year)
{
    if (year < rule.firstYear || year > rule.lastYear || (rule.town != nullptr && !(rules.*rule.town)))
        return false;
    return rule.lands == kEverywhere || (land && (rule.lands & in(*land)) != 0);
}

} // namespace

QList<PublicHoliday> holidaysOf(std::optional<Land> land, const TownRules &rules, int year)
{
    QList<PublicHoliday> holidays;
    for (const Rule &rule : kRules) {
        if (holds(rule, land, rules, year))
            holidays.append({dayOf(rule.when, year), rule.holiday});
    }
    std::ranges::stable_sort(holidays, {}, &PublicHoliday::day);
    return holidays;
}

std::optional<Holiday> holidayOn(QDate day, std::optional<Land> land, const TownRules &rules)
{
    for (const Rule &rule : kRules) {
        if (holds(rule, land, rules, day.year()) && dayOf(rule.when, day.year()) == day)
            return rule.holiday;
    }
    return std::nullopt;
}

bool allows(std::optional<Land> land, const TownRules &rules)
{
    const auto given = [&](bool TownRules::*town) {
        return !(rules.*town) || std::ranges::any_of(kRules, [&](const Rule &rule) {
            return rule.town == town && land && (rule.lands & in(*land)) != 0;
        });
    };
    return given(&TownRules::corpusChristi) && given(&TownRules::assumption) && given(&TownRules::peaceFestival);
}

QString codeOf(Land land)
{
    return QString::fromLatin1(kCodes.at(static_cast<std::size_t>(land)));
}

std::optional<Land> landOf(QStringView code)
{
    const auto found = std::ranges::find_if(kCodes, [code](const char *known) { return code == QLatin1String(known); });
    if (found == kCodes.end())
        return std::nullopt;
    return static_cast<Land>(found - kCodes.begin());
}

} // namespace sprechtag::hours
