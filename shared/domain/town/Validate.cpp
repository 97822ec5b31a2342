// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/town/Validate.h"

#include "shared/base/Result.h"
#include "shared/domain/town/Faults.h"
#include "shared/domain/town/SettingFields.h"

#include <QSet>

#include <algorithm>
#include <ranges>

namespace sprechtag::town {
namespace {

using detail::Faults;
using namespace Qt::StringLiterals;
using enum FaultCode;

constexpr qsizetype kMostConsentCharacters = 64;
constexpr qsizetype kMostLanguages = 20;
constexpr qsizetype kMostChecklist = 30;
constexpr qsizetype kMostPhoneCharacters = 40;
constexpr qsizetype kMostListed = 200;
constexpr minutes kLongestVisit{480};

QString at(QLatin1String list, qsizetype index)
{
    return u"%1[%2]"_s.arg(list).arg(index);
}

// Of two that are alike, the later is the one too many.
template <typename List, typename Of>
void refuseDoubles(Faults &faults, QLatin1String field, const List &list, Of keyOfOne)
{
    for (auto one = list.begin(); one != list.end(); ++one) {
        const auto same = [&](const auto &other) { return keyOfOne(other) == keyOfOne(*one); };
        if (std::any_of(list.begin(), one, same))
            faults.add(at(field, one - list.begin()), Taken);
    }
}

template <typename List, typename IdType>
bool has(const List &list, const IdType &id)
{
    return std::ranges::any_of(list, [&id](const auto &one) { return one.id == id; });
}

void check(Faults &faults, const Authority &authority, const Town &)
{
    faults.checkName(u"name"_s, authority.name);
    faults.addIf(authority.consentVersion.isEmpty(), u"consent_version"_s, Missing);
    faults.addIf(authority.consentVersion.size() > kMostConsentCharacters, u"consent_version"_s, TooLong);
    faults.addIf(authority.languages.isEmpty(), u"languages"_s, Missing);
    faults.addIf(authority.languages.size() > kMostLanguages, u"languages"_s, TooLong);
    for (qsizetype i = 0; i < authority.languages.size(); ++i)
        faults.addIf(!detail::isLanguage(authority.languages[i]), at("languages"_L1, i), BadForm);
    refuseDoubles(faults, "languages"_L1, authority.languages, [](const QString &tag) { return tag; });
    refuseDoubles(faults, "second_factor_roles"_L1, authority.secondFactorRoles, [](Role role) { return role; });
    detail::checkCalendar(faults, authority.calendar);
    faults.checkWords(u"texts.welcome"_s, authority.texts.welcome);
    faults.checkWords(u"texts.closed"_s, authority.texts.closed);
}

void check(Faults &faults, const Department &department, const Town &town)
{
    faults.addIf(town.departments.size() > kMostDepartments, {}, OutOfRange);
    faults.checkName(u"name"_s, department.name);
    const bool taken = std::ranges::any_of(town.departments, [&department](const Department &other) {
        return other.id != department.id && other.name.compare(department.name, Qt::CaseInsensitive) == 0;
    });
    faults.addIf(taken, u"name"_s, Taken);
}

bool isLeikaKey(const QString &key)
{
    return key.size() == kLeikaDigits && std::ranges::all_of(key, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

void check(Faults &faults, const Concern &concern, const Town &town)
{
    faults.addIf(town.concerns.size() > kMostConcerns, {}, OutOfRange);
    const QString language = town.authority.languages.value(0);
    faults.addIf(concern.names.value(language).trimmed().isEmpty(), u"names."_s + language, Missing);
    faults.checkWords(u"names"_s, concern.names);
    for (const auto &[tag, name] : concern.names.asKeyValueRange())
        faults.addIf(name.size() > kMostNameCharacters, u"names."_s + tag, TooLong);
    faults.addIf(!concern.leikaKey.isEmpty() && !isLeikaKey(concern.leikaKey), u"leika_key"_s, BadForm);
    faults.addIf(concern.length && (*concern.length < minutes(1) || *concern.length > kLongestVisit), u"length_min"_s,
                 OutOfRange);
    faults.addIf(concern.checklist.size() > kMostChecklist, u"checklist"_s, TooLong);
    for (qsizetype i = 0; i < concern.checklist.size(); ++i) {
        const QString field = at("checklist"_L1, i);
        faults.addIf(concern.checklist[i].value(language).trimmed().isEmpty(), u"%1.%2"_s.arg(field, language),
                     Missing);
        faults.checkWords(field, concern.checklist[i]);
    }
}

void check(Faults &faults, const Account &account, const Town &town)
{
    faults.addIf(town.accounts.size() > kMostAccounts, {}, OutOfRange);
    faults.checkName(u"name"_s, account.name);
    faults.addIf(normalisedLogin(account.login) != account.login, u"login"_s, BadForm);
    const bool taken = std::ranges::any_of(town.accounts, [&account](const Account &other) {
        return other.id != account.id && other.login == account.login;
    });
    faults.addIf(taken, u"login"_s, Taken);
    faults.addIf(account.roles.isEmpty(), u"roles"_s, Missing);
    refuseDoubles(faults, "roles"_L1, account.roles, [](Role role) { return role; });
}

bool isPhone(const QString &number)
{
    const auto digits = std::ranges::count_if(number, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits >= 3 &&
           std::ranges::all_of(number, [](QChar c) { return (c >= u'0' && c <= u'9') || "+-/() "_L1.contains(c); });
}

bool isAddress(const QString &address)
{
    const QStringList parts = address.split(u'@');
    return parts.size() == 2 && !parts[0].isEmpty() && parts[1].contains(u'.') && !parts[1].startsWith(u'.') &&
           !parts[1].endsWith(u'.') && std::ranges::none_of(address, [](QChar c) { return c.isSpace(); });
}

void check(Faults &faults, const Interpreter &interpreter, const Town &town)
{
    faults.addIf(town.interpreters.size() > kMostInterpreters, {}, OutOfRange);
    faults.checkName(u"name"_s, interpreter.name);
    faults.addIf(interpreter.languages.isEmpty(), u"languages"_s, Missing);
    faults.addIf(interpreter.languages.size() > kMostLanguages, u"languages"_s, TooLong);
    for (qsizetype i = 0; i < interpreter.languages.size(); ++i)
        faults.addIf(!detail::isLanguage(interpreter.languages[i]), at("languages"_L1, i), BadForm);
    refuseDoubles(faults, "languages"_L1, interpreter.languages, [](const QString &tag) { return tag; });
    faults.addIf(interpreter.phone.isEmpty() && interpreter.email.isEmpty(), u"phone"_s, Missing);
    faults.addIf(interpreter.phone.size() > kMostPhoneCharacters, u"phone"_s, TooLong);
    faults.addIf(!interpreter.phone.isEmpty() && !isPhone(interpreter.phone), u"phone"_s, BadForm);
    faults.checkNote(u"email"_s, interpreter.email);
    faults.addIf(!interpreter.email.isEmpty() && !isAddress(interpreter.email), u"email"_s, BadForm);
    detail::checkWeek(faults, u"hours"_s, interpreter.hours);
    faults.checkNote(u"note"_s, interpreter.note);
}

void checkSettings(Faults &faults, const office::Settings &settings)
{
    for (const SettingField &field : settingFields()) {
        const auto value = valueOf(field, settings);
        faults.addIf(value && (*value < field.least || *value > field.most), u"settings."_s + field.name, OutOfRange);
    }
    // Both are counted from the loss.
    faults.addIf(settings.unreachableUntil < settings.citizenGrace, u"settings.unreachable_until_s"_s, OutOfRange);
}

void checkReferences(Faults &faults, const Office &office, const Town &town)
{
    faults.addIf(office.department && !has(town.departments, *office.department), u"department"_s, Unknown);
    faults.addIf(office.concerns.size() > kMostListed, u"concerns"_s, TooLong);
    for (qsizetype i = 0; i < office.concerns.size(); ++i)
        faults.addIf(!has(town.concerns, office.concerns[i]), at("concerns"_L1, i), Unknown);
    refuseDoubles(faults, "concerns"_L1, office.concerns, [](ConcernId id) { return id; });
    faults.addIf(office.staff.size() > kMostListed, u"staff"_s, TooLong);
    for (qsizetype i = 0; i < office.staff.size(); ++i)
        faults.addIf(!has(town.accounts, office.staff[i].clerk), at("staff"_L1, i), Unknown);
    refuseDoubles(faults, "staff"_L1, office.staff, [](const StaffMember &member) { return member.clerk; });
}

void check(Faults &faults, const Office &office, const Town &town)
{
    faults.addIf(town.offices.size() > kMostOffices, {}, OutOfRange);
    faults.checkName(u"name"_s, office.name);
    const bool oneCapital = office.letter.size() == 1 && office.letter.at(0).isUpper();
    faults.addIf(!oneCapital, u"letter"_s, office.letter.isEmpty() ? Missing : BadForm);
    const bool taken = std::ranges::any_of(town.offices, [&office](const Office &other) {
        return other.id != office.id && other.letter == office.letter;
    });
    faults.addIf(taken, u"letter"_s, Taken);
    checkReferences(faults, office, town);
    detail::checkHours(faults, office.hours);
    detail::checkRoster(faults, office);
    checkSettings(faults, office.settings);
    faults.checkWords(u"texts.welcome"_s, office.texts.welcome);
    faults.checkWords(u"texts.closed"_s, office.texts.closed);
}

bool isSum(const QString &sha256)
{
    return sha256.size() == 64 &&
           std::ranges::all_of(sha256, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

void check(Faults &faults, const Form &form, const Town &town)
{
    const QString language = town.authority.languages.value(0);
    const QString name = form.names.value(language).trimmed();
    const auto ofOffice = [&form](const Form &other) { return other.office == form.office; };
    faults.addIf(std::ranges::count_if(town.forms, ofOffice) > kMostFormsOfOffice, {}, OutOfRange);
    faults.addIf(!has(town.offices, form.office), u"office"_s, Unknown);
    faults.addIf(name.isEmpty(), u"names."_s + language, Missing);
    faults.checkWords(u"names"_s, form.names);
    for (const auto &[tag, one] : form.names.asKeyValueRange())
        faults.addIf(one.size() > kMostNameCharacters, u"names."_s + tag, TooLong);
    const bool taken = std::ranges::any_of(town.forms, [&](const Form &other) {
        return other.id != form.id && ofOffice(other) &&
               other.names.value(language).trimmed().compare(name, Qt::CaseInsensitive) == 0;
    });
    faults.addIf(taken && !name.isEmpty(), u"names."_s + language, Taken);
    faults.addIf(form.position < 0 || form.position > kMostFormPosition, u"position"_s, OutOfRange);
    faults.addIf(!isSum(form.file.sha256), u"file"_s, form.file.sha256.isEmpty() ? Missing : BadForm);
    faults.addIf(form.file.bytes <= 0 || form.file.bytes > kMostFormBytes, u"file"_s, OutOfRange);
}

} // namespace

QList<Fault> validate(const Value &value, const Town &town)
{
    Faults faults;
    std::visit([&](const auto &one) { check(faults, one, town); }, value);
    return faults.list();
}

bool isInUse(const Key &key, const Town &town)
{
    const auto byAnOffice = [&town](auto refers) { return std::ranges::any_of(town.offices, refers); };
    return std::visit(
        Overloaded{[](std::monostate) { return true; }, [](const OfficeId &) { return false; },
                   [](const FormId &) { return false; }, [](const InterpreterId &) { return false; },
                   [&](const DepartmentId &id) {
                       return byAnOffice([&](const Office &office) { return office.department == id; });
                   },
                   [&](const ConcernId &id) {
                       return byAnOffice([&](const Office &office) { return office.concerns.contains(id); });
                   },
                   [&](const ClerkId &id) {
                       return byAnOffice([&](const Office &office) {
                           return std::ranges::any_of(office.staff,
                                                      [&](const StaffMember &member) { return member.clerk == id; });
                       });
                   }},
        key);
}

std::optional<QString> normalisedLogin(const QString &login)
{
    const QString lower = login.trimmed().normalized(QString::NormalizationForm_C).toLower();
    const bool plain =
        std::ranges::all_of(lower, [](QChar c) { return c.isLetterOrNumber() || "._-@"_L1.contains(c); });
    const bool fits = !lower.isEmpty() && lower.size() <= kMostLoginCharacters;
    return plain && fits ? std::optional(lower) : std::nullopt;
}

} // namespace sprechtag::town
