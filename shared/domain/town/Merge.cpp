// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/town/Merge.h"

#include "shared/domain/town/SettingFields.h"

namespace sprechtag::town {

using namespace Qt::StringLiterals;

namespace {

//! Puts what is mine into what is stored, and notes where both have changed it.
class Merger
{
public:
    template <typename T>
    void field(const QString &path, const T &base, const T &mine, T &stored)
    {
        if (mine == base || mine == stored)
            return;
        if (stored != base)
            m_clashes.append(path);
        stored = mine;
    }
    void field(const QString &path, const Words &base, const Words &mine, Words &stored)
    {
        for (const QString &language : (mine.keys() + base.keys())) {
            QString text = stored.value(language);
            field(path, base.value(language), mine.value(language), text);
            if (text.isEmpty())
                stored.remove(language);
            else
                stored.insert(language, text);
        }
    }
    void field(const QString &path, const Texts &base, const Texts &mine, Texts &stored)
    {
        field(path, base.welcome, mine.welcome, stored.welcome);
        field(path, base.closed, mine.closed, stored.closed);
    }
    void field(const QString &path, const hours::OpeningHours &base, const hours::OpeningHours &mine,
               hours::OpeningHours &stored)
    {
        field(path, base.periods, mine.periods, stored.periods);
        field(path, base.exceptions, mine.exceptions, stored.exceptions);
        field(path, base.openOnHolidays, mine.openOnHolidays, stored.openOnHolidays);
    }
    void field(const QString &path, const office::Settings &base, const office::Settings &mine,
               office::Settings &stored)
    {
        for (const SettingField &one : settingFields()) {
            auto count = valueOf(one, stored);
            field(u"%1.%2"_s.arg(path, one.name), valueOf(one, base), valueOf(one, mine), count);
            if (count)
                one.write(stored, *count);
            else if (one.clear)
                one.clear(stored);
        }
    }

    void value(const Authority &base, const Authority &mine, Authority &stored)
    {
        const hours::Calendar &was = base.calendar;
        const hours::Calendar &own = mine.calendar;
        field(u"name"_s, base.name, mine.name, stored.name);
        field(u"time_zone"_s, was.zone, own.zone, stored.calendar.zone);
        field(u"land"_s, was.land, own.land, stored.calendar.land);
        field(u"holidays"_s, was.rules, own.rules, stored.calendar.rules);
        field(u"closed_days"_s, was.closedDays, own.closedDays, stored.calendar.closedDays);
        field(u"consent_version"_s, base.consentVersion, mine.consentVersion, stored.consentVersion);
        field(u"languages"_s, base.languages, mine.languages, stored.languages);
        field(u"texts"_s, base.texts, mine.texts, stored.texts);
        field(u"second_factor_roles"_s, base.secondFactorRoles, mine.secondFactorRoles, stored.secondFactorRoles);
    }
    void value(const Department &base, const Department &mine, Department &stored)
    {
        field(u"name"_s, base.name, mine.name, stored.name);
    }
    void value(const Concern &base, const Concern &mine, Concern &stored)
    {
        field(u"names"_s, base.names, mine.names, stored.names);
        field(u"leika_key"_s, base.leikaKey, mine.leikaKey, stored.leikaKey);
        field(u"length_min"_s, base.length, mine.length, stored.length);
        field(u"checklist"_s, base.checklist, mine.checklist, stored.checklist);
    }
    void value(const Office &base, const Office &mine, Office &stored)
    {
        field(u"name"_s, base.name, mine.name, stored.name);
        field(u"department"_s, base.department, mine.department, stored.department);
        field(u"letter"_s, base.letter, mine.letter, stored.letter);
        field(u"concerns"_s, base.concerns, mine.concerns, stored.concerns);
        field(u"staff"_s, base.staff, mine.staff, stored.staff);
        field(u"hours"_s, base.hours, mine.hours, stored.hours);
        field(u"roster"_s, base.roster, mine.roster, stored.roster);
        field(u"settings"_s, base.settings, mine.settings, stored.settings);
        field(u"relay_only"_s, base.relayOnly, mine.relayOnly, stored.relayOnly);
        field(u"hide_position"_s, base.hidePosition, mine.hidePosition, stored.hidePosition);
        field(u"ask_name"_s, base.askName, mine.askName, stored.askName);
        field(u"texts"_s, base.texts, mine.texts, stored.texts);
    }
    void value(const Account &base, const Account &mine, Account &stored)
    {
        field(u"login"_s, base.login, mine.login, stored.login);
        field(u"name"_s, base.name, mine.name, stored.name);
        field(u"roles"_s, base.roles, mine.roles, stored.roles);
        field(u"disabled"_s, base.disabled, mine.disabled, stored.disabled);
    }

    void value(const Form &base, const Form &mine, Form &stored)
    {
        field(u"office"_s, base.office, mine.office, stored.office);
        field(u"names"_s, base.names, mine.names, stored.names);
        field(u"position"_s, base.position, mine.position, stored.position);
        field(u"file"_s, base.file, mine.file, stored.file);
    }

    void value(const Interpreter &base, const Interpreter &mine, Interpreter &stored)
    {
        field(u"name"_s, base.name, mine.name, stored.name);
        field(u"languages"_s, base.languages, mine.languages, stored.languages);
        field(u"phone"_s, base.phone, mine.phone, stored.phone);
        field(u"email"_s, base.email, mine.email, stored.email);
        field(u"hours"_s, base.hours, mine.hours, stored.hours);
        field(u"note"_s, base.note, mine.note, stored.note);
    }

    [[nodiscard]] QStringList clashes()
    {
        m_clashes.removeDuplicates();
        return std::move(m_clashes);
    }

private:
    QStringList m_clashes;
};

} // namespace

Merge merge(const Value &base, const Value &mine, const Value &stored)
{
    Merge result{stored, {}};
    Merger merger;
    std::visit(
        [&](auto &one) {
            using Same = std::remove_reference_t<decltype(one)>;
            merger.value(std::get<Same>(base), std::get<Same>(mine), one);
        },
        result.value);
    result.clashes = merger.clashes();
    return result;
}

} // namespace sprechtag::town
