// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/platform/System.h"

#include <sys/resource.h>
#include <unistd.h>

namespace sprechtag::clerk::platform {

// Not PR_SET_DUMPABLE: the web engine's own processes could then no longer read what they need under /proc/self. The
// limit is inherited by them.
void disableCoreDumps()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

QString userName()
{
    return QString::number(getuid());
}

} // namespace sprechtag::clerk::platform
