// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/HoursRows.h"

#include "server/store/Statement.h"

namespace sprechtag::store {
namespace {

using namespace Qt::StringLiterals;

constexpr auto kVirtual = "virtual"_L1;
constexpr auto kInPerson = "in_person"_L1;

std::optional<QString> dayText(QDate day)
{
    return day.isValid() ? std::optional(day.toString(Qt::ISODate)) : std::nullopt;
}

// A null day stays invalid; one that is no day is damage, which the caller sees by this.
bool readDay(const Statement &row, int column, QDate &day)
{
    day = QDate::fromString(row.text(column), Qt::ISODate);
    return day.isValid() || row.isNull(column);
}

int number(const Statement &row, int column)
{
    return static_cast<int>(row.integer(column));
}

Result<hours::Range, StoreError> rangeOf(const Statement &row)
{
    return hours::Range{number(row, 0), number(row, 1), number(row, 2)};
}

Result<QList<hours::Range>, StoreError> loadRanges(Connection &connection, OfficeId office, qsizetype period,
                                                   bool inPerson)
{
    return connection.statement("select_office_ranges")
        .bind(":office", office)
        .bind(":period", std::int64_t{period})
        .bind(":in_person", std::int64_t{inPerson})
        .rows<QList<hours::Range>>(rangeOf);
}

Result<QList<hours::Period>, StoreError> loadPeriods(Connection &connection, OfficeId office)
{
    const auto periodOf = [](const Statement &row) -> Result<hours::Period, StoreError> {
        hours::Period period;
        if (!readDay(row, 0, period.from) || !readDay(row, 1, period.until))
            return Failure(StoreError::DatabaseDamaged);
        return period;
    };
    auto periods =
        connection.statement("select_office_periods").bind(":office", office).rows<QList<hours::Period>>(periodOf);
    for (qsizetype i = 0; periods && i < periods.value().size(); ++i) {
        auto onScreen = loadRanges(connection, office, i, false);
        auto inPerson = loadRanges(connection, office, i, true);
        if (!onScreen || !inPerson)
            return Failure(onScreen ? inPerson.error() : onScreen.error());
        periods.value()[i].virtualRanges = std::move(onScreen).value();
        periods.value()[i].inPersonRanges = std::move(inPerson).value();
    }
    return periods;
}

Result<hours::Exception, StoreError> exceptionOf(const Statement &row)
{
    hours::Exception exception;
    if (!readDay(row, 0, exception.from) || !readDay(row, 1, exception.until))
        return Failure(StoreError::DatabaseDamaged);
    if (!row.isNull(2))
        exception.meeting = row.text(2) == kInPerson ? hours::Meeting::InPerson : hours::Meeting::Virtual;
    exception.effect = row.integer(3) != 0 ? hours::Exception::Effect::Extra : hours::Exception::Effect::Instead;
    exception.note = row.text(4);
    return exception;
}

Result<QList<hours::Exception>, StoreError> loadExceptions(Connection &connection, OfficeId office)
{
    auto exceptions = connection.statement("select_office_exceptions")
                          .bind(":office", office)
                          .rows<QList<hours::Exception>>(exceptionOf);
    for (qsizetype i = 0; exceptions && i < exceptions.value().size(); ++i) {
        auto ranges = connection.statement("select_office_exception_ranges")
                          .bind(":office", office)
                          .bind(":exception", std::int64_t{i})
                          .rows<QList<hours::Range>>(rangeOf);
        if (!ranges)
            return Failure(ranges.error());
        exceptions.value()[i].ranges = std::move(ranges).value();
    }
    return exceptions;
}

// `owner` binds whose ranges they are.
template <typename Owner>
Result<Done, StoreError> insertRanges(Statement insert, const QList<hours::Range> &ranges, const Owner &owner)
{
    for (qsizetype i = 0; i < ranges.size(); ++i) {
        owner(insert)
            .bind(":position", std::int64_t{i})
            .bind(":day", std::int64_t{ranges[i].day})
            .bind(":from_minute", std::int64_t{ranges[i].fromMinute})
            .bind(":to_minute", std::int64_t{ranges[i].toMinute});
        if (const auto inserted = insert.run(); !inserted)
            return inserted;
    }
    return Done{};
}

Result<Done, StoreError> insertPeriod(Connection &connection, OfficeId office, std::int64_t position,
                                      const hours::Period &period)
{
    const auto inserted = connection.statement("insert_office_period")
                              .bind(":office", office)
                              .bind(":position", position)
                              .bind(":from_day", dayText(period.from))
                              .bind(":until_day", dayText(period.until))
                              .run();
    if (!inserted)
        return inserted;
    for (const bool inPerson : {false, true}) {
        const auto owner = [&](Statement &insert) -> Statement & {
            return insert.bind(":office", office).bind(":period", position).bind(":in_person", std::int64_t{inPerson});
        };
        const auto ranges = insertRanges(connection.statement("insert_office_range"),
                                         inPerson ? period.inPersonRanges : period.virtualRanges, owner);
        if (!ranges)
            return ranges;
    }
    return Done{};
}

std::optional<QString> meetingText(std::optional<hours::Meeting> meeting)
{
    if (!meeting)
        return std::nullopt;
    return *meeting == hours::Meeting::InPerson ? kInPerson : kVirtual;
}

Result<Done, StoreError> insertException(Connection &connection, OfficeId office, std::int64_t position,
                                         const hours::Exception &exception)
{
    const auto inserted = connection.statement("insert_office_exception")
                              .bind(":office", office)
                              .bind(":position", position)
                              .bind(":from_day", dayText(exception.from))
                              .bind(":until_day", dayText(exception.until))
                              .bind(":meeting", meetingText(exception.meeting))
                              .bind(":extra", std::int64_t{exception.effect == hours::Exception::Effect::Extra})
                              .bind(":note", exception.note)
                              .run();
    if (!inserted)
        return inserted;
    const auto owner = [&](Statement &insert) -> Statement & {
        return insert.bind(":office", office).bind(":exception", position);
    };
    return insertRanges(connection.statement("insert_office_exception_range"), exception.ranges, owner);
}

Result<hours::ClosedDays, StoreError> closedDaysOf(const Statement &row)
{
    hours::ClosedDays closed;
    if (!readDay(row, 0, closed.first) || !readDay(row, 1, closed.last))
        return Failure(StoreError::DatabaseDamaged);
    closed.everyYear = row.integer(2) != 0;
    closed.fromMinute = number(row, 3);
    closed.note = row.text(4);
    return closed;
}

} // namespace

Result<hours::OpeningHours, StoreError> loadHours(Connection &connection, OfficeId office)
{
    const auto openOnHolidays = connection.statement("select_office_holidays").bind(":office", office).flag();
    if (!openOnHolidays)
        return Failure(openOnHolidays.error());
    auto periods = loadPeriods(connection, office);
    auto exceptions = loadExceptions(connection, office);
    if (!periods || !exceptions)
        return Failure(periods ? exceptions.error() : periods.error());
    return hours::OpeningHours{std::move(periods).value(), std::move(exceptions).value(), *openOnHolidays};
}

Result<Done, StoreError> replaceHours(Connection &connection, OfficeId office, const hours::OpeningHours &hours)
{
    for (const char *statement : {"delete_office_periods", "delete_office_exceptions"}) {
        if (const auto cleared = connection.statement(statement).bind(":office", office).run(); !cleared)
            return cleared;
    }
    for (qsizetype i = 0; i < hours.periods.size(); ++i) {
        if (const auto inserted = insertPeriod(connection, office, i, hours.periods[i]); !inserted)
            return inserted;
    }
    for (qsizetype i = 0; i < hours.exceptions.size(); ++i) {
        if (const auto inserted = insertException(connection, office, i, hours.exceptions[i]); !inserted)
            return inserted;
    }
    return connection.statement("update_office_holidays")
        .bind(":office", office)
        .bind(":open_on_holidays", std::int64_t{hours.openOnHolidays})
        .run();
}

Result<QList<hours::ClosedDays>, StoreError> loadClosedDays(Connection &connection)
{
    return connection.statement("select_closed_days").rows<QList<hours::ClosedDays>>(closedDaysOf);
}

Result<Done, StoreError> replaceClosedDays(Connection &connection, const QList<hours::ClosedDays> &closedDays)
{
    if (const auto cleared = connection.statement("delete_closed_days").run(); !cleared)
        return cleared;
    Statement insert = connection.statement("insert_closed_days");
    for (qsizetype i = 0; i < closedDays.size(); ++i) {
        const hours::ClosedDays &closed = closedDays[i];
        const auto inserted = insert.bind(":position", std::int64_t{i})
                                  .bind(":first_day", closed.first.toString(Qt::ISODate))
                                  .bind(":last_day", closed.last.toString(Qt::ISODate))
                                  .bind(":every_year", std::int64_t{closed.everyYear})
                                  .bind(":from_minute", std::int64_t{closed.fromMinute})
                                  .bind(":note", closed.note)
                                  .run();
        if (!inserted)
            return inserted;
    }
    return Done{};
}

} // namespace sprechtag::store
