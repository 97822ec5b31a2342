// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/app/Options.h"
#include "shared/base/Time.h"
#include "shared/domain/town/Town.h"

class QTextStream;

//! The commands of sprechtag-server that work on a database; but for backUp() no server has it open.
namespace sprechtag::app {

//! Where a command writes what it was asked for, and what went wrong.
struct Console
{
    QTextStream &out;
    QTextStream &error;
};

//! Makes key file and database and prints the one-time token of the first administrator. Returns the exit code.
[[nodiscard]] int initialise(const Options &options, const Clock &clock, Console console);
[[nodiscard]] int importTown(const Options &options, const Clock &clock, Console console);
[[nodiscard]] int renewSetupToken(const Options &options, const Clock &clock, Console console);
[[nodiscard]] int listTown(const Options &options, Console console);
//! All that administrators decide about, as JSON.
[[nodiscard]] int exportTown(const Options &options, Console console);
[[nodiscard]] int showLog(const Options &options, Console console);
//! Fails when the log of changes is not what the server has written.
[[nodiscard]] int verifyLog(const Options &options, Console console);
//! What has happened in each office: with --json one `office.facts` of PROTOCOL.md a line, else one fact a line.
[[nodiscard]] int printFacts(const Options &options, Console console);
//! One of the papers of RetentionPapers.h, in the language of the program: of the town, as of today.
using Paper = QString (*)(const town::Town &, QDate, std::chrono::days);
[[nodiscard]] int printPaper(Paper paper, const Options &options, const Clock &clock, Console console);
[[nodiscard]] int disableAccount(const Options &options, const Clock &clock, Console console);

//! Copies the database into a new file, through the server if one has it open.
[[nodiscard]] int backUp(const Options &options, Console console);

} // namespace sprechtag::app
