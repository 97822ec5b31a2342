// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/app/StoredFacts.h"
#include "server/store/Database.h"
#include "server/store/OfficeRows.h"

namespace sprechtag::test {

//! What a server would find that starts on these files now. Ends the test program when they do not open.
[[nodiscard]] inline broker::Loaded storedIn(const store::StorePaths &paths)
{
    auto database = store::Database::open(paths);
    if (!database)
        qFatal("%s", qUtf8Printable(store::adminSentence(database.error(), paths)));
    auto loaded = store::load(database.value().connection(), app::storedFacts());
    if (!loaded)
        qFatal("what is stored cannot be loaded");
    return std::move(loaded).value();
}

} // namespace sprechtag::test
