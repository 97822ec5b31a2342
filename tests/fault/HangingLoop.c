// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// An event loop that hangs, for LD_PRELOAD: at SIGUSR1 the main thread does nothing any more, and all others go on.

#include <signal.h>
#include <unistd.h>

static void hang(int number)
{
    (void)number;
    for (;;)
        pause();
}

__attribute__((constructor)) static void prepare(void)
{
    signal(SIGUSR1, hang);
}
