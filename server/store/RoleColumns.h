// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/store/Statement.h"
#include "shared/domain/town/Values.h"

#include <array>

//! Several roles in one row: a column of 0 or 1 for each.
namespace sprechtag::store {

//! In the order of town::Role.
using RoleParameters = std::array<const char *, 3>;
inline constexpr RoleParameters kAccountColumns{":is_clerk", ":is_head", ":is_administrator"};
inline constexpr RoleParameters kSecondFactorColumns{":factor_of_clerks", ":factor_of_heads",
                                                     ":factor_of_administrators"};

//! The three columns begin at `first`, in the order of town::Role.
[[nodiscard]] QList<town::Role> rolesAt(const Statement &row, int first);
Statement &bindRoles(Statement &statement, const QList<town::Role> &roles, const RoleParameters &parameters);

} // namespace sprechtag::store
