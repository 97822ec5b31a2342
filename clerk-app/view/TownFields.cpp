// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/TownFields.h"

#include "clerk-app/model/TownWords.h"
#include "clerk-app/view/Foresight.h"
#include "clerk-app/view/OfficeFields.h"
#include "clerk-app/view/OfficeTables.h"
#include "clerk-app/view/RowsEditor.h"
#include "clerk-app/view/ToldEditor.h"
#include "clerk-app/view/TownFieldParts.h"
#include "shared/domain/hours/ZoneName.h"

#include <QCoreApplication>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using model::TownWords;
using town::Group;
using namespace fields;

namespace {

constexpr int kNameChars = town::kMostNameCharacters;
constexpr int kLongestVisit = 480;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sprechtag::clerk::view::TownFields)
};

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

// Tags with a comma between them.
template <typename Kind>
Access<QString> tagsOf(QStringList Kind::*member)
{
    return as<QString>(
        accessTo(member), [](const QStringList &list) { return list.join(u", "_s); },
        [](const QString &text) {
            QStringList list;
            for (const QString &tag : text.split(u','))
                list.append(tag.trimmed());
            list.removeAll(QString());
            return list;
        });
}

QList<FieldSpec> authorityFields(const FieldContext &context)
{
    using town::Authority;
    const auto calendar = accessTo(&Authority::calendar);
    const auto texts = accessTo(&Authority::texts);
    const QStringList languages = context.town.authority.languages;
    const auto tags = tagsOf(&Authority::languages);
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

QList<FieldSpec> formFields(const FieldContext &context)
{
    using town::Form;
    const QStringList languages = context.town.authority.languages;
    const auto position = as<std::optional<int>>(
        accessTo(&Form::position), [](int place) { return std::optional(place); },
        [](std::optional<int> place) { return place.value_or(0); });
    const auto officeOf = [&town = context.town](const town::Value &value) {
        const auto office = town::valueOf(town, std::get<Form>(value).office);
        return office ? TownWords::nameOf(*office, language(town)) : QString();
    };
    const Group group = Group::Identity;
    return {
        {u"names"_s, TownWords::field(u"names"_s), group,
         makes<WordsEditor>(accessTo(&Form::names), languages, WordsEditor::Height::Line),
         Text::tr("As clerks find it, and as visitors see the copy")},
        {u"office"_s, TownWords::field(u"office"_s), group,
         makes<ToldEditor>(std::function<QString(const town::Value &)>(officeOf))},
        {u"position"_s, TownWords::field(u"position"_s), group,
         makes<NumberEditor>(position, NumberEditor::Bounds{0, town::kMostFormPosition, {}, {}})},
        {u"file"_s, TownWords::field(u"file"_s), group,
         makes<ToldEditor>(std::function<QString(const town::Value &)>(
             [](const town::Value &value) { return TownWords::file(std::get<Form>(value).file); })),
         Text::tr("Another file is another form: add it, and take this one away")},
    };
}

QList<FieldSpec> interpreterFields()
{
    using town::Interpreter;
    const Group group = Group::Identity;
    return {
        line(u"name"_s, &Interpreter::name, group),
        {u"languages"_s, TownWords::field(u"languages"_s), group,
         makes<LineEditor>(tagsOf(&Interpreter::languages), kNameChars),
         Text::tr("Short names such as tr, ar, uk; gsg is German sign language")},
        line(u"phone"_s, &Interpreter::phone, group),
        line(u"email"_s, &Interpreter::email, group),
        {u"hours"_s, Text::tr("Can be reached"), group, makes<RowsEditor>(weekRows(), weekColumns()),
         Text::tr("Without hours: by arrangement")},
        line(u"note"_s, &Interpreter::note, group),
    };
}

} // namespace

Offer offerOf(town::Kind kind, const town::Town &town)
{
    Offer offer;
    if (kind == town::Kind::Department || kind == town::Kind::Account || kind == town::Kind::Interpreter)
        return offer;
    offer.languages = town.authority.languages;
    if (kind != town::Kind::Office)
        return offer;
    offer.calendar = town.authority.calendar;
    for (const town::Value &value : town::valuesOf(town)) {
        const town::Kind other = town::kindOf(town::keyOf(value));
        if (other != town::Kind::Authority && other != town::Kind::Office && other != town::Kind::Form &&
            other != town::Kind::Interpreter)
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
    case town::Kind::Form:
        return formFields(context);
    case town::Kind::Interpreter:
        return interpreterFields();
    }
    return {};
}

} // namespace sprechtag::clerk::view
