// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/ChangeWords.h"

#include "clerk-app/model/LanguageWords.h"
#include "clerk-app/model/RangesText.h"
#include "clerk-app/model/TownWords.h"
#include "clerk-app/model/Words.h"
#include "shared/base/Result.h"
#include "shared/domain/hours/ClockText.h"
#include "shared/domain/town/SettingFields.h"

#include <QLocale>

#include <algorithm>

namespace sprechtag::clerk::model {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostShown = 300; // of what this program cannot read
constexpr int kLongLine = 100;

//! The lines of one field of a value.
class Lines
{
    Q_DECLARE_TR_FUNCTIONS(sprechtag::clerk::model::ChangeWords)
public:
    Lines(QString field, const town::Town &town)
        : m_field(std::move(field))
        , m_town(town)
    {
    }
    QStringList operator()(const town::Authority &authority) const;
    QStringList operator()(const town::Department &department) const { return {department.name}; }
    QStringList operator()(const town::Concern &concern) const;
    QStringList operator()(const town::Office &office) const;
    QStringList operator()(const town::Account &account) const;
    QStringList operator()(const town::Form &form) const;
    QStringList operator()(const town::Interpreter &interpreter) const;

private:
    [[nodiscard]] bool is(QLatin1String name) const { return m_field == name; }
    [[nodiscard]] QString nameOf(const town::Key &key) const;
    [[nodiscard]] static QString yesOrNo(bool yes) { return yes ? tr("yes") : tr("no"); }
    [[nodiscard]] static QStringList texts(const town::Words &words, const QString &what = {});
    [[nodiscard]] static QStringList texts(const town::Texts &texts);
    [[nodiscard]] static QStringList roles(const QList<town::Role> &roles);
    [[nodiscard]] static QStringList holidays(const hours::TownRules &rules);
    [[nodiscard]] static QString days(QDate first, QDate last);
    [[nodiscard]] static QString meeting(std::optional<hours::Meeting> meeting);
    [[nodiscard]] static QStringList week(const hours::Period &period);
    [[nodiscard]] static QString exception(const hours::Exception &exception);
    [[nodiscard]] static QStringList hoursOf(const hours::OpeningHours &hours);
    [[nodiscard]] static QStringList settings(const office::Settings &settings);
    [[nodiscard]] QString shift(const hours::Shift &shift) const;
    [[nodiscard]] QString member(const town::StaffMember &member) const;

    QString m_field;
    const town::Town &m_town;
};

QString Lines::nameOf(const town::Key &key) const
{
    const auto value = town::valueOf(m_town, key);
    return value ? TownWords::nameOf(*value, m_town.authority.languages.value(0)) : tr("(no longer there)");
}

QStringList Lines::texts(const town::Words &words, const QString &what)
{
    QStringList lines;
    for (const auto &[language, text] : words.asKeyValueRange()) {
        const QString name = Words::language(language);
        //: words of the town: %1 is what they are for, or nothing; %2 a language; %3 the words
        lines.append(what.isEmpty() ? tr("%1: %2").arg(name, text) : tr("%1, %2: %3").arg(what, name, text));
    }
    return lines;
}

QStringList Lines::texts(const town::Texts &texts)
{
    return Lines::texts(texts.welcome, tr("words of welcome")) + Lines::texts(texts.closed, tr("while closed"));
}

QStringList Lines::roles(const QList<town::Role> &roles)
{
    QStringList lines;
    for (const town::Role role : roles)
        lines.append(TownWords::role(role));
    return lines;
}

QStringList Lines::holidays(const hours::TownRules &rules)
{
    QStringList lines;
    for (const auto &[on, holiday] : {std::pair(rules.corpusChristi, hours::Holiday::CorpusChristi),
                                      std::pair(rules.assumption, hours::Holiday::AssumptionDay),
                                      std::pair(rules.peaceFestival, hours::Holiday::PeaceFestival)}) {
        if (on)
            lines.append(TownWords::holiday(holiday));
    }
    return lines;
}

QString Lines::days(QDate first, QDate last)
{
    return first == last ? dayText(first) : TownWords::period(dayText(first), dayText(last));
}

QString Lines::meeting(std::optional<hours::Meeting> meeting)
{
    if (!meeting)
        return tr("virtual and in person");
    return *meeting == hours::Meeting::Virtual ? tr("virtual") : tr("in person");
}

QStringList Lines::week(const hours::Period &period)
{
    const bool always = !period.from.isValid() && !period.until.isValid();
    QStringList lines;
    for (int day = 1; day <= 7; ++day) {
        for (const auto kind : {hours::Meeting::Virtual, hours::Meeting::InPerson}) {
            QList<hours::Range> ranges = kind == hours::Meeting::Virtual ? period.virtualRanges : period.inPersonRanges;
            ranges.removeIf([day](const hours::Range &range) { return range.day != day; });
            if (ranges.isEmpty())
                continue;
            //: opening hours: Mo 08:00–12:00 (virtual)
            const QString line = tr("%1 %2 (%3)").arg(shortWeekday(day), rangesText(ranges), meeting(kind));
            //: %1 says from when to when, %2 are hours
            lines.append(always ? line : tr("%1: %2").arg(days(period.from, period.until), line));
        }
    }
    return lines;
}

QString Lines::exception(const hours::Exception &exception)
{
    QString hours = rangesText(exception.ranges, Weekdays::Named);
    if (hours.isEmpty())
        hours = tr("closed");
    else if (exception.effect == hours::Exception::Effect::Extra)
        //: %1 are hours that come beside the usual ones
        hours = tr("in addition %1").arg(hours);
    //: %1 one or several days, %2 where people meet, %3 hours
    const QString line =
        tr("%1 (%2): %3").arg(days(exception.from, exception.until), meeting(exception.meeting), hours);
    return exception.note.isEmpty() ? line : u"%1, %2"_s.arg(line, exception.note);
}

QStringList Lines::hoursOf(const hours::OpeningHours &hours)
{
    QStringList lines;
    for (const hours::Period &period : hours.periods)
        lines += week(period);
    for (const hours::Exception &one : hours.exceptions)
        lines.append(exception(one));
    if (hours.openOnHolidays)
        lines.append(tr("open on public holidays, too"));
    return lines;
}

QStringList Lines::settings(const office::Settings &settings)
{
    QStringList lines;
    for (const town::SettingField &field : town::settingFields()) {
        const ThresholdWords words = TownWords::threshold(field.name);
        //: %1 is a threshold, %2 its value
        lines.append(tr("%1: %2").arg(words.label, TownWords::amount(words, town::valueOf(field, settings))));
    }
    return lines;
}

QString Lines::shift(const hours::Shift &shift) const
{
    const bool away = shift.range.fromMinute == shift.range.toMinute;
    const QString hours = away ? tr("away") : rangesText({shift.range});
    const QString day = shift.date.isValid() ? dayText(shift.date) : shortWeekday(shift.range.day);
    //: the roster: a person, a day, hours
    return tr("%1: %2 %3").arg(nameOf(shift.clerk), day, hours);
}

QString Lines::member(const town::StaffMember &member) const
{
    QStringList rights;
    if (member.isHead)
        rights.append(tr("heads this office"));
    if (member.mayCallNamed)
        rights.append(tr("may call by name"));
    const QString name = nameOf(member.clerk);
    return rights.isEmpty() ? name : u"%1 (%2)"_s.arg(name, rights.join(u", "_s));
}

QStringList Lines::operator()(const town::Authority &authority) const
{
    const hours::Calendar &calendar = authority.calendar;
    if (is("name"_L1))
        return {authority.name};
    if (is("time_zone"_L1))
        return {QString::fromUtf8(calendar.zone.id())};
    if (is("land"_L1))
        return calendar.land ? QStringList{TownWords::land(*calendar.land)} : QStringList();
    if (is("holidays"_L1))
        return holidays(calendar.rules);
    if (is("consent_version"_L1))
        return {authority.consentVersion};
    if (is("second_factor_roles"_L1))
        return roles(authority.secondFactorRoles);
    if (is("texts"_L1))
        return texts(authority.texts);
    QStringList lines;
    if (is("languages"_L1)) {
        for (const QString &language : authority.languages)
            lines.append(Words::language(language));
    } else if (is("closed_days"_L1)) {
        for (const hours::ClosedDays &closed : calendar.closedDays) {
            QString line = days(closed.first, closed.last);
            if (closed.everyYear)
                line = tr("%1 of every year").arg(line);
            if (closed.fromMinute > 0)
                //: %1 are days, %2 a time
                line = tr("%1 from %2 on").arg(line, hours::clockText(closed.fromMinute));
            lines.append(closed.note.isEmpty() ? line : u"%1, %2"_s.arg(line, closed.note));
        }
    }
    return lines;
}

QStringList Lines::operator()(const town::Concern &concern) const
{
    if (is("names"_L1))
        return texts(concern.names);
    if (is("leika_key"_L1))
        return {concern.leikaKey};
    if (is("length_min"_L1))
        return concern.length ? QStringList{tr("%n minute(s)", nullptr, static_cast<int>(concern.length->count()))}
                              : QStringList();
    QStringList lines;
    for (const town::Words &item : concern.checklist)
        lines.append(texts(item).join(u" / "_s));
    return lines;
}

QStringList Lines::operator()(const town::Form &form) const
{
    if (is("office"_L1))
        return {nameOf(form.office)};
    if (is("names"_L1))
        return texts(form.names);
    if (is("position"_L1))
        return {QString::number(form.position)};
    return {TownWords::file(form.file)};
}

QStringList Lines::operator()(const town::Office &office) const
{
    if (is("name"_L1))
        return {office.name};
    if (is("department"_L1))
        return office.department ? QStringList{nameOf(*office.department)} : QStringList();
    if (is("letter"_L1))
        return {office.letter};
    if (is("hours"_L1))
        return hoursOf(office.hours);
    if (is("settings"_L1))
        return settings(office.settings);
    if (is("texts"_L1))
        return texts(office.texts);
    for (const auto &[name, on] : {std::pair("relay_only"_L1, office.relayOnly),
                                   {"hide_position"_L1, office.hidePosition},
                                   {"ask_name"_L1, office.askName}}) {
        if (is(name))
            return {yesOrNo(on)};
    }
    QStringList lines;
    if (is("concerns"_L1)) {
        for (const ConcernId id : office.concerns)
            lines.append(nameOf(id));
    } else if (is("staff"_L1)) {
        for (const town::StaffMember &one : office.staff)
            lines.append(member(one));
    } else if (is("roster"_L1)) {
        for (const hours::Shift &one : office.roster)
            lines.append(shift(one));
    }
    return lines;
}

QStringList Lines::operator()(const town::Account &account) const
{
    if (is("login"_L1))
        return {account.login};
    if (is("name"_L1))
        return {account.name};
    if (is("roles"_L1))
        return roles(account.roles);
    return is("disabled"_L1) ? QStringList{yesOrNo(account.disabled)} : QStringList();
}

QStringList Lines::operator()(const town::Interpreter &interpreter) const
{
    for (const auto &[name, text] : {std::pair("name"_L1, interpreter.name),
                                     {"phone"_L1, interpreter.phone},
                                     {"email"_L1, interpreter.email},
                                     {"note"_L1, interpreter.note}}) {
        if (is(name))
            return {text};
    }
    QStringList lines;
    if (is("languages"_L1)) {
        for (const QString &language : interpreter.languages)
            lines.append(LanguageWords::name(language));
    } else if (is("hours"_L1)) {
        for (const hours::Range &range : interpreter.hours)
            lines.append(rangesText({range}, Weekdays::Named));
    }
    return lines;
}

QStringList linesOf(town::Kind kind, const QString &field, const QString &text, const town::Town &town)
{
    if (text.isEmpty())
        return {};
    const auto value = protocol::valueWith(kind, field, text);
    QStringList lines = value ? std::visit(Lines(field, town), *value) : QStringList{text.left(kMostShown)};
    lines.removeAll(QString());
    return lines;
}

} // namespace

ChangedField ChangeWords::of(town::Kind kind, const protocol::FieldDifference &difference, const town::Town &town)
{
    const QStringList before = linesOf(kind, difference.field, difference.before, town);
    const QStringList after = linesOf(kind, difference.field, difference.after, town);
    ChangedField changed{TownWords::field(difference.field), before, after};
    changed.before.removeIf([&after](const QString &line) { return after.contains(line); });
    changed.after.removeIf([&before](const QString &line) { return before.contains(line); });
    // The order alone: the first language is that of the town.
    if (changed.before.isEmpty() && changed.after.isEmpty() && before != after)
        return {changed.field, before, after};
    return changed;
}

QString ChangeWords::sentence(const ChangedField &changed, bool isNew)
{
    const QString before = changed.before.join(u"; "_s);
    const QString after = changed.after.join(u"; "_s);
    // A password is changed, and never told.
    if (before.isEmpty() && after.isEmpty())
        return changed.field;
    if (isNew)
        //: %1 is a field, %2 what it is
        return tr("%1: %2").arg(changed.field, after);
    if (before.isEmpty())
        //: %1 is a field of something, %2 what was added to it
        return tr("%1: new %2").arg(changed.field, after);
    if (after.isEmpty())
        //: %1 is a field of something, %2 what was taken from it
        return tr("%1: no longer %2").arg(changed.field, before);
    if (before.size() + after.size() > kLongLine)
        //: %1 is a field, %2 what it was, %3 what it is now; each on its own line
        return tr("%1:\nbefore: %2\nnow: %3").arg(changed.field, before, after);
    //: %1 is a field, %2 what it was, %3 what it is now
    return tr("%1: %2 → %3").arg(changed.field, before, after);
}

QString ChangeWords::side(const QStringList &lines)
{
    return lines.isEmpty() ? tr("nothing") : lines.join(u'\n');
}

} // namespace sprechtag::clerk::model
