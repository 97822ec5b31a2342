// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/OfficeFields.h"

#include "clerk-app/view/Foresight.h"
#include "clerk-app/view/HoursEditor.h"
#include "clerk-app/view/OfficeTables.h"
#include "clerk-app/view/RowsEditor.h"
#include "clerk-app/view/TownFieldParts.h"
#include "shared/domain/town/SettingFields.h"

#include <QCoreApplication>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using model::ThresholdWords;
using model::TownWords;
using town::Group;
using namespace fields;

namespace {

constexpr int kMinute = 60;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sprechtag::clerk::view::TownFields)
};

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

} // namespace

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

} // namespace sprechtag::clerk::view
