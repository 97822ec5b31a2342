// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/TownFile.h"

#include "server/app/TownHours.h"
#include "server/app/TownWords.h"
#include "shared/domain/town/Validate.h"
#include "shared/protocol/Names.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace sprechtag::app {
namespace {

struct TownFileWords
{
    Q_DECLARE_TR_FUNCTIONS(TownFileWords)
};

template <typename Tag>
Id<Tag> idFrom(const QString &key)
{
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray(Tag::prefix.data()) + key.toUtf8(), QCryptographicHash::Sha256);
    return Id<Tag>::fromBits(
        {qFromBigEndian<quint64>(hash.constData()), qFromBigEndian<quint64>(hash.constData() + 8)});
}

// Blanks at the ends are the password's own.
QByteArray firstLine(const QByteArray &text)
{
    const qsizetype end = text.indexOf('\n');
    QByteArray line = text.left(end < 0 ? text.size() : end);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

QList<town::Role> readRoles(TomlTable &table, const char *key)
{
    QList<town::Role> roles;
    const QStringList names = table.texts(key);
    for (const QString &name : names) {
        if (const auto role = protocol::fromWireName<town::Role>(name))
            roles.append(*role);
        else
            table.refuse(key,
                         TownFileWords::tr("There is no such role. Write clerk, head_of_office or administrator."));
    }
    std::ranges::sort(roles);
    return roles;
}

Secret readPassword(TomlTable &table)
{
    const QString passwordFile = table.text("password_file", {});
    Secret password(table.text("password", {}).toUtf8());
    if (passwordFile.isEmpty())
        return password;
    QFile file(passwordFile);
    if (file.open(QIODevice::ReadOnly))
        return Secret(firstLine(file.readAll()));
    table.refuse("password_file", TownFileWords::tr("The file cannot be read. Check its name and its permissions."));
    return password;
}

// The account of the login that is there already, wherever it comes from.
town::Account accountNamed(const town::Town &town, const QString &login, const QString &written)
{
    for (const town::Account &account : town.accounts) {
        if (account.login == login)
            return account;
    }
    return {idFrom<ClerkTag>(written), login, {}, {}, false, 0};
}

ClerkId readClerk(TomlTable &table, TownFile &file)
{
    const QString written = table.requiredText("login");
    town::Account account = accountNamed(file.town, town::normalisedLogin(written).value_or(written), written);
    account.name = table.requiredText("name");
    account.roles = readRoles(table, "roles");
    if (account.roles.isEmpty())
        account.roles = {town::Role::Clerk};
    account.disabled = table.flag("disabled", account.disabled);
    const bool mustChange = table.flag("change_password", true);
    if (Secret password = readPassword(table); !password.isEmpty())
        file.passwords.insert_or_assign(account.id, GivenPassword{std::move(password), mustChange});
    table.refuseUnknownKeys();
    town::put(file.town, account);
    return account.id;
}

// The words of the town's own language, and English ones where there are some. Further languages of the same words
// stay.
town::Words wordsOf(const town::Town &town, const town::Words &before, const QString &own, const QString &english)
{
    const QString language = town.authority.languages.value(0);
    town::Words words = before.value(language) == own ? before : town::Words{{language, own}};
    if (!english.isEmpty())
        words.insert(u"en"_s, english);
    return words;
}

ConcernId readConcern(TomlTable &table, town::Town &town)
{
    const auto id = idFrom<ConcernTag>(table.requiredText("key"));
    const auto known = town::valueOf(town, id);
    auto concern = known ? std::get<town::Concern>(*known)
                         : town::Concern{.id = id, .names = {}, .leikaKey = {}, .length = {}, .checklist = {}};
    concern.names = wordsOf(town, concern.names, table.requiredText("name"), table.text("name_en", {}));
    const QStringList own = table.texts("checklist");
    const QStringList english = table.texts("checklist_en");
    if (!english.isEmpty() && english.size() != own.size())
        table.refuse("checklist_en", TownFileWords::tr("Write as many entries as in checklist."));
    const QList<town::Words> before = std::exchange(concern.checklist, {});
    for (qsizetype i = 0; i < own.size(); ++i)
        concern.checklist.append(wordsOf(town, before.value(i), own[i], english.value(i)));
    table.refuseUnknownKeys();
    town::put(town, concern);
    return id;
}

// A file that says nothing of concerns leaves those that the office has.
void readConcernsOf(TomlTable &table, const town::Town &town, town::Office &office)
{
    const QStringList keys = table.texts("concerns");
    if (!keys.isEmpty())
        office.concerns.clear();
    for (const QString &key : keys) {
        const auto id = idFrom<ConcernTag>(key);
        if (town::valueOf(town, id))
            office.concerns.append(id);
        else
            table.refuse("concerns", TownFileWords::tr("There is no [[concerns]] section with the key %1. Add one, or "
                                                       "correct the key.")
                                         .arg(key));
    }
}

std::optional<DepartmentId> departmentNamed(town::Town &town, const QString &name)
{
    if (name.isEmpty())
        return std::nullopt;
    for (const town::Department &department : town.departments) {
        if (department.name.compare(name, Qt::CaseInsensitive) == 0)
            return department.id;
    }
    town::put(town, town::Department{idFrom<DepartmentTag>(name), name, 0});
    return town.departments.constLast().id;
}

// Who belongs to an office already keeps what that clerk may do there.
QList<town::StaffMember> readStaff(TomlTable &table, const town::Town &town, const town::Office &office)
{
    QList<town::StaffMember> staff;
    const QStringList logins = table.texts("clerks");
    for (const QString &written : logins) {
        const auto login = town::normalisedLogin(written);
        const auto account =
            std::ranges::find_if(town.accounts, [&login](const town::Account &one) { return one.login == login; });
        if (account == town.accounts.end()) {
            table.refuse("clerks", TownFileWords::tr("There is no [[clerks]] section with the login %1. Add one, or "
                                                     "correct the login.")
                                       .arg(written));
            continue;
        }
        const auto member = std::ranges::find_if(
            office.staff, [&account](const town::StaffMember &one) { return one.clerk == account->id; });
        staff.append(member == office.staff.end() ? town::StaffMember{account->id, true, false} : *member);
    }
    return staff;
}

void readSettings(TomlTable &table, office::Settings &settings)
{
    settings.queueLimit.reset();
    if (const auto limit = table.optionalNumber("queue_limit", 0, std::numeric_limits<int>::max()))
        settings.queueLimit = static_cast<std::uint32_t>(*limit);
    const seconds standard = office::Settings().enterWithin;
    settings.enterWithin = seconds(table.number("enter_within_s", standard.count(), 10, 600));
}

OfficeId readOffice(TomlTable &table, town::Town &town)
{
    const auto id = idFrom<OfficeTag>(table.requiredText("key"));
    const auto known = town::valueOf(town, id);
    auto office = known ? std::get<town::Office>(*known) : town::Office{.id = id, .name = {}, .letter = {}};
    office.name = table.requiredText("name");
    office.department = departmentNamed(town, table.text("department", {}));
    office.letter = table.requiredText("letter");
    office.hours = readOpeningHours(table);
    office.relayOnly = table.flag("relay_only", false);
    readSettings(table, office.settings);
    readConcernsOf(table, town, office);
    office.staff = readStaff(table, town, office);
    const auto hasLeft = [&office](const hours::Shift &shift) {
        return std::ranges::none_of(office.staff,
                                    [&shift](const town::StaffMember &one) { return one.clerk == shift.clerk; });
    };
    office.roster.removeIf(hasLeft);
    table.refuseUnknownKeys();
    town::put(town, office);
    return id;
}

// `staff[1].clerk` of an office is a matter of the key `clerks`, `hours.periods[0]` one of `hours`.
QByteArray keyOf(QString field)
{
    field.remove(u"settings."_s);
    const auto ends = [](QChar c) { return c == u'.' || c == u'['; };
    const QByteArray key = field.first(std::ranges::find_if(field, ends) - field.begin()).toUtf8();
    if (key == "names")
        return "name";
    return key == "staff" || key == "roster" ? QByteArray("clerks") : key;
}

void refuseFaults(TomlTable &table, const town::Key &key, const town::Town &town)
{
    const auto faults = town::validate(*town::valueOf(town, key), town);
    for (const town::Fault &fault : faults)
        table.refuse(keyOf(fault.field).constData(), sentenceFor(fault.code));
}

// A key that came before: its office would only be overwritten.
template <typename IdType>
void refuseDouble(TomlTable &table, const char *key, const std::vector<std::pair<TomlTable, IdType>> &before, IdType id)
{
    if (std::ranges::any_of(before, [&id](const auto &one) { return one.second == id; }))
        table.refuse(key, sentenceFor(town::FaultCode::Taken));
}

} // namespace

Result<TownFile, TomlError> readTownFile(const QString &path, const town::Town &present)
{
    TownFile file{present, {}};
    TomlTable root = TomlTable::parseFile(path);
    TomlTable authority = root.table("authority");
    file.town.authority.name = authority.requiredText("name");
    file.town.authority.consentVersion = authority.requiredText("consent_version");
    file.town.authority.secondFactorRoles = readRoles(authority, "second_factor_roles");
    file.town.authority.calendar = readCalendar(root, authority);
    authority.refuseUnknownKeys();
    std::vector<std::pair<TomlTable, ClerkId>> clerks;
    for (TomlTable &table : root.tables("clerks")) {
        const ClerkId id = readClerk(table, file);
        refuseDouble(table, "login", clerks, id);
        clerks.emplace_back(table, id);
    }
    std::vector<std::pair<TomlTable, ConcernId>> concerns;
    for (TomlTable &table : root.tables("concerns")) {
        const ConcernId id = readConcern(table, file.town);
        refuseDouble(table, "key", concerns, id);
        concerns.emplace_back(table, id);
    }
    std::vector<std::pair<TomlTable, OfficeId>> offices;
    for (TomlTable &table : root.tables("offices")) {
        const OfficeId id = readOffice(table, file.town);
        refuseDouble(table, "key", offices, id);
        offices.emplace_back(table, id);
    }
    root.refuseUnknownKeys();
    // What is wrong with the text itself is said first: the rest may only follow from it.
    if (const auto error = root.error())
        return Failure(*error);
    file.town.authority.version = std::max(file.town.authority.version, 1U);
    refuseFaults(authority, {}, file.town);
    for (auto &[table, id] : clerks)
        refuseFaults(table, id, file.town);
    for (auto &[table, id] : concerns)
        refuseFaults(table, id, file.town);
    for (auto &[table, id] : offices)
        refuseFaults(table, id, file.town);
    if (const auto error = root.error())
        return Failure(*error);
    return file;
}

} // namespace sprechtag::app
