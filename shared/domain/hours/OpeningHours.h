// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/hours/LocalTime.h"
#include "shared/domain/hours/PublicHolidays.h"

#include <QList>
#include <QString>

namespace sprechtag::hours {

//! Where people meet: at the counter of the town hall, or here.
enum class Meeting { InPerson, Virtual };

//! The week as it is from one day to another, both included; a day that is not valid leaves that side unbounded.
struct Period
{
    QDate from;
    QDate until;
    QList<Range> virtualRanges;
    QList<Range> inPersonRanges;
    friend bool operator==(const Period &, const Period &) = default;
};

//! What is different on some days, both ends included. It wins over the week, over holidays and over what is closed in
//! all of the town.
struct Exception
{
    enum class Effect {
        Instead, //!< these ranges and no others; none at all: closed
        Extra,   //!< these ranges beside those of the day
    };
    QDate from;
    QDate until;
    std::optional<Meeting> meeting; //!< none: both
    Effect effect = Effect::Instead;
    QList<Range> ranges; //!< of each of the days, or of those that are their weekday
    QString note;        //!< why, in the town's words
    friend bool operator==(const Exception &, const Exception &) = default;
};

//! When one office is meant to be open. Of two periods that hold, the one that began later counts; of two exceptions
//! with Effect::Instead, the one for fewer days; then in each case the later in the list. Extra ranges are always
//! added.
struct OpeningHours
{
    QList<Period> periods;
    QList<Exception> exceptions;
    bool openOnHolidays{};
    friend bool operator==(const OpeningHours &, const OpeningHours &) = default;
};

//! Days on which all of the town closes, wholly or from some minute on: custom, not law (24 and 31 December).
struct ClosedDays
{
    QDate first;
    QDate last;       //!< included
    bool everyYear{}; //!< the years of the two mean nothing; may go over New Year
    int fromMinute{};
    QString note; //!< why, in the town's words
    friend bool operator==(const ClosedDays &, const ClosedDays &) = default;
};

//! The calendar that all offices of a town share.
struct Calendar
{
    QTimeZone zone;
    std::optional<Land> land; //!< none: only the holidays that all Länder have
    TownRules rules;
    QList<ClosedDays> closedDays;
    friend bool operator==(const Calendar &, const Calendar &) = default;
};

//! What has decided the ranges of a day.
enum class Reason { Week, PublicHoliday, ClosedDay, Exception };

//! One kind of meeting on one day; ranges in order and apart from each other.
struct DayHours
{
    QList<Range> ranges;
    Reason reason = Reason::Week;
    QString note; //!< of the closed day or the exception
    friend bool operator==(const DayHours &, const DayHours &) = default;
};

//! One day of an office.
struct Day
{
    QDate date;
    std::optional<Holiday> holiday; //!< even where an exception opens the office
    DayHours virtualHours;
    DayHours inPersonHours;
    friend bool operator==(const Day &, const Day &) = default;
};

//! Hours that hold for ever, without exceptions.
[[nodiscard]] OpeningHours everyWeek(const QList<Range> &virtualRanges);

//! The period of a day; nullptr when none holds.
[[nodiscard]] const Period *periodOn(const OpeningHours &hours, QDate day);

[[nodiscard]] Day dayOf(const OpeningHours &hours, const Calendar &calendar, QDate date);

//! As many days from `first` on: what people are shown.
[[nodiscard]] QList<Day> preview(const OpeningHours &hours, const Calendar &calendar, QDate first, int days);

//! The virtual ranges of a day in real time.
[[nodiscard]] QList<Window> virtualWindowsOn(const OpeningHours &hours, const Calendar &calendar, QDate day);

//! The virtual window that `at` is in, else the next one, if one begins in the next kDaysAhead days. Ranges that meet,
//! at midnight too, are one window; one that never ends is cut after those days.
[[nodiscard]] std::optional<Window> virtualWindowAt(const OpeningHours &hours, const Calendar &calendar, Instant at);

//! The beginning of the next virtual window after `at`; that of a window that `at` is in is past.
[[nodiscard]] std::optional<Instant> nextOpening(const OpeningHours &hours, const Calendar &calendar, Instant at);

inline constexpr int kDaysAhead = 100;
inline constexpr int kPreviewDays = 14;

} // namespace sprechtag::hours
