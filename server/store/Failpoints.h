// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

//! SPRECHTAG_FAILPOINT("name"): a place where a test ends the process or looks on. Not compiled into releases.
#ifdef SPRECHTAG_RELEASE_LOCKDOWN
#define SPRECHTAG_FAILPOINT(name) static_cast<void>(0)
#else

#include <functional>

namespace sprechtag::store {

//! What happens at every failpoint; empty: nothing. Set before threads start.
inline std::function<void(const char *name)> &failpointHandler()
{
    static std::function<void(const char *)> handler;
    return handler;
}

} // namespace sprechtag::store

#define SPRECHTAG_FAILPOINT(name)                                                                                      \
    do {                                                                                                               \
        if (::sprechtag::store::failpointHandler())                                                                    \
            ::sprechtag::store::failpointHandler()(name);                                                              \
    } while (false)
#endif
