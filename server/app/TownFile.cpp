// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/TownFile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QTimeZone>
#include <QtEndian>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace sprechtag::app {
namespace {

constexpr int kMinutesPerHour = 60;
constexpr int kMinutesPerDay = 24 * kMinutesPerHour;
constexpr qsizetype kDayNameLength = 2;

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
    if (!hourOk || !minuteOk || hour < 0 || minute < 0 || minute >= kMinutesPerHour || all > kMinutesPerDay)
        return std::nullopt;
    return all;
}

std::optional<hours::Range> parseRange(int day, const QString &text)
{
    const QStringList ends = text.split(u'-');
    if (ends.size() != 2)
        return std::nullopt;
    const int from = minuteOfDay(ends.first()).value_or(kMinutesPerDay);
    const int to = minuteOfDay(ends.last()).value_or(0);
    return from < to ? std::optional(hours::Range{day, from, to}) : std::nullopt;
}

TownClerk readClerk(TomlTable &table)
{
    const QString login = table.requiredText("login");
    TownClerk clerk{idFrom<ClerkTag>(login), login, table.requiredText("name"), table.texts("roles"), {}};
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

void readHours(TomlTable &table, broker::OfficeConfig &office)
{
    QList<hours::Range> week;
    const QStringList lines = table.texts("hours");
    for (const QString &line : lines) {
        if (const auto ranges = parseHours(line))
            week += *ranges;
        else
            table.refuse("hours",
                         TownFileWords::tr(
                             "These are no hours. Write days and times such as \"mo-fr 08:00-12:00 13:00-16:00\"."));
    }
    std::sort(week.begin(), week.end(), [](const hours::Range &a, const hours::Range &b) {
        return std::tie(a.day, a.fromMinute) < std::tie(b.day, b.fromMinute);
    });
    office.hours = hours::everyWeek(week);
}

broker::OfficeConfig readOffice(TomlTable &table, const Town &town)
{
    broker::OfficeConfig office{.id = idFrom<OfficeTag>(table.requiredText("key")),
                                .name = table.requiredText("name"),
                                .department = table.text("department", {}),
                                .letter = table.requiredText("letter"),
                                .hours = {},
                                .settings = {},
                                .relayOnly = table.flag("relay_only", false),
                                .clerks = {}};
    if (office.letter.size() != 1 || !office.letter.at(0).isUpper())
        table.refuse("letter",
                     TownFileWords::tr(
                         "This is not one capital letter. Write the one that begins every number of this office."));
    readHours(table, office);
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
        for (qsizetype i = 1; i < words.size(); ++i) {
            const auto range = parseRange(day, words.at(i));
            if (!range)
                return std::nullopt;
            ranges.append(*range);
        }
    }
    return ranges;
}

Result<Town, TomlError> readTownFile(const QString &path)
{
    Town town;
    TomlTable root = TomlTable::parseFile(path);
    TomlTable authority = root.table("authority");
    town.name = authority.requiredText("name");
    town.calendar.zone = QTimeZone(authority.text("time_zone", u"Europe/Berlin"_s).toUtf8());
    town.consentVersion = authority.requiredText("consent_version");
    if (!town.calendar.zone.isValid())
        authority.refuse("time_zone",
                         TownFileWords::tr("There is no such time zone. Write a name such as Europe/Berlin."));
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
