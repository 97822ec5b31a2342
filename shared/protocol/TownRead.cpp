// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/hours/ZoneName.h"
#include "shared/domain/town/SettingFields.h"
#include "shared/domain/town/Validate.h"
#include "shared/protocol/TownWire.h"
#include "shared/protocol/ValuesCodec.h"

#include <QJsonDocument>

namespace sprechtag::protocol::wire {
namespace {

constexpr TextRule kLineRule{.most = limits::kTypedTextChars, .least = 0};
constexpr TextRule kLinesRule{.most = limits::kTypedTextChars, .least = 0, .charset = Charset::Lines};
constexpr TextRule kNameWordRule{.most = limits::kWordChars, .least = 0, .charset = Charset::Printable};
constexpr int kDays = 7;
// What may be saved can be read.
static_assert(town::kMostOffices <= limits::kOffices && town::kMostDepartments <= limits::kDepartments &&
              town::kMostConcerns <= limits::kConcerns && town::kMostAccounts <= limits::kClerks &&
              town::kMostInterpreters <= limits::kInterpreters);

town::Words readTyped(const Value &value)
{
    return readWords(value, kLinesRule);
}

town::Texts readTexts(const Value &value)
{
    return {.welcome = readTyped(value["welcome"_L1]), .closed = readTyped(value["closed"_L1])};
}

QDate readDay(const Value &value)
{
    if (!value.present())
        return {};
    const QDate day = QDate::fromString(value.text(kNameWordRule), Qt::ISODate);
    if (!day.isValid())
        value.refuse();
    return day;
}

hours::Range readRange(const Value &value)
{
    return {.day = value["day"_L1].count<int>(0, kDays),
            .fromMinute = readClock(value["from"_L1]),
            .toMinute = readClock(value["to"_L1])};
}

QList<hours::Range> readTownRanges(const Value &value)
{
    return value.list(limits::kTownList, readRange);
}

hours::ClosedDays readClosedDays(const Value &value)
{
    return {.first = readDay(value["first"_L1]),
            .last = readDay(value["last"_L1]),
            .everyYear = value["every_year"_L1].flag(),
            .fromMinute = readClock(value["from"_L1]),
            .note = value["note"_L1].text(kLineRule)};
}

hours::Period readPeriod(const Value &value)
{
    return {.from = readDay(value["from"_L1]),
            .until = readDay(value["until"_L1]),
            .virtualRanges = readTownRanges(value["virtual"_L1]),
            .inPersonRanges = readTownRanges(value["in_person"_L1])};
}

hours::Meeting readMeeting(const Value &value)
{
    const QString word = value.text(kNameWordRule);
    if (word != "virtual"_L1 && word != "in_person"_L1)
        value.refuse();
    return word == "virtual"_L1 ? hours::Meeting::Virtual : hours::Meeting::InPerson;
}

hours::Exception readException(const Value &value)
{
    using Effect = hours::Exception::Effect;
    return {.from = readDay(value["from"_L1]),
            .until = readDay(value["until"_L1]),
            .meeting = value["only"_L1].optional(readMeeting),
            .effect = value["extra"_L1].flag() ? Effect::Extra : Effect::Instead,
            .ranges = readTownRanges(value["ranges"_L1]),
            .note = value["note"_L1].text(kLineRule)};
}

hours::OpeningHours readHours(const Value &value)
{
    return {.periods = value["periods"_L1].list(limits::kTownList, readPeriod),
            .exceptions = value["exceptions"_L1].list(limits::kTownList, readException),
            .openOnHolidays = value["open_on_holidays"_L1].flag()};
}

town::StaffMember readMember(const Value &value)
{
    return {.clerk = value["clerk"_L1].id<ClerkTag>(),
            .mayCallNamed = value["may_call_named"_L1].flag(),
            .isHead = value["is_head"_L1].flag()};
}

office::Settings readSettings(const Value &value)
{
    office::Settings settings;
    for (const town::SettingField &field : town::settingFields()) {
        const Value one = value[field.name];
        if (one.present() || !field.present)
            field.write(settings, one.integer(0, limits::kDurationSeconds));
        else
            field.clear(settings);
    }
    return settings;
}

hours::TownRules readRules(const Value &value)
{
    hours::TownRules rules;
    static_cast<void>(value.list(limits::kLanguages, [&rules](const Value &v) {
        QString word = v.text(kNameWordRule);
        if (word == "corpus_christi"_L1)
            rules.corpusChristi = true;
        else if (word == "assumption"_L1)
            rules.assumption = true;
        else if (word == "peace_festival"_L1)
            rules.peaceFestival = true;
        else
            v.refuse();
        return word;
    }));
    return rules;
}

hours::Land readLand(const Value &value)
{
    const auto land = hours::landOf(value.text(kNameWordRule));
    if (!land)
        value.refuse();
    return land.value_or(hours::Land{});
}

// A zone that nobody knows is for the validation to tell.
hours::Calendar readCalendar(const Value &value)
{
    return {.zone = hours::zoneNamed(value["time_zone"_L1].text(kNameWordRule)),
            .land = value["land"_L1].optional(readLand),
            .rules = readRules(value["holidays"_L1]),
            .closedDays = value["closed_days"_L1].list(limits::kTownList, readClosedDays)};
}

std::uint32_t versionIn(const Value &value)
{
    return value["version"_L1].count<std::uint32_t>();
}

town::Role readRole(const Value &value)
{
    return value.choice<town::Role>();
}

town::Authority readAuthority(const Value &value)
{
    return {.name = value["name"_L1].text(kLineRule),
            .calendar = readCalendar(value),
            .consentVersion = value["consent_version"_L1].text(kNameWordRule),
            .languages = value["languages"_L1].list(limits::kLanguages, [](const Value &v) { return v.language(); }),
            .texts = readTexts(value["texts"_L1]),
            .secondFactorRoles = value["second_factor_roles"_L1].list(limits::kRoles, readRole),
            .version = versionIn(value)};
}

town::Department readDepartment(const Value &value)
{
    return {.id = value["id"_L1].id<DepartmentTag>(),
            .name = value["name"_L1].text(kLineRule),
            .version = versionIn(value)};
}

town::Concern readConcern(const Value &value)
{
    return {.id = value["id"_L1].id<ConcernTag>(),
            .names = readTyped(value["names"_L1]),
            .leikaKey = value["leika_key"_L1].text(kNameWordRule),
            .length = value["length_min"_L1].optional(
                [](const Value &v) { return minutes(v.integer(0, limits::kDurationSeconds)); }),
            .checklist = value["checklist"_L1].list(limits::kTownList, readTyped),
            .version = versionIn(value)};
}

hours::Shift readShift(const Value &value, OfficeId office)
{
    return {.office = office,
            .clerk = value["clerk"_L1].id<ClerkTag>(),
            .date = readDay(value["date"_L1]),
            .range = readRange(value)};
}

town::Office readOffice(const Value &value)
{
    const OfficeId id = value["id"_L1].id<OfficeTag>();
    return {.id = id,
            .name = value["name"_L1].text(kLineRule),
            .department = value["department"_L1].optional([](const Value &v) { return v.id<DepartmentTag>(); }),
            .letter = value["letter"_L1].text({.most = limits::kLetterChars, .least = 0}),
            .concerns = value["concerns"_L1].list(limits::kConcerns, [](const Value &v) { return v.id<ConcernTag>(); }),
            .staff = value["staff"_L1].list(limits::kClerks, readMember),
            .hours = readHours(value["hours"_L1]),
            .roster = value["roster"_L1].list(limits::kTownList, [id](const Value &v) { return readShift(v, id); }),
            .settings = readSettings(value["settings"_L1]),
            .relayOnly = value["relay_only"_L1].flag(),
            .hidePosition = value["hide_position"_L1].flag(),
            .askName = value["ask_name"_L1].flag(),
            .texts = readTexts(value["texts"_L1]),
            .version = versionIn(value)};
}

town::Account readAccount(const Value &value)
{
    return {.id = value["id"_L1].id<ClerkTag>(),
            .login = value["login"_L1].text({.most = limits::kLoginChars, .least = 0}),
            .name = value["name"_L1].text(kLineRule),
            .roles = value["roles"_L1].list(limits::kRoles, readRole),
            .disabled = value["disabled"_L1].flag(),
            .version = versionIn(value)};
}

town::Form readForm(const Value &value)
{
    return {.id = value["id"_L1].id<FormTag>(),
            .office = value["office"_L1].id<OfficeTag>(),
            .names = readTyped(value["names"_L1]),
            .position = value["position"_L1].count<int>(),
            .file = readFormFile(value["file"_L1]),
            .version = versionIn(value)};
}

QList<town::Form> readForms(const Value &value)
{
    return value.list(limits::kForms, readForm);
}

town::Interpreter readInterpreter(const Value &value)
{
    return {.id = value["id"_L1].id<InterpreterTag>(),
            .name = value["name"_L1].text(kLineRule),
            .languages = value["languages"_L1].list(limits::kLanguages, [](const Value &v) { return v.language(); }),
            .phone = value["phone"_L1].text(kLineRule),
            .email = value["email"_L1].text(kLineRule),
            .hours = readTownRanges(value["hours"_L1]),
            .note = value["note"_L1].text(kLineRule),
            .version = versionIn(value)};
}

FieldDifference readDifference(const Value &value)
{
    constexpr TextRule kJsonRule{.most = limits::kChangedTextChars, .least = 0, .charset = Charset::Lines};
    return {.field = value["field"_L1].text(kNameWordRule),
            .before = value["before"_L1].text(kJsonRule),
            .after = value["after"_L1].text(kJsonRule)};
}

} // namespace

town::Words readWords(const Value &value, const TextRule &rule)
{
    value.object();
    const QJsonObject object = value.raw().toObject();
    town::Words words;
    Problem wrongTag;
    for (const QString &tag : object.keys()) {
        const QByteArray key = tag.toLatin1();
        words.insert(Value(tag, wrongTag).language(), value[QLatin1String(key)].text(rule));
    }
    if (wrongTag.field || object.size() > limits::kLanguages)
        value.refuse();
    return words;
}

town::FormFile readFormFile(const Value &value)
{
    return {.sha256 = value["sha256"_L1].text(kNameWordRule),
            .bytes = value["bytes"_L1].count<qint64>(0, documents::kFileBytes),
            .fields = value["fields"_L1].count<int>()};
}

town::Value readTownValue(town::Kind kind, const Value &value)
{
    switch (kind) {
    case town::Kind::Authority:
        return readAuthority(value);
    case town::Kind::Department:
        return readDepartment(value);
    case town::Kind::Concern:
        return readConcern(value);
    case town::Kind::Office:
        return readOffice(value);
    case town::Kind::Account:
        return readAccount(value);
    case town::Kind::Form:
        return readForm(value);
    case town::Kind::Interpreter:
        return readInterpreter(value);
    }
    return town::Authority();
}

town::Town readTown(const Value &value)
{
    return {.authority = readAuthority(value["authority"_L1]),
            .departments = value["departments"_L1].list(limits::kDepartments, readDepartment),
            .concerns = value["concerns"_L1].list(limits::kConcerns, readConcern),
            .offices = value["offices"_L1].list(limits::kOffices, readOffice),
            .accounts = value["accounts"_L1].list(limits::kClerks, readAccount),
            .forms = value["forms"_L1].optional(readForms).value_or(QList<town::Form>()),
            .interpreters = value["interpreters"_L1].list(limits::kInterpreters, readInterpreter)};
}

town::Key readTownKey(town::Kind kind, const Value &value)
{
    const auto key = town::keyFrom(kind, value.textOrEmpty(kNameWordRule));
    if (!key)
        value.refuse();
    return key.value_or(town::Key());
}

ChangeLine readChangeLine(const Value &value)
{
    return {.seq = value["seq"_L1].count<std::int64_t>(),
            .at = value["at"_L1].instant(),
            .clerk = value["clerk"_L1].textOrEmpty(kLabelRule),
            .kind = value["kind"_L1].choice<town::Kind>(),
            .id = value["key"_L1].textOrEmpty(kNameWordRule),
            .version = versionIn(value),
            .action = value["action"_L1].text(kWordRule),
            .fields = value["fields"_L1].list(limits::kFaults, readDifference)};
}

} // namespace sprechtag::protocol::wire

namespace sprechtag::protocol {

namespace {

town::Value emptyValue(town::Kind kind)
{
    switch (kind) {
    case town::Kind::Department:
        return town::Department{.id = DepartmentId::fromBits({}), .name = {}};
    case town::Kind::Concern:
        return town::Concern{.id = ConcernId::fromBits({}), .names = {}, .leikaKey = {}, .length = {}, .checklist = {}};
    case town::Kind::Office:
        return town::Office{.id = OfficeId::fromBits({}), .name = {}, .letter = {}};
    case town::Kind::Account:
        return town::Account{ClerkId::fromBits({}), {}, {}, {}};
    case town::Kind::Form:
        return town::Form{.id = FormId::fromBits({}), .office = OfficeId::fromBits({}), .names = {}, .file = {}};
    case town::Kind::Interpreter:
        return town::Interpreter{.id = InterpreterId::fromBits({}), .name = {}};
    case town::Kind::Authority:
        break;
    }
    return town::Authority();
}

} // namespace

Decoded<town::Value> decodeTownValue(town::Kind kind, const QByteArray &text)
{
    return wire::decodeObject(text, limits::kMessageBytesFromClerk,
                              [kind](const wire::Value &value) { return wire::readTownValue(kind, value); });
}

std::optional<town::Value> valueWith(town::Kind kind, const QString &field, const QString &text)
{
    const QJsonValue read = QJsonDocument::fromJson("[" + text.toUtf8() + "]").array().at(0);
    QJsonObject object = wire::townValueJson(emptyValue(kind));
    // A text may look like something else: it stands without its quotation marks.
    for (const QJsonValue &meant : {read, QJsonValue(text)}) {
        if (meant.isUndefined())
            continue;
        object.insert(field, meant);
        if (auto value = decodeTownValue(kind, wire::bytes(object)))
            return std::move(value).value();
    }
    return std::nullopt;
}

} // namespace sprechtag::protocol
