// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/TownFields.h"

#include "clerk-app/model/TownWords.h"
#include "clerk-app/view/Foresight.h"
#include "clerk-app/view/HoursEditor.h"
#include "clerk-app/view/OfficeTables.h"
#include "clerk-app/view/RowsEditor.h"
#include "shared/domain/hours/ZoneName.h"
#include "shared/domain/town/SettingFields.h"

#include <QCoreApplication>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using model::ThresholdWords;
using model::TownWords;
using town::Group;

namespace {

constexpr int kNameChars = town::kMostNameCharacters;
constexpr int kMinute = 60;
constexpr int kLongestVisit = 480;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sprechtag::clerk::view::TownFields)
};

//! Reads and writes a part of what another access reads and writes.
template <typename Whole, typename Part>
Access<Part> within(Access<Whole> whole, Part Whole::*part)
{
    return {[whole, part](const town::Value &value) { return whole.read(value).*part; },
            [whole, part](town::Value &value, const Part &one) {
                Whole all = whole.read(value);
                all.*part = one;
                whole.write(value, all);
            }};
}

//! The same field in another form.
template <typename To, typename From, typename There, typename Back>
Access<To> as(Access<From> access, There there, Back back)
{
    return {[access, there](const town::Value &value) -> To { return there(access.read(value)); },
            [access, back](town::Value &value, const To &one) { access.write(value, back(one)); }};
}

template <typename Editor, typename... Arguments>
std::function<FieldEditor *(QWidget *)> makes(Arguments... arguments)
{
    return [=](QWidget *parent) -> FieldEditor * { return new Editor(arguments..., parent); };
}

template <typename Kind>
FieldSpec line(const QString &path, QString Kind::*member, Group group, int most = kNameChars)
{
    return {path, TownWords::field(path), group, makes<LineEditor>(accessTo(member), most)};
}

template <typename Kind>
FieldSpec flag(const QString &path, const QString &text, bool Kind::*member, Group group)
{
    return {path, {}, group, makes<FlagEditor>(accessTo(member), text)};
}

QString language(const town::Town &town)
{
    return town.authority.languages.value(0);
}

Access<QString> zoneOf(const Access<hours::Calendar> &calendar)
{
    return as<QString>(
        within(calendar, &hours::Calendar::zone), [](const QTimeZone &zone) { return QString::fromUtf8(zone.id()); },
        hours::zoneNamed);
}

QString zoneFault(const QString &name)
{
    return hours::zoneNamed(name).isValid()
               ? QString()
               : Text::tr("There is no such time zone. Write a name such as Europe/Berlin.");
}

Access<QString> landOf(const Access<hours::Calendar> &calendar)
{
    return as<QString>(
        within(calendar, &hours::Calendar::land),
        [](std::optional<hours::Land> land) { return land ? hours::codeOf(*land) : QString(); },
        [](const QString &code) { return hours::landOf(code); });
}

Access<QStringList> townHolidays(const Access<hours::Calendar> &calendar)
{
    const auto words = [](const hours::TownRules &rules) {
        QStringList keys;
        for (const auto &[on, key] :
             {std::pair(rules.corpusChristi, u"corpus"_s), std::pair(rules.assumption, u"assumption"_s),
              std::pair(rules.peaceFestival, u"peace"_s)}) {
            if (on)
                keys.append(key);
        }
        return keys;
    };
    const auto rules = [](const QStringList &keys) {
        return hours::TownRules{.corpusChristi = keys.contains(u"corpus"_s),
                                .assumption = keys.contains(u"assumption"_s),
                                .peaceFestival = keys.contains(u"peace"_s)};
    };
    return as<QStringList>(within(calendar, &hours::Calendar::rules), words, rules);
}

QList<Option> lands()
{
    QList<Option> options{{QString(), Text::tr("none: only the holidays that all states have")}};
    for (int i = 0; i <= static_cast<int>(hours::Land::TH); ++i) {
        const auto land = static_cast<hours::Land>(i);
        options.append({hours::codeOf(land), TownWords::land(land)});
    }
    return options;
}

QList<Option> roles()
{
    QList<Option> options;
    for (int i = 0; i <= static_cast<int>(town::Role::Administrator); ++i)
        options.append({QString::number(i), TownWords::role(static_cast<town::Role>(i))});
    return options;
}

Access<QStringList> roleKeys(const Access<QList<town::Role>> &access)
{
    return as<QStringList>(
        access,
        [](const QList<town::Role> &list) {
            QStringList texts;
            for (const town::Role role : list)
                texts.append(QString::number(static_cast<int>(role)));
            return texts;
        },
        [](const QStringList &texts) {
            QList<town::Role> list;
            for (const QString &text : texts)
                list.append(static_cast<town::Role>(text.toInt()));
            return list;
        });
}

QList<FieldSpec> authorityFields(const FieldContext &context)
{
    using town::Authority;
    const auto calendar = accessTo(&Authority::calendar);
    const auto texts = accessTo(&Authority::texts);
    const QStringList languages = context.town.authority.languages;
    const auto tags = as<QString>(
        accessTo(&Authority::languages), [](const QStringList &list) { return list.join(u", "_s); },
        [](const QString &text) {
            QStringList list;
            for (const QString &tag : text.split(u','))
                list.append(tag.trimmed());
            list.removeAll(QString());
            return list;
        });
    const QList<Option> holidays{{u"corpus"_s, TownWords::holiday(hours::Holiday::CorpusChristi)},
                                 {u"assumption"_s, TownWords::holiday(hours::Holiday::AssumptionDay)},
                                 {u"peace"_s, TownWords::holiday(hours::Holiday::PeaceFestival)}};
    const Group group = Group::Identity;
    return {
        line(u"name"_s, &Authority::name, group),
        {u"time_zone"_s, TownWords::field(u"time_zone"_s), group,
         makes<LineEditor>(zoneOf(calendar), kNameChars, zoneFault), Text::tr("Such as Europe/Berlin")},
        {u"land"_s, TownWords::field(u"land"_s), group, makes<ChoiceEditor>(landOf(calendar), lands())},
        {u"holidays"_s, TownWords::field(u"holidays"_s), group, makes<ChecksEditor>(townHolidays(calendar), holidays),
         Text::tr("Public holidays that the law gives to some towns of a state only")},
        {{}, Text::tr("Public holidays of this year"), group, makes<HolidayForesight>(context.today)},
        {u"closed_days"_s, TownWords::field(u"closed_days"_s), group,
         makes<RowsEditor>(closedDayRows(), closedDayColumns())},
        {u"languages"_s, TownWords::field(u"languages"_s), group, makes<LineEditor>(tags, kNameChars),
         Text::tr("Short names such as de, en; the first is never missing")},
        {u"consent_version"_s, TownWords::field(u"consent_version"_s), group,
         makes<LineEditor>(accessTo(&Authority::consentVersion), 64),
         Text::tr("Kept with every visit; another one whenever citizens agree to other words")},
        {u"second_factor_roles"_s, TownWords::field(u"second_factor_roles"_s), group,
         makes<ChecksEditor>(roleKeys(accessTo(&Authority::secondFactorRoles)), roles()),
         Text::tr("Who has one of these roles signs in with a code of the phone, too")},
        {u"texts.welcome"_s, Text::tr("Words of welcome"), group,
         makes<WordsEditor>(within(texts, &town::Texts::welcome), languages, WordsEditor::Height::Lines)},
        {u"texts.closed"_s, Text::tr("While an office is closed"), group,
         makes<WordsEditor>(within(texts, &town::Texts::closed), languages, WordsEditor::Height::Lines)},
    };
}

QList<FieldSpec> concernFields(const FieldContext &context)
{
    using town::Concern;
    const QStringList languages = context.town.authority.languages;
    const auto length = as<std::optional<int>>(
        accessTo(&Concern::length),
        [](std::optional<minutes> span) {
            return span ? std::optional(static_cast<int>(span->count())) : std::nullopt;
        },
        [](std::optional<int> count) { return count ? std::optional(minutes(*count)) : std::nullopt; });
    const Group group = Group::Identity;
    return {
        {u"names"_s, TownWords::field(u"names"_s), group,
         makes<WordsEditor>(accessTo(&Concern::names), languages, WordsEditor::Height::Line)},
        {u"leika_key"_s, TownWords::field(u"leika_key"_s), group,
         makes<LineEditor>(accessTo(&Concern::leikaKey), static_cast<int>(town::kLeikaDigits)),
         Text::tr("14 digits of the federal catalogue of services, or empty")},
        {u"length_min"_s, TownWords::field(u"length_min"_s), group,
         makes<NumberEditor>(
             length, NumberEditor::Bounds{1, kLongestVisit, Text::tr(" min"), Text::tr("as the office has it")})},
        {u"checklist"_s, TownWords::field(u"checklist"_s), group,
         makes<RowsEditor>(checklistRows(languages), languageColumns(languages)),
         Text::tr("What citizens should have at hand")},
    };
}

QList<FieldSpec> accountFields()
{
    using town::Account;
    const Group group = Group::Identity;
    return {
        line(u"name"_s, &Account::name, group),
        {u"login"_s, TownWords::field(u"login"_s), group,
         makes<LineEditor>(accessTo(&Account::login), static_cast<int>(town::kMostLoginCharacters)),
         Text::tr("Small letters, figures and . _ - @, without blanks")},
        {u"roles"_s, TownWords::field(u"roles"_s), group,
         makes<ChecksEditor>(roleKeys(accessTo(&Account::roles)), roles())},
        flag(u"disabled"_s, Text::tr("Disabled: may not sign in any more"), &Account::disabled, group),
    };
}

FieldSpec thresholdField(const town::SettingField &field)
{
    const ThresholdWords words = TownWords::threshold(field.name);
    const int unit = words.unit == ThresholdWords::Unit::Minutes ? kMinute : 1;
    const auto settings = accessTo(&town::Office::settings);
    const town::SettingField *one = &field;
    const QString path = u"settings."_s + field.name;
    if (words.unit == ThresholdWords::Unit::YesOrNo) {
        const Access<bool> on{
            [settings, one](const town::Value &value) { return one->read(settings.read(value)) != 0; },
            [settings, one](town::Value &value, bool yes) {
                office::Settings all = settings.read(value);
                one->write(all, yes ? 1 : 0);
                settings.write(value, all);
            }};
        return {path, {}, Group::Thresholds, makes<FlagEditor>(on, words.label)};
    }
    const Access<std::optional<int>> number{[settings, one, unit](const town::Value &value) -> std::optional<int> {
                                                const auto stored = town::valueOf(*one, settings.read(value));
                                                return stored ? std::optional(static_cast<int>(*stored / unit))
                                                              : std::nullopt;
                                            },
                                            [settings, one, unit](town::Value &value, const std::optional<int> &count) {
                                                office::Settings all = settings.read(value);
                                                const auto before = town::valueOf(*one, all);
                                                // Seconds that the form does not show are kept as long as nobody
                                                // changes the minutes.
                                                if (!count)
                                                    one->clear(all);
                                                else if (!before || *before / unit != *count)
                                                    one->write(all, std::int64_t{*count} * unit);
                                                settings.write(value, all);
                                            }};
    const NumberEditor::Bounds bounds{.least = static_cast<int>((field.least + unit - 1) / unit),
                                      .most = static_cast<int>(field.most / unit),
                                      .suffix = words.unit == ThresholdWords::Unit::Seconds   ? Text::tr(" s")
                                                : words.unit == ThresholdWords::Unit::Minutes ? Text::tr(" min")
                                                                                              : QString(),
                                      .none = words.none};
    return {path, words.label, Group::Thresholds, makes<NumberEditor>(number, bounds)};
}

QList<Option> departments(const town::Town &town)
{
    QList<Option> options{{QString(), Text::tr("none")}};
    for (const town::Department &department : town.departments)
        options.append({town::textOf(department.id), department.name});
    return options;
}

QList<Option> concerns(const town::Town &town)
{
    QList<Option> options;
    for (const town::Concern &concern : town.concerns)
        options.append({town::textOf(concern.id), TownWords::nameOf(concern, language(town))});
    return options;
}

QList<FieldSpec> officeIdentity(const town::Town &town)
{
    using town::Office;
    const auto department = as<QString>(
        accessTo(&Office::department),
        [](const std::optional<DepartmentId> &id) { return id ? town::textOf(*id) : QString(); },
        [](const QString &text) { return DepartmentId::parse(text.toStdString()); });
    const auto keys = as<QStringList>(
        accessTo(&Office::concerns),
        [](const QList<ConcernId> &ids) {
            QStringList texts;
            for (const ConcernId id : ids)
                texts.append(town::textOf(id));
            return texts;
        },
        [](const QStringList &texts) {
            QList<ConcernId> ids;
            for (const QString &text : texts) {
                if (const auto id = ConcernId::parse(text.toStdString()))
                    ids.append(*id);
            }
            return ids;
        });
    return {
        line(u"name"_s, &Office::name, Group::Identity),
        {u"letter"_s, TownWords::field(u"letter"_s), Group::Identity, makes<LineEditor>(accessTo(&Office::letter), 1),
         Text::tr("Begins each of its numbers, such as B 017")},
        {u"department"_s, TownWords::field(u"department"_s), Group::Identity,
         makes<ChoiceEditor>(department, departments(town))},
        {u"staff"_s, TownWords::field(u"staff"_s), Group::Staff, makes<RowsEditor>(staffRows(), staffColumns(town))},
        {u"concerns"_s, TownWords::field(u"concerns"_s), Group::Concerns, makes<ChecksEditor>(keys, concerns(town))},
    };
}

QList<FieldSpec> officeHours(const FieldContext &context)
{
    const auto hours = accessTo(&town::Office::hours);
    const hours::Calendar calendar = context.town.authority.calendar;
    using Shows = HoursForesight::Shows;
    return {
        {u"hours.periods"_s, Text::tr("The week"), Group::Hours, makes<HoursEditor>()},
        {u"hours.exceptions"_s, Text::tr("Exceptions"), Group::Hours,
         makes<RowsEditor>(exceptionRows(), exceptionColumns()),
         Text::tr("They win over the week, over public holidays and over closed days")},
        {u"hours.open_on_holidays"_s,
         {},
         Group::Hours,
         makes<FlagEditor>(within(hours, &hours::OpeningHours::openOnHolidays),
                           Text::tr("Open on public holidays, too"))},
        {{}, Text::tr("The next two weeks"), Group::Hours, makes<HoursForesight>(calendar, context.today, Shows::Days)},
        {u"roster"_s, TownWords::field(u"roster"_s), Group::Roster,
         makes<RowsEditor>(rosterRows(), rosterColumns(context.town))},
        {{}, Text::tr("Gaps"), Group::Roster, makes<HoursForesight>(calendar, context.today, Shows::Gaps)},
    };
}

QList<FieldSpec> officeFields(const FieldContext &context)
{
    using town::Office;
    QList<FieldSpec> fields = officeIdentity(context.town) + officeHours(context);
    for (const town::SettingField &field : town::settingFields())
        fields.append(thresholdField(field));
    const auto texts = accessTo(&Office::texts);
    const QStringList languages = context.town.authority.languages;
    fields += {
        {u"texts.welcome"_s, Text::tr("Words of welcome"), Group::Texts,
         makes<WordsEditor>(within(texts, &town::Texts::welcome), languages, WordsEditor::Height::Lines),
         Text::tr("Empty: those of the authority")},
        {u"texts.closed"_s, Text::tr("While the office is closed"), Group::Texts,
         makes<WordsEditor>(within(texts, &town::Texts::closed), languages, WordsEditor::Height::Lines),
         Text::tr("Empty: those of the authority")},
        flag(u"ask_name"_s, Text::tr("Ask citizens for their name"), &Office::askName, Group::Privacy),
        flag(u"hide_position"_s, Text::tr("Do not show how many people are ahead"), &Office::hidePosition,
             Group::Privacy),
        flag(u"relay_only"_s, Text::tr("Conversations through the town's relay only"), &Office::relayOnly,
             Group::Privacy),
    };
    return fields;
}

} // namespace

Offer offerOf(town::Kind kind, const town::Town &town)
{
    Offer offer;
    if (kind == town::Kind::Department || kind == town::Kind::Account)
        return offer;
    offer.languages = town.authority.languages;
    if (kind != town::Kind::Office)
        return offer;
    offer.calendar = town.authority.calendar;
    for (const town::Value &value : town::valuesOf(town)) {
        const town::Kind other = town::kindOf(town::keyOf(value));
        if (other != town::Kind::Authority && other != town::Kind::Office)
            offer.choices.append(town::withVersion(value, 0));
    }
    return offer;
}

QList<FieldSpec> fieldsOf(town::Kind kind, const FieldContext &context)
{
    switch (kind) {
    case town::Kind::Authority:
        return authorityFields(context);
    case town::Kind::Department:
        return {line(u"name"_s, &town::Department::name, Group::Identity)};
    case town::Kind::Concern:
        return concernFields(context);
    case town::Kind::Office:
        return officeFields(context);
    case town::Kind::Account:
        return accountFields();
    }
    return {};
}

} // namespace sprechtag::clerk::view
