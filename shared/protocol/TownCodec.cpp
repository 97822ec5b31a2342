// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/TownCodec.h"

#include "shared/domain/town/SettingFields.h"
#include "shared/protocol/TownWire.h"
#include "shared/protocol/ValuesCodec.h"

#include <QJsonDocument>

namespace sprechtag::protocol {
namespace {

using wire::Fields;
using wire::RangeDays;
using namespace Qt::StringLiterals;

QJsonObject textsJson(const town::Texts &texts)
{
    return Fields()
        .add("welcome"_L1, wire::wordsJson(texts.welcome))
        .add("closed"_L1, wire::wordsJson(texts.closed))
        .object();
}

std::optional<QString> dayText(QDate day)
{
    return day.isValid() ? std::optional(day.toString(Qt::ISODate)) : std::nullopt;
}

QJsonObject closedDaysJson(const hours::ClosedDays &closed)
{
    return Fields()
        .add("first"_L1, dayText(closed.first))
        .add("last"_L1, dayText(closed.last))
        .add("every_year"_L1, closed.everyYear)
        .add("from"_L1, wire::clockText(closed.fromMinute))
        .add("note"_L1, closed.note)
        .object();
}

QJsonObject periodJson(const hours::Period &period)
{
    return Fields()
        .add("from"_L1, dayText(period.from))
        .add("until"_L1, dayText(period.until))
        .add("virtual"_L1, wire::rangesJson(period.virtualRanges, RangeDays::Named))
        .add("in_person"_L1, wire::rangesJson(period.inPersonRanges, RangeDays::Named))
        .object();
}

std::optional<QString> meetingText(std::optional<hours::Meeting> meeting)
{
    if (!meeting)
        return std::nullopt;
    return *meeting == hours::Meeting::Virtual ? u"virtual"_s : u"in_person"_s;
}

QJsonObject exceptionJson(const hours::Exception &exception)
{
    return Fields()
        .add("from"_L1, dayText(exception.from))
        .add("until"_L1, dayText(exception.until))
        .add("only"_L1, meetingText(exception.meeting))
        .add("extra"_L1, exception.effect == hours::Exception::Effect::Extra)
        .add("ranges"_L1, wire::rangesJson(exception.ranges, RangeDays::Named))
        .add("note"_L1, exception.note)
        .object();
}

QJsonObject hoursJson(const hours::OpeningHours &hours)
{
    return Fields()
        .addList("periods"_L1, hours.periods, periodJson)
        .addList("exceptions"_L1, hours.exceptions, exceptionJson)
        .add("open_on_holidays"_L1, hours.openOnHolidays)
        .object();
}

QJsonObject shiftJson(const hours::Shift &shift)
{
    return Fields()
        .add("clerk"_L1, shift.clerk)
        .add("date"_L1, dayText(shift.date))
        .add("day"_L1, shift.range.day)
        .add("from"_L1, wire::clockText(shift.range.fromMinute))
        .add("to"_L1, wire::clockText(shift.range.toMinute))
        .object();
}

QJsonObject memberJson(const town::StaffMember &member)
{
    return Fields()
        .add("clerk"_L1, member.clerk)
        .add("may_call_named"_L1, member.mayCallNamed)
        .add("is_head"_L1, member.isHead)
        .object();
}

QJsonObject settingsJson(const office::Settings &settings)
{
    Fields fields;
    for (const town::SettingField &field : town::settingFields())
        fields.add(field.name, town::valueOf(field, settings));
    return fields.object();
}

QJsonArray holidaysJson(const hours::TownRules &rules)
{
    QJsonArray names;
    if (rules.corpusChristi)
        names.append(u"corpus_christi"_s);
    if (rules.assumption)
        names.append(u"assumption"_s);
    if (rules.peaceFestival)
        names.append(u"peace_festival"_s);
    return names;
}

QJsonObject json(const town::Authority &authority)
{
    const hours::Calendar &calendar = authority.calendar;
    return Fields()
        .add("name"_L1, authority.name)
        .add("time_zone"_L1, QString::fromUtf8(calendar.zone.id()))
        .add("land"_L1, calendar.land ? std::optional(hours::codeOf(*calendar.land)) : std::nullopt)
        .add("holidays"_L1, holidaysJson(calendar.rules))
        .addList("closed_days"_L1, calendar.closedDays, closedDaysJson)
        .add("consent_version"_L1, authority.consentVersion)
        .add("languages"_L1, QJsonArray::fromStringList(authority.languages))
        .addList("second_factor_roles"_L1, authority.secondFactorRoles,
                 [](town::Role role) { return wire::json(role); })
        .add("texts"_L1, textsJson(authority.texts))
        .object();
}

QJsonObject json(const town::Department &department)
{
    return Fields().add("id"_L1, department.id).add("name"_L1, department.name).object();
}

QJsonObject json(const town::Concern &concern)
{
    return Fields()
        .add("id"_L1, concern.id)
        .add("names"_L1, wire::wordsJson(concern.names))
        .add("leika_key"_L1, concern.leikaKey)
        .add("length_min"_L1, concern.length)
        .addList("checklist"_L1, concern.checklist, wire::wordsJson)
        .object();
}

QJsonObject json(const town::Office &office)
{
    return Fields()
        .add("id"_L1, office.id)
        .add("name"_L1, office.name)
        .add("department"_L1, office.department)
        .add("letter"_L1, office.letter)
        .addList("concerns"_L1, office.concerns, [](ConcernId id) { return wire::json(id); })
        .addList("staff"_L1, office.staff, memberJson)
        .add("hours"_L1, hoursJson(office.hours))
        .addList("roster"_L1, office.roster, shiftJson)
        .add("settings"_L1, settingsJson(office.settings))
        .add("relay_only"_L1, office.relayOnly)
        .add("hide_position"_L1, office.hidePosition)
        .add("ask_name"_L1, office.askName)
        .add("texts"_L1, textsJson(office.texts))
        .object();
}

QJsonObject json(const town::Account &account)
{
    return Fields()
        .add("id"_L1, account.id)
        .add("login"_L1, account.login)
        .add("name"_L1, account.name)
        .addList("roles"_L1, account.roles, [](town::Role role) { return wire::json(role); })
        .add("disabled"_L1, account.disabled)
        .object();
}

QJsonObject json(const town::Form &form)
{
    return Fields()
        .add("id"_L1, form.id)
        .add("office"_L1, form.office)
        .add("names"_L1, wire::wordsJson(form.names))
        .add("position"_L1, form.position)
        .add("file"_L1, wire::formFileJson(form.file))
        .object();
}

QJsonObject json(const town::Interpreter &interpreter)
{
    return Fields()
        .add("id"_L1, interpreter.id)
        .add("name"_L1, interpreter.name)
        .add("languages"_L1, QJsonArray::fromStringList(interpreter.languages))
        .add("phone"_L1, interpreter.phone)
        .add("email"_L1, interpreter.email)
        .add("hours"_L1, wire::rangesJson(interpreter.hours, RangeDays::Named))
        .add("note"_L1, interpreter.note)
        .object();
}

QJsonObject bodyOf(const std::optional<town::Value> &value)
{
    return value ? std::visit([](const auto &one) { return json(one); }, *value) : QJsonObject();
}

// A text without its quotation marks; everything else as JSON writes it.
QString textOf(const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    if (value.isString())
        return value.toString();
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

QJsonObject differenceJson(const FieldDifference &difference)
{
    return Fields()
        .add("field"_L1, difference.field)
        .add("before"_L1, difference.before)
        .add("after"_L1, difference.after)
        .object();
}

} // namespace

namespace wire {

QJsonObject wordsJson(const town::Words &words)
{
    QJsonObject object;
    for (const auto &[language, text] : words.asKeyValueRange())
        object.insert(language, text);
    return object;
}

QJsonObject formFileJson(const town::FormFile &file)
{
    return Fields().add("sha256"_L1, file.sha256).add("bytes"_L1, file.bytes).add("fields"_L1, file.fields).object();
}

QJsonObject townValueJson(const town::Value &value)
{
    QJsonObject object = bodyOf(value);
    object.insert("version"_L1, static_cast<qint64>(town::versionOf(value)));
    return object;
}

QJsonObject changeLineJson(const ChangeLine &line)
{
    return Fields()
        .add("seq"_L1, line.seq)
        .add("at"_L1, line.at)
        .addUnlessEmpty("clerk"_L1, line.clerk)
        .add("kind"_L1, line.kind)
        .addUnlessEmpty("key"_L1, line.id)
        .add("version"_L1, line.version)
        .add("action"_L1, line.action)
        .addList("fields"_L1, line.fields, differenceJson)
        .object();
}

namespace {

template <typename List>
QJsonArray listJson(const List &list)
{
    QJsonArray array;
    for (const auto &one : list)
        array.append(townValueJson(one));
    return array;
}

} // namespace

QJsonObject townJson(const town::Town &town)
{
    return Fields()
        .add("authority"_L1, townValueJson(town.authority))
        .add("departments"_L1, listJson(town.departments))
        .add("concerns"_L1, listJson(town.concerns))
        .add("accounts"_L1, listJson(town.accounts))
        .add("offices"_L1, listJson(town.offices))
        .add("forms"_L1, listJson(town.forms))
        .add("interpreters"_L1, listJson(town.interpreters))
        .object();
}

} // namespace wire

QByteArray encode(const town::Value &value)
{
    return wire::bytes(wire::townValueJson(value));
}

QByteArray encode(const town::Town &town)
{
    return wire::bytes(wire::townJson(town));
}

QList<FieldDifference> differences(const std::optional<town::Value> &before, const std::optional<town::Value> &after)
{
    const QJsonObject old = bodyOf(before);
    const QJsonObject now = bodyOf(after);
    QStringList names = old.keys() + now.keys();
    names.removeDuplicates();
    names.sort();
    QList<FieldDifference> list;
    for (const QString &name : std::as_const(names)) {
        // The log says under which id it stands.
        if (name != "id"_L1 && old.value(name) != now.value(name))
            list.append({name, textOf(old.value(name)), textOf(now.value(name))});
    }
    return list;
}

QByteArray encode(const QList<ChangeLine> &log)
{
    return wire::bytes(Fields().addList("changes"_L1, log, wire::changeLineJson).object());
}

QString kindName(town::Kind kind)
{
    return wireName(kind);
}

std::optional<town::Kind> kindFrom(const QString &name)
{
    return fromWireName<town::Kind>(name);
}

} // namespace sprechtag::protocol
