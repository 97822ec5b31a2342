// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/TownRows.h"

#include "server/store/HoursRows.h"
#include "server/store/InterpreterRows.h"
#include "server/store/OfficeParts.h"
#include "server/store/RoleColumns.h"
#include "server/store/Statement.h"
#include "server/store/WordRows.h"
#include "shared/domain/hours/ZoneName.h"

#include <array>

namespace sprechtag::store {
namespace {

using namespace Qt::StringLiterals;

constexpr auto kWelcome = "welcome"_L1;
constexpr auto kClosed = "closed"_L1;
constexpr auto kNames = "names"_L1;
constexpr auto kChecklist = "checklist"_L1;

std::uint32_t versionAt(const Statement &row, int column)
{
    return static_cast<std::uint32_t>(row.integer(column));
}

town::Texts textsOf(const WordList &words)
{
    return {.welcome = wordsOf(words, kWelcome), .closed = wordsOf(words, kClosed)};
}

WordList wordListOf(const town::Texts &texts)
{
    WordList list;
    addWords(list, kWelcome, 0, texts.welcome);
    addWords(list, kClosed, 0, texts.closed);
    return list;
}

Result<town::Authority, StoreError> authorityOf(const Statement &row)
{
    const auto land = hours::landOf(row.text(3));
    const QTimeZone zone = hours::zoneNamed(row.text(1));
    if (!zone.isValid() || (!land && !row.isNull(3)))
        return Failure(StoreError::DatabaseDamaged);
    const hours::TownRules rules{
        .corpusChristi = row.integer(4) != 0, .assumption = row.integer(5) != 0, .peaceFestival = row.integer(6) != 0};
    return town::Authority{.name = row.text(0),
                           .calendar = {zone, land, rules, {}},
                           .consentVersion = row.text(2),
                           .languages = row.text(7).split(u' '),
                           .texts = {},
                           .secondFactorRoles = rolesAt(row, 9),
                           .version = versionAt(row, 8)};
}

Result<town::Authority, StoreError> loadAuthority(Connection &connection)
{
    auto found = connection.statement("select_authority").row<town::Authority>(authorityOf);
    if (!found)
        return Failure(found.error());
    if (!found.value())
        return town::Authority();
    auto closedDays = loadClosedDays(connection);
    const auto words = loadWords(connection, {});
    if (!closedDays || !words)
        return Failure(closedDays ? words.error() : closedDays.error());
    town::Authority authority = *std::move(found).value();
    authority.calendar.closedDays = std::move(closedDays).value();
    authority.texts = textsOf(*words);
    return authority;
}

Result<town::Department, StoreError> departmentOf(const Statement &row)
{
    const auto id = row.id<DepartmentId>(0);
    if (!id)
        return Failure(StoreError::DatabaseDamaged);
    return town::Department{*id, row.text(1), versionAt(row, 2)};
}

Result<town::Concern, StoreError> concernOf(const Statement &row, Connection &connection)
{
    const auto id = row.id<ConcernId>(0);
    if (!id)
        return Failure(StoreError::DatabaseDamaged);
    const auto words = loadWords(connection, row.text(0));
    if (!words)
        return Failure(words.error());
    town::Concern concern{.id = *id,
                          .names = wordsOf(*words, kNames),
                          .leikaKey = row.text(1),
                          .length = std::nullopt,
                          .checklist = listOf(*words, kChecklist),
                          .version = versionAt(row, 3)};
    if (!row.isNull(2))
        concern.length = minutes(row.integer(2));
    return concern;
}

Result<town::Form, StoreError> formOf(const Statement &row, Connection &connection)
{
    const auto id = row.id<FormId>(0);
    const auto office = row.id<OfficeId>(1);
    if (!id || !office)
        return Failure(StoreError::DatabaseDamaged);
    const auto words = loadWords(connection, row.text(0));
    if (!words)
        return Failure(words.error());
    return town::Form{
        .id = *id,
        .office = *office,
        .names = wordsOf(*words, kNames),
        .position = static_cast<int>(row.integer(2)),
        .file = {.sha256 = row.text(3), .bytes = row.integer(4), .fields = static_cast<int>(row.integer(5))},
        .version = versionAt(row, 6)};
}

Result<town::Account, StoreError> accountOf(const Statement &row)
{
    const auto id = row.id<ClerkId>(0);
    if (!id)
        return Failure(StoreError::DatabaseDamaged);
    town::Account account{*id, row.text(1), row.text(2), {}, row.integer(6) != 0, versionAt(row, 7)};
    account.roles = rolesAt(row, 3);
    return account;
}

Result<town::Office, StoreError> officeOf(const Statement &row, Connection &connection)
{
    const auto id = row.id<OfficeId>(0);
    const auto department = row.id<DepartmentId>(2);
    if (!id || (!department && !row.isNull(2)))
        return Failure(StoreError::DatabaseDamaged);
    town::Office office{.id = *id,
                        .name = row.text(1),
                        .department = department,
                        .letter = row.text(3),
                        .relayOnly = row.integer(4) != 0,
                        .hidePosition = row.integer(5) != 0,
                        .askName = row.integer(6) != 0,
                        .version = versionAt(row, 7)};
    auto hours = loadHours(connection, *id);
    const auto words = loadWords(connection, row.text(0));
    if (!hours || !words)
        return Failure(hours ? words.error() : hours.error());
    office.hours = std::move(hours).value();
    office.texts = textsOf(*words);
    if (const auto parts = loadParts(connection, office); !parts)
        return Failure(parts.error());
    return office;
}

template <typename T, typename Read>
Result<QList<T>, StoreError> all(Connection &connection, const char *statement, const Read &read)
{
    return connection.statement(statement).rows<QList<T>>(
        [&](const Statement &row) -> Result<T, StoreError> { return read(row, connection); });
}

Result<Done, StoreError> put(Connection &connection, const town::Authority &authority)
{
    const hours::Calendar &calendar = authority.calendar;
    Statement upsert = connection.statement("upsert_authority");
    const auto put = bindRoles(upsert, authority.secondFactorRoles, kSecondFactorColumns)
                         .bind(":name", authority.name)
                         .bind(":time_zone", QString::fromUtf8(calendar.zone.id()))
                         .bind(":consent_version", authority.consentVersion)
                         .bind(":land", calendar.land ? std::optional(hours::codeOf(*calendar.land)) : std::nullopt)
                         .bind(":corpus_christi", std::int64_t{calendar.rules.corpusChristi})
                         .bind(":assumption", std::int64_t{calendar.rules.assumption})
                         .bind(":peace_festival", std::int64_t{calendar.rules.peaceFestival})
                         .bind(":languages", authority.languages.join(u' '))
                         .bind(":version", std::int64_t{authority.version})
                         .run();
    if (!put)
        return put;
    const auto words = replaceWords(connection, {}, wordListOf(authority.texts));
    return words ? replaceClosedDays(connection, calendar.closedDays) : words;
}

Result<Done, StoreError> put(Connection &connection, const town::Department &department)
{
    return connection.statement("upsert_department")
        .bind(":id", department.id)
        .bind(":name", department.name)
        .bind(":version", std::int64_t{department.version})
        .run();
}

Result<Done, StoreError> put(Connection &connection, const town::Concern &concern)
{
    Statement upsert = connection.statement("upsert_concern");
    upsert.bind(":id", concern.id).bind(":leika_key", concern.leikaKey).bind(":version", std::int64_t{concern.version});
    if (concern.length)
        upsert.bind(":length_min", std::int64_t{concern.length->count()});
    else
        upsert.bindNull(":length_min");
    if (const auto put = upsert.run(); !put)
        return put;
    WordList words;
    addWords(words, kNames, 0, concern.names);
    for (qsizetype i = 0; i < concern.checklist.size(); ++i)
        addWords(words, kChecklist, i, concern.checklist[i]);
    return replaceWords(connection, town::textOf(concern.id), words);
}

Result<Done, StoreError> put(Connection &connection, const town::Form &form)
{
    const auto put = connection.statement("upsert_form")
                         .bind(":id", form.id)
                         .bind(":office", form.office)
                         .bind(":position", std::int64_t{form.position})
                         .bind(":sha256", form.file.sha256)
                         .bind(":bytes", std::int64_t{form.file.bytes})
                         .bind(":fields", std::int64_t{form.file.fields})
                         .bind(":version", std::int64_t{form.version})
                         .run();
    if (!put)
        return put;
    WordList words;
    addWords(words, kNames, 0, form.names);
    return replaceWords(connection, town::textOf(form.id), words);
}

Result<Done, StoreError> put(Connection &connection, const town::Account &account)
{
    Statement upsert = connection.statement("upsert_account");
    const auto put = bindRoles(upsert, account.roles, kAccountColumns)
                         .bind(":id", account.id)
                         .bind(":login", account.login)
                         .bind(":name", account.name)
                         .bind(":disabled", std::int64_t{account.disabled})
                         .bind(":version", std::int64_t{account.version})
                         .run();
    if (!put || !account.disabled)
        return put;
    return connection.statement("delete_sessions_of_clerk").bind(":clerk", account.id).run();
}

Result<Done, StoreError> put(Connection &connection, const town::Office &office)
{
    const auto put = connection.statement("upsert_office")
                         .bind(":id", office.id)
                         .bind(":name", office.name)
                         .bind(":department", office.department)
                         .bind(":letter", office.letter)
                         .bind(":relay_only", std::int64_t{office.relayOnly})
                         .bind(":hide_position", std::int64_t{office.hidePosition})
                         .bind(":ask_name", std::int64_t{office.askName})
                         .bind(":version", std::int64_t{office.version})
                         .run();
    if (!put)
        return put;
    if (const auto hours = replaceHours(connection, office.id, office.hours); !hours)
        return hours;
    const auto words = replaceWords(connection, town::textOf(office.id), wordListOf(office.texts));
    return words ? replaceParts(connection, office) : words;
}

Result<Done, StoreError> put(Connection &connection, const town::Interpreter &interpreter)
{
    return putInterpreter(connection, interpreter);
}

Result<Done, StoreError> takeRow(Connection &connection, const char *statement, const QString &id)
{
    const auto words = replaceWords(connection, id, {});
    return words ? connection.statement(statement).bind(":id", id).run() : words;
}

Result<Done, StoreError> archive(Connection &connection, OfficeId id, std::uint32_t version)
{
    // Who and what it was about may go on its own ways now.
    for (const char *statement : {"delete_office_clerks", "delete_office_concerns", "delete_office_shifts",
                                  "delete_words_of_forms", "delete_forms_of_office"}) {
        if (const auto cleared = connection.statement(statement).bind(":office", id).run(); !cleared)
            return cleared;
    }
    return connection.statement("archive_office").bind(":id", id).bind(":version", std::int64_t{version}).run();
}

} // namespace

Result<town::Town, StoreError> loadTown(Connection &connection)
{
    auto authority = loadAuthority(connection);
    auto departments = connection.statement("select_departments").rows<QList<town::Department>>(departmentOf);
    auto accounts = connection.statement("select_accounts").rows<QList<town::Account>>(accountOf);
    auto concerns = all<town::Concern>(connection, "select_concerns", concernOf);
    auto offices = all<town::Office>(connection, "select_offices", officeOf);
    auto forms = all<town::Form>(connection, "select_forms", formOf);
    auto interpreters = loadInterpreters(connection);
    if (!authority)
        return Failure(authority.error());
    if (!departments)
        return Failure(departments.error());
    if (!accounts)
        return Failure(accounts.error());
    if (!concerns)
        return Failure(concerns.error());
    if (!offices)
        return Failure(offices.error());
    if (!forms)
        return Failure(forms.error());
    if (!interpreters)
        return Failure(interpreters.error());
    return town::Town{std::move(authority).value(),   std::move(departments).value(), std::move(concerns).value(),
                      std::move(offices).value(),     std::move(accounts).value(),    std::move(forms).value(),
                      std::move(interpreters).value()};
}

Result<Done, StoreError> putValue(Connection &connection, const town::Value &value)
{
    return std::visit([&connection](const auto &one) { return put(connection, one); }, value);
}

Result<Done, StoreError> putFormFile(Connection &connection, FormId form, const QByteArray &content)
{
    return connection.statement("upsert_form_file").bind(":form", form).bind(":content", content).run();
}

Result<std::optional<QByteArray>, StoreError> loadFormFile(Connection &connection, FormId form)
{
    const auto read = [](const Statement &row) -> Result<QByteArray, StoreError> { return row.blob(0); };
    return connection.statement("select_form_file").bind(":form", form).row<QByteArray>(read);
}

Result<Done, StoreError> takeValue(Connection &connection, const town::Key &key, std::uint32_t version)
{
    const QString id = town::textOf(key);
    switch (town::kindOf(key)) {
    case town::Kind::Authority:
        return Failure(StoreError::Constraint);
    case town::Kind::Department:
        return takeRow(connection, "delete_department", id);
    case town::Kind::Concern:
        return takeRow(connection, "delete_concern", id);
    case town::Kind::Office:
        return archive(connection, std::get<OfficeId>(key), version);
    case town::Kind::Account:
        return takeRow(connection, "delete_account", id);
    case town::Kind::Form:
        return takeRow(connection, "delete_form", id);
    case town::Kind::Interpreter:
        return takeRow(connection, "delete_interpreter", id);
    }
    Q_UNREACHABLE();
}

Result<bool, StoreError> hasVisits(Connection &connection, OfficeId office)
{
    return connection.statement("count_visits_of_office").bind(":office", office).flag();
}

} // namespace sprechtag::store
