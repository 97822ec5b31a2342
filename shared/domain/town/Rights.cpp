// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/town/Rights.h"

#include <algorithm>
#include <array>

namespace sprechtag::town {
namespace {

//! What a role may change; whatever is not named here it may not. An administrator may everything.
struct Right
{
    Role role;
    Reach reach;
    Kind kind;
    Group group;
    friend bool operator==(const Right &, const Right &) = default;
};
constexpr std::array kRights{
    Right{Role::HeadOfOffice, Reach::Own, Kind::Office, Group::Hours},
    Right{Role::HeadOfOffice, Reach::Own, Kind::Office, Group::Roster},
    Right{Role::HeadOfOffice, Reach::Own, Kind::Office, Group::Thresholds},
    Right{Role::HeadOfOffice, Reach::Own, Kind::Office, Group::Texts},
    Right{Role::HeadOfOffice, Reach::Own, Kind::Office, Group::Concerns},
    Right{Role::HeadOfOffice, Reach::Own, Kind::Form, Group::Existence},
    Right{Role::HeadOfOffice, Reach::Own, Kind::Form, Group::Identity},
};

template <auto... members>
bool sameIn(const Office &one, const Office &other)
{
    return ((one.*members == other.*members) && ...);
}

template <auto... members>
void takeFrom(Office &one, const Office &other)
{
    ((one.*members = other.*members), ...);
}

struct OfficeGroup
{
    Group group;
    bool (*same)(const Office &, const Office &);
    void (*take)(Office &, const Office &);
};
template <auto... members>
constexpr OfficeGroup groupOf(Group group)
{
    return {group, sameIn<members...>, takeFrom<members...>};
}
constexpr std::array kOfficeGroups{
    groupOf<&Office::name, &Office::department, &Office::letter>(Group::Identity),
    groupOf<&Office::staff>(Group::Staff),
    groupOf<&Office::concerns>(Group::Concerns),
    groupOf<&Office::hours>(Group::Hours),
    groupOf<&Office::roster>(Group::Roster),
    groupOf<&Office::settings>(Group::Thresholds),
    groupOf<&Office::texts>(Group::Texts),
    groupOf<&Office::relayOnly, &Office::hidePosition, &Office::askName>(Group::Privacy),
};

QList<Group> changedGroups(const Office &before, const Office &after)
{
    QList<Group> groups;
    Office grouped = before;
    grouped.version = after.version;
    for (const OfficeGroup &group : kOfficeGroups) {
        if (!group.same(before, after))
            groups.append(group.group);
        group.take(grouped, after);
    }
    // What belongs to no group is for those who may everything.
    if (grouped != after)
        groups.append(Group::Existence);
    return groups;
}

bool isForm(const std::optional<Value> &value)
{
    return value && std::holds_alternative<Form>(*value);
}

QList<Group> allGroups()
{
    QList<Group> groups;
    for (int i = 0; i < kGroups; ++i)
        groups.append(static_cast<Group>(i));
    return groups;
}

const Account *activeAccount(const Town &town, ClerkId who)
{
    const auto account = std::ranges::find(town.accounts, who, &Account::id);
    return account == town.accounts.end() || account->disabled ? nullptr : &*account;
}

bool isOwn(const Office &office, ClerkId who, Role role)
{
    return std::ranges::any_of(office.staff, [&](const StaffMember &member) {
        return member.clerk == who && (role != Role::HeadOfOffice || member.isHead);
    });
}

bool isStaffOf(const Office &office, ClerkId clerk)
{
    return std::ranges::any_of(office.staff, [clerk](const StaffMember &member) { return member.clerk == clerk; });
}

template <typename Of>
bool anyRole(const Town &town, ClerkId who, Of allows)
{
    const Account *account = activeAccount(town, who);
    return account != nullptr && std::ranges::any_of(account->roles, allows);
}

} // namespace

bool maySee(Role role, Reach reach, Kind kind)
{
    switch (kind) {
    case Kind::Authority:
    case Kind::Department:
    case Kind::Concern:
    case Kind::Interpreter:
        return true;
    case Kind::Office:
    case Kind::Account:
    case Kind::Form:
        break;
    }
    return role == Role::Administrator || reach == Reach::Own;
}

bool mayChange(Role role, Reach reach, Kind kind, Group group)
{
    return role == Role::Administrator || std::ranges::find(kRights, Right{role, reach, kind, group}) != kRights.end();
}

Reach reachOf(const Town &town, ClerkId who, Role role, const Key &key)
{
    const auto *clerk = std::get_if<ClerkId>(&key);
    const auto form = valueOf(town, key);
    const auto officeOfForm =
        form && std::holds_alternative<Form>(*form) ? std::optional(std::get<Form>(*form).office) : std::nullopt;
    const bool own = std::ranges::any_of(town.offices, [&](const Office &office) {
        const bool about =
            key == Key(office.id) || officeOfForm == office.id || (clerk != nullptr && isStaffOf(office, *clerk));
        return about && isOwn(office, who, role);
    });
    return own ? Reach::Own : Reach::Foreign;
}

QList<Group> changedGroups(const std::optional<Value> &before, const std::optional<Value> &after)
{
    if (!before || !after)
        return isForm(before) || isForm(after) ? QList{Group::Existence, Group::Identity} : allGroups();
    if (isForm(before) && isForm(after) && std::get<Form>(*before).office != std::get<Form>(*after).office)
        return allGroups();
    QList<Group> groups;
    const auto *one = std::get_if<Office>(&*before);
    const auto *other = std::get_if<Office>(&*after);
    if (one != nullptr && other != nullptr)
        return changedGroups(*one, *other);
    if (*before != withVersion(*after, versionOf(*before)))
        groups.append(Group::Identity);
    return groups;
}

bool mayChange(const Town &town, ClerkId who, const Key &key, Group group)
{
    return anyRole(town, who,
                   [&](Role role) { return mayChange(role, reachOf(town, who, role, key), kindOf(key), group); });
}

bool mayChangeAnything(const Town &town, ClerkId who, const Key &key)
{
    for (int i = 0; i < kGroups; ++i) {
        if (mayChange(town, who, key, static_cast<Group>(i)))
            return true;
    }
    return false;
}

Town asIfThere(const Town &town, const Value &value)
{
    Town asked = town;
    if (std::holds_alternative<Form>(value) && !valueOf(town, keyOf(value)))
        put(asked, value);
    return asked;
}

Town visibleTo(const Town &town, ClerkId who)
{
    const auto visible = [&](const Key &key) {
        return anyRole(town, who, [&](Role role) { return maySee(role, reachOf(town, who, role, key), kindOf(key)); });
    };
    Town seen = town;
    seen.offices.removeIf([&](const Office &office) { return !visible(office.id); });
    seen.accounts.removeIf([&](const Account &account) { return !visible(account.id); });
    seen.forms.removeIf([&](const Form &form) { return !visible(form.id); });
    return seen;
}

bool administers(const QList<Role> &roles)
{
    return roles.contains(Role::Administrator) || roles.contains(Role::HeadOfOffice);
}

} // namespace sprechtag::town
