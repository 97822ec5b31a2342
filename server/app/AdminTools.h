// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/app/Admin.h"
#include "server/app/StorePaths.h"
#include "server/broker/TownPorts.h"
#include "server/store/Database.h"
#include "shared/protocol/TownList.h"

#include <functional>

//! What the commands of the administration share.
namespace sprechtag::app {

// sysexits.h
inline constexpr int kExitData = 65;
inline constexpr int kExitUnavailable = 69;
inline constexpr int kExitConfig = 78;

//! Writes the sentence and returns the exit code.
[[nodiscard]] int refuse(Console console, const QString &sentence, int exitCode);
[[nodiscard]] int refuse(Console console, store::StoreError error, const Options &options);

//! 0 and what was stored, or the exit code of the refusal that was written.
[[nodiscard]] int saveEdits(store::Connection &connection, const QList<broker::TownEdit> &edits, const Options &options,
                            const Clock &clock, Console console, broker::TownSaved *saved = nullptr);

//! The program that reads the files of strangers; beside this one.
[[nodiscard]] QString inspectorProgram();

//! What was stored, as text or JSON.
void tellSaved(const Options &options, Console console, const protocol::SavedValue &saved);

//! Every command but the first works on the database that is there.
[[nodiscard]] int onDatabase(const Options &options, Console console,
                             const std::function<int(store::Connection &)> &work);
[[nodiscard]] int onTown(const Options &options, Console console,
                         const std::function<int(store::Connection &, const town::Town &)> &work);

} // namespace sprechtag::app
