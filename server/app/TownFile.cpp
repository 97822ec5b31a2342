// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/TownFile.h"

#include "server/app/TownHours.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <limits>

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

TownClerk readClerk(TomlTable &table)
{
    const QString login = table.requiredText("login");
    TownClerk clerk{idFrom<ClerkTag>(login), login, table.requiredText("name"),
                    table.texts("roles"),    {},    table.flag("disabled", false)};
    if (clerk.roles.isEmpty())
        clerk.roles = {u"clerk"_s};
    for (const QString &role : std::as_const(clerk.roles)) {
        if (role != "clerk"_L1 && role != "head_of_office"_L1 && role != "administrator"_L1)
            table.refuse("roles",
                         TownFileWords::tr("There is no such role. Write clerk, head_of_office or administrator."));
    }
    const QString passwordFile = table.text("password_file", {});
    clerk.password = Secret(table.text("password", {}).toUtf8());
    if (!passwordFile.isEmpty()) {
        QFile file(passwordFile);
        if (!file.open(QIODevice::ReadOnly))
            table.refuse("password_file",
                         TownFileWords::tr("The file cannot be read. Check its name and its permissions."));
        else
            clerk.password = Secret(file.readAll().trimmed());
    }
    table.refuseUnknownKeys();
    return clerk;
}

broker::OfficeConfig readOffice(TomlTable &table, const Town &town)
{
    broker::OfficeConfig office{.id = idFrom<OfficeTag>(table.requiredText("key")),
                                .name = table.requiredText("name"),
                                .department = table.text("department", {}),
                                .letter = table.requiredText("letter"),
                                .hours = readOpeningHours(table),
                                .settings = {},
                                .relayOnly = table.flag("relay_only", false),
                                .clerks = {}};
    if (office.letter.size() != 1 || !office.letter.at(0).isUpper())
        table.refuse("letter",
                     TownFileWords::tr(
                         "This is not one capital letter. Write the one that begins every number of this office."));
    if (const auto limit = table.optionalNumber("queue_limit", 0, std::numeric_limits<int>::max()))
        office.settings.queueLimit = static_cast<std::uint32_t>(*limit);
    office.settings.enterWithin = seconds(table.number("enter_within_s", office.settings.enterWithin.count(), 10, 600));
    const QStringList clerks = table.texts("clerks");
    for (const QString &login : clerks) {
        const auto found = std::find_if(town.clerks.begin(), town.clerks.end(),
                                        [&](const TownClerk &clerk) { return clerk.login == login; });
        if (found == town.clerks.end())
            table.refuse(
                "clerks",
                TownFileWords::tr("There is no [[clerks]] section with the login %1. Add one, or correct the login.")
                    .arg(login));
        else
            office.clerks.append(found->id);
    }
    table.refuseUnknownKeys();
    return office;
}

} // namespace

Result<Town, TomlError> readTownFile(const QString &path)
{
    Town town;
    TomlTable root = TomlTable::parseFile(path);
    TomlTable authority = root.table("authority");
    town.name = authority.requiredText("name");
    town.consentVersion = authority.requiredText("consent_version");
    town.calendar = readCalendar(root, authority);
    authority.refuseUnknownKeys();
    for (TomlTable &table : root.tables("clerks"))
        town.clerks.push_back(readClerk(table));
    for (TomlTable &table : root.tables("offices")) {
        broker::OfficeConfig office = readOffice(table, town);
        for (const broker::OfficeConfig &other : town.offices) {
            if (other.id == office.id)
                table.refuse("key", TownFileWords::tr("Another office has this key already. Choose another one."));
            if (other.letter == office.letter)
                table.refuse("letter",
                             TownFileWords::tr("Another office has this letter already. Choose another one."));
        }
        town.offices.push_back(std::move(office));
    }
    root.refuseUnknownKeys();
    if (const auto error = root.error())
        return Failure(*error);
    return town;
}

} // namespace sprechtag::app
