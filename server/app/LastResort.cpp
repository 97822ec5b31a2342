// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/LastResort.h"

#include <exception>
#include <new>
#include <string_view>

#include <unistd.h>

namespace sprechtag::app {
namespace {

// EX_TEMPFAIL: the supervisor starts us again.
constexpr int kExitForRestart = 75;

// Nothing here may need memory.
[[noreturn]] void leave(std::string_view why)
{
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, why.data(), why.size());
    ::_exit(kExitForRestart);
}

} // namespace

void leaveRatherThanCrash()
{
    std::set_new_handler([] { leave("sprechtag.server: there is no memory, leaving for a restart\n"); });
    std::set_terminate([] { leave("sprechtag.server: the program cannot go on, leaving for a restart\n"); });
}

} // namespace sprechtag::app
