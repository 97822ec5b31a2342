// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/gateway/AuthorityRowKit.h"

namespace sprechtag::test {

town::Town townWithHeads()
{
    town::Town town = administeredTown();
    const auto add = [&town](ClerkId id, const QString &login, const QList<town::Role> &roles) {
        town.accounts.append({id, login, login, roles, false, 1});
    };
    using enum town::Role;
    town.accounts[0].roles = {Clerk};
    town.accounts[2].roles = {Clerk};
    add(kHead, u"leitung"_s, {Clerk, HeadOfOffice});
    add(kForeignHead, u"andere"_s, {Clerk, HeadOfOffice});
    add(kAdministrator, u"verwaltung"_s, {Administrator});
    town.offices[0].staff.append({kHead, false, true});
    town.offices[1].staff.append({kForeignHead, false, true});
    return town;
}

std::vector<AuthorityRow> authorityRows()
{
    std::vector<AuthorityRow> rows;
    addClerkRows(rows);
    addCitizenRows(rows);
    return rows;
}

} // namespace sprechtag::test
