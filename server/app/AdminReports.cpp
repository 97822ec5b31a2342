// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/AdminReports.h"

#include "server/app/AdminTools.h"
#include "server/app/BackupDoor.h"
#include "server/app/LettersOfDay.h"
#include "server/app/StoredFacts.h"
#include "server/store/ChangeLog.h"
#include "server/store/FactRows.h"
#include "server/store/OfficeRows.h"
#include "server/store/PersonRows.h"
#include "server/store/TotalRows.h"
#include "server/store/TownRows.h"
#include "shared/base/SystemClock.h"
#include "shared/domain/hours/DayNumber.h"
#include "shared/domain/hours/LocalTime.h"
#include "shared/protocol/Reports.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <limits>
#include <set>

using namespace Qt::StringLiterals;

namespace sprechtag::app {
namespace {

constexpr int kAllChanges = std::numeric_limits<int>::max();

using Work = std::function<int(store::Connection &, const town::Town &)>;

struct ReportWords
{
    Q_DECLARE_TR_FUNCTIONS(ReportWords)
};

int readIn(store::Database &database, const Options &options, Console console, const Work &work)
{
    const auto town = store::loadTown(database.connection());
    return town ? work(database.connection(), *town) : refuse(console, town.error(), options);
}

// A server that runs keeps its database to itself; what it copies is read instead, under the same key, and removed.
int readTown(const Options &options, Console console, const Work &work)
{
    store::StorePaths paths = pathsOf(options.config);
    auto database = store::Database::open(paths);
    if (database)
        return readIn(database.value(), options, console, work);
    if (database.error() != store::StoreError::DatabaseInUse)
        return refuse(console, database.error(), options);
    paths.database += u".read-%1"_s.arg(QCoreApplication::applicationPid());
    const auto reply = askForBackup(options.config, paths.database);
    if (!reply || reply->error)
        return refuse(console, reply ? *reply->error : store::StoreError::DatabaseInUse, options);
    int code = 0;
    {
        auto copy = store::Database::open(paths);
        code = copy ? readIn(copy.value(), options, console, work) : refuse(console, copy.error(), options);
    }
    for (const QString &file : {paths.database, paths.database + u"-wal"_s})
        QFile::remove(file);
    return code;
}

//! The totals of all days of an office, those whose facts are still there included.
Result<office::Totals, store::StoreError> totalsOf(store::Connection &connection, const town::Office &office,
                                                   const QTimeZone &zone)
{
    auto totals = store::loadTotals(connection, office.id);
    auto state = store::loadOfficeState(connection, office.id, storedFacts());
    if (!totals || !state)
        return Failure(totals ? state.error() : totals.error());
    const auto facts = store::loadFacts(connection, office.id, state->seq, storedFacts());
    if (!facts)
        return Failure(facts.error());
    state.value().settings = office.settings;
    const office::Totals recent = office::totalsOf(
        state.value(), *facts, [&zone](Instant at) { return hours::dayNumber(hours::localDay(at, zone)); });
    office::add(totals.value(), recent);
    return totals;
}

//! Everything that the offices know of tickets.
using TownFacts = QList<protocol::PersonReport::OfficeFact>;

Result<TownFacts, store::StoreError> allFacts(store::Connection &connection)
{
    TownFacts all;
    const auto offices = store::officeIds(connection);
    if (!offices)
        return Failure(offices.error());
    for (const OfficeId office : *offices) {
        const auto state = store::loadOfficeState(connection, office, storedFacts());
        if (!state)
            return Failure(state.error());
        const auto facts = store::loadFacts(connection, office, state->seq, storedFacts());
        if (!facts)
            return Failure(facts.error());
        for (const office::Fact &fact : *facts) {
            if (office::ticketOf(fact.body))
                all.append({office, fact});
        }
    }
    std::ranges::stable_sort(all, {}, [](const auto &one) { return one.fact.at; });
    return all;
}

//! The tickets with this number; the offices are those that may have issued it.
std::set<TicketId> ticketsOf(const TownFacts &facts, const std::set<OfficeId> &offices, std::uint32_t number,
                             office::ServiceDay day)
{
    std::set<TicketId> tickets;
    for (const auto &one : facts) {
        const auto *const drawn = std::get_if<office::TicketDrawn>(&one.fact.body);
        if (drawn != nullptr && offices.contains(one.office) && drawn->number == number && drawn->day == day)
            tickets.insert(drawn->ticket);
    }
    return tickets;
}

Result<protocol::PersonReport, store::StoreError> reportOf(store::Connection &connection, TicketId ticket,
                                                           const TownFacts &facts)
{
    const auto visit = store::visitRow(connection, ticket);
    const auto answers = store::answerRows(connection, ticket);
    if (!visit || !answers)
        return Failure(visit ? answers.error() : visit.error());
    protocol::PersonReport report{.ticket = ticket, .visit = *visit, .facts = {}, .answers = *answers};
    for (const auto &one : facts) {
        if (office::ticketOf(one.fact.body) == ticket)
            report.facts.append(one);
    }
    return report;
}

} // namespace

int printFigures(const Options &options, Console console)
{
    return readTown(options, console, [&](store::Connection &connection, const town::Town &town) {
        const QTimeZone &zone = town.authority.calendar.zone;
        const office::ServiceDay today = hours::dayNumber(hours::localDay(SystemClock().now(), zone));
        QList<protocol::OfficeFigures> offices;
        for (const town::Office &office : town.offices) {
            const auto totals = totalsOf(connection, office, zone);
            if (!totals)
                return refuse(console, totals.error(), options);
            offices.append(
                {office.id, office.name,
                 office::figuresOf(*totals, hours::dayNumber(options.days.from), hours::dayNumber(options.days.until)),
                 office::accuracyOf(office::forecastsOf(*totals), today)});
        }
        console.out << protocol::encode(offices) << Qt::endl;
        return 0;
    });
}

int printPerson(const Options &options, Console console)
{
    return readTown(options, console, [&](store::Connection &connection, const town::Town &town) {
        const auto facts = allFacts(connection);
        const auto changes = store::loadChanges(connection, std::numeric_limits<std::int64_t>::max(), kAllChanges);
        if (!facts || !changes)
            return refuse(console, facts ? changes.error() : facts.error(), options);
        const auto offices = officesWithLetter(options.ticket.letter, options.ticket.day, town, *changes);
        if (offices.empty())
            return refuse(
                console,
                ReportWords::tr("There was no office with the letter %1 on that day.").arg(options.ticket.letter),
                kExitData);
        const auto tickets = ticketsOf(*facts, offices, options.ticket.number, hours::dayNumber(options.ticket.day));
        if (tickets.empty())
            return refuse(console, ReportWords::tr("Nothing is stored of this number."), kExitData);
        if (tickets.size() > 1)
            return refuse(console,
                          ReportWords::tr("This number was issued more than once on that day; whose visit is meant "
                                          "cannot be told from it."),
                          kExitData);
        const auto report = reportOf(connection, *tickets.begin(), *facts);
        if (!report)
            return refuse(console, report.error(), options);
        console.out << protocol::encode(*report) << Qt::endl;
        return 0;
    });
}

} // namespace sprechtag::app
