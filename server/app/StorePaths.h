// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/app/Config.h"
#include "server/store/StoreError.h"

namespace sprechtag::app {

//! Where the configuration keeps the database and its key.
[[nodiscard]] inline store::StorePaths pathsOf(const Config &config)
{
    return {config.databaseFile(), config.databaseKeyFile};
}

} // namespace sprechtag::app
