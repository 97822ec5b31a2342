// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/store/Statement.h"
#include "shared/domain/town/Values.h"

//! The roles of an account as its columns is_clerk, is_head and is_administrator.
namespace sprechtag::store {

//! The three columns begin at `first`, in the order of town::Role.
[[nodiscard]] QList<town::Role> rolesAt(const Statement &row, int first);
Statement &bindRoles(Statement &statement, const QList<town::Role> &roles);

} // namespace sprechtag::store
