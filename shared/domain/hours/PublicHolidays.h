// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace sprechtag::hours {

//! The sixteen Länder, each by its code of ISO 3166-2.
enum class Land { BW, BY, BE, BB, HB, HH, HE, MV, NI, NW, RP, SL, SN, ST, SH, TH };

//! Public holidays that the law of a Land gives to some of its towns.
struct TownRules
{
    bool corpusChristi{}; //!< Fronleichnam: parts of Sachsen and Thüringen
    bool assumption{};    //!< Mariä Himmelfahrt: mainly catholic towns of Bayern
    bool peaceFestival{}; //!< Friedensfest: the city of Augsburg
    friend bool operator==(const TownRules &, const TownRules &) = default;
};

//! Which public holiday it is; its name is a matter of translation.
enum class Holiday {
    NewYear,
    Epiphany,
    WomensDay,
    GoodFriday,
    EasterSunday,
    EasterMonday,
    LabourDay,
    LiberationDay,
    AscensionDay,
    WhitSunday,
    WhitMonday,
    CorpusChristi,
    UprisingDay,
    PeaceFestival,
    AssumptionDay,
    ChildrensDay,
    UnityDay,
    ReformationDay,
    AllSaints,
    RepentanceDay,
    ChristmasDay,
    SecondChristmasDay,
};

//! A day on which the law closes public offices.
struct PublicHoliday
{
    QDate day;
    Holiday holiday{};
    friend bool operator==(const PublicHoliday &, const PublicHoliday &) = default;
};

//! The holidays of a year in order of their days; without a Land those that all of them have.
[[nodiscard]] QList<PublicHoliday> holidaysOf(std::optional<Land> land, const TownRules &rules, int year);

//! Which holiday a day is. Where two fall on one day (Ascension on 1 May), the one that moves with Easter.
[[nodiscard]] std::optional<Holiday> holidayOn(QDate day, std::optional<Land> land, const TownRules &rules);

//! Whether some town of the Land may have these rules.
[[nodiscard]] bool allows(std::optional<Land> land, const TownRules &rules);

//! The code of ISO 3166-2 without its country, such as BY, and back; nullopt when it is none.
[[nodiscard]] QString codeOf(Land land);
[[nodiscard]] std::optional<Land> landOf(QStringView code);

} // namespace sprechtag::hours
