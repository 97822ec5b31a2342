// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/OfficeParts.h"

#include "server/store/Statement.h"
#include "shared/domain/town/SettingFields.h"

namespace sprechtag::store {
namespace {

Result<town::StaffMember, StoreError> memberOf(const Statement &row)
{
    const auto clerk = row.id<ClerkId>(0);
    if (!clerk)
        return Failure(StoreError::DatabaseDamaged);
    return town::StaffMember{*clerk, row.integer(1) != 0, row.integer(2) != 0};
}

Result<ConcernId, StoreError> concernOf(const Statement &row)
{
    if (const auto concern = row.id<ConcernId>(0))
        return *concern;
    return Failure(StoreError::DatabaseDamaged);
}

Result<hours::Shift, StoreError> shiftOf(const Statement &row, OfficeId office)
{
    const auto clerk = row.id<ClerkId>(0);
    const QDate date = QDate::fromString(row.text(1), Qt::ISODate);
    if (!clerk || (!date.isValid() && !row.isNull(1)))
        return Failure(StoreError::DatabaseDamaged);
    return hours::Shift{
        office,
        *clerk,
        date,
        {static_cast<int>(row.integer(2)), static_cast<int>(row.integer(3)), static_cast<int>(row.integer(4))}};
}

// What is not stored is as the program has it, but a threshold that may be absent is absent then.
Result<office::Settings, StoreError> loadSettings(Connection &connection, OfficeId id)
{
    office::Settings settings;
    const auto known = connection.statement("select_office_settings")
                           .bind(":office", id)
                           .rows<QList<bool>>([&settings](const Statement &row) -> Result<bool, StoreError> {
                               const town::SettingField *const field = town::settingField(row.text(0));
                               if (!field)
                                   return Failure(StoreError::DatabaseDamaged);
                               field->write(settings, row.integer(1));
                               return true;
                           });
    if (!known)
        return Failure(known.error());
    return settings;
}

Result<Done, StoreError> insertStaff(Connection &connection, const town::Office &office)
{
    Statement insert = connection.statement("insert_office_clerk");
    for (qsizetype i = 0; i < office.staff.size(); ++i) {
        const town::StaffMember &member = office.staff[i];
        const auto inserted = insert.bind(":office", office.id)
                                  .bind(":position", std::int64_t{i})
                                  .bind(":clerk", member.clerk)
                                  .bind(":may_call_named", std::int64_t{member.mayCallNamed})
                                  .bind(":is_head", std::int64_t{member.isHead})
                                  .run();
        if (!inserted)
            return inserted;
    }
    return Done{};
}

Result<Done, StoreError> insertConcerns(Connection &connection, const town::Office &office)
{
    Statement insert = connection.statement("insert_office_concern");
    for (qsizetype i = 0; i < office.concerns.size(); ++i) {
        const auto inserted = insert.bind(":office", office.id)
                                  .bind(":position", std::int64_t{i})
                                  .bind(":concern", office.concerns[i])
                                  .run();
        if (!inserted)
            return inserted;
    }
    return Done{};
}

Result<Done, StoreError> insertShifts(Connection &connection, const town::Office &office)
{
    Statement insert = connection.statement("insert_office_shift");
    for (qsizetype i = 0; i < office.roster.size(); ++i) {
        const hours::Shift &shift = office.roster[i];
        const auto date = shift.date.isValid() ? std::optional(shift.date.toString(Qt::ISODate)) : std::nullopt;
        const auto inserted = insert.bind(":office", office.id)
                                  .bind(":position", std::int64_t{i})
                                  .bind(":clerk", shift.clerk)
                                  .bind(":date", date)
                                  .bind(":day", std::int64_t{shift.range.day})
                                  .bind(":from_minute", std::int64_t{shift.range.fromMinute})
                                  .bind(":to_minute", std::int64_t{shift.range.toMinute})
                                  .run();
        if (!inserted)
            return inserted;
    }
    return Done{};
}

Result<Done, StoreError> insertSettings(Connection &connection, const town::Office &office)
{
    Statement insert = connection.statement("insert_office_setting");
    for (const town::SettingField &field : town::settingFields()) {
        const auto value = town::valueOf(field, office.settings);
        if (!value)
            continue;
        const auto inserted =
            insert.bind(":office", office.id).bind(":name", QString(field.name)).bind(":value", *value).run();
        if (!inserted)
            return inserted;
    }
    return Done{};
}

} // namespace

Result<Done, StoreError> loadParts(Connection &connection, town::Office &office)
{
    const OfficeId id = office.id;
    auto staff =
        connection.statement("select_office_clerks").bind(":office", id).rows<QList<town::StaffMember>>(memberOf);
    auto concerns =
        connection.statement("select_office_concerns").bind(":office", id).rows<QList<ConcernId>>(concernOf);
    auto roster = connection.statement("select_office_shifts")
                      .bind(":office", id)
                      .rows<hours::Roster>([id](const Statement &row) { return shiftOf(row, id); });
    auto settings = loadSettings(connection, id);
    if (!staff || !concerns)
        return Failure(staff ? concerns.error() : staff.error());
    if (!roster || !settings)
        return Failure(roster ? settings.error() : roster.error());
    office.staff = std::move(staff).value();
    office.concerns = std::move(concerns).value();
    office.roster = std::move(roster).value();
    office.settings = settings.value();
    return Done{};
}

Result<Done, StoreError> replaceParts(Connection &connection, const town::Office &office)
{
    for (const char *statement :
         {"delete_office_clerks", "delete_office_concerns", "delete_office_shifts", "delete_office_settings"}) {
        if (const auto cleared = connection.statement(statement).bind(":office", office.id).run(); !cleared)
            return cleared;
    }
    for (const auto &step : {insertStaff, insertConcerns, insertShifts, insertSettings}) {
        if (const auto done = step(connection, office); !done)
            return done;
    }
    return Done{};
}

} // namespace sprechtag::store
