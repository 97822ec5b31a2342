// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QByteArray>

#include <cstdint>

//! Where the server's log goes: line by line to the standard error, of which the system makes its log.
namespace sprechtag::app {

//! From now on whatever is logged goes there. A line that cannot be written, because the disk of the log is full, its
//! reader is gone or does not read, is lost and counted; nobody waits for it.
void logToStandardError();

//! How many lines were lost since the start.
[[nodiscard]] std::uint64_t lostLogLines();

//! False: the line is lost. Longer ones are cut off.
[[nodiscard]] bool writeLogLine(int descriptor, QByteArray line);

} // namespace sprechtag::app
