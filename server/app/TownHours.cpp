// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/TownHours.h"

#include "shared/domain/hours/ZoneName.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace sprechtag::app {
namespace {

constexpr int kMinutesPerHour = 60;
constexpr qsizetype kDayNameLength = 2;

struct TownHoursWords
{
    Q_DECLARE_TR_FUNCTIONS(TownHoursWords)
};

int dayNumber(QStringView name)
{
    static const QStringList names{u"mo"_s, u"di"_s, u"mi"_s, u"do"_s, u"fr"_s, u"sa"_s, u"so"_s};
    return static_cast<int>(names.indexOf(name.toString())) + 1;
}

std::optional<int> minuteOfDay(QStringView text)
{
    const auto colon = text.indexOf(u':');
    if (colon != 2 || text.size() != 5)
        return std::nullopt;
    bool hourOk = false;
    bool minuteOk = false;
    const int hour = text.first(2).toInt(&hourOk);
    const int minute = text.sliced(3).toInt(&minuteOk);
    const int all = hour * kMinutesPerHour + minute;
    if (!hourOk || !minuteOk || hour < 0 || minute < 0 || minute >= kMinutesPerHour || all > hours::kMinutesPerDay)
        return std::nullopt;
    return all;
}

std::optional<hours::Range> parseRange(int day, const QString &text)
{
    const QStringList ends = text.split(u'-');
    if (ends.size() != 2)
        return std::nullopt;
    const int from = minuteOfDay(ends.first()).value_or(hours::kMinutesPerDay);
    const int to = minuteOfDay(ends.last()).value_or(0);
    return from < to ? std::optional(hours::Range{day, from, to}) : std::nullopt;
}

// "08:00-12:00 13:00-16:00" of a day; nullopt when it is nothing of the kind.
std::optional<QList<hours::Range>> parseTimes(int day, const QStringList &words)
{
    QList<hours::Range> ranges;
    for (const QString &word : words) {
        const auto range = parseRange(day, word);
        if (!range)
            return std::nullopt;
        ranges.append(*range);
    }
    return ranges;
}

QList<hours::Range> readWeek(TomlTable &table, const char *key)
{
    QList<hours::Range> week;
    const QStringList lines = table.texts(key);
    for (const QString &line : lines) {
        if (const auto ranges = parseHours(line))
            week += *ranges;
        else
            table.refuse(key,
                         TownHoursWords::tr(
                             "These are no hours. Write days and times such as \"mo-fr 08:00-12:00 13:00-16:00\"."));
    }
    std::ranges::sort(week, {}, [](const hours::Range &range) { return std::tie(range.day, range.fromMinute); });
    return week;
}

// Of every day of an exception, or of its Mondays alone.
QList<hours::Range> readTimes(TomlTable &table)
{
    QList<hours::Range> ranges;
    const QStringList lines = table.texts("hours");
    for (const QString &line : lines) {
        auto times = parseTimes(0, line.simplified().split(u' '));
        if (!times)
            times = parseHours(line);
        if (times)
            ranges += *times;
        else
            table.refuse("hours", TownHoursWords::tr("These are no times. Write some such as \"08:00-12:00\"."));
    }
    return ranges;
}

// QDate alone takes a time behind the day as well.
QDate dayOf(const QString &text)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    return day.toString(Qt::ISODate) == text ? day : QDate();
}

QDate readDay(TomlTable &table, const char *key)
{
    const QString text = table.text(key, {});
    const QDate day = dayOf(text);
    if (!text.isEmpty() && !day.isValid())
        table.refuse(key, TownHoursWords::tr("This is no day. Write one such as \"2026-12-24\"."));
    return day;
}

void refuseEndBeforeBeginning(TomlTable &table, QDate from, QDate until)
{
    if (from.isValid() && until.isValid() && until < from)
        table.refuse("until", TownHoursWords::tr("This is before the first day. Write the same day or a later one."));
}

hours::Period readPeriod(TomlTable &table)
{
    hours::Period period{.from = readDay(table, "from"),
                         .until = readDay(table, "until"),
                         .virtualRanges = readWeek(table, "hours"),
                         .inPersonRanges = readWeek(table, "in_person")};
    refuseEndBeforeBeginning(table, period.from, period.until);
    return period;
}

std::optional<hours::Meeting> readMeeting(TomlTable &table)
{
    const QString meeting = table.text("only", {});
    if (meeting.isEmpty())
        return std::nullopt;
    if (meeting != "virtual"_L1 && meeting != "in_person"_L1)
        table.refuse("only", TownHoursWords::tr("Write \"virtual\" or \"in_person\", or leave this out for both."));
    return meeting == "virtual"_L1 ? hours::Meeting::Virtual : hours::Meeting::InPerson;
}

hours::Exception readException(TomlTable &table)
{
    hours::Exception exception{.from = table.requiredText("day").isEmpty() ? QDate() : readDay(table, "day"),
                               .until = readDay(table, "until"),
                               .meeting = readMeeting(table),
                               .effect = table.flag("extra", false) ? hours::Exception::Effect::Extra
                                                                    : hours::Exception::Effect::Instead,
                               .ranges = readTimes(table),
                               .note = table.text("note", {})};
    if (!exception.until.isValid())
        exception.until = exception.from;
    refuseEndBeforeBeginning(table, exception.from, exception.until);
    if (exception.effect == hours::Exception::Effect::Extra && exception.ranges.isEmpty())
        table.refuse("hours", TownHoursWords::tr("Something extra needs times. Write some such as \"08:00-12:00\"."));
    table.refuseUnknownKeys();
    return exception;
}

// "12-24" of every year, or "2026-12-24".
QDate readClosedDay(TomlTable &table, const char *key, bool everyYear)
{
    // 29 February is a day of some years, and so of the one that stands for all.
    constexpr auto kAnyYear = "2000-"_L1;
    const QString text = table.text(key, {});
    const QDate day = dayOf(everyYear && !text.isEmpty() ? kAnyYear + text : text);
    if (!text.isEmpty() && !day.isValid())
        table.refuse(key,
                     TownHoursWords::tr("This is no day. Write \"2026-12-24\", or \"12-24\" for every year; a last "
                                        "day in the same way."));
    return day;
}

hours::ClosedDays readClosedDays(TomlTable &table)
{
    constexpr qsizetype kDayOfEveryYear = 5;
    const bool everyYear = table.requiredText("day").size() == kDayOfEveryYear;
    hours::ClosedDays closed{.first = readClosedDay(table, "day", everyYear),
                             .last = readClosedDay(table, "until", everyYear),
                             .everyYear = everyYear,
                             .fromMinute = 0,
                             .note = table.text("note", {})};
    if (!closed.last.isValid())
        closed.last = closed.first;
    if (!everyYear)
        refuseEndBeforeBeginning(table, closed.first, closed.last);
    const QString from = table.text("from", u"00:00"_s);
    const auto minute = minuteOfDay(from);
    if (!minute || *minute == hours::kMinutesPerDay)
        table.refuse("from", TownHoursWords::tr("This is no time of a day. Write one such as \"12:00\"."));
    closed.fromMinute = minute.value_or(0);
    table.refuseUnknownKeys();
    return closed;
}

std::optional<hours::Land> readLand(TomlTable &authority)
{
    const QString code = authority.text("land", {});
    const auto land = hours::landOf(code);
    if (!code.isEmpty() && !land)
        authority.refuse("land", TownHoursWords::tr("There is no such Land. Write its two letters such as BY or NW."));
    return land;
}

hours::TownRules readTownRules(TomlTable &authority, std::optional<hours::Land> land)
{
    hours::TownRules rules;
    const QStringList names = authority.texts("holidays");
    for (const QString &name : names) {
        if (name == "corpus_christi"_L1)
            rules.corpusChristi = true;
        else if (name == "assumption"_L1)
            rules.assumption = true;
        else if (name == "peace_festival"_L1)
            rules.peaceFestival = true;
        else
            authority.refuse(
                "holidays",
                TownHoursWords::tr(
                    "There is no such holiday. Those of some towns are corpus_christi (parts of SN and TH), "
                    "assumption (parts of BY) and peace_festival (Augsburg)."));
    }
    if (!hours::allows(land, rules))
        authority.refuse("holidays", TownHoursWords::tr("No town of this Land has that holiday of its own: either all "
                                                        "of its towns have it, or none."));
    return rules;
}

} // namespace

std::optional<QList<hours::Range>> parseHours(const QString &line)
{
    const QStringList words = line.simplified().split(u' ');
    if (words.size() < 2)
        return std::nullopt;
    const QString days = words.first().toLower();
    const int first = dayNumber(QStringView(days).first(std::min(kDayNameLength, days.size())));
    int last = first;
    if (days.size() == 2 * kDayNameLength + 1 && days.at(kDayNameLength) == u'-')
        last = dayNumber(QStringView(days).sliced(kDayNameLength + 1));
    else if (days.size() != kDayNameLength)
        return std::nullopt;
    if (first == 0 || last < first)
        return std::nullopt;
    QList<hours::Range> ranges;
    for (int day = first; day <= last; ++day) {
        const auto times = parseTimes(day, words.sliced(1));
        if (!times)
            return std::nullopt;
        ranges += *times;
    }
    return ranges;
}

hours::OpeningHours readOpeningHours(TomlTable &office)
{
    hours::OpeningHours hours = hours::everyWeek(readWeek(office, "hours"));
    hours.periods.first().inPersonRanges = readWeek(office, "in_person");
    hours.openOnHolidays = office.flag("open_on_holidays", false);
    for (TomlTable &table : office.tables("periods")) {
        hours.periods.append(readPeriod(table));
        table.refuseUnknownKeys();
    }
    for (TomlTable &table : office.tables("exceptions"))
        hours.exceptions.append(readException(table));
    return hours;
}

hours::Calendar readCalendar(TomlTable &root, TomlTable &authority)
{
    hours::Calendar calendar;
    calendar.zone = hours::zoneNamed(authority.text("time_zone", u"Europe/Berlin"_s));
    if (!calendar.zone.isValid())
        authority.refuse("time_zone",
                         TownHoursWords::tr("There is no such time zone. Write a name such as Europe/Berlin."));
    calendar.land = readLand(authority);
    calendar.rules = readTownRules(authority, calendar.land);
    for (TomlTable &table : root.tables("closed_days"))
        calendar.closedDays.append(readClosedDays(table));
    return calendar;
}

} // namespace sprechtag::app
