// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/town/Faults.h"

#include <algorithm>

namespace sprechtag::town::detail {
namespace {

using namespace Qt::StringLiterals;
using enum FaultCode;

constexpr qsizetype kMostLanguageCharacters = 16;
constexpr qsizetype kMostPeriods = 50;
constexpr qsizetype kMostExceptions = 500;
constexpr qsizetype kMostClosedDays = 200;
constexpr qsizetype kMostRanges = 70;
constexpr qsizetype kMostShifts = 5000;
constexpr int kSunday = 7;

// What a line of text cannot show, or what breaks it.
bool hasControls(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

bool isOutside(const hours::Range &range, int firstDay)
{
    return range.day < firstDay || range.day > kSunday || range.fromMinute < 0 || range.fromMinute >= range.toMinute ||
           range.toMinute > hours::kMinutesPerDay;
}

void checkRanges(Faults &faults, const QString &field, const QList<hours::Range> &ranges, int firstDay)
{
    faults.addIf(ranges.size() > kMostRanges, field, TooLong);
    for (qsizetype i = 0; i < ranges.size(); ++i)
        faults.addIf(isOutside(ranges[i], firstDay), u"%1[%2]"_s.arg(field).arg(i), OutOfRange);
}

bool endsBeforeItBegins(QDate from, QDate until)
{
    return from.isValid() && until.isValid() && until < from;
}

void checkException(Faults &faults, const QString &field, const hours::Exception &exception)
{
    faults.addIf(!exception.from.isValid(), field + u".from"_s, Missing);
    faults.addIf(!exception.until.isValid(), field + u".until"_s, Missing);
    faults.addIf(endsBeforeItBegins(exception.from, exception.until), field + u".until"_s, OutOfRange);
    checkRanges(faults, field + u".ranges"_s, exception.ranges, 0);
    const bool nothingExtra = exception.effect == hours::Exception::Effect::Extra && exception.ranges.isEmpty();
    faults.addIf(nothingExtra, field + u".ranges"_s, Missing);
    faults.checkNote(field + u".note"_s, exception.note);
}

bool isOnStaff(const Office &office, ClerkId clerk)
{
    return std::ranges::any_of(office.staff, [&](const StaffMember &member) { return member.clerk == clerk; });
}

// Away on a date is a range without length, on no weekday.
bool isBadShift(const hours::Shift &shift)
{
    const bool away = shift.date.isValid() && shift.range.fromMinute == shift.range.toMinute;
    return !away && isOutside(shift.range, shift.date.isValid() ? 0 : 1);
}

} // namespace

bool isLanguage(const QString &tag)
{
    const QStringList parts = tag.split(u'-');
    const auto isAscii = [](const QString &part) {
        return !part.isEmpty() &&
               std::ranges::all_of(part, [](QChar c) { return c < u'\x80' && c.isLetterOrNumber(); });
    };
    const auto isLower = [](QChar c) { return c >= u'a' && c <= u'z'; };
    const QString &primary = parts.first();
    return tag.size() <= kMostLanguageCharacters && (primary.size() == 2 || primary.size() == 3) &&
           std::ranges::all_of(primary, isLower) && std::ranges::all_of(parts, isAscii);
}

void Faults::checkName(const QString &field, const QString &name)
{
    addIf(name.trimmed().isEmpty(), field, Missing);
    addIf(name.size() > kMostNameCharacters, field, TooLong);
    addIf(hasControls(name), field, BadForm);
}

void Faults::checkNote(const QString &field, const QString &note)
{
    addIf(note.size() > kMostNameCharacters, field, TooLong);
    addIf(hasControls(note), field, BadForm);
}

void Faults::checkWords(const QString &field, const Words &words)
{
    for (const auto &[language, text] : words.asKeyValueRange()) {
        const QString place = u"%1.%2"_s.arg(field, language);
        addIf(!isLanguage(language), place, BadForm);
        addIf(text.size() > kMostTextCharacters, place, TooLong);
        addIf(hasControls(QString(text).remove(u'\n')), place, BadForm);
    }
}

void checkCalendar(Faults &faults, const hours::Calendar &calendar)
{
    faults.addIf(!calendar.zone.isValid(), u"time_zone"_s, Unknown);
    faults.addIf(!hours::allows(calendar.land, calendar.rules), u"holidays"_s, OutOfRange);
    faults.addIf(calendar.closedDays.size() > kMostClosedDays, u"closed_days"_s, TooLong);
    for (qsizetype i = 0; i < calendar.closedDays.size(); ++i) {
        const hours::ClosedDays &closed = calendar.closedDays[i];
        const QString field = u"closed_days[%1]"_s.arg(i);
        faults.addIf(!closed.first.isValid(), field + u".first"_s, Missing);
        faults.addIf(!closed.last.isValid(), field + u".last"_s, Missing);
        // Every year they may go over New Year.
        faults.addIf(!closed.everyYear && endsBeforeItBegins(closed.first, closed.last), field + u".last"_s,
                     OutOfRange);
        faults.addIf(closed.fromMinute < 0 || closed.fromMinute >= hours::kMinutesPerDay, field + u".from"_s,
                     OutOfRange);
        faults.checkNote(field + u".note"_s, closed.note);
    }
}

void checkHours(Faults &faults, const hours::OpeningHours &hours)
{
    faults.addIf(hours.periods.size() > kMostPeriods, u"hours.periods"_s, TooLong);
    for (qsizetype i = 0; i < hours.periods.size(); ++i) {
        const hours::Period &period = hours.periods[i];
        const QString field = u"hours.periods[%1]"_s.arg(i);
        faults.addIf(endsBeforeItBegins(period.from, period.until), field + u".until"_s, OutOfRange);
        checkRanges(faults, field + u".virtual"_s, period.virtualRanges, 1);
        checkRanges(faults, field + u".in_person"_s, period.inPersonRanges, 1);
    }
    faults.addIf(hours.exceptions.size() > kMostExceptions, u"hours.exceptions"_s, TooLong);
    for (qsizetype i = 0; i < hours.exceptions.size(); ++i)
        checkException(faults, u"hours.exceptions[%1]"_s.arg(i), hours.exceptions[i]);
}

void checkWeek(Faults &faults, const QString &field, const QList<hours::Range> &ranges)
{
    checkRanges(faults, field, ranges, 1);
}

void checkRoster(Faults &faults, const Office &office)
{
    faults.addIf(office.roster.size() > kMostShifts, u"roster"_s, TooLong);
    for (qsizetype i = 0; i < office.roster.size(); ++i) {
        const hours::Shift &shift = office.roster[i];
        const QString field = u"roster[%1]"_s.arg(i);
        faults.addIf(shift.office != office.id, field, Unknown);
        faults.addIf(!isOnStaff(office, shift.clerk), field + u".clerk"_s, Unknown);
        faults.addIf(isBadShift(shift), field, OutOfRange);
    }
}

} // namespace sprechtag::town::detail
