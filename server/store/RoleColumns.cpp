// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/RoleColumns.h"

namespace sprechtag::store {

using town::Role;

QList<Role> rolesAt(const Statement &row, int first)
{
    QList<Role> roles;
    for (const Role role : {Role::Clerk, Role::HeadOfOffice, Role::Administrator}) {
        if (row.integer(first + static_cast<int>(role)) != 0)
            roles.append(role);
    }
    return roles;
}

Statement &bindRoles(Statement &statement, const QList<Role> &roles, const RoleParameters &parameters)
{
    for (const Role role : {Role::Clerk, Role::HeadOfOffice, Role::Administrator})
        statement.bind(parameters.at(static_cast<std::size_t>(role)), std::int64_t{roles.contains(role)});
    return statement;
}

} // namespace sprechtag::store
