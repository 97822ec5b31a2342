// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/town/Town.h"

#include "shared/base/Result.h"

#include <algorithm>
#include <tuple>

namespace sprechtag::town {
namespace {

QList<Department> &listOf(Town &town, const DepartmentId &)
{
    return town.departments;
}
QList<Concern> &listOf(Town &town, const ConcernId &)
{
    return town.concerns;
}
QList<Office> &listOf(Town &town, const OfficeId &)
{
    return town.offices;
}
QList<Account> &listOf(Town &town, const ClerkId &)
{
    return town.accounts;
}
QList<Form> &listOf(Town &town, const FormId &)
{
    return town.forms;
}
QList<Interpreter> &listOf(Town &town, const InterpreterId &)
{
    return town.interpreters;
}
const QList<Department> &listOf(const Town &town, const DepartmentId &)
{
    return town.departments;
}
const QList<Concern> &listOf(const Town &town, const ConcernId &)
{
    return town.concerns;
}
const QList<Office> &listOf(const Town &town, const OfficeId &)
{
    return town.offices;
}
const QList<Account> &listOf(const Town &town, const ClerkId &)
{
    return town.accounts;
}
const QList<Form> &listOf(const Town &town, const FormId &)
{
    return town.forms;
}
const QList<Interpreter> &listOf(const Town &town, const InterpreterId &)
{
    return town.interpreters;
}

template <typename IdType>
std::optional<Key> idFrom(const QString &text)
{
    const auto id = IdType::parse(text.toStdString());
    return id ? std::optional<Key>(*id) : std::nullopt;
}

template <typename List>
void append(QList<Value> &values, const List &list)
{
    for (const auto &one : list)
        values.append(one);
}

} // namespace

Key keyOf(const Value &value)
{
    return std::visit(Overloaded{[](const Authority &) { return Key(); }, [](const auto &one) { return Key(one.id); }},
                      value);
}

std::uint32_t versionOf(const Value &value)
{
    return std::visit([](const auto &one) { return one.version; }, value);
}

std::uint32_t storedVersion(const std::optional<Value> &value)
{
    return value ? versionOf(*value) : 0;
}

Value withVersion(Value value, std::uint32_t version)
{
    std::visit([version](auto &one) { one.version = version; }, value);
    return value;
}

Value tidied(Value value, QDate today)
{
    if (auto *office = std::get_if<Office>(&value))
        office->roster.removeIf([today](const hours::Shift &one) { return one.date.isValid() && one.date < today; });
    else if (auto *account = std::get_if<Account>(&value))
        std::ranges::sort(account->roles);
    else if (auto *authority = std::get_if<Authority>(&value))
        std::ranges::sort(authority->secondFactorRoles);
    return value;
}

QString textOf(const Key &key)
{
    return std::visit(Overloaded{[](std::monostate) { return QString(); },
                                 [](const auto &id) { return QString::fromStdString(id.text()); }},
                      key);
}

std::optional<Key> keyFrom(Kind kind, const QString &text)
{
    switch (kind) {
    case Kind::Authority:
        return text.isEmpty() ? std::optional(Key()) : std::nullopt;
    case Kind::Department:
        return idFrom<DepartmentId>(text);
    case Kind::Concern:
        return idFrom<ConcernId>(text);
    case Kind::Office:
        return idFrom<OfficeId>(text);
    case Kind::Account:
        return idFrom<ClerkId>(text);
    case Kind::Form:
        return idFrom<FormId>(text);
    case Kind::Interpreter:
        return idFrom<InterpreterId>(text);
    }
    Q_UNREACHABLE();
}

std::optional<Value> valueOf(const Town &town, const Key &key)
{
    const auto found = [&town](const auto &id) -> std::optional<Value> {
        for (const auto &one : listOf(town, id)) {
            if (one.id == id)
                return one;
        }
        return std::nullopt;
    };
    const auto authority = [&town](std::monostate) {
        return town.authority.version > 0 ? std::optional<Value>(town.authority) : std::nullopt;
    };
    return std::visit(Overloaded{authority, found}, key);
}

QList<Value> valuesOf(const Town &town)
{
    QList<Value> values;
    if (!town.authority.name.isEmpty())
        values.append(town.authority);
    append(values, town.departments);
    append(values, town.concerns);
    append(values, town.accounts);
    append(values, town.interpreters);
    append(values, town.offices);
    append(values, town.forms);
    return values;
}

void put(Town &town, const Value &value)
{
    const auto inList = [&town](const auto &one) {
        auto &list = listOf(town, one.id);
        const auto same = std::ranges::find_if(list, [&one](const auto &other) { return other.id == one.id; });
        if (same == list.end())
            list.append(one);
        else
            *same = one;
    };
    std::visit(Overloaded{[&town](const Authority &authority) { town.authority = authority; }, inList}, value);
}

void take(Town &town, const Key &key)
{
    const auto inList = [&town](const auto &id) {
        listOf(town, id).removeIf([&](const auto &one) { return one.id == id; });
    };
    std::visit(Overloaded{[&town](std::monostate) { town.authority = {}; }, inList}, key);
    if (const auto *office = std::get_if<OfficeId>(&key))
        town.forms.removeIf([office](const Form &form) { return form.office == *office; });
}

void sortAsStored(Town &town)
{
    std::ranges::sort(town.departments, {}, &Department::name);
    std::ranges::sort(town.concerns, {}, &Concern::id);
    std::ranges::sort(town.accounts, {}, &Account::login);
    std::ranges::sort(town.forms, {}, [](const Form &form) { return std::tuple(form.office, form.position, form.id); });
    std::ranges::sort(town.interpreters, {}, [](const Interpreter &one) { return std::tuple(one.name, one.id); });
    const auto place = [&town](const Office &office) {
        const auto department = std::ranges::find_if(
            town.departments, [&office](const Department &one) { return one.id == office.department; });
        const QString name = department == town.departments.end() ? QString() : department->name;
        return std::tuple(name, office.name, office.id);
    };
    std::ranges::stable_sort(town.offices, {}, place);
}

QList<Form> formsOf(const Town &town, OfficeId office)
{
    QList<Form> forms;
    for (const Form &form : town.forms) {
        if (form.office == office)
            forms.append(form);
    }
    std::ranges::sort(forms, {}, [](const Form &form) { return std::tuple(form.position, form.id); });
    return forms;
}

bool hasAdministrator(const Town &town)
{
    return std::ranges::any_of(town.accounts, [](const Account &account) {
        return !account.disabled && account.roles.contains(Role::Administrator);
    });
}

} // namespace sprechtag::town
