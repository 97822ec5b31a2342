// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Id.h"

#include <QByteArray>
#include <QList>
#include <QString>

//! Offices and accounts as scripts of an administrator read them (`sprechtag-server admin list --json`).
namespace sprechtag::protocol {

struct TownList
{
    struct OfficeLine
    {
        OfficeId id;
        QString letter;
        QString name;
        QString department;
    };
    struct AccountLine
    {
        ClerkId id;
        QString login;
        QString name;
        bool disabled{};
    };
    QList<OfficeLine> offices;
    QList<AccountLine> accounts;
};

[[nodiscard]] QByteArray encode(const TownList &list);

} // namespace sprechtag::protocol
