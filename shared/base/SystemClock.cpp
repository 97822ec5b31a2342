// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/base/SystemClock.h"

namespace sprechtag {

Instant SystemClock::now() const
{
    return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
}

MonotonicInstant SystemClock::monotonicNow() const
{
    return std::chrono::floor<milliseconds>(std::chrono::steady_clock::now());
}

} // namespace sprechtag
