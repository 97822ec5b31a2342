// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Time.h"

namespace sprechtag::test {

//! A clock that stands still until a test moves it. Begins on Monday, 2 March 2026, 08:00 UTC.
class FakeClock final : public Clock
{
public:
    static constexpr Instant kBegin{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + std::chrono::hours{8}};

    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] MonotonicInstant monotonicNow() const override { return m_monotonic; }

    void advance(milliseconds span)
    {
        m_now += span;
        m_monotonic += span;
    }
    //! Somebody sets the wall clock; the monotonic one does not notice.
    void setWallClock(Instant now) { m_now = now; }

private:
    Instant m_now{kBegin};
    MonotonicInstant m_monotonic{std::chrono::hours{1}};
};

} // namespace sprechtag::test
