// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/unit/store/StoreKit.h"

#include <future>

namespace sprechtag::test {

//! A town with a writer on it, and what the writer has called fatal.
struct Running
{
    explicit Running(const StoreFolder &folder)
        : Running(newTown(folder))
    {
    }
    explicit Running(store::Database database)
        : writer(std::move(database), plainCodec(), clock, context, options())
    {
    }
    store::StoreWriter::Options options()
    {
        store::StoreWriter::Options made;
        made.tryAgainWhenFull = milliseconds(1);
        made.fatal = [this](store::StoreError error, int) { fatal.set_value(error); };
        return made;
    }

    SystemClock clock;
    QObject context;
    std::promise<store::StoreError> fatal;
    store::StoreWriter writer;
};

//! What a server finds that starts on it now.
[[nodiscard]] inline broker::Loaded loadedAgain(const StoreFolder &folder)
{
    store::Database database = reopened(folder);
    auto loaded = store::load(database.connection(), plainCodec());
    if (!loaded)
        qFatal("what was written cannot be read");
    return std::move(loaded).value();
}

} // namespace sprechtag::test
