// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/app/Toml.h"
#include "shared/base/Result.h"
#include "shared/base/Secret.h"
#include "shared/domain/town/Town.h"

#include <map>

//! An authority with its clerks and offices in one file, for `sprechtag-server admin import`.
namespace sprechtag::app {

//! A password in a file. Whoever is given one chooses another at the first sign-in, unless it is for good.
struct GivenPassword
{
    Secret password;
    bool mustChange{true};
};

//! A town as a file wants it, and the passwords that the file gives.
struct TownFile
{
    town::Town town;
    std::map<ClerkId, GivenPassword> passwords; //!< who has none here keeps the one of the account
};

//! What the file says, in a town that is `present` already: what a file cannot say stays as it is there. Ids follow
//! from `login` of a clerk and `key` of an office: importing a file again changes what is there already.
[[nodiscard]] Result<TownFile, TomlError> readTownFile(const QString &path, const town::Town &present = {});

} // namespace sprechtag::app
