// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/app/Toml.h"
#include "server/broker/Ports.h"
#include "shared/base/Result.h"
#include "shared/base/Secret.h"

//! An authority with its clerks and offices in one file, for `sprechtag-server admin import`.
namespace sprechtag::app {

struct TownClerk
{
    ClerkId id;
    QString login;
    QString name;
    QStringList roles; //!< clerk, head_of_office, administrator
    Secret password;   //!< empty: keep the one that the account has
    bool disabled{};   //!< cannot sign in; what the account has done keeps its name
};

struct Town
{
    QString name;
    hours::Calendar calendar;
    QString consentVersion;
    std::vector<TownClerk> clerks;
    std::vector<broker::OfficeConfig> offices;
};

//! Ids follow from `login` of a clerk and `key` of an office: importing a file again changes what is there already.
[[nodiscard]] Result<Town, TomlError> readTownFile(const QString &path);

} // namespace sprechtag::app
