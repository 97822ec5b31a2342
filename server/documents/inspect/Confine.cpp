// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/inspect/Confine.h"

#include <sys/resource.h>

namespace sprechtag::documents {
namespace {

constexpr rlim_t kMemory = rlim_t{1536} * 1024 * 1024;
constexpr rlim_t kSeconds = 20;

} // namespace

bool confine()
{
    const auto limit = [](__rlimit_resource which, rlim_t most) {
        const rlimit value{most, most};
        return setrlimit(which, &value) == 0;
    };
    bool confined = limit(RLIMIT_CPU, kSeconds) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0);
#ifndef __SANITIZE_ADDRESS__ // whose own memory is counted too
    confined = limit(RLIMIT_AS, kMemory) && confined;
#endif
    return confined;
}

} // namespace sprechtag::documents
