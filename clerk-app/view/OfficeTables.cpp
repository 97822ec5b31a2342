// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/OfficeTables.h"

#include "clerk-app/model/RangesText.h"
#include "clerk-app/model/TownWords.h"
#include "clerk-app/model/Words.h"
#include "shared/domain/hours/ClockText.h"

#include <QCoreApplication>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using hours::clockText;
using model::dayText;
using model::parseClock;
using model::parseDay;
using model::parseRanges;
using model::rangesText;
using Kind = RowColumn::Kind;

namespace {

const QString kYes = u"1"_s;
constexpr int kHoursWide = 14; // characters
constexpr int kReasonWide = 24;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sprechtag::clerk::view::OfficeTables)
};

QString check(bool on)
{
    return on ? kYes : QString();
}

QList<Option> people(const town::Town &town)
{
    QList<Option> options;
    for (const town::Account &account : town.accounts)
        options.append({town::textOf(account.id), model::TownWords::nameOf(account, {})});
    return options;
}

QList<Option> weekdays(const QString &noDay)
{
    QList<Option> options{{u"0"_s, noDay}};
    for (int day = 1; day <= 7; ++day)
        options.append({QString::number(day), model::TownWords::weekday(day)});
    return options;
}

QString dateHint()
{
    return Text::tr("Such as 24.12.2026");
}

std::optional<ClerkId> clerkOf(const QString &text)
{
    return ClerkId::parse(text.toStdString());
}

std::optional<hours::Exception> exceptionOf(const QStringList &cells)
{
    const auto from = parseDay(cells.value(0));
    const auto until = cells.value(1).isEmpty() ? from : parseDay(cells.value(1));
    const auto ranges = parseRanges(cells.value(3), 0);
    if (!from || !until || !ranges)
        return std::nullopt;
    hours::Exception exception{
        .from = *from, .until = *until, .meeting = {}, .ranges = *ranges, .note = cells.value(5)};
    if (cells.value(2) == "virtual"_L1)
        exception.meeting = hours::Meeting::Virtual;
    else if (cells.value(2) == "in_person"_L1)
        exception.meeting = hours::Meeting::InPerson;
    if (cells.value(4) == kYes)
        exception.effect = hours::Exception::Effect::Extra;
    return exception;
}

QStringList cellsOf(const hours::Exception &exception)
{
    QString meeting = u"both"_s;
    if (exception.meeting)
        meeting = *exception.meeting == hours::Meeting::Virtual ? u"virtual"_s : u"in_person"_s;
    return {dayText(exception.from),
            dayText(exception.until),
            meeting,
            rangesText(exception.ranges, model::Weekdays::Named),
            check(exception.effect == hours::Exception::Effect::Extra),
            exception.note};
}

std::optional<hours::ClosedDays> closedDaysOf(const QStringList &cells)
{
    const auto first = parseDay(cells.value(0));
    const auto last = cells.value(1).isEmpty() ? first : parseDay(cells.value(1));
    const auto from = cells.value(3).isEmpty() ? std::optional(0) : parseClock(cells.value(3));
    if (!first || !last || !from)
        return std::nullopt;
    return hours::ClosedDays{.first = *first,
                             .last = *last,
                             .everyYear = cells.value(2) == kYes,
                             .fromMinute = *from,
                             .note = cells.value(4)};
}

QStringList cellsOf(const hours::ClosedDays &closed)
{
    return {dayText(closed.first), dayText(closed.last), check(closed.everyYear),
            closed.fromMinute == 0 ? QString() : clockText(closed.fromMinute), closed.note};
}

// No hours on a date: away. The office of a shift is the one whose roster it is in.
std::optional<hours::Shift> shiftOf(const QStringList &cells)
{
    const auto clerk = clerkOf(cells.value(0));
    const auto date = parseDay(cells.value(2));
    const auto ranges = parseRanges(cells.value(3), date && date->isValid() ? 0 : cells.value(1).toInt());
    if (!clerk || !date || !ranges || ranges->size() > 1 || (ranges->isEmpty() && !date->isValid()))
        return std::nullopt;
    return hours::Shift{.clerk = *clerk, .date = *date, .range = ranges->value(0)};
}

QStringList cellsOf(const hours::Shift &shift)
{
    const bool away = shift.range.fromMinute == shift.range.toMinute;
    return {town::textOf(shift.clerk), QString::number(shift.range.day), dayText(shift.date),
            away ? QString() : rangesText({shift.range})};
}

} // namespace

QList<RowColumn> staffColumns(const town::Town &town)
{
    return {{Text::tr("Person"), Kind::Choice, people(town)},
            {Text::tr("Head of this office"), Kind::Check},
            {Text::tr("May call by name"), Kind::Check, {}, Text::tr("May call somebody else than the next person")}};
}

RowsAccess staffRows()
{
    return rowsOf<town::StaffMember>(
        accessTo(&town::Office::staff),
        [](const town::StaffMember &member) {
            return QStringList{town::textOf(member.clerk), check(member.isHead), check(member.mayCallNamed)};
        },
        [](const QStringList &cells) -> std::optional<town::StaffMember> {
            const auto clerk = clerkOf(cells.value(0));
            if (!clerk)
                return std::nullopt;
            return town::StaffMember{*clerk, cells.value(2) == kYes, cells.value(1) == kYes};
        });
}

QList<RowColumn> rosterColumns(const town::Town &town)
{
    return {{Text::tr("Person"), Kind::Choice, people(town)},
            {Text::tr("Every week on"), Kind::Choice, weekdays(Text::tr("(on a date)"))},
            {Text::tr("or on the date"), Kind::Text, {}, dateHint()},
            {Text::tr("Hours"), Kind::Text, {}, Text::tr("Such as 08:00–12:00; nothing on a date: away"), kHoursWide}};
}

RowsAccess rosterRows()
{
    const auto office = [](const town::Value &value) { return std::get<town::Office>(value); };
    const Access<QList<hours::Shift>> roster{[office](const town::Value &value) { return office(value).roster; },
                                             [](town::Value &value, const QList<hours::Shift> &shifts) {
                                                 auto &own = std::get<town::Office>(value);
                                                 own.roster = shifts;
                                                 for (hours::Shift &shift : own.roster)
                                                     shift.office = own.id;
                                             }};
    return rowsOf<hours::Shift>(
        roster, [](const hours::Shift &shift) { return cellsOf(shift); }, shiftOf);
}

QList<RowColumn> weekColumns()
{
    QList<Option> days = weekdays({});
    days.removeFirst();
    return {{Text::tr("Every week on"), Kind::Choice, days},
            {Text::tr("Hours"), Kind::Text, {}, Text::tr("Such as 08:00–12:00"), kHoursWide}};
}

RowsAccess weekRows()
{
    return rowsOf<hours::Range>(
        accessTo(&town::Interpreter::hours),
        [](const hours::Range &range) {
            return QStringList{QString::number(range.day), rangesText({range})};
        },
        [](const QStringList &cells) -> std::optional<hours::Range> {
            const auto ranges = parseRanges(cells.value(1), cells.value(0).toInt());
            return ranges && ranges->size() == 1 ? std::optional(ranges->first()) : std::nullopt;
        });
}

QList<RowColumn> exceptionColumns()
{
    const QList<Option> meetings{{u"both"_s, Text::tr("both")},
                                 {u"virtual"_s, Text::tr("virtual only")},
                                 {u"in_person"_s, Text::tr("in person only")}};
    return {{Text::tr("from"), Kind::Text, {}, dateHint()},
            {Text::tr("until"), Kind::Text, {}, Text::tr("Included; empty: one day")},
            {Text::tr("for"), Kind::Choice, meetings},
            {Text::tr("Hours"), Kind::Text, {}, Text::tr("Such as 08:00–12:00; nothing: closed"), kHoursWide},
            {Text::tr("in addition"), Kind::Check, {}, Text::tr("Beside the hours of the day, not instead of them")},
            {Text::tr("Reason"), Kind::Text, {}, Text::tr("Citizens read it"), kReasonWide}};
}

RowsAccess exceptionRows()
{
    const auto hours = accessTo(&town::Office::hours);
    const Access<QList<hours::Exception>> exceptions{
        [hours](const town::Value &value) { return hours.read(value).exceptions; },
        [](town::Value &value, const QList<hours::Exception> &list) {
            std::get<town::Office>(value).hours.exceptions = list;
        }};
    return rowsOf<hours::Exception>(
        exceptions, [](const hours::Exception &exception) { return cellsOf(exception); }, exceptionOf);
}

QList<RowColumn> closedDayColumns()
{
    return {{Text::tr("from"), Kind::Text, {}, dateHint()},
            {Text::tr("until"), Kind::Text, {}, Text::tr("Included; empty: one day")},
            {Text::tr("every year"), Kind::Check},
            {Text::tr("closed from"), Kind::Text, {}, Text::tr("Such as 12:00; empty: all day")},
            {Text::tr("Reason"), Kind::Text, {}, Text::tr("Citizens read it"), kReasonWide}};
}

RowsAccess closedDayRows()
{
    const Access<QList<hours::ClosedDays>> days{
        [](const town::Value &value) { return std::get<town::Authority>(value).calendar.closedDays; },
        [](town::Value &value, const QList<hours::ClosedDays> &list) {
            std::get<town::Authority>(value).calendar.closedDays = list;
        }};
    return rowsOf<hours::ClosedDays>(
        days, [](const hours::ClosedDays &closed) { return cellsOf(closed); }, closedDaysOf);
}

QList<RowColumn> languageColumns(const QStringList &languages)
{
    QList<RowColumn> columns;
    for (const QString &language : languages)
        columns.append({model::Words::language(language), Kind::Text, {}, {}, kReasonWide});
    return columns;
}

// What stands in a language that the town has no more stays: pairs of language and text beyond the columns.
RowsAccess checklistRows(const QStringList &languages)
{
    return rowsOf<town::Words>(
        accessTo(&town::Concern::checklist),
        [languages](const town::Words &words) {
            QStringList cells;
            for (const QString &language : languages)
                cells.append(words.value(language));
            for (const auto &[language, text] : words.asKeyValueRange()) {
                if (!languages.contains(language))
                    cells << language << text;
            }
            return cells;
        },
        [languages](const QStringList &cells) -> std::optional<town::Words> {
            town::Words words;
            for (int i = 0; i < languages.size(); ++i) {
                if (!cells.value(i).isEmpty())
                    words.insert(languages[i], cells.value(i));
            }
            for (qsizetype i = languages.size(); i + 1 < cells.size(); i += 2)
                words.insert(cells[i], cells[i + 1]);
            return words;
        });
}

} // namespace sprechtag::clerk::view
