// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/Setup.h"

#include "server/store/AccountRows.h"
#include "server/store/HoursRows.h"
#include "server/store/Statement.h"

namespace sprechtag::store {
namespace {

std::int64_t inSeconds(seconds duration)
{
    return duration.count();
}

Result<Done, StoreError> putAuthority(Connection &connection, const TownSetup::Authority &authority)
{
    const hours::Calendar &calendar = authority.calendar;
    const auto put = connection.statement("upsert_authority")
                         .bind(":name", authority.name)
                         .bind(":time_zone", QString::fromUtf8(calendar.zone.id()))
                         .bind(":consent_version", authority.consentVersion)
                         .bind(":land", calendar.land ? std::optional(hours::codeOf(*calendar.land)) : std::nullopt)
                         .bind(":corpus_christi", std::int64_t{calendar.rules.corpusChristi})
                         .bind(":assumption", std::int64_t{calendar.rules.assumption})
                         .bind(":peace_festival", std::int64_t{calendar.rules.peaceFestival})
                         .run();
    return put ? replaceClosedDays(connection, calendar.closedDays) : put;
}

Result<Done, StoreError> putOfficeRow(Connection &connection, const broker::OfficeConfig &office)
{
    const office::Settings &settings = office.settings;
    Statement upsert = connection.statement("upsert_office");
    upsert.bind(":id", office.id)
        .bind(":name", office.name)
        .bind(":department", office.department)
        .bind(":letter", office.letter)
        .bind(":relay_only", std::int64_t{office.relayOnly})
        .bind(":enter_within_s", inSeconds(settings.enterWithin))
        .bind(":clerk_grace_s", inSeconds(settings.clerkGrace))
        .bind(":citizen_grace_s", inSeconds(settings.citizenGrace))
        .bind(":unreachable_until_s", inSeconds(settings.unreachableUntil))
        .bind(":not_called_after_miss_s", inSeconds(settings.notCalledAfterMiss))
        .bind(":max_calls", std::int64_t{settings.maxCalls})
        .bind(":queue_limit", settings.queueLimit ? std::optional(std::int64_t{*settings.queueLimit}) : std::nullopt)
        .bind(":last_number", std::int64_t{settings.lastNumber});
    return upsert.run();
}

Result<Done, StoreError> replaceHoursOf(Connection &connection, const broker::OfficeConfig &office)
{
    return replaceHours(connection, office.id, office.hours);
}

Result<Done, StoreError> replaceStaff(Connection &connection, const broker::OfficeConfig &office)
{
    if (const auto cleared = connection.statement("delete_office_clerks").bind(":office", office.id).run(); !cleared)
        return cleared;
    Statement insert = connection.statement("insert_office_clerk");
    for (qsizetype i = 0; i < office.clerks.size(); ++i) {
        const auto inserted =
            insert.bind(":office", office.id).bind(":position", std::int64_t{i}).bind(":clerk", office.clerks[i]).run();
        if (!inserted)
            return inserted;
    }
    return Done{};
}

Result<Done, StoreError> putOffice(Connection &connection, const broker::OfficeConfig &office)
{
    for (const auto &step : {putOfficeRow, replaceHoursOf, replaceStaff}) {
        if (const auto done = step(connection, office); !done)
            return done;
    }
    return Done{};
}

// Whoever changes a password wants the sessions of the old one gone.
Result<Done, StoreError> putClerk(Connection &connection, const broker::Account &account)
{
    const auto known = findAccount(connection, account.login);
    if (!known)
        return Failure(known.error());
    const bool endsSessions = account.disabled || (*known && (*known)->passwordHash != account.passwordHash);
    if (const auto put = putAccount(connection, account); !put)
        return put;
    return endsSessions ? eraseSessionsOf(connection, account.id) : Done{};
}

Result<Done, StoreError> putEverything(Connection &connection, const TownSetup &setup)
{
    if (setup.authority) {
        if (const auto put = putAuthority(connection, *setup.authority); !put)
            return put;
    }
    for (const broker::Account &account : setup.clerks) {
        if (const auto put = putClerk(connection, account); !put)
            return put;
    }
    for (const broker::OfficeConfig &office : setup.offices) {
        if (const auto put = putOffice(connection, office); !put)
            return put;
    }
    return Done{};
}

} // namespace

Result<Done, StoreError> importSetup(Connection &connection, const TownSetup &setup)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return Failure(transaction.error());
    if (const auto put = putEverything(connection, setup); !put)
        return put;
    return transaction.value().commit();
}

} // namespace sprechtag::store
