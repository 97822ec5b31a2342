// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/AccountPorts.h"
#include "server/store/Connection.h"

#include <vector>

namespace sprechtag::store {

//! What an administrator sets up: the authority, its offices, its clerks.
struct TownSetup
{
    struct Authority
    {
        QString name;
        hours::Calendar calendar;
        QString consentVersion;
    };
    std::optional<Authority> authority;
    std::vector<broker::Account> clerks;
    std::vector<broker::OfficeConfig> offices; //!< `clerks` of an office replaces who may staff it
};

//! Stores everything or nothing; what has the same id is replaced, what is not named stays. An account that is
//! disabled, or whose password hash is new, loses its sessions. Offline only: begins a transaction of its own.
[[nodiscard]] Result<Done, StoreError> importSetup(Connection &connection, const TownSetup &setup);

} // namespace sprechtag::store
